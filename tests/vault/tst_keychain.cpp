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
        QCOMPARE(*await(v.probe()), core::KeyringState::Unlocked);
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
        QCOMPARE(*await(v.probe()), core::KeyringState::Locked);
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
            texts << vault::keyringMessage(core::KeyringState(i));
        QCOMPARE(texts.size(), 5);
    }
};
IDV_TEST(Keychain)
#include "tst_keychain.moc"
