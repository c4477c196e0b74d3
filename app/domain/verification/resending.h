#pragma once
#include "domain/verification/sessionlog.h"
#include "domain/verification/verification.h"

// May a session's link be sent again, and when.
namespace domain {

/// Between two messages with the same link.
constexpr core::Instant resendPause = 30 * core::secondMs;

enum class ResendObstacle {
    None,
    NotPossible, ///< the provider has no call for it, does not know the session, or the session is closed
    TooSoon,     ///< within resendPause of the last one
};
/// `canResend`: the provider has a call for it. UTC ms.
ResendObstacle resendObstacle(
    const Session &session, const QList<SessionNote> &notes, bool canResend, core::Instant now);
/// When it may be sent again: resendPause after the start or the last time it was.
core::Instant sendAgainAt(const Session &session, const QList<SessionNote> &notes);
/// Whole seconds until then, 0 when it has come.
qint64 secondsUntil(core::Instant at, core::Instant now);
/// Is there a message at all that could be sent again? A link that is shown only is not.
bool isResendOffered(const Session &session, bool canResend);

} // namespace domain
