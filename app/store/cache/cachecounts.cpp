#include "domain/identities/activity.h"
#include "store/cache/cachesql.h"
#include "store/cache/segments.h"
#include <QScopeGuard>
#include <sqlite3.h>

// How many people are in each status, and past due.
namespace store::cachesql {

using core::Result;

namespace {

/// People of a condition that the index answers alone.
struct Group
{
    qint64 people = 0;
    qint64 inactive = 0; ///< part of them
};

/// Whose lifecycle or SailPoint status says inactive, by segment.
Result<std::vector<bool>> inactiveSegments(Connection &c)
{
    const auto segments = Segments::read(c);
    if (!segments)
        return segments.error();
    std::vector<bool> out;
    for (const auto &[key, e] : segments->all()) {
        if (size_t(e.sid) >= out.size())
            out.resize(size_t(e.sid) + 1);
        domain::Identity person;
        person.lifecycle = e.segment.lifecycle;
        person.sailpointStatus = e.segment.accountState;
        const bool isOff = domain::activityOf(person, std::nullopt, {}) == domain::Activity::Inactive;
        out[size_t(e.sid)] = isOff || !domain::isActiveLifecycle(e.segment.lifecycle);
    }
    return out;
}

Result<Group> groupOf(Connection &c, const QString &condition, const std::vector<bool> &inactive)
{
    const QByteArray sql = QByteArrayLiteral("SELECT sid FROM identity WHERE ") + condition.toUtf8();
    sqlite3_stmt *s = nullptr;
    if (sqlite3_prepare_v2(c.raw(), sql.constData(), -1, &s, nullptr) != SQLITE_OK)
        return c.lastError(QStringLiteral("The local copy cannot be read."));
    Group g;
    int rc = SQLITE_ROW;
    while ((rc = sqlite3_step(s)) == SQLITE_ROW) {
        const auto sid = size_t(sqlite3_column_int64(s, 0));
        ++g.people;
        g.inactive += sid < inactive.size() && inactive[sid] ? 1 : 0;
    }
    sqlite3_finalize(s);
    if (rc != SQLITE_DONE)
        return c.lastError(QStringLiteral("The local copy cannot be read."));
    return g;
}

Result<qint64> pastDueAmong(Connection &c, const QStringList &ids, core::Instant now)
{
    sqlite3_stmt *s = nullptr;
    if (sqlite3_prepare_v2(c.raw(), "SELECT kind, base_kind, due FROM identity WHERE id = ?1", -1, &s, nullptr) !=
        SQLITE_OK)
        return c.lastError(QStringLiteral("The local copy cannot be read."));
    const auto done = qScopeGuard([s] { sqlite3_finalize(s); });
    qint64 n = 0;
    for (const QString &id : ids) {
        const QByteArray text = id.toUtf8();
        sqlite3_bind_text(s, 1, text.constData(), int(text.size()), SQLITE_TRANSIENT);
        const int rc = sqlite3_step(s);
        if (rc == SQLITE_ROW) {
            const auto due =
                sqlite3_column_type(s, 2) == SQLITE_NULL ? std::optional<core::Instant>() : sqlite3_column_int64(s, 2);
            n += domain::pastDuePart(domain::StatusKind(sqlite3_column_int(s, 0)),
                     domain::StatusKind(sqlite3_column_int(s, 1)), due, now)
                     ? 1
                     : 0;
        } else if (rc != SQLITE_DONE) {
            return c.lastError(QStringLiteral("The local copy cannot be read."));
        }
        sqlite3_reset(s);
    }
    return n;
}

} // namespace

// Every number by its own condition: none is what the others leave.
Result<StatusCounts> readCounts(Connection &c, core::Instant now, const QStringList &exempt)
{
    using domain::IdentityStatus;
    using domain::OverdueReason;
    using domain::PastDuePart;
    StatusCounts counts;
    const auto number = [&c](const QString &where) -> Result<qint64> {
        const auto v = c.value(QStringLiteral("SELECT COUNT(*) FROM identity") +
                               (where.isEmpty() ? QString() : QStringLiteral(" WHERE ") + where));
        if (!v)
            return v.error();
        return v->toLongLong();
    };
    const auto everyone = number({});
    const auto held = number(QStringLiteral("kind = 4"));
    const auto inactive = inactiveSegments(c);
    if (!everyone || !held)
        return everyone ? held.error() : everyone.error();
    if (!inactive)
        return inactive.error();
    counts.everyone = *everyone;
    counts.held = *held;
    for (const auto status : {IdentityStatus::Pending, IdentityStatus::Failed, IdentityStatus::Never,
             IdentityStatus::DueSoon, IdentityStatus::Verified}) {
        const auto n = number(statusCondition(status, now));
        if (!n)
            return n.error();
        counts.byStatus[size_t(status)] = *n;
    }
    for (int i = 0; i < domain::overdueReasonCount; ++i) {
        const auto g = groupOf(c, reasonCondition(OverdueReason(i), now), *inactive);
        if (!g)
            return g.error();
        counts.byReason[size_t(i)] = g->people;
        counts.byStatus[size_t(IdentityStatus::Overdue)] += g->people;
        counts.pastDue[size_t(OverdueReason(i) == OverdueReason::DateUnusable ? PastDuePart::DateUnusable
                                                                              : PastDuePart::Overdue)] += g->people;
        counts.pastDueInactive += g->inactive;
    }
    for (const auto part : {PastDuePart::Failed, PastDuePart::Held, PastDuePart::InRenewal}) {
        const auto g = groupOf(c, pastDueCondition(part, now), *inactive);
        if (!g)
            return g.error();
        counts.pastDue[size_t(part)] = g->people;
        counts.pastDueInactive += g->inactive;
    }
    counts.badDates = counts.byReason[size_t(OverdueReason::DateUnusable)];
    const auto spared = pastDueAmong(c, exempt, now);
    if (!spared)
        return spared.error();
    counts.pastDueExempt = *spared;
    return counts;
}

} // namespace store::cachesql
