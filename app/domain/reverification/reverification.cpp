#include "domain/reverification/reverification.h"

namespace domain {

StatusKind lapseOf(const IdvFacts &f, const StatusWords &words)
{
    const StatusWord word = wordOf(f.status, words);
    if (word == StatusWord::Other)
        return StatusKind::Withdrawn;
    // A false flag alone is how people begin: nothing was reset that never was.
    const bool wasVerified = word == StatusWord::Pass || f.date.quality != DateQuality::Absent;
    if (f.verified == false)
        return wasVerified ? StatusKind::Reset : StatusKind::Never;
    // What cannot be read is not true.
    if (f.isFlagUnreadable() && wasVerified)
        return StatusKind::Withdrawn;
    if (f.date.quality == DateQuality::Absent)
        return wasVerified || f.verified == true ? StatusKind::BadDate : StatusKind::Never;
    const bool isUsable = f.date.quality == DateQuality::Exact || f.date.quality == DateQuality::ZoneAssumed ||
                          f.date.quality == DateQuality::DateOnly;
    return isUsable && f.date.at ? StatusKind::Dated : StatusKind::BadDate;
}

StatusKind kindOf(const IdvFacts &facts, const SessionOverlay &overlay, const StatusWords &words)
{
    if (overlay.kind == SessionOverlay::Open)
        return StatusKind::Pending;
    if (overlay.kind == SessionOverlay::Held)
        return StatusKind::Held;
    const StatusWord word = wordOf(facts.status, words);
    if (word == StatusWord::Pending)
        return StatusKind::Pending;
    const bool failedLater = overlay.kind == SessionOverlay::Failed && (!facts.date.at || overlay.at > *facts.date.at);
    if (failedLater || word == StatusWord::Fail)
        return StatusKind::Failed;
    return lapseOf(facts, words);
}

std::optional<core::Instant> dueAt(const IdvFacts &facts, const ReverificationInterval &rule)
{
    if (!facts.date.at || facts.date.quality == DateQuality::Future)
        return std::nullopt;
    return *facts.date.at + rule.intervalDays * core::dayMs;
}

std::optional<core::Instant> warnAt(std::optional<core::Instant> due, const ReverificationInterval &rule)
{
    return due ? std::optional(*due - rule.warnDays * core::dayMs) : std::nullopt;
}

IdentityStatus statusAt(
    StatusKind kind, std::optional<core::Instant> due, std::optional<core::Instant> warnAt, core::Instant now)
{
    switch (kind) {
    case StatusKind::Pending:
    case StatusKind::Held: return IdentityStatus::Pending;
    case StatusKind::Failed: return IdentityStatus::Failed;
    case StatusKind::Never: return IdentityStatus::Never;
    case StatusKind::BadDate:
    case StatusKind::Reset:
    case StatusKind::Withdrawn: return IdentityStatus::Overdue;
    case StatusKind::Dated: break;
    }
    if (!due || now >= *due)
        return IdentityStatus::Overdue;
    return warnAt && now >= *warnAt ? IdentityStatus::DueSoon : IdentityStatus::Verified;
}

IdentityStatus statusOf(const IdvFacts &facts, const SessionOverlay &overlay, const ReverificationInterval &rule,
    core::Instant now, const StatusWords &words)
{
    const auto due = dueAt(facts, rule);
    return statusAt(kindOf(facts, overlay, words), due, warnAt(due, rule), now);
}

std::optional<OverdueReason> overdueReasonAt(StatusKind kind, std::optional<core::Instant> due, core::Instant now)
{
    switch (kind) {
    case StatusKind::Reset: return OverdueReason::Reset;
    case StatusKind::Withdrawn: return OverdueReason::Withdrawn;
    case StatusKind::BadDate: return OverdueReason::DateUnusable;
    case StatusKind::Dated: return !due || now >= *due ? std::optional(OverdueReason::PastDate) : std::nullopt;
    case StatusKind::Never:
    case StatusKind::Failed:
    case StatusKind::Pending:
    case StatusKind::Held: break;
    }
    return std::nullopt;
}

static constexpr std::array<const char *, overdueReasonCount> reasonKeys{
    "past-date", "reset", "withdrawn", "date-unusable"};
QString overdueReasonKey(OverdueReason r)
{
    return QLatin1String(reasonKeys[size_t(r)]);
}

std::optional<PastDuePart> pastDuePart(
    StatusKind kind, StatusKind lapse, std::optional<core::Instant> due, core::Instant now)
{
    const auto reason = overdueReasonAt(lapse, due, now);
    if (!reason)
        return std::nullopt;
    switch (kind) {
    case StatusKind::Failed: return PastDuePart::Failed;
    case StatusKind::Held: return PastDuePart::Held;
    case StatusKind::Pending: return PastDuePart::InRenewal;
    default: return *reason == OverdueReason::DateUnusable ? PastDuePart::DateUnusable : PastDuePart::Overdue;
    }
}

std::optional<PastDuePart> pastDueOf(const IdvFacts &facts, const SessionOverlay &overlay,
    std::optional<core::Instant> due, core::Instant now, const StatusWords &words)
{
    return pastDuePart(kindOf(facts, overlay, words), lapseOf(facts, words), due, now);
}

static constexpr std::array<const char *, pastDuePartCount> partKeys{
    "overdue", "date-unusable", "failed", "held", "in-renewal"};
QString pastDueKey(PastDuePart p)
{
    return QLatin1String(partKeys[size_t(p)]);
}
std::optional<PastDuePart> pastDueFromKey(const QString &key)
{
    for (size_t i = 0; i < partKeys.size(); ++i) {
        if (key == QLatin1String(partKeys[i]))
            return PastDuePart(i);
    }
    return std::nullopt;
}

std::optional<core::Instant> shownDue(StatusKind lapse, std::optional<core::Instant> due, core::Instant now)
{
    const bool isVoid = lapse == StatusKind::Reset || lapse == StatusKind::Withdrawn;
    return isVoid && due && *due > now ? std::nullopt : due;
}

std::optional<core::Instant> shownGrace(
    StatusKind lapse, std::optional<core::Instant> due, std::optional<core::Instant> graceEnds, core::Instant now)
{
    return shownDue(lapse, due, now) ? graceEnds : std::nullopt;
}

bool isGraceOver(std::optional<core::Instant> graceEnds, core::Instant now)
{
    return graceEnds && *graceEnds <= now;
}

std::optional<Contradiction> contradictionOf(const IdvFacts &f, const StatusWords &words)
{
    const StatusWord word = wordOf(f.status, words);
    if (!f.verified)
        return f.isFlagUnreadable() ? std::optional(Contradiction::FlagUnreadable) : std::nullopt;
    if (word == StatusWord::Pass && !*f.verified)
        return Contradiction::PassWordFalseFlag;
    if ((word == StatusWord::Fail || word == StatusWord::Other) && *f.verified)
        return Contradiction::OtherWordTrueFlag;
    return std::nullopt;
}

QString statusKey(IdentityStatus s)
{
    switch (s) {
    case IdentityStatus::Pending: return QStringLiteral("pending");
    case IdentityStatus::Failed: return QStringLiteral("failed");
    case IdentityStatus::Never: return QStringLiteral("never");
    case IdentityStatus::Overdue: return QStringLiteral("overdue");
    case IdentityStatus::DueSoon: return QStringLiteral("due-soon");
    case IdentityStatus::Verified: return QStringLiteral("verified");
    }
    return {};
}

std::optional<IdentityStatus> statusFromKey(const QString &key)
{
    for (int i = 0; i < identityStatusCount; ++i) {
        if (statusKey(IdentityStatus(i)) == key)
            return IdentityStatus(i);
    }
    return std::nullopt;
}

} // namespace domain
