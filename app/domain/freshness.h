#pragma once
#include "domain/identity.h"

namespace domain {

/// Exactly one per identity, tested in this order (design section 4).
enum class IdentityStatus { Pending, Failed, Never, Overdue, DueSoon, Verified };
constexpr int identityStatusCount = 6;

/// How long a verification lasts.
struct FreshnessRule
{
    int intervalDays = 365; ///< 1 to 1,095
    int warnDays = 30;      ///< before it is due; 0 to the interval
    int graceDays = 14;     ///< after it is due; 0 to the interval
    friend bool operator==(const FreshnessRule &, const FreshnessRule &) = default;
};

/// What the ledger knows of the person's sessions; decides before SailPoint's attributes do.
struct SessionOverlay
{
    enum Kind : int { None = 0, Open = 1, Held = 2, Failed = 3 } kind = None;
    core::Instant at = 0; ///< when a failed session closed
};

StatusKind kindOf(const IdvFacts &facts, const SessionOverlay &overlay);
/// Verified date plus interval, in UTC days; absent without a usable date.
std::optional<core::Instant> dueAt(const IdvFacts &facts, const FreshnessRule &rule);
/// Equality is due, and equality is warned of. Both are ignored unless kind is Dated.
IdentityStatus statusAt(StatusKind kind, std::optional<core::Instant> due, std::optional<core::Instant> warnAt, core::Instant now);
IdentityStatus statusOf(const IdvFacts &facts, const SessionOverlay &overlay, const FreshnessRule &rule, core::Instant now);

/// "verified", "due-soon", …: as in JSON and options.
QString statusKey(IdentityStatus s);
std::optional<IdentityStatus> statusFromKey(const QString &key);

} // namespace domain
