#include "domain/reverification/sessionoverlay.h"

namespace domain {

SessionOverlay overlayOf(SessionState state, core::Instant at)
{
    if (isOpen(state))
        return {SessionOverlay::Open, at};
    if (state == SessionState::NeedsReview)
        return {SessionOverlay::Held, at};
    return {hasFailed(state) ? SessionOverlay::Failed : SessionOverlay::None, at};
}

static bool isStanding(const SessionOverlay &o)
{
    return o.kind == SessionOverlay::Open || o.kind == SessionOverlay::Held;
}

std::optional<SessionOverlay> overlaid(const SessionOverlay &before, SessionState state, core::Instant at)
{
    const SessionOverlay next = overlayOf(state, at);
    const bool saysNothing =
        state == SessionState::Expired || state == SessionState::Cancelled || state == SessionState::LaunchFailed;
    if (saysNothing || (isStanding(before) && !isStanding(next)))
        return std::nullopt;
    return next;
}

} // namespace domain
