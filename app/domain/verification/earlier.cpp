#include "domain/verification/earlier.h"
#include "domain/verification/sessionend.h"
#include <algorithm>

namespace domain {

EarlierVerification earlierVerification(const QList<Session> &sessions, Reason reason, core::Instant now)
{
    const auto isOpenForReason = [reason](
                                     const Session &s) { return !isTerminal(s.state) && s.request.reason == reason; };
    const auto hasPassedToday = [now](const Session &s) {
        return isPassAt(s, 2) && s.completedAt && now - *s.completedAt < core::dayMs;
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
