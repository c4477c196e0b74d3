#include "domain/access/approval.h"
#include "domain/callbacks/callback.h"
#include "domain/events/eventrule.h"
#include "domain/identities/people.h"
#include "domain/reverification/campaign.h"
#include "domain/reverification/reverificationpolicy.h"
#include "domain/tenants/identityiq.h"
#include "domain/tenants/privacy.h"
#include "domain/tenants/tenant.h"
#include "domain/text/strictjson.h"
#include "domain/verification/policy.h"
#include "support/registry.h"
#include "text/rules/goodsettings.h"
#include <QJsonArray>

using support::faultOf;
using support::goodTenant;
using support::jsonOf;

// Every setting that permits, sends or proves, with what a newer version, a slip or a broken disk may leave of it.

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
    static void place(const char *name, const char *setting, const char *json, const char *field)
    {
        QTest::newRow(name) << QString::fromLatin1(setting) << QByteArray(json) << QString::fromLatin1(field);
    }
    static void policyPlaces()
    {
        place("a reason of tomorrow", "policy", R"({"defaults":{"newreason":{"leastIal":2}}})", "defaults.newreason");
        place("a level as text", "policy", R"({"defaults":{"onboarding":{"leastIal":"2"}}})",
            "defaults.onboarding.leastIal");
        place("level 3", "policy", R"({"defaults":{"onboarding":{"leastIal":3}}})", "defaults.onboarding.leastIal");
        place("no level", "policy", R"({"defaults":{"onboarding":{}}})", "defaults.onboarding.leastIal");
        place("a way of tomorrow", "policy", R"({"defaults":{"onboarding":{"leastIal":1,"delivery":"pigeon"}}})",
            "defaults.onboarding.delivery");
        place("documents no texts", "policy", R"({"defaults":{"onboarding":{"leastIal":1,"documents":[1]}}})",
            "defaults.onboarding.documents");
        place("pattern no text", "policy", R"({"ticketPattern":7})", "ticketPattern");
        place("pattern no expression", "policy", R"({"ticketPattern":"*INC"})", "ticket-pattern");
        place("phrases a list", "policy", R"({"phrases":[]})", "phrases");
        place("a phrase no text", "policy", R"({"phrases":{"en/verified":1}})", "phrases.en/verified");
        place("held differences a text", "policy", R"({"heldDifferences":"order"})", "heldDifferences");
        place("held difference of tomorrow", "policy", R"({"heldDifferences":["tomorrow"]})", "names");
    }
    static void rulePlaces()
    {
        place("a rule misspelt", "freshness", R"({"standard":{"intervalDays":90},"rule":[]})", "rule");
        place("a list misspelt", "freshness", R"({"rules":[{"name":"A","profile":["X"],"intervalDays":30}]})",
            "rules[0].profile");
        place("high risk as text", "freshness", R"({"rules":[{"name":"A","profiles":["X"],"highRisk":"no"}]})",
            "rules[0].highRisk");
        place(
            "days beyond all numbers", "freshness", R"({"standard":{"intervalDays":1e300}})", "standard.intervalDays");
        place("a trigger of tomorrow", "event-rules",
            R"({"rules":[{"name":"a","trigger":"idn:tomorrow","reason":"onboarding"}]})", "trigger");
        place("a reason unknown", "event-rules",
            R"({"rules":[{"name":"a","trigger":"idn:identity-created","reason":"holiday"}]})", "rules[0].reason");
        place("no reason", "event-rules", R"({"rules":[{"name":"a","trigger":"idn:identity-created"}]})",
            "rules[0].reason");
        place("level as text", "event-rules",
            R"({"rules":[{"name":"a","trigger":"idn:identity-created","reason":"onboarding","ial":"2"}]})",
            "rules[0].ial");
        place("starts as text", "event-rules",
            R"({"rules":[{"name":"a","trigger":"idn:identity-created","reason":"onboarding","starts":"no"}]})",
            "rules[0].starts");
        place("on as number", "event-rules",
            R"({"rules":[{"name":"a","trigger":"idn:identity-created","reason":"onboarding","on":1}]})", "rules[0].on");
        place("a key of tomorrow in a rule", "event-rules",
            R"({"rules":[{"name":"a","trigger":"idn:identity-created","reason":"onboarding","unless":"x"}]})",
            "rules[0].unless");
        place("a rule no object", "event-rules", R"({"rules":["all"]})", "rules[0]");
        place("starts an hour as text", "event-rules", R"({"rules":[],"startsAnHour":"30"})", "startsAnHour");
        place("no list of rules", "event-rules", "{}", "rules");
    }
    static void otherPlaces()
    {
        place(
            "requirement without access", "requirements", R"({"requirements":[{"ial":2}]})", "requirements[0].access");
        place("requirement level as text", "requirements", R"({"requirements":[{"access":"a","ial":"IAL2"}]})",
            "requirements[0].ial");
        place("requirement of tomorrow", "requirements",
            R"({"requirements":[{"access":"a","documents":["passport"]}]})", "requirements[0].documents");
        place("trusts as text", "receiver", R"({"trustsUnsigned":"false"})", "trustsUnsigned");
        place("a sign-in of tomorrow", "receiver", R"({"auth":"dpop"})", "auth");
        place("tls of tomorrow", "receiver", R"({"tls":"quic"})", "tls");
        place("a format of tomorrow", "receiver", R"({"signature":{"format":9}})", "signature.format");
        place("port as text", "receiver", R"({"port":"8787"})", "port");
        place("removal as text", "retention", R"({"on":"true"})", "on");
        place("days as text", "retention", R"({"on":true,"failedDays":"7"})", "failedDays");
        place("no days", "retention", R"({"on":true,"failedDays":0})", "failedDays");
        place("decides as text", "identityiq", R"({"decidesForOthers":"no"})", "decidesForOthers");
        place("method of tomorrow", "identityiq", R"({"method":"patch"})", "method");
    }
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
        policyPlaces();
        rulePlaces();
        otherPlaces();
    }
    void thePlaceIsNamed()
    {
        QFETCH(QString, setting);
        QFETCH(QByteArray, json);
        QFETCH(QString, field);
        QCOMPARE(readers().value(setting).fault(jsonOf(json.constData())), field);
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
            << "query" << QJsonValue(jsonOf(R"({"sort":"name","descending":false,"filter":{"sites":["Oslo"]}})"))
            << "query.filter.sites";
        QTest::newRow("a status of tomorrow")
            << "query" << QJsonValue(jsonOf(R"({"status":"withdrawn-again"})")) << "query.status";
        QTest::newRow("profiles a text") << "query" << QJsonValue(jsonOf(R"({"filter":{"profiles":"X"}})"))
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
};
IDV_TEST(StrictSettings)
#include "tst_strictjson.moc"
