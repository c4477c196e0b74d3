#include "domain/recovery/timeproof.h"
#include <algorithm>
#include <cstdlib>

namespace domain {

TimeDoubt timeDoubt(core::Instant now, const std::optional<VendorTime> &vendor, core::Instant lastEntry)
{
    constexpr core::Instant tolerance = 5 * core::minuteMs;
    if (!vendor || vendor->ageMs < 0 || vendor->ageMs > 10 * core::minuteMs)
        return TimeDoubt::NoVendorTime;
    if (std::abs(vendor->at - now) > tolerance)
        return TimeDoubt::ClocksDiffer;
    // The two agree: an entry a little ahead of one of them is the other's doing.
    return lastEntry > std::max(now, vendor->at) + tolerance ? TimeDoubt::LogAhead : TimeDoubt::None;
}

} // namespace domain
