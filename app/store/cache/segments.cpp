#include "store/cache/segments.h"
#include "store/cache/cachesql.h"

namespace store {

using core::Result;

// Empty, not null: a null string would be stored as NULL.
static QString filled(const QString &s)
{
    return s.isNull() ? QStringLiteral("") : s;
}

// Into a string whose memory is kept: a million people ask for a few segments.
static void makeKey(std::string &key, std::string_view profile, std::string_view lifecycle, std::string_view source,
    std::string_view accountState, std::string_view risk)
{
    key.clear();
    for (const auto v : {profile, lifecycle, source, accountState, risk}) {
        key.append(v);
        key.push_back('\x1f');
    }
}

Result<Segments> Segments::read(Connection &c)
{
    const auto rows = c.rows(QStringLiteral(
        "SELECT sid, profile, lifecycle, source, sp_status, risk, rule, high, interval, warn, grace FROM segment"));
    if (!rows)
        return rows.error();
    Segments out;
    for (const auto &r : *rows) {
        const auto text = [&r](int at) { return r.at(at).toString(); };
        Entry e{r.at(0).toLongLong(), {text(1), text(2), text(3), text(4), text(5)},
            {{r.at(8).toInt(), r.at(9).toInt(), r.at(10).toInt()}, text(6), r.at(7).toBool()}};
        makeKey(out.m_key, text(1).toStdString(), text(2).toStdString(), text(3).toStdString(), text(4).toStdString(),
            text(5).toStdString());
        out.m_entries.emplace(out.m_key, std::move(e));
    }
    return out;
}

const Segments::Entry *Segments::of(Connection &c, std::string_view profile, std::string_view lifecycle,
    std::string_view source, std::string_view accountState, std::string_view risk,
    const domain::ReverificationPolicy &policy, core::Instant now)
{
    makeKey(m_key, profile, lifecycle, source, accountState, risk);
    if (const auto it = m_entries.find(m_key); it != m_entries.end())
        return &it->second;
    const auto text = [](std::string_view v) { return filled(QString::fromUtf8(v.data(), qsizetype(v.size()))); };
    Entry e;
    e.segment = {text(profile), text(lifecycle), text(source), text(accountState), text(risk)};
    e.applied = domain::ruleFor(policy, e.segment, now);
    const auto done = c.exec(QStringLiteral("INSERT INTO segment (profile, lifecycle, source, sp_status, risk, rule, "
                                            "high, interval, warn, grace) VALUES (?,?,?,?,?,?,?,?,?,?)"),
        {e.segment.profile, e.segment.lifecycle, e.segment.source, e.segment.accountState, e.segment.riskGroup,
            filled(e.applied.name), int(e.applied.isHighRisk), e.applied.rule.intervalDays, e.applied.rule.warnDays,
            e.applied.rule.graceDays});
    const auto sid = c.value(QStringLiteral("SELECT last_insert_rowid()"));
    if (!done || !sid)
        return nullptr;
    e.sid = sid->toLongLong();
    return &m_entries.emplace(m_key, std::move(e)).first->second;
}

namespace cachesql {

// A date that lay ahead when it came is an ordinary one once its time has come.
static core::Status ripen(Connection &c, core::Instant now)
{
    static_assert(
        int(domain::DateQuality::Future) == 5); // as in the index by_future, which only a number in the text can use
    return c.exec(QStringLiteral("UPDATE identity SET date_quality = ?1, base_kind = CASE base_kind WHEN 5 THEN 0 ELSE "
                                 "base_kind END, kind = CASE kind WHEN 5 THEN 0 ELSE kind END, "
                                 "due = date_at + s.interval * 86400000, warn_at = date_at + (s.interval - s.warn) * "
                                 "86400000 FROM segment s "
                                 "WHERE s.sid = identity.sid AND identity.date_quality = 5 AND identity.date_at <= ?2"),
        {int(domain::DateQuality::Exact), now + 5 * core::minuteMs});
}

Result<bool> applyPolicy(Connection &c, const domain::ReverificationPolicy &policy, core::Instant now)
{
    const auto segments = Segments::read(c);
    if (!segments)
        return segments.error();
    bool haveDatesChanged = false;
    for (const auto &[key, e] : segments->all()) {
        const auto wanted = domain::ruleFor(policy, e.segment, now);
        if (wanted == e.applied)
            continue;
        haveDatesChanged = haveDatesChanged || wanted.rule.intervalDays != e.applied.rule.intervalDays ||
                           wanted.rule.warnDays != e.applied.rule.warnDays;
        const auto done = c.exec(
            QStringLiteral("UPDATE segment SET rule = ?, high = ?, interval = ?, warn = ?, grace = ? WHERE sid = ?"),
            {filled(wanted.name), int(wanted.isHighRisk), wanted.rule.intervalDays, wanted.rule.warnDays,
                wanted.rule.graceDays, e.sid});
        if (!done)
            return done.error();
    }
    if (const auto r = ripen(c, now); !r)
        return r.error();
    if (haveDatesChanged) {
        if (const auto r = setMeta(c, QStringLiteral("applying"), 0); !r)
            return r.error();
    }
    const auto open = meta(c, QStringLiteral("applying"));
    if (!open)
        return open.error();
    return !open->isEmpty();
}

Result<bool> applyPolicySlice(Connection &c)
{
    constexpr qint64 slice = 25'000;
    const auto cursor = meta(c, QStringLiteral("applying"));
    if (!cursor)
        return cursor.error();
    if (cursor->isEmpty())
        return false;
    const qint64 from = cursor->toLongLong();
    const auto last = c.value(QStringLiteral("SELECT MAX(rid) FROM identity"));
    if (!last)
        return last.error();
    const auto done = c.exec(QStringLiteral("UPDATE identity SET due = date_at + s.interval * 86400000, warn_at = "
                                            "date_at + (s.interval - s.warn) * 86400000 FROM segment s "
                                            "WHERE s.sid = identity.sid AND identity.rid > ?1 AND identity.rid <= ?2 "
                                            "AND date_at IS NOT NULL AND date_quality <> ?3 "
                                            "AND (due IS NOT date_at + s.interval * 86400000 OR warn_at IS NOT date_at "
                                            "+ (s.interval - s.warn) * 86400000)"),
        {from, from + slice, int(domain::DateQuality::Future)});
    if (!done)
        return done.error();
    const bool isDone = from + slice >= last->toLongLong();
    const auto noted = isDone ? c.exec(QStringLiteral("DELETE FROM meta WHERE name = 'applying'"))
                              : setMeta(c, QStringLiteral("applying"), from + slice);
    if (!noted)
        return noted.error();
    return !isDone;
}

} // namespace cachesql
} // namespace store
