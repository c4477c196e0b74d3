#include "domain/access/approval.h"
#include "domain/callbacks/callback.h"
#include "domain/events/eventrule.h"
#include "domain/identities/activity.h"
#include "domain/identities/people.h"
#include "domain/reverification/campaign.h"
#include "domain/reverification/reverificationpolicy.h"
#include "domain/tenants/identityiq.h"
#include "domain/tenants/privacy.h"
#include "domain/tenants/tenant.h"
#include "domain/text/strictjson.h"
#include "domain/verification/policy.h"
#include "support/mutate.h"
#include "support/registry.h"
#include <QtTest>

using support::Op;

namespace {

/// A setting as it is stored, how it is read, and what would be written of what was read.
struct Setting
{
    const char *name;
    QJsonObject good;
    std::function<core::Result<QJsonObject>(const QJsonObject &)> again;
    QStringList needed; ///< keys that may not be missing, without the numbers of lists
};

template <class T>
std::function<core::Result<QJsonObject>(const QJsonObject &)> through(
    core::Result<T> (*from)(const QJsonObject &), QJsonObject (*to)(const T &))
{
    return [from, to](const QJsonObject &o) -> core::Result<QJsonObject> {
        const auto value = from(o);
        return value ? core::Result<QJsonObject>(to(*value)) : core::Result<QJsonObject>(value.error());
    };
}

domain::Tenant tenant()
{
    domain::Tenant t;
    t.id = core::TenantId(QStringLiteral("t1"));
    t.name = QStringLiteral("Acme");
    t.sailpointUrl = QStringLiteral("https://acme.api.identitynow.com");
    t.clientId = QStringLiteral("client");
    t.idvUrl = QStringLiteral("https://acme.1kosmos.net");
    t.communityId = QStringLiteral("community");
    t.readOnly = true;
    t.confirmWriteBack = true;
    t.failedClearsVerified = true;
    t.writeBack = domain::WriteBackStrategy::Account;
    t.reverification = {90, 20, 10};
    t.identityIq.operatorId = QStringLiteral("op");
    t.addedAt = 1'800'000'000'000;
    return t;
}

domain::VerificationPolicy verificationPolicy()
{
    domain::VerificationPolicy policy{QStringLiteral("INC\\d+"), QStringLiteral("INC1"),
        {{QStringLiteral("en/verified"), QStringLiteral("Thanks.")}}, {},
        {QStringLiteral("order"), QStringLiteral("middle-name")}};
    policy.defaults.insert(domain::Reason::Onboarding, {2, {QStringLiteral("passport")}, domain::Delivery::Email});
    policy.defaults.insert(domain::Reason::PrivilegedAccess,
        {2, {QStringLiteral("passport"), QStringLiteral("national_id")}, domain::Delivery::Sms});
    return policy;
}

domain::ReverificationPolicy reverificationPolicy()
{
    domain::ReverificationPolicy reverification;
    reverification.standard = {200, 30, 10};
    domain::ReverificationRule contractors;
    contractors.name = QStringLiteral("Contractors");
    contractors.profiles = {QStringLiteral("Contractors"), QStringLiteral("Agency")};
    contractors.lifecycles = {QStringLiteral("active")};
    contractors.sources = {QStringLiteral("HR")};
    contractors.isHighRisk = true;
    contractors.rule = {90, 14, 7};
    reverification.rules = {contractors};
    return reverification;
}

std::vector<Setting> all()
{
    domain::EventRules events = domain::usualEventRules();
    events.approver = QStringLiteral("idv.desk");
    events.startsAnHour = 3;
    events.rules[2].startsItself = true;
    domain::AccessRequirements requirements;
    requirements.all << domain::AccessRequirement{QStringLiteral("admin"), 2, 30}
                     << domain::AccessRequirement{QStringLiteral("payment"), 2, 0};
    domain::ReceiverSettings receiver;
    receiver.startsWithTenant = true;
    domain::CampaignPlan plan;
    plan.name = QStringLiteral("Overdue");
    plan.documents = {QStringLiteral("passport")};
    plan.query.status = domain::IdentityStatus::Overdue;
    plan.query.filter.profiles = {QStringLiteral("Contractors")};
    plan.exceptions = {QStringLiteral("a"), QStringLiteral("b")};
    plan.perDay = 20;
    plan.quietFrom = 1200;
    plan.quietTo = 480;
    domain::ActivityTable activity;
    activity.rules << domain::ActivityRule{QStringLiteral("Contractors"), QStringLiteral("paused"), false};
    return {
        {"policy", domain::toJson(verificationPolicy()), through(domain::policyFromJson, domain::toJson),
            {QStringLiteral("defaults.onboarding.leastIal"), QStringLiteral("defaults.privileged-access.leastIal")}},
        {"freshness", domain::toJson(reverificationPolicy()), through(domain::reverificationFromJson, domain::toJson),
            {QStringLiteral("rules.name")}},
        {"event rules", domain::toJson(events), through(domain::eventRulesFromJson, domain::toJson),
            {QStringLiteral("rules"), QStringLiteral("rules.name"), QStringLiteral("rules.trigger"),
                QStringLiteral("rules.reason")}},
        {"requirements", domain::toJson(requirements), through(domain::requirementsFromJson, domain::toJson),
            {QStringLiteral("requirements"), QStringLiteral("requirements.access")}},
        {"receiver", domain::toJson(receiver), through(domain::receiverFromJson, domain::toJson), {}},
        {"tenant", domain::tenantToJson(tenant()), through(domain::tenantFromJson, domain::tenantToJson),
            {QStringLiteral("id"), QStringLiteral("environment"), QStringLiteral("pathStyle"),
                QStringLiteral("writeBack")}},
        {"retention", domain::toJson(domain::Retention()), through(domain::retentionFromJson, domain::toJson), {}},
        {"status words", domain::toJson(domain::StatusWords()), through(domain::statusWordsFromJson, domain::toJson),
            {}},
        {"IdentityIQ", domain::toJson(tenant().identityIq), through(domain::identityIqFromJson, domain::toJson), {}},
        {"active accounts", domain::toJson(activity), through(domain::activityTableFromJson, domain::toJson),
            {QStringLiteral("rules"), QStringLiteral("rules.word"), QStringLiteral("rules.active")}},
        {"campaign", domain::toJson(plan), through(domain::campaignPlanFromJson, domain::toJson),
            {QStringLiteral("name"), QStringLiteral("isList"), QStringLiteral("query"), QStringLiteral("exceptions"),
                QStringLiteral("delivery"), QStringLiteral("perMinute"), QStringLiteral("perDay"),
                QStringLiteral("quietFrom"), QStringLiteral("quietTo"), QStringLiteral("ial"),
                QStringLiteral("documents"), QStringLiteral("clearsVerified")}},
    };
}

// What is said in `given` stands in `again` as it was said; "" or the place where it does not.
QString notTaken(const QJsonValue &given, const QJsonValue &again, const QString &place = QStringLiteral("."))
{
    if (given.isObject() && again.isObject() && !given.toObject().isEmpty()) {
        const QJsonObject object = given.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (const QString inner =
                    notTaken(it.value(), again.toObject().value(it.key()), place + it.key() + QLatin1Char('.'));
                !inner.isEmpty())
                return inner;
        }
        return {};
    }
    // Nothing in it says nothing: a list or an object of none may be left out.
    if ((given.isArray() && given.toArray().isEmpty()) || (given.isObject() && given.toObject().isEmpty()))
        return {};
    if (given.isArray() && again.isArray() && given.toArray().size() == again.toArray().size()) {
        const QJsonArray list = given.toArray();
        for (qsizetype i = 0; i < list.size(); ++i) {
            if (const QString inner =
                    notTaken(list.at(i), again.toArray().at(i), place + QString::number(i) + QLatin1Char('.'));
                !inner.isEmpty())
                return inner;
        }
        return {};
    }
    return given == again ? QString() : place;
}

