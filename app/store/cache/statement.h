#pragma once
#include "store/connection.h"
#include <sqlite3.h>
#include <string_view>

namespace store {

/// A prepared statement of SQLite's own, for loops over many rows. Empty when it could not be prepared.
class Statement
{
public:
    Statement(Connection &connection, const char *sql)
    {
        sqlite3_prepare_v2(connection.raw(), sql, -1, &m_statement, nullptr);
    }
    ~Statement() { sqlite3_finalize(m_statement); }
    Q_DISABLE_COPY_MOVE(Statement)
    operator sqlite3_stmt *() const { return m_statement; }

private:
    sqlite3_stmt *m_statement = nullptr;
};

/// The text has to live until the statement has run.
inline void bindText(sqlite3_stmt *s, int at, std::string_view v)
{
    sqlite3_bind_text(s, at, v.data() ? v.data() : "", int(v.size()), SQLITE_STATIC);
}

/// The end of the rows is no failure, and a failure (busy, interrupted, unreadable page) is no end: whoever takes one
/// for the other reads less than there is, and says that it was all.
enum class Step { Row, Done, Failed };
inline Step stepOf(sqlite3_stmt *s)
{
    const int rc = sqlite3_step(s);
    if (rc == SQLITE_ROW)
        return Step::Row;
    return rc == SQLITE_DONE ? Step::Done : Step::Failed;
}

/// Runs it once and makes it ready for the next time.
inline bool runOnce(sqlite3_stmt *s)
{
    const Step step = stepOf(s);
    sqlite3_reset(s);
    return step != Step::Failed;
}

/// Valid until the next step.
inline std::string_view columnText(sqlite3_stmt *s, int at)
{
    const auto *p = reinterpret_cast<const char *>(sqlite3_column_text(s, at));
    return p ? std::string_view(p, size_t(sqlite3_column_bytes(s, at))) : std::string_view("");
}

} // namespace store
