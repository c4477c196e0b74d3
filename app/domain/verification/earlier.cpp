#include "domain/verification/earlier.h"
#include <algorithm>

namespace domain {

EarlierVerification earlierVerification(const QList<Session> &sessions, Reason reason, core::Instant now)
{
    const auto isOpenForReason = [reason](const Session &s) {
        return (isOpen(s.state) || s.state == SessionState::NeedsReview) && s.request.reason == reason;
    };
    const auto hasPassedToday = [now](const Session &s) {
        return s.state == SessionState::Verified && s.ial.value_or(0) >= 2 && s.completedAt &&
               now - *s.completedAt < core::dayMs;
    };
    const auto open = std::find_if(sessions.begin(), sessions.end(), isOpenForReason);
    if (open != sessions.end())
        return {EarlierVerification::Open, *open};
    const auto passed = std::find_if(sessions.begin(), sessions.end(), hasPassedToday);
    if (passed != sessions.end())
        return {EarlierVerification::Passed, *passed};
    return {};
}

} // namespace domain
