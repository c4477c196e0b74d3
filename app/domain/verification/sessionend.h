#pragma once
#include "core/error.h"
#include "domain/verification/verification.h"

// When a session is over, and what is done about one that nobody can be asked about.
namespace domain {

/// The link's lifetime is over, UTC ms.
bool isLinkOver(const Session &session, core::Instant now);
/// The same with a minute of grace: what is still open then is closed by the clock.
bool isPastEnd(const Session &session, core::Instant now);

/// What is done about a watched session without asking the provider.
enum class UnaskedStep {
    Ask,               ///< nothing: the provider is asked, when it is its turn
    Wait,              ///< nothing, and nobody is asked
    GiveUpLaunch,      ///< a start that has waited for its answer for longer than `launchGrace`
    Expire,            ///< a start of unknown outcome, whose link would be over
    ExpireUnconfirmed, ///< the link is over, and nobody can be asked how it ended
    HoldUnconfirmed,   ///< a claimed pass that nobody can be asked about
};
/// `hasQuery`: the provider answers status queries (hasStatusQuery()).
UnaskedStep unaskedStep(
    const Session &session, bool hasQuery, std::chrono::milliseconds launchGrace, core::Instant now);

/// A status query that failed so says nothing of the session: it does not exist there, or the answer cannot be used.
bool isNoAnswer(const core::Error &fault);

/// It is open, and the provider has given it an id by which it can be asked about or cancelled.
bool isKnownToProvider(const Session &session);
/// Does ending it also end the link at the provider? Otherwise it is only no longer watched.
bool isCancelledThere(const Session &session, bool canCancel);
/// Held, and nobody may accept it: see canBeAccepted().
bool needsNewSession(const Session &session);
/// It ended without a pass, or nobody may accept its result: another one may be offered.
bool mayTryAgain(const Session &session);
/// A pass at this level or a higher one.
bool isPassAt(const Session &session, int level);

} // namespace domain
