#include "store/cache/cachesql.h"
#include "store/cache/segments.h"
#include "store/cache/statement.h"

// Who falls due when: by the index (kind, due, warn_at, sid, base_kind) alone.
namespace store::cachesql {

using core::Result;

namespace {

/// Which week an instant belongs to; -1 outside.
class Weeks
{
public:
    explicit Weeks(const std::vector<core::Instant> &boundaries) : m_at(boundaries) {}
    int of(core::Instant at) const
    {
        if (m_at.size() < 2 || at < m_at.front() || at >= m_at.back())
            return -1;
        // Weeks are of nearly the same length: the guess is right or next to it.
        int i = std::min(int((at - m_at.front()) / (7 * core::dayMs)), int(m_at.size()) - 2);
        while (at < m_at[size_t(i)])
            --i;
        while (at >= m_at[size_t(i) + 1])
            ++i;
        return i;
    }
    QList<domain::WeekLoad> empty() const
    {
        QList<domain::WeekLoad> out;
        for (size_t i = 0; i + 1 < m_at.size(); ++i)
            out.append({m_at[i], 0, 0});
        return out;
    }

private:
    const std::vector<core::Instant> &m_at;
};

/// Per segment: how far its dates move, and whose they are then.
struct Plan
{
    core::Instant shift = 0, warn = 0, grace = 0;
    int rule = 0;
    bool isHigh = false;
};

std::vector<Plan> plansOf(const Segments &segments, const domain::ReverificationPolicy &policy, core::Instant now)
{
    std::vector<Plan> plans;
    for (const auto &[key, e] : segments.all()) {
        if (size_t(e.sid) >= plans.size())
            plans.resize(size_t(e.sid) + 1);
        const auto applied = domain::ruleFor(policy, e.segment, now);
        int rule = int(policy.rules.size());
        for (int i = 0; i < policy.rules.size(); ++i) {
            if (!applied.name.isEmpty() && policy.rules.at(i).name == applied.name)
                rule = i;
        }
        plans[size_t(e.sid)] = {(applied.rule.intervalDays - e.applied.rule.intervalDays) * core::dayMs,
            applied.rule.warnDays * core::dayMs, applied.rule.graceDays * core::dayMs, rule, applied.isHighRisk};
    }
    return plans;
}

} // namespace

Result<QList<domain::WeekLoad>> readForecast(Connection &c, const std::vector<core::Instant> &boundaries)
{
    const Weeks weeks(boundaries);
    QList<domain::WeekLoad> out = weeks.empty();
    if (out.isEmpty())
        return out;
    const auto segments = Segments::read(c);
    if (!segments)
        return segments.error();
    std::vector<bool> isHigh;
    for (const auto &[key, e] : segments->all()) {
        if (size_t(e.sid) >= isHigh.size())
            isHigh.resize(size_t(e.sid) + 1);
        isHigh[size_t(e.sid)] = e.applied.isHighRisk;
    }
    const QByteArray sql(
        "SELECT due, sid FROM identity WHERE kind = 0 AND due >= " + QByteArray::number(boundaries.front()) +
        " AND due < " + QByteArray::number(boundaries.back()));
    const Statement q(c, sql.constData());
    int rc = SQLITE_ERROR;
    while (q && (rc = sqlite3_step(q)) == SQLITE_ROW) {
        domain::WeekLoad &w = out[weeks.of(sqlite3_column_int64(q, 0))];
        const auto sid = size_t(sqlite3_column_int64(q, 1));
        ++w.due;
        w.highRisk += sid < isHigh.size() && isHigh[sid] ? 1 : 0;
    }
    if (rc != SQLITE_DONE)
        return c.lastError(QStringLiteral("The local copy cannot be read."));
    return out;
}

Result<domain::Outlook> readOutlook(Connection &c, const domain::ReverificationPolicy &policy,
    const std::vector<core::Instant> &boundaries, core::Instant now)
{
    const auto segments = Segments::read(c);
    if (!segments)
        return segments.error();
    const Weeks weeks(boundaries);
    domain::Outlook out;
    out.weeks = weeks.empty();
    for (const auto &r : policy.rules)
        out.rules.append({r.name, 0, 0, 0, 0});
    out.rules.append(domain::RuleLoad());
    const auto plans = plansOf(*segments, policy, now);
    if (plans.empty())
        return out;
    const Statement q(c, "SELECT kind, due, sid, base_kind FROM identity");
    int rc = SQLITE_ERROR;
    while (q && (rc = sqlite3_step(q)) == SQLITE_ROW) {
        const auto kind = domain::StatusKind(sqlite3_column_int(q, 0));
        const Plan &plan = plans[std::min(size_t(sqlite3_column_int64(q, 2)), plans.size() - 1)];
        domain::RuleLoad &load = out.rules[plan.rule];
        ++load.people;
        const auto lapse = domain::StatusKind(sqlite3_column_int(q, 3));
        if (lapse == domain::StatusKind::Never)
            continue;
        const auto due = sqlite3_column_type(q, 1) == SQLITE_NULL
                             ? std::nullopt
                             : std::optional(sqlite3_column_int64(q, 1) + plan.shift);
        const auto status = domain::statusAt(kind, due, due ? std::optional(*due - plan.warn) : std::nullopt, now);
        const bool isOverdue = status == domain::IdentityStatus::Overdue;
        out.overdue += isOverdue ? 1 : 0;
        load.overdue += isOverdue ? 1 : 0;
        if (domain::pastDuePart(kind, lapse, due, now)) {
            // Grace runs from the due date, whatever has been tried since; without one nobody knows when it ends.
            const bool isPast = due && now >= *due + plan.grace;
            ++out.pastDue;
            ++load.pastDue;
            out.pastGrace += isPast ? 1 : 0;
            load.pastGrace += isPast ? 1 : 0;
        }
        if (kind != domain::StatusKind::Dated || !due)
            continue;
        out.dueSoon += status == domain::IdentityStatus::DueSoon ? 1 : 0;
        if (const int w = weeks.of(*due); w >= 0) {
            ++out.weeks[w].due;
            out.weeks[w].highRisk += plan.isHigh ? 1 : 0;
        }
    }
    if (rc != SQLITE_DONE)
        return c.lastError(QStringLiteral("The local copy cannot be read."));
    return out;
}

} // namespace store::cachesql
