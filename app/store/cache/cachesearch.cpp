#include "store/cache/cachesql.h"
#include "store/cache/pagewriter.h"
#include "store/cache/statement.h"

// The search index, built in slices.
namespace store::cachesql {

using core::Result;

static constexpr int searchSlice = 20000; // people

// Adds the next people in name order behind `pos`, which moves to the last of them. How many.
static Result<int> addToSearch(Connection &c, qint64 &pos)
{
    // The cursor is the last place: the next slice starts behind its sort key and row number.
    sqlite3_stmt *read = nullptr;
    const char *first = "SELECT rid, name, email, alias, employee FROM identity ORDER BY sortkey, rid LIMIT ?1";
    const char *following = "SELECT rid, name, email, alias, employee FROM identity WHERE (sortkey, rid) > "
                            "((SELECT sortkey FROM identity WHERE rid = (SELECT rid FROM place WHERE pos = ?2)), "
                            "(SELECT rid FROM place WHERE pos = ?2)) "
                            "ORDER BY sortkey, rid LIMIT ?1";
    sqlite3_stmt *add = nullptr;
    sqlite3_stmt *place = nullptr;
    sqlite3 *db = c.raw();
    if (sqlite3_prepare_v2(db, pos ? following : first, -1, &read, nullptr) != SQLITE_OK ||
        sqlite3_prepare_v2(db, "INSERT INTO search (rowid, t) VALUES (?1, ?2)", -1, &add, nullptr) != SQLITE_OK ||
        sqlite3_prepare_v2(db, "INSERT INTO place (pos, rid) VALUES (?1, ?2)", -1, &place, nullptr) != SQLITE_OK)
        return c.lastError(QStringLiteral("The search index cannot be built."));
    sqlite3_bind_int(read, 1, searchSlice);
    if (pos)
        sqlite3_bind_int64(read, 2, pos);
    const auto view = [read](int at) {
        return std::string_view(
            reinterpret_cast<const char *>(sqlite3_column_text(read, at)), size_t(sqlite3_column_bytes(read, at)));
    };
    int n = 0;
    bool isGood = true;
    Step step = Step::Done;
    while (isGood && (step = stepOf(read)) == Step::Row) {
        pos += 1 << 20;
        ++n;
        const std::string text = searchText(view(1), view(2), view(3), view(4));
        sqlite3_bind_int64(add, 1, pos);
        sqlite3_bind_text(add, 2, text.data(), int(text.size()), SQLITE_STATIC);
        sqlite3_bind_int64(place, 1, pos);
        sqlite3_bind_int64(place, 2, sqlite3_column_int64(read, 0));
        isGood = sqlite3_step(add) == SQLITE_DONE && sqlite3_step(place) == SQLITE_DONE;
        sqlite3_reset(add);
        sqlite3_reset(place);
    }
    for (sqlite3_stmt *s : {read, add, place})
        sqlite3_finalize(s);
    if (!isGood || step == Step::Failed)
        return c.lastError(QStringLiteral("The search index cannot be built."));
    return n;
}

Result<bool> buildSearchSlice(Connection &c)
{
    const auto state = meta(c, QStringLiteral("search"));
    if (!state)
        return state.error();
    if (*state == QLatin1String("ready"))
        return false;
    qint64 pos = 0;
    if (!state->startsWith(QLatin1String("building:"))) {
        if (const auto r = runAll(c, {QStringLiteral("INSERT INTO search (search) VALUES ('delete-all')"),
                                         QStringLiteral("DELETE FROM place")});
            !r)
            return r.error();
    } else {
        pos = state->mid(9).toLongLong();
    }
    const auto n = addToSearch(c, pos);
    if (!n)
        return n.error();
    const bool isDone = *n < searchSlice;
    if (isDone) {
        if (const auto r = c.exec(QStringLiteral("CREATE INDEX IF NOT EXISTS place_by_rid ON place (rid)")); !r)
            return r.error();
    }
    if (const auto r = setMeta(
            c, QStringLiteral("search"), isDone ? QStringLiteral("ready") : QStringLiteral("building:%1").arg(pos));
        !r)
        return r.error();
    return !isDone;
}

} // namespace store::cachesql
