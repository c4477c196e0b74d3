#include "domain/storedresult.h"

namespace domain {

// To the second: some systems keep no more.
static bool isShown(const Session &s, const IdvFacts &f)
{
    if (!s.providerId.isEmpty() && f.sessionId.trimmed() == s.providerId.str())
        return true;
    return f.date.at && s.completedAt && *f.date.at / core::secondMs >= *s.completedAt / core::secondMs;
}

StoredResult storedResultOf(const Session &s, const IdvFacts &f, std::optional<core::Instant> readAt)
{
    if (isShown(s, f))
        return StoredResult::Stored;
    const core::Instant since = s.closedAt.value_or(s.completedAt.value_or(s.createdAt));
    return readAt && *readAt - since >= storedWithin ? StoredResult::NotStored : StoredResult::NotLookedAt;
}

bool isVerifiedHereOnly(std::optional<core::Instant> passedAt, std::optional<core::Instant> storedAt, int intervalDays, core::Instant now)
{
    if (!passedAt || now >= *passedAt + intervalDays * core::dayMs)
        return false;
    return !storedAt || *storedAt / core::secondMs < *passedAt / core::secondMs;
}

} // namespace domain
