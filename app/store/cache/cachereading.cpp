#include "core/jsontext.h"
#include "store/cache/cachesql.h"
#include "store/cache/pagewriter.h"
#include "store/database.h"
#include <QJsonDocument>
#include <sqlite3.h>

// The copy is read again: an incremental copy never touches who did not change in SailPoint, so a new rule, list of
// words or mapping would reach only some.
namespace store::cachesql {

using core::Result;

namespace {

/// What is computed from the raw texts of a person.
struct Computed
{
    std::optional<qint64> ial, dateAt;
    int quality = 0, lapse = 0, kind = 0;
    std::optional<qint64> due, warnAt;
    friend bool operator==(const Computed &, const Computed &) = default;
};

struct Statement
{
    Statement(Connection &c, const char *sql) { sqlite3_prepare_v2(c.raw(), sql, -1, &s, nullptr); }
    ~Statement() { sqlite3_finalize(s); }
    Q_DISABLE_COPY_MOVE(Statement)
    std::optional<qint64> number(int at) const
    {
        return sqlite3_column_type(s, at) == SQLITE_NULL ? std::optional<qint64>() : sqlite3_column_int64(s, at);
    }
    std::string_view text(int at) const
    {
        const auto *t = reinterpret_cast<const char *>(sqlite3_column_text(s, at));
        return {t ? t : "", size_t(sqlite3_column_bytes(s, at))};
    }
    void bind(int at, const std::optional<qint64> &v)
    {
        if (v)
            sqlite3_bind_int64(s, at, *v);
        else
            sqlite3_bind_null(s, at);
    }
    sqlite3_stmt *s = nullptr;
};

core::Error unreadable(Connection &c)
{
    return c.lastError(QStringLiteral("The local copy cannot be read anew."));
}

/// The row number behind which the next slice begins; nothing when nobody is left.
Result<std::optional<qint64>> readSlice(Connection &c, qint64 after, const domain::Reading &reading,
    const domain::ReverificationInterval &standard, core::Instant now)
{
    constexpr qint64 slice = 50'000;
    Statement read(c, "SELECT rid, idv_verified, idv_status, idv_ial, idv_date, ial, date_at, date_quality, base_kind, "
                      "identity.kind, due, warn_at, s.interval, s.warn, o.kind, o.at "
                      "FROM identity LEFT JOIN segment s ON s.sid = identity.sid LEFT JOIN overlay o ON o.id = "
                      "identity.id WHERE rid > ?1 ORDER BY rid LIMIT ?2");
    Statement write(c, "UPDATE identity SET ial = ?2, date_at = ?3, date_quality = ?4, base_kind = ?5, kind = ?6, due "
                       "= ?7, warn_at = ?8 WHERE rid = ?1");
    if (!read.s || !write.s)
        return unreadable(c);
    read.bind(1, after);
    read.bind(2, slice);
    std::vector<std::pair<qint64, Computed>> changed;
    qint64 met = 0, last = after;
    int rc = SQLITE_ROW;
    while ((rc = sqlite3_step(read.s)) == SQLITE_ROW) {
        ++met;
        last = *read.number(0);
        const auto facts = factsOf(read.text(1), read.text(2), read.text(4), now);
        domain::SessionOverlay overlay;
        if (const auto kind = read.number(14))
            overlay = {domain::SessionOverlay::Kind(*kind), read.number(15).value_or(0)};
        // A segment without an interval has never met a policy: the standard's until it does.
        domain::ReverificationInterval rule = standard;
        if (const auto interval = read.number(12); interval && *interval > 0) {
            rule.intervalDays = int(*interval);
            rule.warnDays = int(read.number(13).value_or(0));
        }
        const auto due = domain::dueAt(facts, rule);
        const Computed wanted{levelOf(read.text(3)), facts.date.at, int(facts.date.quality),
            int(domain::lapseOf(facts, reading.words)), int(domain::kindOf(facts, overlay, reading.words)), due,
            domain::warnAt(due, rule)};
        const Computed held{read.number(5), read.number(6), sqlite3_column_int(read.s, 7),
            sqlite3_column_int(read.s, 8), sqlite3_column_int(read.s, 9), read.number(10), read.number(11)};
        if (!(wanted == held))
            changed.emplace_back(last, wanted);
    }
    if (rc != SQLITE_DONE)
        return unreadable(c);
    for (const auto &[rid, v] : changed) {
        write.bind(1, rid);
        write.bind(2, v.ial);
        write.bind(3, v.dateAt);
        write.bind(4, v.quality);
        write.bind(5, v.lapse);
        write.bind(6, v.kind);
        write.bind(7, v.due);
        write.bind(8, v.warnAt);
        if (sqlite3_step(write.s) != SQLITE_DONE)
            return unreadable(c);
        sqlite3_reset(write.s);
    }
    return met < slice ? std::optional<qint64>() : last;
}

/// In a transaction of its own.
template <class F>
core::Status whole(Connection &c, F job)
{
    if (const auto r = begin(c); !r)
        return r;
    const core::Status done = job();
    if (!done) {
        rollback(c);
        return done;
    }
    return commit(c);
}

} // namespace

core::Result<domain::StatusWords> wordsOf(Connection &c)
{
    const auto text = meta(c, QStringLiteral("readingWords"));
    if (!text)
        return text.error();
    return domain::statusWordsFromJson(QJsonDocument::fromJson(text->toUtf8()).object());
}

core::Status readAnew(
    Connection &c, const domain::Reading &reading, const domain::ReverificationPolicy &policy, core::Instant now)
{
    const auto known = meta(c, QStringLiteral("reading"));
    if (!known)
        return known.error();
    if (*known == reading.version())
        return core::ok();
    std::optional<qint64> after = 0;
    while (after) {
        const auto done = whole(c, [&]() -> core::Status {
            const auto next = readSlice(c, *after, reading, policy.standard, now);
            if (!next)
                return next.error();
            after = *next;
            return core::ok();
        });
        if (!done)
            return done;
    }
    return whole(c, [&]() -> core::Status {
        const auto map = meta(c, QStringLiteral("readingMap"));
        if (!map)
            return map.error();
        if (!map->isEmpty() && *map != reading.mapVersion()) {
            // The texts are of other attributes: only a full copy brings those that are meant now.
            auto state = readState(c);
            if (!state)
                return state.error();
            state->lastFullAt = 0;
            state->runningMode.clear();
            state->cursor.clear();
            if (const auto r = writeState(c, *state); !r)
                return r;
        }
        const auto indexed = meta(c, QStringLiteral("indexed"));
        if (indexed && *indexed == QLatin1String("1")) {
            if (const auto r = buildListIndexes(c); !r)
                return r;
        }
        const QString words = core::compactJson(domain::toJson(reading.words));
        for (const auto &[name, value] : {std::pair{QStringLiteral("readingMap"), reading.mapVersion()},
                 std::pair{QStringLiteral("readingWords"), words}}) {
            if (const auto r = setMeta(c, name, value); !r)
                return r;
        }
        return setMeta(c, QStringLiteral("reading"), reading.version());
    });
}

} // namespace store::cachesql
