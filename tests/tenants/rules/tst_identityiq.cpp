#include "domain/sync/copyage.h"
#include "domain/tenants/tenant.h"
#include "support/registry.h"
#include <QtTest>

class IdentityIqRules : public QObject
{
    Q_OBJECT
    static domain::Tenant good()
    {
        domain::Tenant t;
        t.product = domain::Product::IdentityIq;
        t.name = QStringLiteral("Halden");
        t.sailpointUrl = QStringLiteral("https://iq.halden.example:8443/identityiq");
        t.clientId = QStringLiteral("svc");
        t.idvUrl = QStringLiteral("https://halden.1kosmos.net");
        t.communityId = QStringLiteral("5f3d");
        return t;
    }
private Q_SLOTS:
    void theBaseIsFoundInWhatWasPasted_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QString>("base");
        const auto row = [](const char *name, const char *pasted, const char *base) {
            QTest::newRow(name) << QString::fromLatin1(pasted) << QString::fromLatin1(base);
        };
        row("home page", "https://seri.company.example:8080/identityiq/home.jsf",
            "https://seri.company.example:8080/identityiq");
        row("deep page with query", "https://iq.example/identityiq/define/identity/identity.jsf?id=1#x",
            "https://iq.example/identityiq");
        row("host only", "https://iq.example", "https://iq.example/identityiq");
        row("host and slash", " https://iq.example/ ", "https://iq.example/identityiq");
        row("no scheme", "iq.example:8443", "https://iq.example:8443/identityiq");
        row("other context path", "https://iq.example/iiq/home.jsf", "https://iq.example/iiq");
        row("context path behind a prefix", "https://h.example/apps/iiq/home.jsf", "https://h.example/apps/iiq");
        row("page at the root", "https://iq.example/home.jsf", "https://iq.example/identityiq");
        row("behind a prefix", "https://gate.example/apps/identityiq/rest/ping",
            "https://gate.example/apps/identityiq");
        row("capitals", "https://iq.example/IdentityIQ/home.jsf", "https://iq.example/IdentityIQ");
        row("user info goes", "https://a:b@iq.example/identityiq", "https://iq.example/identityiq");
        row("plain http is kept, and refused later", "http://iq.example:8080/identityiq",
            "http://iq.example:8080/identityiq");
        row("nothing", "", "");
        row("no address", "https://", "");
    }
    void theBaseIsFoundInWhatWasPasted()
    {
        QFETCH(QString, pasted);
        QFETCH(QString, base);
        QCOMPARE(domain::identityIqBase(pasted), base);
        if (!base.isEmpty())
            QCOMPARE(domain::identityIqBase(base), base);
    }
    void aGoodTenantHasNoFault() { QVERIFY(domain::validate(good()).isEmpty()); }
    void everyFaultNamesItsField_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<std::function<void(domain::Tenant &)>>("change");
        using Change = std::function<void(domain::Tenant &)>;
        QTest::newRow("http beyond this computer")
            << "sailpoint-url"
            << Change([](auto &t) { t.sailpointUrl = QStringLiteral("http://iq.halden.example:8080/identityiq"); });
        QTest::newRow("a page") << "sailpoint-url" << Change([](auto &t) {
            t.sailpointUrl = QStringLiteral("https://iq.halden.example/identityiq/home.jsf");
        });
        QTest::newRow("no context path") << "sailpoint-url" << Change([](auto &t) {
            t.sailpointUrl = QStringLiteral("https://iq.halden.example");
        });
        QTest::newRow("plug-in elsewhere")
            << "plugin-url"
            << Change([](auto &t) { t.identityIq.pluginUrl = QStringLiteral("https://other.example/plugin"); });
        QTest::newRow("plug-in on another port") << "plugin-url" << Change([](auto &t) {
            t.identityIq.pluginUrl = QStringLiteral("https://iq.halden.example/identityiq/plugin/rest/x");
        });
        QTest::newRow("plug-in over http")
            << "plugin-url"
            << Change([](auto &t) { t.identityIq.pluginUrl = QStringLiteral("http://iq.halden.example:8443/x"); });
        QTest::newRow("approved state") << "approved-state" << Change([](auto &t) {
            t.identityIq.approvedState = QStringLiteral("two words");
        });
        QTest::newRow("denied state") << "denied-state"
                                      << Change([](auto &t) { t.identityIq.deniedState = QStringLiteral("\"x\""); });
        QTest::newRow("the same state twice")
            << "denied-state" << Change([](auto &t) { t.identityIq.deniedState = QStringLiteral("Finished"); });
        QTest::newRow("the cloud's strategy") << "write-back" << Change([](auto &t) {
            t.writeBack = domain::WriteBackStrategy::Account;
            t.idvSourceId = QStringLiteral("x");
        });
        QTest::newRow("a workflow without name")
            << "workflow-id" << Change([](auto &t) { t.writeBack = domain::WriteBackStrategy::Workflow; });
    }
    void everyFaultNamesItsField()
    {
        QFETCH(QString, field);
        QFETCH(std::function<void(domain::Tenant &)>, change);
        auto t = good();
        change(t);
        const auto faults = domain::validate(t);
        QCOMPARE(faults.size(), 1);
        QCOMPARE(faults.first().field, field);
        QVERIFY(faults.first().text.size() > 15);
    }
    void theCloudHasNoScimStrategy()
    {
        auto t = good();
        t.product = domain::Product::SecurityCloud;
        t.sailpointUrl = QStringLiteral("https://halden.api.identitynow.com");
        QVERIFY(domain::validate(t).isEmpty());
        t.writeBack = domain::WriteBackStrategy::Scim;
        QCOMPARE(domain::validate(t).first().field, QStringLiteral("write-back"));
    }
    void aTenantSurvivesItsJson()
    {
        auto t = good();
        t.id = core::TenantId(QStringLiteral("t"));
        t.identityIq = {QStringLiteral("https://iq.halden.example:8443/x"), domain::WorkItemMethod::Post,
            QStringLiteral("Finished"), QStringLiteral("Rejected"), QStringLiteral("Signed"), QStringLiteral("op"),
            true};
        const auto again = domain::tenantFromJson(domain::tenantToJson(t));
        QVERIFY(bool(again));
        QCOMPARE(again->product, domain::Product::IdentityIq);
        QVERIFY(again->identityIq == t.identityIq);
        // What was stored before there were two products is the cloud's.
        auto old = domain::tenantToJson(t);
        old.remove(QStringLiteral("product"));
        old.remove(QStringLiteral("identityIq"));
        QCOMPARE(domain::tenantFromJson(old)->product, domain::Product::SecurityCloud);
        old.insert(QStringLiteral("product"), QStringLiteral("oracle"));
        QVERIFY(!domain::tenantFromJson(old));
    }
    void filtersHoldWhatPeopleType_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("scim");
        QTest::newRow("plain") << "ann"
                               << "userName eq \"ann\"";
        QTest::newRow("quote") << "a\" or \"1\" eq \"1"
                               << "userName eq \"a\\\" or \\\"1\\\" eq \\\"1\"";
        QTest::newRow("backslash") << "a\\\""
                                   << "userName eq \"a\\\\\\\"\"";
    }
    void filtersHoldWhatPeopleType()
    {
        QFETCH(QString, typed);
        QFETCH(QString, scim);
        QCOMPARE(domain::scimEquals(QStringLiteral("userName"), typed), scim);
        QCOMPARE(domain::iiqEquals(QStringLiteral("name"), typed), QStringLiteral("name == ") + scim.mid(12));
    }
    void filtersOfTime()
    {
        QCOMPARE(domain::scimModifiedSince(1318884600000),
            QStringLiteral("meta.lastModified ge \"2011-10-17T20:50:00.000Z\""));
        QCOMPARE(domain::iiqModifiedSince(1318884600000), QStringLiteral("modified>=DATE$1318884600000"));
        QCOMPARE(domain::iiqActive(), QStringLiteral("active == true"));
    }
    void thePluginIsAtTheServersRootUnlessSaid()
    {
        QCOMPARE(domain::pluginBase({}, QStringLiteral("https://iq.example:8443/identityiq")),
            QStringLiteral("https://iq.example:8443"));
        domain::IdentityIqSettings s;
        s.pluginUrl = QStringLiteral("https://iq.example:8443/identityiq/plugin/rest/approvals");
        QCOMPARE(domain::pluginBase(s, QStringLiteral("https://iq.example:8443/identityiq")), s.pluginUrl);
    }
    void anOldVersionIsGuessedOnlyFromWhatIsNotThere()
    {
        using domain::Capability;
        const auto all = [](Capability::State ping, Capability::State plugin) {
            return QList<Capability>{{QStringLiteral("token"), Capability::Answers, {}},
                {QStringLiteral("ping"), ping, {}}, {QStringLiteral("scim"), Capability::Answers, {}},
                {QStringLiteral("plugin-work-items"), plugin, {}}};
        };
        QVERIFY(domain::versionGuess(all(Capability::Answers, Capability::Missing)).isEmpty());
        QVERIFY(domain::versionGuess(all(Capability::NotAllowed, Capability::Answers)).isEmpty());
        QVERIFY(domain::versionGuess(all(Capability::Missing, Capability::Answers)).contains(QLatin1String("guess")));
        for (const char *key : {"token", "ping", "scim", "users", "workflows", "plugin-identities", "plugin-work-items",
                 "plugin-requests", "plugin-reviews"}) {
            QVERIFY(domain::capabilityName(QString::fromLatin1(key)) != QLatin1String(key));
            QVERIFY(!domain::capabilityWithout(QString::fromLatin1(key)).isEmpty());
        }
    }
    void theCopyIsRefreshedEveryFourHours()
    {
        using domain::Product;
        const core::Instant now = 1'700'000'000'000;
        QVERIFY(domain::isCopyOld(Product::IdentityIq, 0, now)); // there is none
        QVERIFY(!domain::isCopyOld(Product::IdentityIq, now - 4 * core::hourMs + 1, now));
        QVERIFY(domain::isCopyOld(Product::IdentityIq, now - 4 * core::hourMs, now));
        QVERIFY(!domain::isCopyOld(Product::SecurityCloud, now - 4 * core::minuteMs, now));
        QVERIFY(domain::isCopyOld(Product::SecurityCloud, now - 5 * core::minuteMs, now));
        QVERIFY(domain::isCopyOld(Product::IdentityIq, now + core::hourMs, now)); // this computer's clock was set back
    }
    void thereIsNoPageOfTheCloud() { QVERIFY(domain::sailpointPage(good(), QStringLiteral("/ui")).isEmpty()); }
};
IDV_TEST(IdentityIqRules)
#include "tst_identityiq.moc"
