#pragma once
#include "core/clock.h"
#include <optional>

// Where an account depends on the time, one clock is not enough.
namespace domain {

/// What a vendor's answers said of the time.
struct VendorTime
{
    core::Instant at =
        0; ///< the vendor's time now: its last Date and what has passed since by a clock that nobody sets
    core::Instant ageMs = 0; ///< since that Date was seen
};

enum class TimeDoubt {
    None,
    NoVendorTime, ///< no vendor's time within ten minutes
    ClocksDiffer, ///< by more than five minutes
    LogAhead,     ///< an entry of the log is later than both
};
/// `lastEntry`: the latest time in the audit log since a person accepted the clock; 0: none.
TimeDoubt timeDoubt(core::Instant now, const std::optional<VendorTime> &vendor, core::Instant lastEntry);

} // namespace domain
