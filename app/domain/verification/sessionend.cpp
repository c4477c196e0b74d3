#include "domain/verification/sessionend.h"
#include "domain/verification/resultevaluation.h"

namespace domain {

bool isLinkOver(const Session &s, core::Instant now)
{
    return now > s.expiresAt;
}

bool isPastEnd(const Session &s, core::Instant now)
{
    return now > s.expiresAt + core::minuteMs;
}

UnaskedStep unaskedStep(const Session &s, bool hasQuery, std::chrono::milliseconds launchGrace, core::Instant now)
{
    if (s.state == SessionState::Launching)
        return now - s.createdAt > launchGrace.count() ? UnaskedStep::GiveUpLaunch : UnaskedStep::Wait;
    if (s.state == SessionState::LaunchUnknown)
        return isPastEnd(s, now) ? UnaskedStep::Expire : UnaskedStep::Wait;
    // Decided by a callback: the query is still to agree.
    const bool isConfirming = s.source == sourceCallback;
    if (!isOpen(s.state) && !isConfirming)
        return UnaskedStep::Wait;
    if (hasQuery)
        return UnaskedStep::Ask;
    if (!isOpen(s.state))
        return UnaskedStep::Wait;
    const bool isOldClaim = now - s.lastCheckedAt.value_or(s.createdAt) > 2 * core::minuteMs;
    if (s.state == SessionState::Provisional && isOldClaim)
        return UnaskedStep::HoldUnconfirmed;
    return isPastEnd(s, now) ? UnaskedStep::ExpireUnconfirmed : UnaskedStep::Wait;
}

bool isNoAnswer(const core::Error &e)
{
    const bool isUnread = e.code == core::ErrorCode::Protocol && !e.field.isEmpty();
    return isUnread || e.code == core::ErrorCode::NotFound;
}

bool isKnownToProvider(const Session &s)
{
    return isOpen(s.state) && !s.providerId.isEmpty();
}

bool isCancelledThere(const Session &s, bool canCancel)
{
    return canCancel && isKnownToProvider(s);
}

bool needsNewSession(const Session &s)
{
    return s.state == SessionState::NeedsReview && !canBeAccepted(s);
}

bool mayTryAgain(const Session &s)
{
    return hasFailed(s.state) || s.state == SessionState::Expired || needsNewSession(s);
}

bool isPassAt(const Session &s, int level)
{
    return s.state == SessionState::Verified && s.ial && *s.ial >= level;
}

} // namespace domain
