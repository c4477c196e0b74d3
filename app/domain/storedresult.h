#pragma once
#include "domain/identity.h"
#include "domain/verification.h"

// A pass that was decided here and that SailPoint does not show.
namespace domain {

enum class StoredResult {
    Stored,      ///< SailPoint shows this verification, or a newer one
    NotLookedAt, ///< nobody has read the person since it could have arrived
    NotStored,   ///< read late enough, and it is not there
};
/// So long after its result a verification may still be on its way to SailPoint.
constexpr core::Instant storedWithin = 15 * core::minuteMs;

/// `session` is the person's latest verified one. `readAt`: when what SailPoint says of the person was read, UTC ms; nothing: never.
StoredResult storedResultOf(const Session &session, const IdvFacts &stored, std::optional<core::Instant> readAt);

/// Is a pass of here, completed at `passedAt`, still in force and newer than what SailPoint shows? Nobody is asked again for it.
bool isVerifiedHereOnly(std::optional<core::Instant> passedAt, std::optional<core::Instant> storedAt, int intervalDays, core::Instant now);

} // namespace domain
