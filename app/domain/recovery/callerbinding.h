#pragma once
#include "domain/verification/sessionlog.h"
#include "domain/verification/verification.h"

// That the caller holds the link: who may say so, of which session, and how often a code may be tried.
namespace domain {

constexpr int mostCodeTries = 5;

enum class BindingObstacle {
    None,
    OtherOperator, ///< only whoever started the verification can say it
    LinkWasSent,   ///< a link that was sent was not scanned in front of the operator
    TooManyCodes,  ///< mostCodeTries wrong ones were entered
    Closed,        ///< no pass can come of this session any more
};
/// How many wrong codes were entered.
int wrongCodes(const QList<SessionNote> &notes);
/// A pass may still come of a session in this state, or has.
bool mayBind(SessionState state);
/// `operatorName`: who sits here. `how`: "code" or "qr".
BindingObstacle bindingObstacle(
    const Session &session, const QList<SessionNote> &notes, const QString &operatorName, const QString &how);

} // namespace domain
