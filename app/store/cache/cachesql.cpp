#include "store/cache/cachesql.h"
#include "domain/identities/activity.h"
#include "store/cache/pagewriter.h"
#include "store/cache/segments.h"
#include <QJsonDocument>
#include <QJsonObject>
#include <QScopeGuard>
#include <sqlite3.h>

namespace store::cachesql {

using core::Result;

Result<QString> meta(Connection &c, const QString &name)
{
    const auto v = c.value(QStringLiteral("SELECT value FROM meta WHERE name = ?"), {name});
    if (!v)
        return v.error();
    return v->toString();
}

core::Status setMeta(Connection &c, const QString &name, const QVariant &value)
{
    return c.exec(
        QStringLiteral(
            "INSERT INTO meta (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value"),
        {name, value});
}

Result<SyncState> readState(Connection &c)
{
    const auto raw = meta(c, QStringLiteral("sync"));
    if (!raw)
        return raw.error();
    const QJsonObject o = QJsonDocument::fromJson(raw->toUtf8()).object();
    SyncState s;
    s.hasFull = o.value(QLatin1String("hasFull")).toBool();
    s.lastFullAt = o.value(QLatin1String("lastFullAt")).toInteger();
    s.lastSyncAt = o.value(QLatin1String("lastSyncAt")).toInteger();
    s.changesSince = o.value(QLatin1String("changesSince")).toInteger();
    s.runningMode = o.value(QLatin1String("runningMode")).toString();
    s.cursor = o.value(QLatin1String("cursor")).toString();
    s.runningSince = o.value(QLatin1String("runningSince")).toInteger();
    s.expected = o.value(QLatin1String("expected")).toInteger();
    return s;
}

core::Status writeState(Connection &c, const SyncState &s)
{
    const QJsonObject o{{QStringLiteral("hasFull"), s.hasFull}, {QStringLiteral("lastFullAt"), s.lastFullAt},
        {QStringLiteral("lastSyncAt"), s.lastSyncAt}, {QStringLiteral("changesSince"), s.changesSince},
        {QStringLiteral("runningMode"), s.runningMode}, {QStringLiteral("cursor"), s.cursor},
        {QStringLiteral("runningSince"), s.runningSince}, {QStringLiteral("expected"), s.expected}};
    return setMeta(c, QStringLiteral("sync"), QString::fromUtf8(QJsonDocument(o).toJson(QJsonDocument::Compact)));
}

static core::Status all(Connection &c, const QStringList &statements)
{
    for (const QString &s : statements) {
        if (const auto r = c.exec(s); !r)
            return r;
    }
    return core::ok();
}

core::Status dropListIndexes(Connection &c)
{
    return all(
        c, {QStringLiteral("DROP INDEX IF EXISTS by_name"), QStringLiteral("DROP INDEX IF EXISTS by_status"),
               QStringLiteral("DROP INDEX IF EXISTS by_email"), QStringLiteral("DROP INDEX IF EXISTS by_profile"),
               QStringLiteral("DROP INDEX IF EXISTS by_lifecycle"), QStringLiteral("DROP INDEX IF EXISTS by_ial"),
               QStringLiteral("DROP INDEX IF EXISTS by_date"), QStringLiteral("DROP INDEX IF EXISTS by_due")});
}

core::Status buildListIndexes(Connection &c)
{
    return all(c,
        {QStringLiteral("CREATE INDEX IF NOT EXISTS by_name ON identity (sortkey)"),
            QStringLiteral("CREATE INDEX IF NOT EXISTS by_status ON identity (kind, due, warn_at, sid, base_kind)")});
}

core::Status buildSortIndexes(Connection &c)
{
    return all(c, {QStringLiteral("CREATE INDEX IF NOT EXISTS by_email ON identity (email)"),
                      QStringLiteral("CREATE INDEX IF NOT EXISTS by_profile ON identity (profile)"),
                      QStringLiteral("CREATE INDEX IF NOT EXISTS by_lifecycle ON identity (lifecycle)"),
                      QStringLiteral("CREATE INDEX IF NOT EXISTS by_ial ON identity (ial)"),
                      QStringLiteral("CREATE INDEX IF NOT EXISTS by_date ON identity (date_at)"),
                      QStringLiteral("CREATE INDEX IF NOT EXISTS by_due ON identity (due)")});
}

Result<QList<domain::Identity>> readPeople(Connection &c, const RowIds &rows, core::Instant now)
{
    static const char *sql = "SELECT id, name, alias, email, identity.profile, identity.lifecycle, manager, "
                             "identity.source, identity.sp_status, modified, flags, idv_verified, idv_status, "
                             "idv_ial, idv_name, idv_document, idv_session, idv_date, first_name, last_name, mobile, "
                             "personal_email, employee, ial, kind, work_email, "
                             "identity.risk, due, warn_at, s.rule, s.high, s.grace, base_kind FROM identity LEFT JOIN "
                             "segment s ON s.sid = identity.sid WHERE rid = ?1";
    sqlite3_stmt *s = nullptr;
    if (sqlite3_prepare_v2(c.raw(), sql, -1, &s, nullptr) != SQLITE_OK)
        return c.lastError(QStringLiteral("The local copy cannot be read."));
    const auto text = [s](int at) {
        return QString::fromUtf8(
            reinterpret_cast<const char *>(sqlite3_column_text(s, at)), sqlite3_column_bytes(s, at));
    };
    QList<domain::Identity> out;
    out.reserve(qsizetype(rows.size()));
    for (const qint32 rid : rows) {
        sqlite3_bind_int(s, 1, rid);
        domain::Identity p;
        if (sqlite3_step(s) == SQLITE_ROW) {
            p.id = core::IdentityId(text(0));
            p.name = text(1);
            p.alias = text(2);
            p.email = text(3).isEmpty() ? text(25) : text(3);
            p.profile = text(4);
            p.lifecycle = text(5);
            p.manager = text(6);
            p.source = text(7);
            p.sailpointStatus = text(8);
            if (sqlite3_column_type(s, 9) != SQLITE_NULL)
                p.modified = sqlite3_column_int64(s, 9);
            p.isProtected = sqlite3_column_int(s, 10) & 1;
            p.correlated = !(sqlite3_column_int(s, 10) & 2);
            p.hasProcessingError = sqlite3_column_int(s, 10) & 4;
            p.idv.verifiedRaw = text(11);
            p.idv.verified = domain::parseFlag(p.idv.verifiedRaw);
            p.idv.status = text(12);
            p.idv.ialRaw = text(13);
            p.idv.verifiedName = text(14);
            p.idv.documentType = text(15);
            p.idv.sessionId = text(16);
            p.idv.dateRaw = text(17);
            p.idv.date = domain::parseInstant(p.idv.dateRaw, now);
            p.firstName = text(18);
            p.lastName = text(19);
            p.mobile = text(20);
            p.personalEmail = text(21);
            p.employeeNumber = text(22);
            if (sqlite3_column_type(s, 23) != SQLITE_NULL)
                p.idv.ial = sqlite3_column_int(s, 23);
            p.kind = domain::StatusKind(sqlite3_column_int(s, 24));
            p.riskGroup = text(26);
            if (sqlite3_column_type(s, 27) != SQLITE_NULL) {
                p.due = sqlite3_column_int64(s, 27);
                p.graceEnds = *p.due + sqlite3_column_int64(s, 31) * core::dayMs;
            }
            if (sqlite3_column_type(s, 28) != SQLITE_NULL)
                p.warnAt = sqlite3_column_int64(s, 28);
            p.rule = text(29);
            p.isHighRisk = sqlite3_column_int(s, 30);
            p.lapse = domain::StatusKind(sqlite3_column_int(s, 32));
        }
        out << p;
        sqlite3_reset(s);
    }
    sqlite3_finalize(s);
    return out;
}

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

core::Status applyOverlay(
    Connection &c, const QString &id, const domain::SessionOverlay &o, const domain::StatusWords &words)
{
    const auto r = o.kind == domain::SessionOverlay::None
                       ? c.exec(QStringLiteral("DELETE FROM overlay WHERE id = ?"), {id})
                       : c.exec(QStringLiteral("INSERT INTO overlay (id, kind, at) VALUES (?1, ?2, ?3) ON CONFLICT "
                                               "(id) DO UPDATE SET kind = excluded.kind, at = excluded.at"),
                             {id, int(o.kind), o.at});
    if (!r)
        return r;
    const auto row = c.rows(
        QStringLiteral("SELECT idv_status, date_at, date_quality, kind, idv_verified FROM identity WHERE id = ?"),
        {id});
    if (!row)
        return row.error();
    if (row->isEmpty())
        return core::ok();
    domain::IdvFacts facts;
    facts.status = row->first().at(0).toString();
    facts.verifiedRaw = row->first().at(4).toString();
    facts.verified = domain::parseFlag(facts.verifiedRaw);
    if (!row->first().at(1).isNull())
        facts.date.at = row->first().at(1).toLongLong();
    facts.date.quality = domain::DateQuality(row->first().at(2).toInt());
    const int kind = int(domain::kindOf(facts, o, words));
    if (kind == row->first().at(3).toInt())
        return core::ok();
    return c.exec(QStringLiteral("UPDATE identity SET kind = ? WHERE id = ?"), {kind, id});
}

Result<bool> buildSearchSlice(Connection &c)
{
    constexpr int slice = 20000;
    const auto state = meta(c, QStringLiteral("search"));
    if (!state)
        return state.error();
    if (*state == QLatin1String("ready"))
        return false;
    qint64 pos = 0;
    if (!state->startsWith(QLatin1String("building:"))) {
        if (const auto r = all(c, {QStringLiteral("INSERT INTO search (search) VALUES ('delete-all')"),
                                      QStringLiteral("DELETE FROM place")});
            !r)
            return r.error();
    } else {
        pos = state->mid(9).toLongLong();
    }
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
    sqlite3_bind_int(read, 1, slice);
    if (pos)
        sqlite3_bind_int64(read, 2, pos);
    const auto view = [read](int at) {
        return std::string_view(
            reinterpret_cast<const char *>(sqlite3_column_text(read, at)), size_t(sqlite3_column_bytes(read, at)));
    };
    int n = 0;
    bool isGood = true;
    while (isGood && sqlite3_step(read) == SQLITE_ROW) {
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
    if (!isGood)
        return c.lastError(QStringLiteral("The search index cannot be built."));
    const bool isDone = n < slice;
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
