#include "domain/events/eventrule.h"
#include "domain/reverification/reverification.h"
#include "domain/verification/sessionend.h"
#include <QCoreApplication>
#include <array>

namespace domain {

static QString sayEventRules(const char *text)
{
    return QCoreApplication::translate("EventRules", text);
}

Eligibility eligibilityOf(const Identity &p, int requiredIal, core::Instant now)
{
    const auto status = statusAt(p.kind, p.due, p.warnAt, now);
    if (status != IdentityStatus::Verified && status != IdentityStatus::DueSoon)
        return {false, sayEventRules(status == IdentityStatus::Overdue
                                         ? QT_TRANSLATE_NOOP("EventRules", "the identity verification is overdue")
                                         : QT_TRANSLATE_NOOP("EventRules", "the identity is not verified"))};
    if (p.idv.ial.value_or(0) < requiredIal)
        return {false,
            sayEventRules(QT_TRANSLATE_NOOP("EventRules", "the identity is verified at a lower level than IAL%1"))
                .arg(requiredIal)};
    return {true, {}};
}

static QString answerText(const QList<Eligibility> &all)
{
    if (all.isEmpty())
        return sayEventRules(
            QT_TRANSLATE_NOOP("EventRules", "No rule asks for an identity verification here; none was looked at."));
    const auto missing = std::find_if(all.begin(), all.end(), [](const Eligibility &s) { return !s.isEnough; });
    if (missing == all.end())
        return sayEventRules(QT_TRANSLATE_NOOP("EventRules", "Identity verification is in order."));
    return sayEventRules(QT_TRANSLATE_NOOP("EventRules", "Not approved: %1. Ask again after the verification."))
        .arg(missing->why);
}

QJsonObject accessAnswer(const QList<Eligibility> &all, const QString &approver)
{
    const bool isApproved = std::all_of(all.begin(), all.end(), [](const Eligibility &s) { return s.isEnough; });
    return {{QStringLiteral("approved"), isApproved}, {QStringLiteral("comment"), answerText(all)},
        {QStringLiteral("approver"), approver}};
}

QJsonObject noApprover()
{
    return {
        {QStringLiteral("id"), QString()}, {QStringLiteral("name"), QString()}, {QStringLiteral("type"), QString()}};
}

static constexpr std::array<const char *, 4> stateKeys{"open", "starting", "started", "dismissed"};
QString proposalStateKey(Proposal::State s)
{
    return QLatin1String(stateKeys[size_t(s)]);
}
std::optional<Proposal::State> proposalStateFromKey(const QString &key)
{
    for (size_t i = 0; i < stateKeys.size(); ++i) {
        if (key == QLatin1String(stateKeys[i]))
            return Proposal::State(i);
    }
    return std::nullopt;
}

QString proposalText(const Proposal &p)
{
    const QString what = p.items.join(QStringLiteral(", "));
    if (p.triggerId == trigger::identityCreated)
        return sayEventRules(QT_TRANSLATE_NOOP("EventRules", "Is new in SailPoint"));
    if (p.triggerId == trigger::attributesChanged)
        return sayEventRules(QT_TRANSLATE_NOOP("EventRules", "Was changed in SailPoint"));
    if (p.triggerId == trigger::accessRequested)
        return sayEventRules(QT_TRANSLATE_NOOP("EventRules", "Asks for access: %1")).arg(what);
    if (p.triggerId == trigger::accessDecided)
        return sayEventRules(QT_TRANSLATE_NOOP("EventRules", "A request for access was decided: %1")).arg(what);
    return sayEventRules(QT_TRANSLATE_NOOP("EventRules", "Access review began: %1")).arg(what);
}

VerificationRequest requestFor(const Proposal &p)
{
    VerificationRequest r;
    r.identity = p.identity;
    r.reason = p.reason;
    r.ticket = p.object.left(64);
    r.requiredIal = p.requiredIal;
    r.documents = documentTypes();
    r.delivery = p.delivery;
    return r;
}

bool meetsDemand(const Session &s, const Proposal &p)
{
    return s.tenant == p.tenant && s.request.identity == p.identity && s.request.reason == p.reason &&
           s.request.requiredIal >= p.requiredIal;
}

bool answersDemand(const Session &s, const Proposal &p)
{
    return meetsDemand(s, p) && isPassAt(s, p.requiredIal) && s.completedAt;
}

} // namespace domain
