#include "domain/tenants/tenant.h"
#include "support/registry.h"
#include <QtTest>

class Tenants_ : public QObject
{
    Q_OBJECT
    static domain::Tenant good()
    {
        domain::Tenant t;
        t.name = QStringLiteral("Acme");
        t.sailpointUrl = QStringLiteral("https://acme.api.identitynow.com");
        t.clientId = QStringLiteral("b61429f5a84c4f4f9f3b3f9e8e6b1c52");
        t.idvUrl = QStringLiteral("https://acme.1kosmos.net");
        t.communityId = QStringLiteral("5f3d");
        return t;
    }
private Q_SLOTS:
    void aGoodTenantHasNoFault() { QVERIFY(domain::validate(good()).isEmpty()); }
    void everyFaultNamesItsField_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *name, const char *field, const char *value) {
            QTest::newRow(name) << QString::fromLatin1(field) << QString::fromLatin1(value);
        };
        row("no name", "name", " ");
        row("placeholder url", "sailpoint-url", "https://[tenant].api.identitynow.com");
        row("change me", "sailpoint-url", "https://CHANGE_ME.api.identitynow.com");
        row("plain http", "sailpoint-url", "http://acme.api.identitynow.com");
        row("ftp", "sailpoint-url", "ftp://acme.api.identitynow.com");
        row("no scheme", "sailpoint-url", "acme.api.identitynow.com");
        row("user info", "sailpoint-url", "https://a:b@acme.api.identitynow.com");
        row("query", "sailpoint-url", "https://acme.api.identitynow.com?x=1");
        row("browser address", "sailpoint-url", "https://acme.identitynow.com");
        row("no client", "client-id", "");
        row("placeholder client", "client-id", "CHANGE_ME");
        row("idv http", "idv-url", "http://acme.1kosmos.net");
        row("no community", "community", "");
        row("placeholder community", "community", "[communityId]");
        row("session path", "session-path", "api/v1");
        row("status path", "status-path", "/api/v1/x");
        row("client with a header", "client-id", "abc\r\nX-Injected: yes");
        row("community with a line", "community", "5f3d\n5f3e");
        row("name with a bell", "name", "Ac\ame");
        row("path with a line end", "session-path", "/api/v1\r\nX-Injected: yes");
        row("path with a hidden line end", "session-path", "/api/v1%0d%0aX-Injected:yes");
        row("path upwards", "status-path", "/api/../{sessionId}");
        row("path upwards, encoded", "status-path", "/api/%2e%2E/{sessionId}");
        row("path with a fragment", "status-path", "/api/#{sessionId}");
        row("path of another host", "session-path", "//elsewhere.example/api");
        row("path beyond ASCII", "session-path", "/api/\xE9");
        row("tag with a line end", "tenant-tag", "blue\r\nX-Injected: yes");
        row("tag beyond ASCII", "tenant-tag", "\xE9");
        row("proxy with a line", "proxy", "http://proxy.example:8080\r\nX: y");
        row("callback", "callback-base-url", "http://relay.example");
        row("proxy", "proxy", "proxy.example:8080");
        row("proxy password", "proxy", "http://a:b@proxy.example:8080");
        row("ca", "ca", "/no/such/file.pem");
    }
    void everyFaultNamesItsField()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        auto t = good();
        const QHash<QString, QString *> where{{QStringLiteral("name"), &t.name},
            {QStringLiteral("sailpoint-url"), &t.sailpointUrl}, {QStringLiteral("client-id"), &t.clientId},
            {QStringLiteral("idv-url"), &t.idvUrl}, {QStringLiteral("community"), &t.communityId},
            {QStringLiteral("session-path"), &t.provider.createPath},
            {QStringLiteral("status-path"), &t.provider.statusPath},
            {QStringLiteral("callback-base-url"), &t.callbackBaseUrl}, {QStringLiteral("proxy"), &t.proxy},
            {QStringLiteral("ca"), &t.caFile}, {QStringLiteral("tenant-tag"), &t.provider.tenantTag}};
        *where.value(field) = value;
        const auto faults = domain::validate(t);
        QCOMPARE(faults.size(), 1);
        QCOMPARE(faults.first().field, field);
        QVERIFY(faults.first().text.size() > 15);
    }
    void ordinaryPathsAndTagsAreTaken()
    {
        auto t = good();
        t.provider.createPath = QStringLiteral("/api/v2/{communityId}/sessions?kind=idv&x=%20");
        t.provider.statusPath = QStringLiteral("/api/v2/{communityId}/sessions/{sessionId}");
        t.provider.tenantTag = QStringLiteral("blue team/1");
        QVERIFY(domain::validate(t).isEmpty());
    }
    void loopbackMayBePlain()
    {
        auto t = good();
        t.sailpointUrl = QStringLiteral("http://127.0.0.1:4010");
        t.idvUrl = QStringLiteral("http://localhost:4011");
        QVERIFY(domain::validate(t).isEmpty());
        QVERIFY(!domain::isLoopback(QUrl(QStringLiteral("http://127.0.0.1.evil.example"))));
        QVERIFY(!domain::isLoopback(QUrl(QStringLiteral("http://localhost.evil.example"))));
    }
    void strategiesAskForWhatTheyNeed()
    {
        auto t = good();
        t.writeBack = domain::WriteBackStrategy::Account;
        QCOMPARE(domain::validate(t).first().field, QStringLiteral("idv-source"));
        t.writeBack = domain::WriteBackStrategy::Workflow;
        QCOMPARE(domain::validate(t).first().field, QStringLiteral("workflow-id"));
    }
    void survivesItsJson()
    {
        auto t = good();
        t.id = core::TenantId(QStringLiteral("x"));
        t.map.set(domain::Field::IdvIal, QStringLiteral("myIal"));
        t.provider.cancelPath = QStringLiteral("/c/{sessionId}");
        t.reverification.intervalDays = 90;
        const auto back = domain::tenantFromJson(domain::tenantToJson(t));
        QVERIFY(back);
        QCOMPARE(domain::tenantToJson(*back), domain::tenantToJson(t));
    }
    void aMappingIsChecked()
    {
        QVERIFY(!domain::AttributeMap::fromJson({{QStringLiteral("idvStatus"), QStringLiteral("a b")}}));
        QVERIFY(!domain::AttributeMap::fromJson({{QStringLiteral("nonsense"), QStringLiteral("a")}}));
        QVERIFY(!domain::AttributeMap::fromJson({{QStringLiteral("idvStatus"), QStringLiteral("idvIAL")}}));
        QVERIFY(bool(domain::AttributeMap::fromJson({{QStringLiteral("mobile"), QStringLiteral("cell")}})));
    }
};
IDV_TEST(Tenants_)
#include "tst_tenants.moc"
