#pragma once
#include "domain/identities/identity.h"
#include "domain/identities/statuswords.h"
#include <array>

namespace domain {

/// Exactly one per identity, tested in this order (design section 4).
enum class IdentityStatus { Pending, Failed, Never, Overdue, DueSoon, Verified };
constexpr int identityStatusCount = 6;

/// How long a verification lasts.
struct ReverificationInterval
{
    int intervalDays = 365; ///< 1 to 1,095
    int warnDays = 30;      ///< before it is due; 0 to the interval
    int graceDays = 14;     ///< after it is due; 0 to the interval
    friend bool operator==(const ReverificationInterval &, const ReverificationInterval &) = default;
};

/// What the ledger knows of the person's sessions; decides before SailPoint's attributes do.
struct SessionOverlay
{
    enum Kind : int { None = 0, Open = 1, Held = 2, Failed = 3 } kind = None;
    core::Instant at = 0; ///< when a failed session closed
};

/// What SailPoint's attributes say of the verification itself: Dated, Never, BadDate, Reset or Withdrawn. Words for a
/// try that failed or is pending say nothing of it.
StatusKind lapseOf(const IdvFacts &facts, const StatusWords &words = {});
StatusKind kindOf(const IdvFacts &facts, const SessionOverlay &overlay, const StatusWords &words = {});
/// Verified date plus interval, in UTC days; absent without a usable date.
std::optional<core::Instant> dueAt(const IdvFacts &facts, const ReverificationInterval &rule);
/// From when it is due soon; absent without a due date.
std::optional<core::Instant> warnAt(std::optional<core::Instant> due, const ReverificationInterval &rule);
/// Equality is due, and equality is warned of. Both are ignored unless kind is Dated.
IdentityStatus statusAt(
    StatusKind kind, std::optional<core::Instant> due, std::optional<core::Instant> warnAt, core::Instant now);
IdentityStatus statusOf(const IdvFacts &facts, const SessionOverlay &overlay, const ReverificationInterval &rule,
    core::Instant now, const StatusWords &words = {});

/// Why somebody is overdue.
enum class OverdueReason { PastDate, Reset, Withdrawn, DateUnusable };
constexpr int overdueReasonCount = 4;
/// Nothing when the status is another one than Overdue.
std::optional<OverdueReason> overdueReasonAt(StatusKind kind, std::optional<core::Instant> due, core::Instant now);
/// "past-date", "reset", "withdrawn", "date-unusable".
QString overdueReasonKey(OverdueReason reason);

/// Past due, whatever the status: whoever once was verified and whose verification has run out, was reset, withdrawn or
/// is unusable. Exactly one part for each of them; Overdue is the status without those whose date is unusable.
enum class PastDuePart { Overdue, DateUnusable, Failed, Held, InRenewal };
constexpr int pastDuePartCount = 5;
/// `lapse`: lapseOf() of the same facts. Nothing for who is not past due.
std::optional<PastDuePart> pastDuePart(
    StatusKind kind, StatusKind lapse, std::optional<core::Instant> due, core::Instant now);
std::optional<PastDuePart> pastDueOf(const IdvFacts &facts, const SessionOverlay &overlay,
    std::optional<core::Instant> due, core::Instant now, const StatusWords &words = {});
/// "overdue", "date-unusable", "failed", "held", "in-renewal": as in JSON and options.
QString pastDueKey(PastDuePart part);
std::optional<PastDuePart> pastDueFromKey(const QString &key);

/// The due date as it may be shown: a verification that was reset or withdrawn is not due some day to come.
std::optional<core::Instant> shownDue(StatusKind lapse, std::optional<core::Instant> due, core::Instant now);
/// The end of grace as it may be shown: there is none without a due date that may be shown.
std::optional<core::Instant> shownGrace(
    StatusKind lapse, std::optional<core::Instant> due, std::optional<core::Instant> graceEnds, core::Instant now);
/// Equality is over.
bool isGraceOver(std::optional<core::Instant> graceEnds, core::Instant now);

/// What SailPoint says against itself or cannot be read, for the line beside the chip.
enum class Contradiction {
    PassWordFalseFlag, ///< the word says verified, idvVerified false
    OtherWordTrueFlag, ///< the word says failed or is none of the tenant's, idvVerified true
    FlagUnreadable,
};
std::optional<Contradiction> contradictionOf(const IdvFacts &facts, const StatusWords &words = {});

/// "verified", "due-soon", …: as in JSON and options.
QString statusKey(IdentityStatus s);
std::optional<IdentityStatus> statusFromKey(const QString &key);

} // namespace domain