QString withoutNumbers(QString place)
{
    static const QRegularExpression number(QStringLiteral("\\[\\d+\\]"));
    return place.remove(number);
}

} // namespace

class MutatedSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsReadIsWhatIsWrittenOrNothing()
    {
        QStringList faults;
        for (const Setting &s : all()) {
            const auto unchanged = s.again(s.good);
            QVERIFY2(bool(unchanged), qPrintable(QLatin1String(s.name) + QStringLiteral(": ") +
                                                 (unchanged ? QString() : unchanged.error().text)));
            QVERIFY2(*unchanged == s.good, s.name);
            auto mutants = support::mutantsOf(s.good);
            support::shuffle(mutants);
            for (const support::Mutant &m : mutants) {
                support::Tally::of().count(QStringLiteral("setting, ") + QLatin1String(s.name), support::opName(m.op));
                const QString name = QLatin1String(s.name) + QStringLiteral(": ") + m.name();
                const auto document = domain::strictDocument(m.json);
                if (!document) {
                    if (document.error().text.isEmpty())
                        faults << name + QStringLiteral(": no reason");
                    continue;
                }
                if (m.op == Op::Twice || m.op == Op::TwiceOther)
                    faults << name + QStringLiteral(": a key twice was read");
                const auto again = s.again(*document);
                if (!again) {
                    if (again.error().text.isEmpty() && again.error().field.isEmpty())
                        faults << name + QStringLiteral(": no reason");
                    continue;
                }
                // It was read: then it is as it was said, and nothing was guessed.
                const QString lost = notTaken(*document, *again);
                if (!lost.isEmpty())
                    faults << name + QStringLiteral(": read, but not as it is written at ") + lost;
                if (m.op == Op::Drop && s.needed.contains(withoutNumbers(m.place)) &&
                    !m.place.endsWith(QLatin1Char(']')))
                    faults << name + QStringLiteral(": may not be missing");
            }
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.mid(0, 30).join(QLatin1Char('\n'))));
    }
    // As it is stored: whatever is wrong with it, its name and its repair are said.
    void whatIsStoredIsNamedWithItsRepair()
    {
        const domain::SettingName name{QStringLiteral("The rules"), QStringLiteral("Settings, Events")};
        const QJsonObject good = domain::toJson(domain::usualEventRules());
        for (const support::Mutant &m : support::mutantsOf(good)) {
            const auto read =
                domain::readSetting(QString::fromUtf8(m.json), domain::EventRules(), domain::eventRulesFromJson, name);
            support::Tally::of().count(QStringLiteral("stored setting"), support::opName(m.op));
            if (m.json.isEmpty()) // none is stored: the default
                continue;
            if (!read)
                QVERIFY2(domain::isUnreadableSetting(read.error()) && read.error().text.startsWith(name.what) &&
                             read.error().text.contains(name.repair),
                    qPrintable(m.name()));
            else if (m.op == Op::Retype || m.op == Op::Twice || m.op == Op::TwiceOther || m.op == Op::SecondSpelling ||
                     m.op == Op::ExtraKey || m.op == Op::ExtraItem || m.op == Op::Null)
                QFAIL(qPrintable(QStringLiteral("read: ") + m.name()));
        }
    }
};
IDV_TEST(MutatedSettings)
#include "tst_settings.moc"
