#pragma once
#include "store/cache/identitycache.h"
#include "store/cache/personfacts.h"
#include "store/cache/segments.h"
#include "store/connection.h"
#include <string>

struct sqlite3_stmt;

namespace store {

/// Writes a page of people in one transaction through SQLite's own handle. Untouched people cost one look-up.
class PageWriter
{
public:
    PageWriter(Connection &connection, const domain::ReverificationPolicy &policy, const domain::StatusWords &words,
        core::Instant now);
    ~PageWriter();
    core::Result<PageResult> write(const PageSpan &span, const std::vector<domain::IdentityRow> &rows);

private:
    struct Facts;
    bool prepare();
    sqlite3_stmt *statement(const char *sql);
    /// Each false where SQLite failed.
    bool holdsAny(const char *sql, bool &holds);
    bool readOverlay(std::string_view id, domain::SessionOverlay &overlay);
    bool writeRow(const domain::IdentityRow &row, PageResult &result);
    bool insertOrUpdate(const domain::IdentityRow &row, qint64 rid, qint64 content);
    bool noteMissing(const PageSpan &span, const std::vector<domain::IdentityRow> &rows);

    Connection &m_connection;
    const domain::ReverificationPolicy &m_policy;
    const domain::StatusWords &m_words;
    Segments m_segments;
    std::string m_oldProfile, m_oldSource; ///< of the row that is written
    core::Instant m_now;
    std::vector<sqlite3_stmt *> m_statements;
    sqlite3_stmt *m_find = nullptr;
    sqlite3_stmt *m_insert = nullptr;
    sqlite3_stmt *m_update = nullptr;
    sqlite3_stmt *m_overlay = nullptr;
    sqlite3_stmt *m_unmiss = nullptr;
    sqlite3_stmt *m_seen = nullptr;
    bool m_hasOverlays = false;
    bool m_hasMissing = false;
    bool m_hasSearch = false;
};

} // namespace store
