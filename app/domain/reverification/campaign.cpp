#include "domain/reverification/campaign.h"
#include "domain/identities/peopleview.h"
#include "domain/text/strictjson.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTimeZone>

namespace domain {

static QString sayCampaign(const char *text)
{
    return QCoreApplication::translate("Campaign", text);
}

static constexpr std::array<const char *, campaignStateCount> stateWords{
    "draft", "running", "paused", "done", "stopped"};
static constexpr std::array<const char *, leftOutCount> leftWords{
    "", "no-contact", "inactive", "in-renewal", "verified-since", "exempt", "gone", "refused", "not-stored"};

QString campaignStateKey(CampaignState s)
{
    return QString::fromLatin1(stateWords[size_t(s)]);
}

std::optional<CampaignState> campaignStateFromKey(const QString &key)
{
    for (size_t i = 0; i < stateWords.size(); ++i) {
        if (key == QLatin1String(stateWords[i]))
            return CampaignState(i);
    }
    return std::nullopt;
}

QString campaignStateText(CampaignState s)
{
    switch (s) {
    case CampaignState::Draft: return sayCampaign(QT_TRANSLATE_NOOP("Campaign", "Draft"));
    case CampaignState::Running: return sayCampaign(QT_TRANSLATE_NOOP("Campaign", "Running"));
    case CampaignState::Paused: return sayCampaign(QT_TRANSLATE_NOOP("Campaign", "Paused"));
    case CampaignState::Done: return sayCampaign(QT_TRANSLATE_NOOP("Campaign", "All sent"));
    case CampaignState::Stopped: return sayCampaign(QT_TRANSLATE_NOOP("Campaign", "Stopped"));
    }
    return {};
}

QString leftOutKey(ExclusionReason w)
{
    return QString::fromLatin1(leftWords[size_t(w)]);
}

ExclusionReason leftOutFromKey(const QString &key)
{
    for (size_t i = 1; i < leftWords.size(); ++i) {
        if (key == QLatin1String(leftWords[i]))
            return ExclusionReason(i);
    }
    return ExclusionReason::Nothing;
}

QString leftOutText(ExclusionReason w)
{
    switch (w) {
    case ExclusionReason::Nothing: return {};
    case ExclusionReason::NoContact:
        return sayCampaign(QT_TRANSLATE_NOOP("Campaign", "no usable phone or e-mail on file"));
    case ExclusionReason::Inactive: return sayCampaign(QT_TRANSLATE_NOOP("Campaign", "lifecycle state is not active"));
    case ExclusionReason::InRenewal:
        return sayCampaign(QT_TRANSLATE_NOOP("Campaign", "a verification is open or held already"));
    case ExclusionReason::VerifiedSince:
        return sayCampaign(QT_TRANSLATE_NOOP("Campaign", "verified since the campaign was made"));
    case ExclusionReason::Exempt: return sayCampaign(QT_TRANSLATE_NOOP("Campaign", "exempt by the policy"));
    case ExclusionReason::Gone: return sayCampaign(QT_TRANSLATE_NOOP("Campaign", "not in SailPoint any more"));
    case ExclusionReason::NotStored:
        return sayCampaign(
            QT_TRANSLATE_NOOP("Campaign", "verified here, not stored by SailPoint: see Differences with SailPoint"));
    case ExclusionReason::Refused:
        return sayCampaign(QT_TRANSLATE_NOOP("Campaign", "the provider refused the request"));
    }
    return {};
}

qint64 CampaignCounts::sent() const
{
    qint64 n = reminded + remindUnknown;
    for (int i = 0; i < sessionStateCount; ++i)
        n += SessionState(i) == SessionState::LaunchFailed ? 0 : sessions[size_t(i)];
    return n;
}

qint64 CampaignCounts::waiting() const
{
    qint64 n = 0;
    for (const SessionState s : openStates())
        n += of(s);
    return n;
}

qint64 CampaignCounts::failed() const
{
    return of(SessionState::Failed) + of(SessionState::Declined) + of(SessionState::Abandoned) +
           of(SessionState::Expired) + of(SessionState::Cancelled);
}

QList<core::Error> validate(const CampaignPlan &p)
{
    QList<core::Error> faults;
    const auto fault = [&faults](const char *field, const QString &text) {
        faults << core::fieldError(QString::fromLatin1(field), text);
    };
    if (p.name.trimmed().isEmpty() || p.name.size() > 80)
        fault("name", sayCampaign(QT_TRANSLATE_NOOP("Campaign", "A campaign has a name of 1 to 80 characters.")));
    if (p.prefers == Delivery::Link)
        fault("delivery", sayCampaign(QT_TRANSLATE_NOOP("Campaign",
                              "A campaign sends by e-mail or text message: nobody is there to show a code.")));
    if (p.linkHours < 1 || p.linkHours > 720)
        fault("linkHours", sayCampaign(QT_TRANSLATE_NOOP("Campaign", "A link is waited for 1 to 720 hours.")));
    if (p.perMinute < 1 || p.perMinute > 120)
        fault("perMinute", sayCampaign(QT_TRANSLATE_NOOP("Campaign", "1 to 120 links are sent a minute.")));
    if (p.perDay < 0 || p.perDay > 1'000'000)
        fault("perDay", sayCampaign(QT_TRANSLATE_NOOP("Campaign", "A day's limit is 0 (none) to 1,000,000.")));
    if (p.quietFrom < 0 || p.quietFrom > 1439 || p.quietTo < 0 || p.quietTo > 1439)
        fault("quietHours", sayCampaign(QT_TRANSLATE_NOOP("Campaign", "Quiet hours are given as 20:00-08:00.")));
    if (!p.timeZone.isEmpty() && !QTimeZone::isTimeZoneIdAvailable(p.timeZone.toUtf8()))
        fault("timeZone",
            sayCampaign(QT_TRANSLATE_NOOP("Campaign", "\"%1\" is no time zone. One is named like Europe/Oslo."))
                .arg(p.timeZone));
    if (p.requiredIal < 1 || p.requiredIal > 2)
        fault("ial", sayCampaign(QT_TRANSLATE_NOOP("Campaign", "The assurance level is 1 or 2.")));
    if (p.documents.isEmpty())
        fault("documents", sayCampaign(QT_TRANSLATE_NOOP("Campaign", "Choose at least one document.")));
    static const QRegularExpression id(QStringLiteral("^[A-Za-z0-9-]{8,64}$"));
    if (p.isReminder() && !id.match(p.workflow).hasMatch())
        fault("workflow",
            sayCampaign(QT_TRANSLATE_NOOP("Campaign", "A workflow is given by its ID, as SailPoint shows it.")));
    if (p.isReminder() && p.clearsVerified)
        fault("clearsVerified",
            sayCampaign(QT_TRANSLATE_NOOP("Campaign", "A reminder clears nothing: only a renewal does.")));
    for (const QString &d : p.documents) {
        if (!documentTypes().contains(d))
            fault("documents", sayCampaign(QT_TRANSLATE_NOOP("Campaign", "\"%1\" is no document type.")).arg(d));
    }
    return faults;
}

QJsonObject toJson(const CampaignPlan &p)
{
    PeopleQuery query = p.query;
    query.text.clear();
    return {{QStringLiteral("name"), p.name}, {QStringLiteral("isList"), p.isList},
        {QStringLiteral("query"), toJson(query)},
        {QStringLiteral("exceptions"), QJsonArray::fromStringList(p.exceptions)},
        {QStringLiteral("delivery"), deliveryKey(p.prefers)}, {QStringLiteral("fallsBack"), p.fallsBack},
        {QStringLiteral("linkHours"), p.linkHours}, {QStringLiteral("perMinute"), p.perMinute},
        {QStringLiteral("perDay"), p.perDay}, {QStringLiteral("quietFrom"), p.quietFrom},
        {QStringLiteral("quietTo"), p.quietTo}, {QStringLiteral("timeZone"), p.timeZone},
        {QStringLiteral("ial"), p.requiredIal}, {QStringLiteral("documents"), QJsonArray::fromStringList(p.documents)},
        {QStringLiteral("clearsVerified"), p.clearsVerified}, {QStringLiteral("workflow"), p.workflow}};
}

// The first place of `given` that reading it and writing it again does not give back.
static QString notTaken(const QJsonObject &given, const QJsonObject &again, const QString &path)
{
    for (auto it = given.begin(); it != given.end(); ++it) {
        const QString where = path + QLatin1Char('.') + it.key();
        const QJsonValue back = again.value(it.key());
        if (it.value().isObject()) {
            if (const QString inner = notTaken(it.value().toObject(), back.toObject(), where); !inner.isEmpty())
                return inner;
        } else if (back != it.value()) {
            return where;
        }
    }
    return {};
}

core::Result<CampaignPlan> campaignPlanFromJson(const QJsonObject &object)
{
    StrictObject o(object);
    CampaignPlan p;
    p.prefers = Delivery::Email;
    // A part that is gone would let more people in, or ask less of them.
    for (const char *key : {"name", "isList", "query", "exceptions", "delivery", "perMinute", "perDay", "quietFrom",
             "quietTo", "ial", "documents", "clearsVerified"})
        o.need(key);
    o.text("name", p.name);
    o.flag("isList", p.isList);
    const QJsonValue query = o.take("query");
    p.query = queryFromJson(query.toObject());
    // A filter that is not understood would let more people in.
    if (!query.isUndefined() && !query.isObject())
        o.fault(core::fieldError(QStringLiteral("query"),
            QCoreApplication::translate("StrictJson", "“%1” is no object.").arg(QStringLiteral("query"))));
    else if (const QString key = notTaken(query.toObject(), toJson(p.query), QStringLiteral("query")); !key.isEmpty())
        o.fault(core::fieldError(key, QCoreApplication::translate("StrictJson", "“%1” is not known here.").arg(key)));
    o.texts("exceptions", p.exceptions);
    o.word<Delivery>("delivery", p.prefers, deliveryFromKey);
    o.flag("fallsBack", p.fallsBack);
    for (const auto &[key, to] :
        {std::pair{"linkHours", &p.linkHours}, std::pair{"perMinute", &p.perMinute}, std::pair{"perDay", &p.perDay},
            std::pair{"quietFrom", &p.quietFrom}, std::pair{"quietTo", &p.quietTo}, std::pair{"ial", &p.requiredIal}})
        o.number(key, *to);
    o.text("timeZone", p.timeZone);
    o.texts("documents", p.documents);
    o.flag("clearsVerified", p.clearsVerified);
    o.text("workflow", p.workflow);
    if (const auto read = o.status(); !read)
        return read.error();
    if (const auto faults = validate(p); !faults.isEmpty())
        return faults.first();
    return p;
}

QJsonObject toJson(const DryRun &r)
{
    QJsonObject left;
    for (int i = 1; i < leftOutCount; ++i) {
        if (r.leftOut[size_t(i)] > 0)
            left.insert(leftOutKey(ExclusionReason(i)), r.leftOut[size_t(i)]);
    }
    return {{QStringLiteral("selected"), r.selected}, {QStringLiteral("byEmail"), r.byEmail},
        {QStringLiteral("byPhone"), r.byPhone}, {QStringLiteral("byWorkflow"), r.byWorkflow},
        {QStringLiteral("pastGrace"), r.pastGrace}, {QStringLiteral("leftOut"), left}};
}

DryRun dryRunFromJson(const QJsonObject &o)
{
    DryRun r;
    r.selected = o.value(QLatin1String("selected")).toInteger();
    r.byEmail = o.value(QLatin1String("byEmail")).toInteger();
    r.byPhone = o.value(QLatin1String("byPhone")).toInteger();
    r.byWorkflow = o.value(QLatin1String("byWorkflow")).toInteger();
    r.pastGrace = o.value(QLatin1String("pastGrace")).toInteger();
    const QJsonObject left = o.value(QLatin1String("leftOut")).toObject();
    for (int i = 1; i < leftOutCount; ++i)
        r.leftOut[size_t(i)] = left.value(leftOutKey(ExclusionReason(i))).toInteger();
    return r;
}

CampaignEligibility campaignEligibility(
    const Candidate &c, const CampaignPlan &plan, core::Instant since, bool canSms, bool canEmail)
{
    const Delivery other = plan.prefers == Delivery::Sms ? Delivery::Email : Delivery::Sms;
    const auto reaches = [&](Delivery d) { return d == Delivery::Sms ? canSms && c.hasPhone : canEmail && c.hasEmail; };
    CampaignEligibility v{ExclusionReason::Nothing, reaches(plan.prefers) || !plan.fallsBack ? plan.prefers : other};
    // A date that is unusable, or whose verification was reset or withdrawn since, proves nothing.
    const bool isInForce =
        c.lapse == StatusKind::Dated && (c.kind == StatusKind::Dated || c.kind == StatusKind::Failed);
    if (c.isExempt)
        v.why = ExclusionReason::Exempt;
    else if (!c.isActive)
        v.why = ExclusionReason::Inactive;
    else if (c.kind == StatusKind::Pending || c.kind == StatusKind::Held)
        v.why = ExclusionReason::InRenewal;
    else if (c.isVerifiedHereOnly)
        v.why = ExclusionReason::NotStored;
    else if (c.verifiedAt && *c.verifiedAt >= since && isInForce)
        v.why = ExclusionReason::VerifiedSince;
    else if (!plan.isReminder() && !reaches(v.delivery)) // a workflow knows its own way
        v.why = ExclusionReason::NoContact;
    return v;
}

} // namespace domain
