#include "support/await.h"
#include "support/registry.h"
#include "vault/vault.h"
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QProcess>

using core::ErrorCode;
using support::await;

class Keychain : public QObject
{
    Q_OBJECT
    static void lock()
    {
        const auto bus = QDBusConnection::sessionBus();
        auto alias = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"),
            QStringLiteral("/org/freedesktop/secrets"), QStringLiteral("org.freedesktop.Secret.Service"),
            QStringLiteral("ReadAlias"));
        alias << QStringLiteral("default");
        const auto path = bus.call(alias).arguments().value(0).value<QDBusObjectPath>();
        auto call = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"),
            QStringLiteral("/org/freedesktop/secrets"), QStringLiteral("org.freedesktop.Secret.Service"),
            QStringLiteral("Lock"));
        call << QVariant::fromValue(QList<QDBusObjectPath>{path});
        bus.call(call);
    }
private Q_SLOTS:
    void keepsFindsAndForgets()
    {
        vault::KeychainVault v;
        QCOMPARE(*await(v.probe()), vault::KeyringState::Unlocked);
        const QString key = QStringLiteral("tenant/secret");
        QCOMPARE(await(v.read(key)).error().code, ErrorCode::NotFound);
        QVERIFY(await(v.write(key, core::makeSecret(QByteArrayView("s3cr3t-äöü")))));
        QCOMPARE((*await(v.read(key)))->reveal(), QByteArrayView("s3cr3t-äöü"));
        QProcess tool;
        tool.start(QStringLiteral("secret-tool"), {QStringLiteral("lookup"), QStringLiteral("server"),
                                                      QStringLiteral("idv-console"), QStringLiteral("user"), key});
        QVERIFY(tool.waitForFinished(5000));
        QVERIFY(!tool.readAllStandardOutput().isEmpty());
        QVERIFY(await(v.remove(key)));
        QCOMPARE(await(v.read(key)).error().code, ErrorCode::NotFound);
    }
    void aLockedKeyringIsSaidNotGuessed()
    {
        vault::KeychainVault v;
        QVERIFY(await(v.write(QStringLiteral("k"), core::makeSecret(QByteArrayView("x")))));
        lock();
        QCOMPARE(*await(v.probe()), vault::KeyringState::Locked);
        for (const auto &code : {await(v.read(QStringLiteral("k"))).error().code,
                 await(v.write(QStringLiteral("k"), core::makeSecret(QByteArrayView("y")))).error().code,
                 await(v.remove(QStringLiteral("k"))).error().code})
            QCOMPARE(code, ErrorCode::VaultUnavailable);
        vault::MemoryVault memory(std::make_unique<vault::KeychainVault>());
        QVERIFY(!await(memory.write(QStringLiteral("k"), core::makeSecret(QByteArrayView("y")))));
        memory.setFallsBackToMemory(true);
        QVERIFY(await(memory.write(QStringLiteral("k"), core::makeSecret(QByteArrayView("y")))));
        QCOMPARE((*await(memory.read(QStringLiteral("k"))))->reveal(), QByteArrayView("y"));
    }
    void everyStateHasItsSentence()
    {
        QSet<QString> texts;
        for (int i = 0; i < 5; ++i)
            texts << vault::keyringMessage(vault::KeyringState(i));
        QCOMPARE(texts.size(), 5);
    }
};
IDV_TEST(Keychain)

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
        const QHash<QByteArray, vault::KeyringState> states{{"nobus", vault::KeyringState::NoBus},
            {"noservice", vault::KeyringState::NoService}, {"nocollection", vault::KeyringState::NoCollection}};
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

#include "tst_vault.moc"
