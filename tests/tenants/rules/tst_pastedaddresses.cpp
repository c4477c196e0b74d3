#include "domain/tenants/baseurl.h"
#include "domain/tenants/cafile.h"
#include "support/registry.h"
#include <QtTest>

// What people paste where an address or a file of certificates belongs.
class PastedAddresses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theApiIsFound_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QString>("api"); // empty: it is taken as it stands
        const auto row = [](const char *pasted, const char *api) {
            QTest::newRow(pasted) << QString::fromLatin1(pasted) << QString::fromLatin1(api);
        };
        const char *acme = "https://acme.api.identitynow.com";
        for (const char *page :
            {"https://acme.identitynow.com", "https://acme.identitynow.com/", "acme.identitynow.com",
                " https://ACME.identitynow.com/ui/d/dashboard ", "https://acme.identitynow.com/ui/a/admin#/x?y=1",
                "http://acme.identitynow.com", "https://acme.api.identitynow.com/v3", "acme.api.identitynow.com",
                "https://acme.api.identitynow.com/", "https://acme.api.identitynow.com/beta/identities",
                "https://acme.api.identitynow.com/v2024", "https://acme.api.identitynow.com/oauth/token"})
            row(page, acme);
        row("https://acme.identitynow-demo.com", "https://acme.api.identitynow-demo.com");
        row("https://acme.saas.sailpoint.com", "https://acme.api.saas.sailpoint.com");
        row("https://acme.saas.sailpointfedramp.com/ui", "https://acme.api.saas.sailpointfedramp.com");
        row("https://acme.api.saas.sailpointfedramp.com/v3", "https://acme.api.saas.sailpointfedramp.com");
        for (const char *taken : {"https://acme.api.identitynow.com", "https://id.acme.example", "id.acme.example",
                 "https://id.acme.example/v3", "https://identitynow.com", "https://identitynow.com.example",
                 "https://a.b.identitynow.com", "https://api.identitynow.com.evil.example",
                 "https://user@acme.identitynow.com", "https://acme.identitynow.com:8443", "nonsense", "",
                 "https://[tenant].identitynow.com"})
            row(taken, "");
    }
    void theApiIsFound()
    {
        QFETCH(QString, pasted);
        QTEST(domain::suggestedApiUrl(pasted), "api");
        if (const QString api = domain::suggestedApiUrl(pasted); !api.isEmpty()) {
            QVERIFY(domain::checkedBaseUrl(QStringLiteral("sailpoint-url"), api));
            QCOMPARE(domain::suggestedApiUrl(api), QString());
        }
    }
    void aFileOfCertificates_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("says"); // empty: it is taken
        const auto row = [](const char *name, const QByteArray &content, const char *says) {
            QTest::newRow(name) << content << QString::fromLatin1(says);
        };
        const QByteArray pem = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";
        row("pem", pem, "");
        row("pem with words before", "Subject: CN=Acme\n" + pem + pem, "");
        row("of openssl", "-----BEGIN TRUSTED CERTIFICATE-----\nMIIB\n", "");
        row("a key and a certificate", "-----BEGIN PRIVATE KEY-----\nMIIB\n" + pem, "");
        row("empty", {}, "is empty");
        row("blank", " \r\n\n", "is empty");
        row("der", QByteArray("\x30\x82\x03\x0a\x30\x82", 6), "-inform der");
        row("pkcs7", QByteArray("\x30\x82\x03\x0a\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02\xa0", 16),
            "openssl pkcs7");
        row("pkcs7 as pem", "-----BEGIN PKCS7-----\nMIIB\n", "openssl pkcs7");
        row("a key", "-----BEGIN RSA PRIVATE KEY-----\nMIIB\n", "private key");
        row("a page", "<html><body>Sign in</body></html>", "no PEM");
    }
    void aFileOfCertificates()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, says);
        const auto fault = domain::caFileFault(content, QStringLiteral("/etc/acme.pem"));
        QCOMPARE(fault.has_value(), !says.isEmpty());
        if (fault) {
            QCOMPARE(fault->field, QStringLiteral("ca"));
            QVERIFY2(fault->text.contains(says) && fault->text.contains(QLatin1String("/etc/acme.pem")),
                qPrintable(fault->text));
        }
    }
};
IDV_TEST(PastedAddresses)
#include "tst_pastedaddresses.moc"
