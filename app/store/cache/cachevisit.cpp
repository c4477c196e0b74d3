#include "store/cache/cachesql.h"
#include "store/cache/segments.h"
#include "store/cache/statement.h"
#include <QScopeGuard>
#include <unordered_map>

// Everybody of a list, one by one, for exports and dry runs.
namespace store::cachesql {

using core::Result;
using domain::RowIds;

namespace {

/// Reads people column by column from one prepared statement.
class PersonReader
{
public:
    /// `where`: behind FROM identity.
    PersonReader(Connection &c, const char *where) : m_segments(Segments::read(c))
    {
        static constexpr std::string_view sql =
            "SELECT id, name, alias, CASE email WHEN '' THEN work_email ELSE email END, profile, lifecycle, employee, "
            "manager, source, idv_session, idv_document, "
            "sp_status, (CASE mobile WHEN '' THEN '' ELSE 'phone ' END) || (CASE WHEN email <> '' OR work_email <> '' "
            "THEN 'email' ELSE '' END), "
            "kind, ial, date_at, due, modified, warn_at, sid, mobile, rid, base_kind FROM identity ";
        if (!m_segments ||
            sqlite3_prepare_v2(c.raw(), (std::string(sql) + where).c_str(), -1, &m_statement, nullptr) != SQLITE_OK)
            return;
        for (const auto &[key, e] : m_segments->all())
            m_rules.emplace(e.sid, Rule{e.applied.name.toStdString(), e.applied.rule.graceDays * core::dayMs});
    }
    ~PersonReader() { sqlite3_finalize(m_statement); }
    PersonReader(const PersonReader &) = delete;
    PersonReader &operator=(const PersonReader &) = delete;
    std::optional<core::Error> fault(Connection &c) const
    {
        if (!m_segments)
            return m_segments.error();
        if (m_statement && !m_isFailed)
            return std::nullopt;
        return c.lastError(QStringLiteral("The local copy cannot be read."));
    }
    bool find(qint32 rid)
    {
        sqlite3_reset(m_statement);
        sqlite3_bind_int(m_statement, 1, rid);
        return next();
    }
    /// False at the end, and where SQLite failed: fault() tells them apart.
    bool next()
    {
        const Step step = stepOf(m_statement);
        m_isFailed |= step == Step::Failed;
        return step == Step::Row;
    }
    bool hasFailed() const { return m_isFailed; }
    qint32 rid() const { return sqlite3_column_int(m_statement, 21); }
    domain::PersonCells cells() const
    {
        using domain::PeopleColumn;
        static constexpr std::array texts{PeopleColumn::Id, PeopleColumn::Name, PeopleColumn::Alias,
            PeopleColumn::Email, PeopleColumn::Profile, PeopleColumn::Lifecycle, PeopleColumn::EmployeeNumber,
            PeopleColumn::Manager, PeopleColumn::Source, PeopleColumn::SessionId, PeopleColumn::DocumentType,
            PeopleColumn::AccountState, PeopleColumn::Contact};
        domain::PersonCells p;
        int at = 0;
        for (const PeopleColumn column : texts)
            p.text[size_t(column)] = text(at++);
        p.kind = domain::StatusKind(sqlite3_column_int(m_statement, at++));
        if (sqlite3_column_type(m_statement, at) != SQLITE_NULL)
            p.ial = sqlite3_column_int(m_statement, at);
        p.verifiedAt = instant(++at);
        p.due = instant(++at);
        p.modified = instant(++at);
        p.warnAt = instant(++at);
        if (const auto rule = m_rules.find(sqlite3_column_int64(m_statement, ++at)); rule != m_rules.end()) {
            p.text[size_t(PeopleColumn::Policy)] = rule->second.name;
            if (p.due)
                p.graceEnds = *p.due + rule->second.grace;
        }
        p.mobile = text(++at);
        p.lapse = domain::StatusKind(sqlite3_column_int(m_statement, 22));
        return p;
    }

private:
    struct Rule
    {
        std::string name;
        core::Instant grace = 0;
    };
    std::string_view text(int at) const
    {
        const auto *t = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, at));
        return {t ? t : "", size_t(sqlite3_column_bytes(m_statement, at))};
    }
    std::optional<core::Instant> instant(int at) const
    {
        return sqlite3_column_type(m_statement, at) == SQLITE_NULL ? std::optional<core::Instant>()
                                                                   : sqlite3_column_int64(m_statement, at);
    }
    Result<Segments> m_segments;
    std::unordered_map<qint64, Rule> m_rules;
    sqlite3_stmt *m_statement = nullptr;
    bool m_isFailed = false;
};

core::Error stopped()
{
    return core::makeError(core::ErrorCode::Cancelled, QStringLiteral("Stopped."));
}

// In the file's order each page is read once; in any other nearly every row is a page of its own.
Result<qint64> visitAsStored(Connection &c, const RowIds &rows, const IdentityReader::Visitor &visitor)
{
    constexpr quint32 none = 0xffffffff;
    const auto last = c.value(QStringLiteral("SELECT COALESCE(MAX(rid), 0) FROM identity"));
    if (!last)
        return last.error();
    std::vector<quint32> places(size_t(last->toLongLong()) + 1, none);
    for (size_t i = 0; i < rows.size(); ++i) {
        if (rows[i] > 0 && size_t(rows[i]) < places.size())
            places[size_t(rows[i])] = quint32(i);
    }
    const bool isMost = rows.size() * 8 >= places.size();
    PersonReader reader(c, isMost ? "" : "WHERE rid = ?1");
    if (const auto fault = reader.fault(c))
        return *fault;
    qint64 visited = 0;
    const auto tell = [&](quint32 place) {
        auto p = reader.cells();
        p.place = place;
        ++visited;
        return visitor(p);
    };
    if (isMost) {
        while (reader.next()) {
            const size_t rid = size_t(reader.rid());
            if (rid < places.size() && places[rid] != none && !tell(places[rid]))
                return stopped();
        }
    } else {
        for (size_t rid = 1; rid < places.size() && !reader.hasFailed(); ++rid) {
            if (places[rid] != none && reader.find(qint32(rid)) && !tell(places[rid]))
                return stopped();
        }
    }
    // Who could not be read is missing: less than all of them is no answer.
    if (const auto fault = reader.fault(c))
        return *fault;
    return visited;
}

} // namespace

Result<qint64> visit(
    Connection &c, const RowIds &rows, IdentityReader::Order order, const IdentityReader::Visitor &visitor)
{
    // One view of the file for all of them, without a lock for each row.
    if (const auto r = c.exec(QStringLiteral("BEGIN")); !r)
        return r.error();
    const auto done = qScopeGuard([&c] { (void)c.exec(QStringLiteral("COMMIT")); });
    if (order == IdentityReader::Order::AsStored)
        return visitAsStored(c, rows, visitor);
    PersonReader reader(c, "WHERE rid = ?1");
    if (const auto fault = reader.fault(c))
        return *fault;
    qint64 visited = 0;
    for (size_t i = 0; i < rows.size() && !reader.hasFailed(); ++i) {
        if (!reader.find(rows[i]))
            continue;
        auto p = reader.cells();
        p.place = i;
        ++visited;
        if (!visitor(p))
            return stopped();
    }
    if (const auto fault = reader.fault(c))
        return *fault;
    return visited;
}

} // namespace store::cachesql
