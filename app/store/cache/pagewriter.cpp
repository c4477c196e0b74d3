#include "store/cache/pagewriter.h"
#include "core/textfold.h"
#include "store/cache/cachesql.h"
#include "store/cache/searchindex.h"
#include "store/cache/statement.h"

namespace store {

using domain::Field;
using domain::IdentityRow;

namespace {

void bindOrKeep(sqlite3_stmt *s, int at, std::string_view v)
{
    if (v.data())
        bindText(s, at, v);
    else
        sqlite3_bind_null(s, at);
}

template <class T>
void bindOptional(sqlite3_stmt *s, int at, const std::optional<T> &v)
{
    if (v)
        sqlite3_bind_int64(s, at, qint64(*v));
    else
        sqlite3_bind_null(s, at);
}

std::string_view field(const IdentityRow &r, Field f)
{
    return r.fields[size_t(f)];
}

qint64 contentOf(const IdentityRow &r)
{
    size_t h = r.isProtected ? 3 : 7;
    const auto mix = [&h](std::string_view v) { h = (h ^ std::hash<std::string_view>{}(v)) * 0x9E3779B97F4A7C15ULL; };
    // Not part of the answer is another content than empty: the one is kept as it was, the other is stored.
    const auto held = [](std::string_view v) { return v.data() ? v : std::string_view("\0", 1); };
    for (const auto v : {r.name, r.alias, r.email, held(r.profile), r.lifecycle, r.manager, held(r.source),
             r.sailpointStatus, r.modified})
        mix(v);
    for (const auto v : r.fields)
        mix(v);
    mix(r.correlated ? "1" : "0");
    if (r.hasProcessingError)
        mix("error");
    return qint64(h);
}

} // namespace

static const char *const columnList =
    "content, name, sortkey, alias, email, profile, lifecycle, manager, source, sp_status, modified, flags, "
    "idv_verified, "
    "idv_status, idv_ial, idv_name, idv_document, idv_session, idv_date, first_name, last_name, mobile, work_email, "
    "personal_email, employee, risk, ial, date_at, date_quality, base_kind, kind, due, warn_at, sid";

PageWriter::PageWriter(Connection &connection, const domain::ReverificationPolicy &policy,
    const domain::StatusWords &words, core::Instant now)
    : m_connection(connection), m_policy(policy), m_words(words), m_now(now)
{
}

PageWriter::~PageWriter()
{
    for (sqlite3_stmt *s : m_statements)
        sqlite3_finalize(s);
}

sqlite3_stmt *PageWriter::statement(const char *sql)
{
    sqlite3_stmt *s = nullptr;
    if (sqlite3_prepare_v2(m_connection.raw(), sql, -1, &s, nullptr) == SQLITE_OK)
        m_statements.push_back(s);
    return s;
}

bool PageWriter::prepare()
{
    std::string values;
    std::string sets;
    int n = 2;
    const std::string names(columnList);
    for (size_t at = 0; at < names.size();) {
        const size_t end = std::min(names.find(", ", at), names.size());
        const std::string name = names.substr(at, end - at);
        const std::string mark = "?" + std::to_string(n++);
        const bool keeps = name == "profile" || name == "source";
        values += ", " + (keeps ? "COALESCE(" + mark + ", '')" : mark);
        sets.append(sets.empty() ? "" : ", ").append(name).append(" = ");
        if (keeps)
            sets.append("COALESCE(").append(mark).append(", ").append(name).append(")");
        else
            sets.append(mark);
        at = end + 2;
    }
    m_find = statement("SELECT rid, content, profile, source FROM identity WHERE id = ?1");
    m_insert = statement(("INSERT INTO identity (id, " + names + ") VALUES (?1" + values + ")").c_str());
    m_update = statement(("UPDATE identity SET " + sets + " WHERE id = ?1").c_str());
    m_overlay = statement("SELECT kind, at FROM overlay WHERE id = ?1");
    m_unmiss = statement("DELETE FROM missing WHERE id = ?1");
    m_seen = statement("INSERT OR IGNORE INTO seen (id) VALUES (?1)");
    const auto state = cachesql::meta(m_connection, QStringLiteral("search"));
    if (!state || !holdsAny("SELECT 1 FROM overlay LIMIT 1", m_hasOverlays) ||
        !holdsAny("SELECT 1 FROM missing LIMIT 1", m_hasMissing))
        return false;
    m_hasSearch = *state == QLatin1String("ready");
    return m_find && m_insert && m_update && m_overlay && m_unmiss && m_seen;
}

bool PageWriter::holdsAny(const char *sql, bool &holds)
{
    sqlite3_stmt *s = statement(sql);
    const Step step = s ? stepOf(s) : Step::Failed;
    holds = step == Step::Row;
    return step != Step::Failed;
}

bool PageWriter::readOverlay(std::string_view id, domain::SessionOverlay &overlay)
{
    if (!m_hasOverlays)
        return true;
    bindText(m_overlay, 1, id);
    const Step step = stepOf(m_overlay);
    if (step == Step::Row)
        overlay = {domain::SessionOverlay::Kind(sqlite3_column_int(m_overlay, 0)), sqlite3_column_int64(m_overlay, 1)};
    sqlite3_reset(m_overlay);
    return step != Step::Failed;
}

bool PageWriter::insertOrUpdate(const IdentityRow &r, qint64 rid, qint64 content)
{
    const auto facts =
        factsOf(field(r, Field::IdvVerified), field(r, Field::IdvStatus), field(r, Field::IdvVerifiedDate), m_now);
    domain::SessionOverlay overlay;
    if (!readOverlay(r.id, overlay))
        return false;
    const std::string sortkey = core::fold(r.name);

    sqlite3_stmt *s = rid ? m_update : m_insert;
    int n = 1;
    bindText(s, n++, r.id);
    sqlite3_bind_int64(s, n++, content);
    bindText(s, n++, r.name);
    bindText(s, n++, sortkey);
    bindText(s, n++, r.alias);
    bindText(s, n++, r.email);
    bindOrKeep(s, n++, r.profile);
    bindText(s, n++, r.lifecycle);
    bindText(s, n++, r.manager);
    bindOrKeep(s, n++, r.source);
    bindText(s, n++, r.sailpointStatus);
    bindOptional(s, n++, instantOf(r.modified, m_now).at);
    sqlite3_bind_int(s, n++, (r.isProtected ? 1 : 0) | (r.correlated ? 0 : 2) | (r.hasProcessingError ? 4 : 0));
    for (const Field f : {Field::IdvVerified, Field::IdvStatus, Field::IdvIal, Field::IdvVerifiedName,
             Field::IdvDocumentType, Field::IdvSessionId, Field::IdvVerifiedDate, Field::FirstName, Field::LastName,
             Field::Mobile, Field::WorkEmail, Field::PersonalEmail, Field::EmployeeNumber, Field::RiskGroup})
        bindText(s, n++, field(r, f));
    bindOptional(s, n++, levelOf(field(r, Field::IdvIal)));
    bindOptional(s, n++, facts.date.at);
    sqlite3_bind_int(s, n++, int(facts.date.quality));
    sqlite3_bind_int(s, n++, int(domain::lapseOf(facts, m_words)));
    sqlite3_bind_int(s, n++, int(domain::kindOf(facts, overlay, m_words)));
    // What the answer does not hold stays as it was: the segment follows what is stored.
    const auto *segment = m_segments.of(m_connection, r.profile.data() ? r.profile : std::string_view(m_oldProfile),
        r.lifecycle, r.source.data() ? r.source : std::string_view(m_oldSource), r.sailpointStatus,
        field(r, Field::RiskGroup), m_policy, m_now);
    if (!segment)
        return false;
    const auto due = domain::dueAt(facts, segment->applied.rule);
    bindOptional(s, n++, due);
    bindOptional(s, n++, domain::warnAt(due, segment->applied.rule));
    sqlite3_bind_int64(s, n++, segment->sid);
    if (m_hasSearch && rid && !removeFromSearch(m_connection, rid))
        return false;
    if (!runOnce(s))
        return false;
    if (!m_hasSearch)
        return true;
    return addToSearch(m_connection, rid ? rid : sqlite3_last_insert_rowid(m_connection.raw()), sortkey,
        searchText(r.name, r.email, r.alias, field(r, Field::EmployeeNumber)));
}

bool PageWriter::writeRow(const IdentityRow &r, PageResult &result)
{
    const qint64 content = contentOf(r);
    bindText(m_find, 1, r.id);
    const Step found = stepOf(m_find);
    if (found == Step::Failed)
        return false;
    const bool isKnown = found == Step::Row;
    const qint64 rid = isKnown ? sqlite3_column_int64(m_find, 0) : 0;
    const bool isSame = isKnown && sqlite3_column_int64(m_find, 1) == content;
    if (!isSame) {
        m_oldProfile = isKnown ? columnText(m_find, 2) : std::string_view();
        m_oldSource = isKnown ? columnText(m_find, 3) : std::string_view();
    }
    sqlite3_reset(m_find);
    if (m_hasMissing) {
        bindText(m_unmiss, 1, r.id);
        if (!runOnce(m_unmiss))
            return false;
    }
    if (isSame) {
        ++result.unchanged;
        return true;
    }
    ++(rid ? result.changed : result.added);
    return insertOrUpdate(r, rid, content);
}

bool PageWriter::noteMissing(const PageSpan &span, const std::vector<IdentityRow> &rows)
{
    if (span.isChanges)
        return true;
    if (span.isList) {
        for (const IdentityRow &r : rows) {
            bindText(m_seen, 1, r.id);
            if (!runOnce(m_seen))
                return false;
        }
        return true;
    }
    sqlite3_stmt *held =
        statement(span.isLast ? "SELECT id FROM identity WHERE id > ?1 AND flags & 2 = 0 ORDER BY id"
                              : "SELECT id FROM identity WHERE id > ?1 AND id <= ?2 AND flags & 2 = 0 ORDER BY id");
    sqlite3_stmt *miss = statement("INSERT OR IGNORE INTO missing (id) VALUES (?1)");
    if (!held || !miss)
        return false;
    const QByteArray after = span.after.toUtf8();
    const QByteArray last = span.last.toUtf8();
    bindText(held, 1, std::string_view(after.constData(), size_t(after.size())));
    if (!span.isLast)
        bindText(held, 2, std::string_view(last.constData(), size_t(last.size())));
    // Both sides are in id order: one walk finds what the page leaves out.
    std::vector<std::string> gone;
    size_t at = 0;
    Step step = Step::Done;
    while ((step = stepOf(held)) == Step::Row) {
        const std::string_view id = columnText(held, 0);
        while (at < rows.size() && rows[at].id < id)
            ++at;
        if (at >= rows.size() || rows[at].id != id)
            gone.emplace_back(id);
    }
    if (step == Step::Failed)
        return false;
    for (const std::string &id : gone) {
        bindText(miss, 1, id);
        if (!runOnce(miss))
            return false;
    }
    return true;
}

core::Result<PageResult> PageWriter::write(const PageSpan &span, const std::vector<IdentityRow> &rows)
{
    PageResult result;
    auto segments = Segments::read(m_connection);
    if (!segments)
        return segments.error();
    m_segments = *std::move(segments);
    if (!prepare())
        return m_connection.lastError(QStringLiteral("The local copy cannot be written."));
    for (const IdentityRow &row : rows) {
        if (!writeRow(row, result))
            return m_connection.lastError(QStringLiteral("The local copy cannot be written."));
    }
    if (!noteMissing(span, rows))
        return m_connection.lastError(QStringLiteral("The local copy cannot be written."));
    return result;
}

} // namespace store
