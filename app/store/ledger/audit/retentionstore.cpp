#include "store/ledger/audit/retentionstore.h"
#include "core/logfailure.h"
#include "store/dialect.h"
#include "store/ledger/ledgerfile.h"
#include <QCoreApplication>

namespace store {

using core::Async;
using core::Result;

static QString failedStates()
{
    return QStringLiteral("('failed', 'declined', 'abandoned', 'expired', 'cancelled', 'launch-failed')");
}

// Closed, and nothing more is to be written of it.
static QString agedWhere()
{
    return QStringLiteral("tenant = ? AND redacted_at IS NULL AND closed_at IS NOT NULL AND write_back NOT IN "
                          "('waiting', 'planned', 'asked', 'unknown') "
                          "AND ((state = 'verified' AND closed_at < ?) OR (state IN %1 AND closed_at < ?))")
        .arg(failedStates());
}

static core::Status redactOne(Transaction &c, const QString &session, const QString &tenant)
{
    // No state is left out that still needs a name: open and held ones are never among them.
    if (const auto r = c.exec(
            QStringLiteral("UPDATE session SET person_name = '', first_name = '', last_name = '', sent_to = '', "
                           "verified_name = '', user_hash = '', redacted_at = ?, version = version + 1 WHERE id = ?"),
            {c.now(), session});
        !r)
        return r;
    if (const auto r = c.exec(QStringLiteral("UPDATE session_note SET detail = '{}' WHERE session = ?"), {session}); !r)
        return r;
    if (const auto r =
            c.exec(QStringLiteral("UPDATE callback SET result = '{}' WHERE session = ? AND state <> 'new'"), {session});
        !r)
        return r;
    if (const auto r = c.exec(QStringLiteral("UPDATE proposal SET person = '', why = '' WHERE session = ?"), {session});
        !r)
        return r;
    return c.exec(
        QStringLiteral("UPDATE audit SET payload = NULL WHERE subject = ? AND tenant = ? AND payload <> '{}'"),
        {session, tenant});
}

static Result<int> redactThese(
    Transaction &c, const QString &tenant, const QList<QVariantList> &rows, const domain::AuditEvent &audit)
{
    for (const auto &r : rows) {
        if (const auto done = redactOne(c, r.at(0).toString(), tenant); !done)
            return done.error();
    }
    if (!rows.isEmpty()) {
        domain::AuditEvent a = audit;
        a.data.insert(QStringLiteral("sessions"), rows.size());
        if (const auto r = c.record(a); !r)
            return r.error();
    }
    return int(rows.size());
}

Async<qint64> RetentionStore::countToRedact(
    const core::TenantId &tenant, core::Instant verifiedBefore, core::Instant failedBefore)
{
    return m_file.readAside<qint64>([tenant, verifiedBefore, failedBefore](Connection &c) -> Result<qint64> {
        const auto n = c.value(QStringLiteral("SELECT COUNT(*) FROM session WHERE ") + agedWhere(),
            {tenant.str(), verifiedBefore, failedBefore});
        if (!n)
            return n.error();
        return n->toLongLong();
    });
}

// What was overwritten also stands in the write-ahead log until it is emptied.
void RetentionStore::forgetOldPages()
{
    const auto emptied = m_file.read<core::Unit>([](Connection &c) -> core::Status {
        const auto rows = c.rows(dialect::emptyWriteLog());
        return rows ? core::ok() : core::Status(rows.error());
    });
    core::logFailure(
        emptied, this, lcStore, "The write-ahead log could not be emptied."); // a reader at work: then by the next one
}

Async<int> RetentionStore::redactAged(const core::TenantId &tenant, core::Instant verifiedBefore,
    core::Instant failedBefore, int limit, const domain::AuditEvent &audit)
{
    const auto done = m_file.write<int>([tenant, verifiedBefore, failedBefore, limit, audit](
                                            Transaction &c) -> Result<int> {
        const auto rows = c.rows(
            QStringLiteral("SELECT id FROM session WHERE %1 ORDER BY closed_at LIMIT %2").arg(agedWhere()).arg(limit),
            {tenant.str(), verifiedBefore, failedBefore});
        if (!rows)
            return rows.error();
        // What names a person without a session, reminders and exemptions, goes with the longer of both times.
        if (rows->size() < limit) {
            const auto r = c.exec(
                QStringLiteral(
                    "UPDATE audit SET payload = NULL WHERE tenant = ? AND at < ? AND action IN ('verification.remind', "
                    "'exemption.grant', 'callback.dismiss', 'receiver.locked-out') AND payload <> '{}'"),
                {tenant.str(), std::min(verifiedBefore, failedBefore)});
            if (!r)
                return r.error();
            if (c.rowsAffected() > 0 && rows->isEmpty()) {
                if (const auto noted = c.record(audit); !noted)
                    return noted.error();
            }
        }
        return redactThese(c, tenant.str(), *rows, audit);
    });
    core::whenDone<int>(done, this, [this](const Result<int> &n) {
        if (n && *n > 0)
            forgetOldPages();
    });
    return done;
}

Async<int> RetentionStore::redactPerson(
    const core::TenantId &tenant, const core::IdentityId &person, const domain::AuditEvent &audit)
{
    const auto done = m_file.write<int>([tenant, person, audit](Transaction &c) -> Result<int> {
        const auto open =
            c.value(QStringLiteral("SELECT COUNT(*) FROM session WHERE tenant = ? AND identity = ? AND (closed_at IS "
                                   "NULL OR write_back IN ('waiting', 'planned', 'asked', 'unknown'))"),
                {tenant.str(), person.str()});
        if (!open)
            return open.error();
        if (open->toInt() > 0)
            return core::makeError(core::ErrorCode::Conflict,
                QCoreApplication::translate("Privacy", "A verification of this person is open, held, or its result is "
                                                       "still being written. Close it first; nothing was removed."));
        const auto rows = c.rows(QStringLiteral("SELECT id FROM session WHERE tenant = ? AND identity = ? AND "
                                                "(redacted_at IS NULL OR person_name <> '' OR verified_name <> '')"),
            {tenant.str(), person.str()});
        if (!rows)
            return rows.error();
        if (const auto r = c.exec(QStringLiteral("DELETE FROM exemption WHERE tenant = ? AND identity = ?"),
                {tenant.str(), person.str()});
            !r)
            return r.error();
        if (const auto r =
                c.exec(QStringLiteral("UPDATE proposal SET person = '', why = '' WHERE tenant = ? AND identity = ?"),
                    {tenant.str(), person.str()});
            !r)
            return r.error();
        if (const auto r = c.exec(QStringLiteral("DELETE FROM event WHERE tenant = ? AND state <> 'new' AND ") +
                                      dialect::contains(QStringLiteral("content")),
                {tenant.str(), QLatin1Char('"') + person.str() + QLatin1Char('"')});
            !r)
            return r.error();
        if (const auto r = c.exec(
                QStringLiteral("UPDATE audit SET payload = NULL WHERE subject = ? AND tenant = ? AND payload <> '{}'"),
                {person.str(), tenant.str()});
            !r)
            return r.error();
        const auto n = redactThese(c, tenant.str(), *rows, audit);
        if (n && *n == 0) {
            if (const auto r = c.record(audit); !r)
                return r.error();
        }
        return n;
    });
    core::whenDone<int>(done, this, [this](const Result<int> &n) {
        if (n)
            forgetOldPages();
        Q_EMIT redacted();
    });
    return done;
}

} // namespace store
