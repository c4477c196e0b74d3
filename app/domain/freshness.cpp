#include "domain/freshness.h"

namespace domain {

StatusKind kindOf(const IdvFacts &facts, const SessionOverlay &overlay)
{
    if (overlay.kind == SessionOverlay::Open)
        return StatusKind::Pending;
    if (overlay.kind == SessionOverlay::Held)
        return StatusKind::Held;
    const QString status = facts.status.trimmed().toUpper();
    if (status == QLatin1String("PENDING"))
        return StatusKind::Pending;
    const bool failedLater = overlay.kind == SessionOverlay::Failed && (!facts.date.at || overlay.at > *facts.date.at);
    if (failedLater || status == QLatin1String("FAILED"))
        return StatusKind::Failed;
    switch (facts.date.quality) {
    case DateQuality::Absent: return StatusKind::Never;
    case DateQuality::Unreadable:
    case DateQuality::Future: return StatusKind::BadDate;
    default: return StatusKind::Dated;
    }
}

std::optional<core::Instant> dueAt(const IdvFacts &facts, const FreshnessRule &rule)
{
    if (!facts.date.at || facts.date.quality == DateQuality::Future)
        return std::nullopt;
    return *facts.date.at + rule.intervalDays * core::dayMs;
}

IdentityStatus statusAt(StatusKind kind, std::optional<core::Instant> due, std::optional<core::Instant> warnAt, core::Instant now)
{
    switch (kind) {
    case StatusKind::Pending:
    case StatusKind::Held: return IdentityStatus::Pending;
    case StatusKind::Failed: return IdentityStatus::Failed;
    case StatusKind::Never: return IdentityStatus::Never;
    case StatusKind::BadDate: return IdentityStatus::Overdue;
    case StatusKind::Dated: break;
    }
    if (!due || now >= *due)
        return IdentityStatus::Overdue;
    return warnAt && now >= *warnAt ? IdentityStatus::DueSoon : IdentityStatus::Verified;
}

IdentityStatus statusOf(const IdvFacts &facts, const SessionOverlay &overlay, const FreshnessRule &rule, core::Instant now)
{
    const auto due = dueAt(facts, rule);
    return statusAt(kindOf(facts, overlay), due, due ? std::optional(*due - rule.warnDays * core::dayMs) : std::nullopt, now);
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
