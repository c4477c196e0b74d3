#include "domain/tenants/principal.h"
#include "domain/verification/resultevaluation.h"
#include <QCoreApplication>
#include <QStringList>

namespace domain {

QString operatorSetting(const core::TenantId &tenant, const QString &operatorName)
{
    return QStringLiteral("operator-identity:%1:%2").arg(tenant.str(), operatorName);
}

core::Error operatorUnknown()
{
    return core::conflict(core::ErrorReason::OperatorUnknown,
        QCoreApplication::translate("Verifier",
            "Nobody knows who sits here: an account recovery needs the operator's own SailPoint identity. "
            "Register it first (Settings, Tenants, or idvctl operator)."));
}

ReviewObstacle mayDecide(const Session &s, const ReviewParties &p)
{
    if (p.reviewer.isEmpty())
        return ReviewObstacle::NotSignedIn;
    // Several may have released a campaign, one after the other; "?" stands for one who is not known.
    const QStringList starters = s.startedBy.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (starters.isEmpty() || starters.contains(QLatin1String("?")))
        return ReviewObstacle::StarterUnknown;
    if (starters.contains(p.reviewer))
        return ReviewObstacle::Starter;
    if (p.reviewer == p.tokenOwner)
        return ReviewObstacle::TokenOwner;
    // A program is nobody who sits somewhere: there only whoever released it is barred.
    if (s.startedAs == StartedAs::Person && p.reviewer == p.deskOperator)
        return ReviewObstacle::DeskOperator;
    if (p.reviewer == s.request.identity.str())
        return ReviewObstacle::OwnVerification;
    return ReviewObstacle::None;
}

ReviewObstacle mayDecide(const ReviewParties &p)
{
    Session wanted;
    wanted.startedAs = StartedAs::Person;
    wanted.startedBy = p.deskOperator;
    const ReviewObstacle o = mayDecide(wanted, p);
    // Nothing was started: the words are about who sits here.
    return o == ReviewObstacle::Starter ? ReviewObstacle::DeskOperator : o;
}

bool canHaveSecondPerson(const std::optional<Session> &s, const QString &deskOperator)
{
    return !deskOperator.isEmpty() || (s && s->startedAs == StartedAs::Program);
}

DecisionObstacle decisionObstacle(const Session &s, bool isAccepted)
{
    if (s.state != SessionState::NeedsReview)
        return DecisionObstacle::NotHeld;
    return isAccepted && !canBeAccepted(s) ? DecisionObstacle::OnlyNewSession : DecisionObstacle::None;
}

QString unknownReleaserText()
{
    return QCoreApplication::translate("Verifier",
        "Nobody knows who sits here: about a result that is held, nobody can decide then, and only a new "
        "verification helps. Register the operator first (Settings, Tenants, or idvctl operator).");
}

} // namespace domain
