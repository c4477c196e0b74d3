#include "domain/verification/writeback/storedresult.h"
#include <QSet>
#include <algorithm>

namespace domain {

// To the second: some systems keep no more.
bool isShown(const Session &s, const IdvFacts &f)
{
    if (!s.providerId.isEmpty() && f.sessionId.trimmed() == s.providerId.str())
        return true;
    if (s.state != SessionState::Verified || f.date.quality == DateQuality::Future) // that is no time of a verification
        return false;
    return f.date.at && s.completedAt && *f.date.at / core::secondMs >= *s.completedAt / core::secondMs;
}

StoredResult storedResultOf(const Session &s, const IdvFacts &f, std::optional<core::Instant> readAt)
{
    if (isShown(s, f))
        return StoredResult::Stored;
    const core::Instant since = s.closedAt.value_or(s.completedAt.value_or(s.createdAt));
    return readAt && *readAt - since >= storedWithin ? StoredResult::NotStored : StoredResult::NotLookedAt;
}

static bool isInForce(core::Instant passedAt, int intervalDays, core::Instant now)
{
    return now < passedAt + intervalDays * core::dayMs;
}

bool isVerifiedHereOnly(
    std::optional<core::Instant> passedAt, std::optional<core::Instant> storedAt, int intervalDays, core::Instant now)
{
    if (!passedAt || !isInForce(*passedAt, intervalDays, now))
        return false;
    if (!storedAt)
        return true;
    // Some systems keep the day only.
    const bool isDay = *storedAt % core::dayMs == 0;
    const core::Instant unit = isDay ? core::dayMs : core::secondMs;
    return *storedAt / unit < *passedAt / unit;
}

QStringList StoredFacts::pastDueIds() const
{
    QStringList ids;
    for (auto it = notStored.begin(); it != notStored.end(); ++it) {
        if (it->isPastDue)
            ids << it.key();
    }
    ids.sort();
    return ids;
}

QList<Session> latestPasses(const QList<Session> &newestFirst)
{
    QList<Session> out;
    QSet<QString> seen;
    for (const Session &s : newestFirst) {
        const QString id = s.request.identity.str();
        if (s.state != SessionState::Verified || id.isEmpty() || seen.contains(id))
            continue;
        seen.insert(id);
        out << s;
    }
    return out;
}

static int intervalOf(const ReverificationPolicy &policy, const QString &rule)
{
    const auto it = std::find_if(
        policy.rules.begin(), policy.rules.end(), [&rule](const ReverificationRule &r) { return r.name == rule; });
    return rule.isEmpty() || it == policy.rules.end() ? policy.standard.intervalDays : it->rule.intervalDays;
}

int longestInterval(const ReverificationPolicy &policy)
{
    int days = policy.standard.intervalDays;
    for (const ReverificationRule &r : policy.rules)
        days = std::max(days, r.rule.intervalDays);
    return days;
}

StoredFacts storedFacts(const QList<Session> &latest, const QList<Identity> &people, const ReverificationPolicy &policy,
    std::optional<core::Instant> readAt, core::Instant now)
{
    QHash<QString, const Identity *> known;
    for (const Identity &p : people)
        known.insert(p.id.str(), &p);
    StoredFacts out;
    for (const Session &s : latest) {
        const Identity *p = known.value(s.request.identity.str());
        if (!p) // gone from SailPoint
            continue;
        const core::Instant at = s.completedAt.value_or(s.closedAt.value_or(s.createdAt));
        if (!isInForce(at, intervalOf(policy, p->rule), now))
            continue;
        switch (storedResultOf(s, p->idv, readAt)) {
        case StoredResult::Stored: break;
        case StoredResult::NotLookedAt:
            ++out.notLookedAt;
            out.notLookedAtForADay += now - at > core::dayMs ? 1 : 0;
            out.oldestNotLookedAt = std::min(out.oldestNotLookedAt.value_or(at), at);
            break;
        case StoredResult::NotStored: {
            const bool isPastDue = pastDuePart(p->kind, p->lapse, p->due, now).has_value();
            out.notStored.insert(p->id.str(), {s.id, at, isPastDue});
            out.pastDue += isPastDue ? 1 : 0;
            break;
        }
        }
    }
    return out;
}

} // namespace domain
