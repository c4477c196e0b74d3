#include "domain/profiles/workflowfiles.h"
#include "domain/tenants/callbackaddress.h"
#include "domain/tenants/tenant.h"
#include "support/registry.h"
#include <QJsonDocument>
#include <QTest>

// One base, and every address that is made of it.
class CallbackAddresses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCallerGetsTheSame_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("base"); // as it is stored
        QTest::addColumn<QString>("callback");
        QTest::addColumn<QString>("events");
        const auto row = [](const char *name, const char *given, const char *base, const char *callback,
                             const char *events) {
            QTest::newRow(name) << QString::fromLatin1(given) << QString::fromLatin1(base)
                                << QString::fromLatin1(callback) << QString::fromLatin1(events);
        };
        const char *base = "https://relay.acme.example", *callback = "https://relay.acme.example/idv/callback",
                   *events = "https://relay.acme.example/sailpoint/events";
        row("none", "", "", "", "");
        row("an origin", base, base, callback, events);
        row("with a slash", "https://relay.acme.example/", base, callback, events);
        row("with many", " https://relay.acme.example/// ", base, callback, events);
        row("the whole address", callback, base, callback, events);
        row("the whole address and a slash", "https://relay.acme.example/idv/callback/", base, callback, events);
        row("the address of events", events, base, callback, events);
        row("a prefix", "https://relay.acme.example/team-a", "https://relay.acme.example/team-a",
            "https://relay.acme.example/team-a/idv/callback", "https://relay.acme.example/team-a/sailpoint/events");
        row("a prefix and the path", "https://relay.acme.example/team-a/idv/callback",
            "https://relay.acme.example/team-a", "https://relay.acme.example/team-a/idv/callback",
            "https://relay.acme.example/team-a/sailpoint/events");
        row("a port", "https://relay.acme.example:8443", "https://relay.acme.example:8443",
            "https://relay.acme.example:8443/idv/callback", "https://relay.acme.example:8443/sailpoint/events");
        row("a path that only ends alike", "https://relay.acme.example/xidv/callback",
            "https://relay.acme.example/xidv/callback", "https://relay.acme.example/xidv/callback/idv/callback",
            "https://relay.acme.example/xidv/callback/sailpoint/events");
        // SailPoint's own address is whole: this console's receiver has no part in it.
        const char *workflow = "https://acme.api.identitynow.com/v2024/workflows/execute/external/w1";
        row("SailPoint's", workflow, workflow, workflow, "");
    }
    void everyCallerGetsTheSame()
    {
        QFETCH(QString, given);
        QFETCH(QString, callback);
        domain::Tenant t;
        t.sailpointUrl = QStringLiteral("https://acme.api.identitynow.com");
        t.callbackBaseUrl = domain::callbackBaseFrom(given, t.receiver);
        QTEST(t.callbackBaseUrl, "base");
        QCOMPARE(domain::callbackUrl(t), callback);
        QTEST(domain::eventsUrl(t), "events");
        QCOMPARE(domain::callbackBaseFrom(t.callbackBaseUrl, t.receiver), t.callbackBaseUrl);
        const QByteArray file = QJsonDocument(domain::initiateWorkflow(t)).toJson();
        QVERIFY2(file.contains("\"callback_url\": \"" + callback.toUtf8() + '"'), file.constData());
    }
    void whatIsStoredIsReadAsABase()
    {
        domain::Tenant t;
        t.id = core::TenantId(QStringLiteral("t1"));
        t.receiver.path = QStringLiteral("/from/provider");
        t.callbackBaseUrl = QStringLiteral("https://relay.acme.example/from/provider");
        const auto read = domain::tenantFromJson(domain::tenantToJson(t));
        QVERIFY(read);
        QCOMPARE(read->callbackBaseUrl, QStringLiteral("https://relay.acme.example"));
        QCOMPARE(domain::callbackUrl(*read), t.callbackBaseUrl); // as the provider was told before
    }
};
IDV_TEST(CallbackAddresses)
#include "tst_callbackaddress.moc"
