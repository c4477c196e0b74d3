#include "domain/access/approval.h"
#include "domain/callbacks/callback.h"
#include "domain/events/eventrule.h"
#include "domain/identities/people.h"
#include "domain/reverification/campaign.h"
#include "domain/reverification/reverificationpolicy.h"
#include "domain/tenants/identityiq.h"
#include "domain/tenants/loosening.h"
#include "domain/tenants/privacy.h"
#include "domain/tenants/tenant.h"
#include "domain/text/strictjson.h"
#include "domain/verification/policy.h"
#include "support/registry.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

// Every setting that permits, sends or proves, with what a newer version, a slip or a broken disk may leave of it.

static QJsonObject object(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

template <class T>
static QString faultOf(const core::Result<T> &r)
{
    return r ? QString() : r.error().field;
}

static domain::Tenant goodTenant()
{
    domain::Tenant t;
    t.id = core::TenantId(QStringLiteral("t"));
    t.name = QStringLiteral("Acme");
    t.sailpointUrl = QStringLiteral("https://acme.api.identitynow.com");
    t.clientId = QStringLiteral("c");
    t.idvUrl = QStringLiteral("https://acme.1kosmos.net");
    t.communityId = QStringLiteral("k");
    return t;
}

static domain::CampaignPlan goodPlan()
{
    domain::CampaignPlan p;
    p.name = QStringLiteral("Overdue");
    p.documents = {QStringLiteral("passport")};
    p.query.status = domain::IdentityStatus::Overdue;
    p.query.filter.profiles = {QStringLiteral("Contractors")};
    return p;
}

/// By the name of a setting: what is good, and the place of the first fault.
struct Reader
{
    QJsonObject good;
    std::function<QString(const QJsonObject &)> fault;
};

static QHash<QString, Reader> readers()
{
    domain::VerificationPolicy policy{QStringLiteral("INC\\d+"), QStringLiteral("INC1"),
        {{QStringLiteral("en/verified"), QStringLiteral("Thanks.")}}, {}, {QStringLiteral("order")}};
    policy.defaults.insert(domain::Reason::Onboarding, {2, {QStringLiteral("passport")}, domain::Delivery::Email});
    domain::ReverificationPolicy reverification;
    domain::ReverificationRule rule;
    rule.name = QStringLiteral("Contractors");
    rule.profiles = {QStringLiteral("Contractors")};
    reverification.rules = {rule};
    domain::AccessRequirements requirements;
    requirements.all << domain::AccessRequirement{QStringLiteral("admin"), 2, 30};
    return {
        {QStringLiteral("policy"),
            {domain::toJson(policy), [](const QJsonObject &o) { return faultOf(domain::policyFromJson(o)); }}},
        {QStringLiteral("freshness"),
            {domain::toJson(reverification),
                [](const QJsonObject &o) { return faultOf(domain::reverificationFromJson(o)); }}},
        {QStringLiteral("event-rules"),
            {domain::toJson(domain::usualEventRules()),
                [](const QJsonObject &o) { return faultOf(domain::eventRulesFromJson(o)); }}},
        {QStringLiteral("requirements"),
            {domain::toJson(requirements),
                [](const QJsonObject &o) { return faultOf(domain::requirementsFromJson(o)); }}},
        {QStringLiteral("receiver"), {domain::toJson(domain::ReceiverSettings()),
                                         [](const QJsonObject &o) { return faultOf(domain::receiverFromJson(o)); }}},
        {QStringLiteral("retention"), {domain::toJson(domain::Retention()),
                                          [](const QJsonObject &o) { return faultOf(domain::retentionFromJson(o)); }}},
        {QStringLiteral("identityiq"),
            {domain::toJson(domain::IdentityIqSettings()),
                [](const QJsonObject &o) { return faultOf(domain::identityIqFromJson(o)); }}},
        {QStringLiteral("tenant"), {domain::tenantToJson(goodTenant()),
                                       [](const QJsonObject &o) { return faultOf(domain::tenantFromJson(o)); }}},
        {QStringLiteral("campaign"),
            {domain::toJson(goodPlan()),
                [](const QJsonObject &o) { return faultOf(domain::campaignPlanFromJson(o)); }}},
    };
}

class StrictSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsWrittenIsReadAgain()
    {
        const auto all = readers();
        for (auto it = all.begin(); it != all.end(); ++it)
            QVERIFY2(it->fault(it->good).isEmpty(), qPrintable(it.key() + QStringLiteral(": ") + it->fault(it->good)));
    }
    void aWordOfANewerVersionRefusesEachOfThem()
    {
        const auto all = readers();
        for (auto it = all.begin(); it != all.end(); ++it) {
            QJsonObject o = it->good;
            o.insert(QStringLiteral("newRule"), true);
            QVERIFY2(it->fault(o) == QLatin1String("newRule"), qPrintable(it.key()));
            // The whole of it inside something else is the slip that is easiest to make.
            const QJsonObject wrapped{{QStringLiteral("policy"), it->good}};
            QVERIFY2(it->fault(wrapped) == QLatin1String("policy"), qPrintable(it.key()));
            // Each value of another type, one after the other.
            for (auto member = it->good.begin(); member != it->good.end(); ++member) {
                for (const QJsonValue &wrong : {QJsonValue(), QJsonValue(QJsonArray{QJsonArray()}), QJsonValue(0.5)}) {
                    QJsonObject other = it->good;
                    other.insert(member.key(), wrong);
                    QVERIFY2(!it->fault(other).isEmpty(), qPrintable(it.key() + QLatin1Char('.') + member.key()));
                }
            }
        }
    }
    void thePlaceIsNamed_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const char *setting, const char *json, const char *field) {
            QTest::newRow(name) << QString::fromLatin1(setting) << QByteArray(json) << QString::fromLatin1(field);
        };
        row("a reason of tomorrow", "policy", R"({"defaults":{"newreason":{"leastIal":2}}})", "defaults.newreason");
        row("a level as text", "policy", R"({"defaults":{"onboarding":{"leastIal":"2"}}})",
            "defaults.onboarding.leastIal");
        row("level 3", "policy", R"({"defaults":{"onboarding":{"leastIal":3}}})", "defaults.onboarding.leastIal");
        row("no level", "policy", R"({"defaults":{"onboarding":{}}})", "defaults.onboarding.leastIal");
        row("a way of tomorrow", "policy", R"({"defaults":{"onboarding":{"leastIal":1,"delivery":"pigeon"}}})",
            "defaults.onboarding.delivery");
        row("documents no texts", "policy", R"({"defaults":{"onboarding":{"leastIal":1,"documents":[1]}}})",
            "defaults.onboarding.documents");
        row("pattern no text", "policy", R"({"ticketPattern":7})", "ticketPattern");
        row("pattern no expression", "policy", R"({"ticketPattern":"*INC"})", "ticket-pattern");
        row("phrases a list", "policy", R"({"phrases":[]})", "phrases");
        row("a phrase no text", "policy", R"({"phrases":{"en/verified":1}})", "phrases.en/verified");
        row("held differences a text", "policy", R"({"heldDifferences":"order"})", "heldDifferences");
        row("held difference of tomorrow", "policy", R"({"heldDifferences":["tomorrow"]})", "names");
        row("a rule misspelt", "freshness", R"({"standard":{"intervalDays":90},"rule":[]})", "rule");
        row("a list misspelt", "freshness", R"({"rules":[{"name":"A","profile":["X"],"intervalDays":30}]})",
            "rules[0].profile");
        row("high risk as text", "freshness", R"({"rules":[{"name":"A","profiles":["X"],"highRisk":"no"}]})",
            "rules[0].highRisk");
        row("days beyond all numbers", "freshness", R"({"standard":{"intervalDays":1e300}})", "standard.intervalDays");
        row("a trigger of tomorrow", "event-rules",
            R"({"rules":[{"name":"a","trigger":"idn:tomorrow","reason":"onboarding"}]})", "trigger");
        row("a reason unknown", "event-rules",
            R"({"rules":[{"name":"a","trigger":"idn:identity-created","reason":"holiday"}]})", "rules[0].reason");
        row("no reason", "event-rules", R"({"rules":[{"name":"a","trigger":"idn:identity-created"}]})",
            "rules[0].reason");
        row("level as text", "event-rules",
            R"({"rules":[{"name":"a","trigger":"idn:identity-created","reason":"onboarding","ial":"2"}]})",
            "rules[0].ial");
        row("starts as text", "event-rules",
            R"({"rules":[{"name":"a","trigger":"idn:identity-created","reason":"onboarding","starts":"no"}]})",
            "rules[0].starts");
        row("on as number", "event-rules",
            R"({"rules":[{"name":"a","trigger":"idn:identity-created","reason":"onboarding","on":1}]})", "rules[0].on");
        row("a key of tomorrow in a rule", "event-rules",
            R"({"rules":[{"name":"a","trigger":"idn:identity-created","reason":"onboarding","unless":"x"}]})",
            "rules[0].unless");
        row("a rule no object", "event-rules", R"({"rules":["all"]})", "rules[0]");
        row("starts an hour as text", "event-rules", R"({"rules":[],"startsAnHour":"30"})", "startsAnHour");
        row("no list of rules", "event-rules", "{}", "rules");
        row("requirement without access", "requirements", R"({"requirements":[{"ial":2}]})", "requirements[0].access");
        row("requirement level as text", "requirements", R"({"requirements":[{"access":"a","ial":"IAL2"}]})",
            "requirements[0].ial");
        row("requirement of tomorrow", "requirements", R"({"requirements":[{"access":"a","documents":["passport"]}]})",
            "requirements[0].documents");
        row("trusts as text", "receiver", R"({"trustsUnsigned":"false"})", "trustsUnsigned");
        row("a sign-in of tomorrow", "receiver", R"({"auth":"dpop"})", "auth");
        row("tls of tomorrow", "receiver", R"({"tls":"quic"})", "tls");
        row("a format of tomorrow", "receiver", R"({"signature":{"format":9}})", "signature.format");
        row("port as text", "receiver", R"({"port":"8787"})", "port");
        row("removal as text", "retention", R"({"on":"true"})", "on");
        row("days as text", "retention", R"({"on":true,"failedDays":"7"})", "failedDays");
        row("no days", "retention", R"({"on":true,"failedDays":0})", "failedDays");
        row("decides as text", "identityiq", R"({"decidesForOthers":"no"})", "decidesForOthers");
        row("method of tomorrow", "identityiq", R"({"method":"patch"})", "method");
    }
    void thePlaceIsNamed()
    {
        QFETCH(QString, setting);
        QFETCH(QByteArray, json);
        QFETCH(QString, field);
        QCOMPARE(readers().value(setting).fault(object(json.constData())), field);
    }
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
        row("provider", object(R"({"kind":"new"})"), "provider.kind");
        row("provider", object(R"({"kind":"seed","statusPathh":"/x"})"), "provider.statusPathh");
        row("identityIq", object(R"({"decidesForOthers":1})"), "identityIq.decidesForOthers");
        row("map", object(R"({"idvLevel":"x"})"), "map");
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
    void aReceiverThatCannotBeReadIsKeptAsItIs()
    {
        QJsonObject o = domain::tenantToJson(goodTenant());
        QJsonObject receiver = o.value(QLatin1String("receiver")).toObject();
        receiver.insert(QStringLiteral("trustsUnsigned"), QStringLiteral("yes"));
        o.insert(QStringLiteral("receiver"), receiver);
        const auto t = domain::tenantFromJson(o);
        QVERIFY(bool(t));
        QVERIFY(t->receiver.problem.contains(QLatin1String("trustsUnsigned")));
        QVERIFY(!t->receiver.trustsUnsigned);
        QCOMPARE(domain::tenantToJson(*t).value(QLatin1String("receiver")).toObject(),
            receiver); // a lock of the tenant writes it back
    }
    void aCampaignThatSaysMoreThanIsUnderstoodIsRefused_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("field");
        QTest::newRow("a filter of tomorrow")
            << "query" << QJsonValue(object(R"({"sort":"name","descending":false,"filter":{"sites":["Oslo"]}})"))
            << "query.filter.sites";
        QTest::newRow("a status of tomorrow")
            << "query" << QJsonValue(object(R"({"status":"withdrawn-again"})")) << "query.status";
        QTest::newRow("profiles a text") << "query" << QJsonValue(object(R"({"filter":{"profiles":"X"}})"))
                                         << "query.filter.profiles";
        QTest::newRow("no query") << "query" << QJsonValue(7) << "query";
        QTest::newRow("a way of tomorrow") << "delivery" << QJsonValue(QStringLiteral("pigeon")) << "delivery";
        QTest::newRow("exceptions a text") << "exceptions" << QJsonValue(QStringLiteral("a")) << "exceptions";
        QTest::newRow("a limit as text") << "perDay" << QJsonValue(QStringLiteral("5")) << "perDay";
        QTest::newRow("clearing as number") << "clearsVerified" << QJsonValue(1) << "clearsVerified";
        QTest::newRow("fine") << "perDay" << QJsonValue(5) << "";
    }
    void aCampaignThatSaysMoreThanIsUnderstoodIsRefused()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QJsonObject o = domain::toJson(goodPlan());
        o.insert(key, value);
        QTEST(faultOf(domain::campaignPlanFromJson(o)), "field");
    }
    void aStoredSettingIsWholeOrRefused_data()
    {
        QTest::addColumn<QByteArray>("stored");
        QTest::addColumn<bool>("isRead");
        QTest::newRow("none: the default") << QByteArray() << true;
        QTest::newRow("empty: the default by name") << QByteArray("{}") << true;
        QTest::newRow("good") << QByteArray(R"({"on":true})") << true;
        QTest::newRow("broken") << QByteArray(R"({"on":tr)") << false;
        QTest::newRow("cut") << QByteArray(R"({"on":true)") << false;
        QTest::newRow("a list") << QByteArray("[]") << false;
        QTest::newRow("a null") << QByteArray("null") << false;
        QTest::newRow("more after it") << QByteArray(R"({"on":true} {})") << false;
        QTest::newRow("a key twice") << QByteArray(R"({"on":true,"on":false})") << false;
        QTest::newRow("a key twice, escaped") << QByteArray(R"({"on":true,"\u006fn":false})") << false;
        QTest::newRow("unknown") << QByteArray(R"({"version":2})") << false;
    }
    void aStoredSettingIsWholeOrRefused()
    {
        QFETCH(QByteArray, stored);
        QFETCH(bool, isRead);
        const auto r = domain::readSetting(QString::fromUtf8(stored), domain::Retention(), domain::retentionFromJson,
            {QStringLiteral("The thing"), QStringLiteral("there")});
        QCOMPARE(bool(r), isRead);
        if (!isRead) {
            QVERIFY(domain::isUnreadableSetting(r.error()));
            QVERIFY(r.error().text.startsWith(QLatin1String("The thing cannot be read")) &&
                    r.error().text.contains(QLatin1String("Repair it: there")));
        }
    }
    void theSameKeyInTwoObjectsIsNotTwice()
    {
        const QByteArray apart =
            "{\"a\":{\"k\":1},\"b\":[{\"k\":1},{\"k\":\"{\\\"k\\\":1,\\\"k\\\":2}\"}],\"k\":\"k\"}";
        const QByteArray twice = R"({"a":[{"k":1,"x":{"k":2},"k":3}]})";
        QVERIFY(domain::strictDocument(apart));
        QVERIFY(!domain::strictDocument(twice));
    }
    void namesInAPolicyAreThoseOfTheCopy()
    {
        domain::PeopleFacets known;
        known.profiles = {{QStringLiteral("Contractors"), 3}, {QStringLiteral("Employees"), 9}};
        known.lifecycles = {{QStringLiteral("active"), 9}, {QString(), 1}};
        domain::ReverificationPolicy p;
        domain::ReverificationRule r;
        r.name = QStringLiteral("A");
        r.profiles = {QStringLiteral("CONTRACTORS"), QStringLiteral("Contracters")};
        r.lifecycles = {QString(), QStringLiteral("retired")};
        p.rules = {r};
        const auto faults = domain::unknownNames(p, known);
        QCOMPARE(faults.size(), 2);
        QCOMPARE(faults.at(0).field, QStringLiteral("rules[0].profiles[1]"));
        QVERIFY(faults.at(0).text.contains(QLatin1String("Near: Contractors.")));
        QCOMPARE(faults.at(1).field, QStringLiteral("rules[0].lifecycles[1]"));
        QVERIFY(!faults.at(1).text.contains(QLatin1String("Near")));
        // A list that was cut says nothing about what is not in it.
        for (int i = 0; known.profiles.size() < 500; ++i)
            known.profiles << domain::FacetValue{QStringLiteral("P%1").arg(i), 1};
        QCOMPARE(domain::unknownNames(p, known).size(), 1);
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
IDV_TEST(StrictSettings)
#include "tst_strictjson.moc"
