#include "store/cache/cachesql.h"
#include "store/cache/statement.h"

// Whole people, by the rows of an order.
namespace store::cachesql {

using core::Result;

static domain::Identity personFromRow(sqlite3_stmt *s, core::Instant now)
{
    const auto text = [s](int at) {
        return QString::fromUtf8(
            reinterpret_cast<const char *>(sqlite3_column_text(s, at)), sqlite3_column_bytes(s, at));
    };
    domain::Identity p;
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
    return p;
}

Result<QList<domain::Identity>> readPeople(Connection &c, const RowIds &rows, core::Instant now)
{
    static const char *sql = "SELECT id, name, alias, email, identity.profile, identity.lifecycle, manager, "
                             "identity.source, identity.sp_status, modified, flags, idv_verified, idv_status, "
                             "idv_ial, idv_name, idv_document, idv_session, idv_date, first_name, last_name, mobile, "
                             "personal_email, employee, ial, kind, work_email, "
                             "identity.risk, due, warn_at, s.rule, s.high, s.grace, base_kind FROM identity LEFT JOIN "
                             "segment s ON s.sid = identity.sid WHERE rid = ?1";
    const Statement s(c, sql);
    QList<domain::Identity> out;
    out.reserve(qsizetype(rows.size()));
    for (const qint32 rid : rows) {
        sqlite3_bind_int(s, 1, rid);
        const Step step = s ? stepOf(s) : Step::Failed;
        if (step == Step::Failed)
            return c.lastError(QStringLiteral("The local copy cannot be read."));
        out << (step == Step::Row ? personFromRow(s, now) : domain::Identity()); // gone since it was found
        sqlite3_reset(s);
    }
    return out;
}

} // namespace store::cachesql
