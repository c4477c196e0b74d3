#include "domain/tenants/address.h"
#include "domain/tenants/tenant.h"
#include "support/registry.h"
#include <QtTest>

// Addresses are parsed, never compared by how they begin; hosts are compared whole.
class Addresses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void loopbackIsParsed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isLoopback");
        for (const char *yes : {"127.0.0.1", "127.1.2.3", "127.255.255.254", "::1", "0:0:0:0:0:0:0:1",
                 "::ffff:127.0.0.1", "::ffff:7f00:1"})
            QTest::newRow(yes) << QString::fromLatin1(yes) << true;
        for (const char *no : {"", "127", "127.1", "127.999.999.999", "127.0.0.256", "127.0.0.1.example", "127.0.0.1 ",
                 "0127.0.0.1", "0x7f.0.0.1", "2130706433", "128.0.0.1", "0.0.0.0", "::", "::2", "::ffff:128.0.0.1",
                 "::1%lo", "localhost", "fe80::1"})
            QTest::newRow(no) << QString::fromLatin1(no) << false;
    }
    void loopbackIsParsed()
    {
        QFETCH(QString, text);
        QFETCH(bool, isLoopback);
        QCOMPARE(domain::isLoopbackAddress(text), isLoopback);
    }
    void httpIsForThisComputerOnly_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("isTaken");
        for (const char *yes :
            {"http://127.0.0.1:8080", "http://localhost", "http://[::1]:1", "https://acme.api.identitynow.com"})
            QTest::newRow(yes) << QString::fromLatin1(yes) << true;
        for (const char *no : {"http://127.999.999.999", "http://127.0.0.1.example", "http://127.0.0.1.nip.io",
                 "http://localhost.example", "http://0.0.0.0", "http://acme.api.identitynow.com"})
            QTest::newRow(no) << QString::fromLatin1(no) << false;
    }
    void httpIsForThisComputerOnly()
    {
        QFETCH(QString, url);
        QFETCH(bool, isTaken);
        QCOMPARE(bool(domain::checkedBaseUrl(QStringLiteral("x"), url)), isTaken);
    }
    void aSiteIsAHostOrTheProvidersOwnDomain_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<bool>("isSame");
        const auto row = [](const char *a, const char *b, bool same) {
            QTest::addRow("%s and %s", a, b) << QString::fromLatin1(a) << QString::fromLatin1(b) << same;
        };
        row("https://idv.acme.com", "https://IDV.acme.com/x", true);
        row("https://a.1kosmos.net", "https://b.c.1kosmos.net", true);
        row("https://idv.co.uk", "https://evil.co.uk", false);
        row("https://idv.acme.com", "https://other.acme.com", false);
        row("https://a.1kosmos.net", "https://b.1kosmos.net.evil.example", false);
        row("https://a.1kosmos.net", "https://evil1kosmos.net", false);
        row("https://a.1kosmos.net", "https://b.1kosmos.in", false);
        row("https://a.1kosmos.net", "http://b.1kosmos.net", false);
        row("https://acme.net", "https://other.net", false);
        row("https:///x", "https:///x", false);
    }
    void aSiteIsAHostOrTheProvidersOwnDomain()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(bool, isSame);
        QCOMPARE(domain::isSameSite(QUrl(a), QUrl(b)), isSame);
        QCOMPARE(domain::isSameSite(QUrl(b), QUrl(a)), isSame);
    }
};
IDV_TEST(Addresses)
#include "tst_address.moc"
