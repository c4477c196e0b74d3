#include "domain/verification/resending.h"
#include "domain/verification/sessionend.h"
#include <algorithm>

namespace domain {

core::Instant sendAgainAt(const Session &s, const QList<SessionNote> &notes)
{
    core::Instant last = s.createdAt;
    for (const auto &n : notes)
        last = n.kind == QLatin1String("sent-again") ? std::max(last, n.at) : last;
    return last + resendPause;
}

ResendObstacle resendObstacle(const Session &s, const QList<SessionNote> &notes, bool canResend, core::Instant now)
{
    if (!canResend || !isKnownToProvider(s))
        return ResendObstacle::NotPossible;
    return sendAgainAt(s, notes) > now ? ResendObstacle::TooSoon : ResendObstacle::None;
}

qint64 secondsUntil(core::Instant at, core::Instant now)
{
    return std::max<qint64>(0, (at - now + 999) / 1000);
}

bool isResendOffered(const Session &s, bool canResend)
{
    return isOpen(s.state) && canResend && s.request.delivery != Delivery::Link;
}

} // namespace domain
