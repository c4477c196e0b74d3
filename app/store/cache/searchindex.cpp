#include "store/cache/searchindex.h"
#include "store/cache/personfacts.h"
#include "store/cache/statement.h"

namespace store {

bool removeFromSearch(Connection &c, qint64 rid)
{
    const Statement old(c, "SELECT p.pos, i.name, i.email, i.alias, i.employee FROM place p JOIN identity i ON "
                           "i.rid = p.rid WHERE p.rid = ?1");
    const Statement drop(c, "INSERT INTO search (search, rowid, t) VALUES ('delete', ?1, ?2)");
    const Statement unplace(c, "DELETE FROM place WHERE pos = ?1");
    if (!old || !drop || !unplace)
        return false;
    sqlite3_bind_int64(old, 1, rid);
    const Step found = stepOf(old);
    if (found == Step::Failed)
        return false;
    if (found == Step::Row) {
        const qint64 pos = sqlite3_column_int64(old, 0);
        const std::string text =
            searchText(columnText(old, 1), columnText(old, 2), columnText(old, 3), columnText(old, 4));
        sqlite3_bind_int64(drop, 1, pos);
        bindText(drop, 2, text);
        sqlite3_bind_int64(unplace, 1, pos);
        if (!runOnce(drop) || !runOnce(unplace))
            return false;
    }
    return true;
}

bool addToSearch(Connection &c, qint64 rid, std::string_view sortkey, const std::string &text)
{
    const Statement around(c, "SELECT (SELECT p.pos FROM place p JOIN identity i ON i.rid = p.rid WHERE p.rid = "
                              "(SELECT rid FROM identity WHERE sortkey < ?1 ORDER BY sortkey DESC LIMIT 1)),"
                              " (SELECT p.pos FROM place p WHERE p.rid = (SELECT rid FROM identity WHERE "
                              "sortkey >= ?1 AND rid <> ?2 ORDER BY sortkey LIMIT 1)),"
                              " (SELECT MAX(pos) FROM place)");
    const Statement place(c, "INSERT OR IGNORE INTO place (pos, rid) VALUES (?1, ?2)");
    const Statement add(c, "INSERT INTO search (rowid, t) VALUES (?1, ?2)");
    if (!around || !place || !add)
        return false;
    bindText(around, 1, sortkey);
    sqlite3_bind_int64(around, 2, rid);
    if (stepOf(around) != Step::Row)
        return false;
    const qint64 last = sqlite3_column_int64(around, 2);
    const qint64 below = sqlite3_column_int64(around, 0);
    const qint64 above =
        sqlite3_column_type(around, 1) == SQLITE_NULL ? last + (1 << 21) : sqlite3_column_int64(around, 1);
    sqlite3_reset(around);
    qint64 pos = below + (above - below) / 2;
    sqlite3_bind_int64(place, 1, pos);
    sqlite3_bind_int64(place, 2, rid);
    bool isGood = runOnce(place);
    if (isGood && sqlite3_changes(c.raw()) == 0) {
        pos = last + (1 << 20);
        sqlite3_bind_int64(place, 1, pos);
        isGood = runOnce(place);
    }
    sqlite3_bind_int64(add, 1, pos);
    bindText(add, 2, text);
    return isGood && runOnce(add);
}

} // namespace store
