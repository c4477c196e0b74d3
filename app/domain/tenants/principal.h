#pragma once
#include "core/error.h"
#include "domain/verification/verification.h"

// Who may decide about a held result. Who started it is frozen in the session; unknown is not "somebody else".
namespace domain {

struct ReviewParties
{
    QString reviewer;     ///< SailPoint identity of whoever signed in for this decision
    QString tokenOwner;   ///< of the tenant's own credentials; empty where they belong to nobody
    QString deskOperator; ///< registered at this computer now; empty: nobody
};
/// The ledger's setting that names the SailPoint identity behind an operating-system user.
QString operatorSetting(const core::TenantId &tenant, const QString &operatorName);

/// An account recovery by somebody who is not registered: Conflict with the reason OperatorUnknown.
core::Error operatorUnknown();

enum class ReviewObstacle {
    None,
    NotSignedIn,     ///< nobody is named behind the credentials
    StarterUnknown,  ///< the session does not say who started it: only a new one helps
    Starter,         ///< whoever started it, or released what started it
    TokenOwner,      ///< the tenant's own credentials
    DeskOperator,    ///< whoever sits here
    OwnVerification, ///< about themselves
};
ReviewObstacle mayDecide(const Session &session, const ReviewParties &parties);
/// The same about what no session stands for: whoever sits here is whoever wants it.
ReviewObstacle mayDecide(const ReviewParties &parties);
/// Can there be a second person at all? Somebody has to be registered here, except where a program started the session.
bool canHaveSecondPerson(const std::optional<Session> &session, const QString &deskOperator);

/// What stands against a decision about a result, whoever makes it.
enum class DecisionObstacle {
    None,
    NotHeld,        ///< there is nothing to decide
    OnlyNewSession, ///< nobody can accept this, see canBeAccepted()
};
DecisionObstacle decisionObstacle(const Session &session, bool isAccepted);

/// Before a campaign is released where nobody is registered: what comes of it.
QString unknownReleaserText();

} // namespace domain
