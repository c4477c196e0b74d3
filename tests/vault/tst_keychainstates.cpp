#include "support/await.h"
#include "support/registry.h"
#include "vault/vault.h"

using core::ErrorCode;
using support::await;

/// Run by keyring-states.sh, once in each kind of session.
class KeychainStates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("IDV_EXPECT"))
            QSKIP("run by keyring-states.sh");
    }
    void isSaidAndNothingIsStored()
    {
        const QHash<QByteArray, core::KeyringState> states{{"nobus", core::KeyringState::NoBus},
            {"noservice", core::KeyringState::NoService}, {"nocollection", core::KeyringState::NoCollection}};
        vault::KeychainVault v;
        QElapsedTimer t;
        t.start();
        QCOMPARE(*await(v.probe()), states.value(qgetenv("IDV_EXPECT")));
        const auto written = await(v.write(QStringLiteral("k"), core::makeSecret(QByteArrayView("x"))));
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::VaultUnavailable);
        QCOMPARE(await(v.read(QStringLiteral("k"))).error().code, ErrorCode::VaultUnavailable);
        QVERIFY2(t.elapsed() < 10000, "never hangs");
    }
};
IDV_TEST(KeychainStates)
#include "tst_keychainstates.moc"
