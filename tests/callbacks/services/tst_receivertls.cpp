#include "services/callbacks/callbackreceiver.h"
#include "support/labfixture.h"
#include "support/registry.h"
#include <QProcess>
#include <QtTest>

using support::await;
using support::LabFixture;
using support::quick;

// Certificates that an operator names and that are not what they should be.
class ReceiverCertificates : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    QString path(const char *name) { return m_dir.filePath(QString::fromLatin1(name)); }
    bool make(const char *name, const QStringList &more = {QStringLiteral("-nodes")})
    {
        return QProcess::execute(QStringLiteral("openssl"),
                   QStringList{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                       QStringLiteral("ec"), QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256"),
                       QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
                       QStringLiteral("/CN=localhost"), QStringLiteral("-keyout"), path(name) + QStringLiteral(".key"),
                       QStringLiteral("-out"), path(name) + QStringLiteral(".pem"), QStringLiteral("-quiet")} +
                       more) == 0 ||
               QProcess::execute(QStringLiteral("openssl"),
                   QStringList{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                       QStringLiteral("rsa:2048"), QStringLiteral("-days"), QStringLiteral("2"),
                       QStringLiteral("-subj"), QStringLiteral("/CN=localhost"), QStringLiteral("-keyout"),
                       path(name) + QStringLiteral(".key"), QStringLiteral("-out"),
                       path(name) + QStringLiteral(".pem")} +
                       more) == 0;
    }
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(make("good"));
        QVERIFY(make("other"));
        QVERIFY(make("locked", {QStringLiteral("-passout"), QStringLiteral("pass:secret")}));
        QFile garbage(path("garbage.pem"));
        QVERIFY(garbage.open(QIODevice::WriteOnly));
        garbage.write("this is no certificate");
    }
    void whatCannotBeUsedIsNamed_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("field");
        QTest::newRow("no such file") << "none.pem"
                                      << "good.key"
                                      << "certificate";
        QTest::newRow("a folder") << ""
                                  << "good.key"
                                  << "certificate";
        QTest::newRow("no certificate in it") << "garbage.pem"
                                              << "good.key"
                                              << "certificate";
        QTest::newRow("no key file") << "good.pem"
                                     << "none.key"
                                     << "key";
        QTest::newRow("no key in it") << "good.pem"
                                      << "garbage.pem"
                                      << "key";
        QTest::newRow("a key with a pass phrase") << "good.pem"
                                                  << "locked.key"
                                                  << "key";
        QTest::newRow("the key of another one") << "good.pem"
                                                << "other.key"
                                                << "key";
        QTest::newRow("a pair") << "good.pem"
                                << "good.key"
                                << "";
    }
    void whatCannotBeUsedIsNamed()
    {
        QFETCH(QString, certificate);
        QFETCH(QString, key);
        QFETCH(QString, field);
        LabFixture d(quick(), [&](domain::Tenant &t) {
            t.receiver.port = 0;
            t.receiver.tls = domain::ReceiverTls::Own;
            t.receiver.certificateFile = m_dir.filePath(certificate);
            t.receiver.keyFile = m_dir.filePath(key);
        });
        const auto l = await(d.tenantSession->receiving().start());
        QCOMPARE(bool(l), field.isEmpty());
        QCOMPARE(d.tenantSession->receiving().isListening(), field.isEmpty());
        if (!l) {
            QCOMPARE(l.error().field, field);
            QVERIFY(l.error().text.size() > 20);
        } else {
            QVERIFY(l->url.startsWith(QLatin1String("https://")) && l->fingerprint.size() == 95);
        }
    }
};
IDV_TEST(ReceiverCertificates)
#include "tst_receivertls.moc"
