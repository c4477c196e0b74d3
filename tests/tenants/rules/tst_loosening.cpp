#include "domain/access/approval.h"
#include "domain/callbacks/callback.h"
#include "domain/events/eventrule.h"
#include "domain/reverification/campaign.h"
#include "domain/reverification/reverificationpolicy.h"
#include "domain/tenants/identityiq.h"
#include "domain/tenants/loosening.h"
#include "domain/tenants/privacy.h"
#include "domain/tenants/tenant.h"
#include "domain/text/strictjson.h"
#include "domain/verification/policy.h"
#include "support/registry.h"
#include "text/rules/goodsettings.h"

using support::faultOf;
using support::goodTenant;
using support::jsonOf;

class LooserSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTenantIsReadAsAWhole_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *key, const QJsonValue &value, const char *field) {
            QTest::addRow("%s %s", key, field) << QString::fromLatin1(key) << value << QString::fromLatin1(field);
        };
        row("writeBack", QStringLiteral("graph"), "writeBack");
        row("environment", QStringLiteral("staging"), "environment");
        row("product", QStringLiteral("oracle"), "product");
        row("pathStyle", QStringLiteral("v2030"), "pathStyle");
        row("readOnly", QStringLiteral("true"), "readOnly");
        row("tunnel", 1, "tunnel");
        row("provider", jsonOf(R"({"kind":"new"})"), "provider.kind");
        row("provider", jsonOf(R"({"kind":"seed","statusPathh":"/x"})"), "provider.statusPathh");
        row("identityIq", jsonOf(R"({"decidesForOthers":1})"), "identityIq.decidesForOthers");
        row("map", jsonOf(R"({"idvLevel":"x"})"), "map");
        row("intervalDays", 0, "intervalDays");
    }
    void aTenantIsReadAsAWhole()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QJsonObject o = domain::tenantToJson(goodTenant());
        o.insert(key, value);
        QTEST(faultOf(domain::tenantFromJson(o)), "field");
        o = domain::tenantToJson(goodTenant());
        for (const char *needed : {"id", "environment", "pathStyle", "writeBack"}) {
            QJsonObject less = o;
            less.remove(QLatin1String(needed));
            QCOMPARE(faultOf(domain::tenantFromJson(less)), QLatin1String(needed));
        }
    }
    void whatAFileLoosensHasAName_data()
    {
        using Change = std::function<void(domain::Tenant &)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<QStringList>("names");
        const auto row = [](const char *name, const Change &c, const QStringList &names) {
            QTest::newRow(name) << c << names;
        };
        row("as added", [](auto &) {}, {});
        row("unsigned", [](auto &t) { t.receiver.trustsUnsigned = true; }, {QStringLiteral("Acme:trusts-unsigned")});
        row("no sign-in", [](auto &t) { t.receiver.auth = domain::CallbackAuth::None; },
            {QStringLiteral("Acme:auth-none")});
        row("wider", [](auto &t) { t.receiver.address = QStringLiteral("0.0.0.0"); },
            {QStringLiteral("Acme:listens-wider")});
        row("by itself", [](auto &t) { t.receiver.startsWithTenant = true; }, {QStringLiteral("Acme:receiver-starts")});
        row("events", [](auto &t) { t.receiver.takesEvents = true; }, {QStringLiteral("Acme:takes-events")});
        row("tolerance", [](auto &t) { t.receiver.toleranceSeconds = 900; }, {QStringLiteral("Acme:tolerance")});
        row("for others", [](auto &t) { t.identityIq.decidesForOthers = true; },
            {QStringLiteral("Acme:decides-for-others")});
        row("writes", [](auto &t) { t.writeBack = domain::WriteBackStrategy::Account; },
            {QStringLiteral("Acme:write-back")});
        row("tunnel", [](auto &t) { t.isTunnel = true; }, {QStringLiteral("Acme:tunnel")});
        row("authority", [](auto &t) { t.caFile = QStringLiteral("/ca.pem"); }, {QStringLiteral("Acme:ca")});
        row("lasts longer", [](auto &t) { t.reverification.intervalDays = 700; }, {QStringLiteral("Acme:interval")});
        row("locked is stricter", [](auto &t) { t.readOnly = true; }, {});
    }
    void whatAFileLoosensHasAName()
    {
        QFETCH(std::function<void(domain::Tenant &)>, change);
        QFETCH(QStringList, names);
        auto t = goodTenant();
        change(t);
        QStringList found;
        for (const auto &l : domain::looseningsOf(t)) {
            found << l.name;
            QVERIFY(!l.text.isEmpty());
        }
        QCOMPARE(found, names);
    }
    void aPolicyThatAsksForLessIsNamed()
    {
        domain::VerificationPolicy now{QStringLiteral("INC\\d+"), {}, {}, {}, {QStringLiteral("order")}};
        now.defaults.insert(domain::Reason::Onboarding, {2, {}, {}});
        QStringList found;
        for (const auto &l : domain::looseningsOf(now, domain::VerificationPolicy()))
            found << l.name;
        QCOMPARE(
            found, (QStringList{QStringLiteral("verification:ticket-form"),
                       QStringLiteral("verification:level.onboarding"), QStringLiteral("verification:names.order")}));
        QVERIFY(domain::looseningsOf(domain::VerificationPolicy(), now).isEmpty());
        QCOMPARE(
            domain::looseningsOf(std::nullopt, now).first().name, QStringLiteral("verification:replaces-unreadable"));
        QCOMPARE(domain::looseningsOf(QStringLiteral("A"), domain::Retention{false, 455, 7}).first().name,
            QStringLiteral("A:retention"));
        QVERIFY(domain::looseningsOf(QStringLiteral("A"), domain::Retention()).isEmpty());
    }
    void exactlyWhatIsFoundIsAllowed()
    {
        const QList<domain::Loosening> found{{QStringLiteral("A, B:write-back"), {}}, {QStringLiteral("C:tunnel"), {}}};
        QVERIFY(domain::gapOf(found, {QStringLiteral("A, B:write-back"), QStringLiteral("C:tunnel")}).isEmpty());
        QCOMPARE(domain::gapOf(found, {}).unnamed.size(), 2);
        QCOMPARE(
            domain::gapOf(found, {QStringLiteral("C:tunnel")}).unnamed.first().name, QStringLiteral("A, B:write-back"));
        const auto gap =
            domain::gapOf(found, {QStringLiteral("A, B:write-back"), QStringLiteral("C:tunnel,C:trusts-unsigned")});
        QCOMPARE(gap.unknown, QStringList{QStringLiteral("C:trusts-unsigned")});
        QVERIFY(gap.unnamed.isEmpty());
    }
    void whereATenantIsHasToBeSaid_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<int>("environment");
        QTest::addColumn<bool>("isTunnel");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *url, domain::Environment e, bool isTunnel, const char *field) {
            QTest::addRow("%s %d %d", url, int(e), int(isTunnel))
                << QString::fromLatin1(url) << int(e) << isTunnel << QString::fromLatin1(field);
        };
        using E = domain::Environment;
        for (const char *here : {"http://127.0.0.1:8443", "https://localhost", "https://LOCALHOST.", "http://[::1]:9",
                 "http://127.9.9.9", "https://tenant.localhost", "https://0.0.0.0:8443"}) {
            row(here, E::Production, false, "environment");
            row(here, E::Sandbox, false, "environment");
            row(here, E::Production, true, "");
            row(here, E::Simulator, false, "");
            row(here, E::Simulator, true, "tunnel");
        }
        row("https://acme.api.identitynow.com", E::Production, false, "");
        row("https://acme.api.identitynow.com", E::Production, true, "tunnel");
        row("https://localhost.example", E::Production, false, "");
    }
    void whereATenantIsHasToBeSaid()
    {
        QFETCH(QString, url);
        QFETCH(int, environment);
        QFETCH(bool, isTunnel);
        auto t = goodTenant();
        t.sailpointUrl = url;
        t.environment = domain::Environment(environment);
        t.isTunnel = isTunnel;
        const auto fault = domain::environmentFault(t);
        QTEST(fault ? fault->field : QString(), "field");
    }
    void aSimulatorElsewhereIsRefused()
    {
        auto t = goodTenant();
        t.environment = domain::Environment::Simulator;
        QCOMPARE(domain::validate(t).first().field, QStringLiteral("environment"));
    }
};
IDV_TEST(LooserSettings)
#include "tst_loosening.moc"
