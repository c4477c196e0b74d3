#include "store/ledger/ledger.h"
#include "store/ledger/ledgersql.h"
#include <QCoreApplication>

// Removing what is personal. Tombstones and digests stay.
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

static core::Status redactOne(Connection &c, const QString &session, const QString &tenant, core::Instant now)
{
    // No state is left out that still needs a name: open and held ones are never among them.
    if (const auto r = c.exec(
            QStringLiteral("UPDATE session SET person_name = '', first_name = '', last_name = '', sent_to = '', "
                           "verified_name = '', user_hash = '', redacted_at = ?, version = version + 1 WHERE id = ?"),
            {now, session});
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

Async<qint64> Ledger::countToRedact(
    const core::TenantId &tenant, core::Instant verifiedBefore, core::Instant failedBefore)
{
    return m_reader->run<qint64>([tenant, verifiedBefore, failedBefore](Connection &c) -> Result<qint64> {
        const auto n = c.value(QStringLiteral("SELECT COUNT(*) FROM session WHERE ") + agedWhere(),
            {tenant.str(), verifiedBefore, failedBefore});
        if (!n)
            return n.error();
        return n->toLongLong();
    });
}

static Result<int> redactThese(Connection &c, const QString &tenant, const QList<QVariantList> &rows,
    const domain::AuditEvent &audit, core::Instant now)
{
    for (const auto &r : rows) {
        if (const auto done = redactOne(c, r.at(0).toString(), tenant, now); !done)
            return done.error();
    }
    if (!rows.isEmpty()) {
        domain::AuditEvent a = audit;
        a.data.insert(QStringLiteral("sessions"), rows.size());
        if (const auto r = sql::appendAudit(c, a, now); !r)
            return r.error();
    }
    return int(rows.size());
}

// What was overwritten also stands in the write-ahead log until it is emptied.
void Ledger::forgetOldPages()
{
    const auto emptied = m_db->run<core::Unit>([](Connection &c) -> core::Status {
        const auto rows = c.rows(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
        return rows ? core::ok() : core::Status(rows.error());
    });
    core::whenDone<core::Unit>(emptied, this, [](const core::Status &) {}); // a reader at work: then by the next one
}

Async<int> Ledger::redactAged(const core::TenantId &tenant, core::Instant verifiedBefore, core::Instant failedBefore,
    int limit, const domain::AuditEvent &audit)
{
    const auto done = m_db->write<int>([tenant, verifiedBefore, failedBefore, limit, audit, now = m_clock->now()](
                                           Connection &c) -> Result<int> {
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
                if (const auto noted = sql::appendAudit(c, audit, now); !noted)
                    return noted.error();
            }
        }
        return redactThese(c, tenant.str(), *rows, audit, now);
    });
    core::whenDone<int>(done, this, [this](const Result<int> &n) {
        if (n && *n > 0)
            forgetOldPages();
    });
    return done;
}

Async<int> Ledger::redactPerson(
    const core::TenantId &tenant, const core::IdentityId &person, const domain::AuditEvent &audit)
{
    const auto done = m_db->write<int>([tenant, person, audit, now = m_clock->now()](Connection &c) -> Result<int> {
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
        if (const auto r = c.exec(
                QStringLiteral("DELETE FROM event WHERE tenant = ? AND state <> 'new' AND INSTR(content, ?) > 0"),
                {tenant.str(), QLatin1Char('"') + person.str() + QLatin1Char('"')});
            !r)
            return r.error();
        if (const auto r = c.exec(
                QStringLiteral("UPDATE audit SET payload = NULL WHERE subject = ? AND tenant = ? AND payload <> '{}'"),
                {person.str(), tenant.str()});
            !r)
            return r.error();
        const auto n = redactThese(c, tenant.str(), *rows, audit, now);
        if (n && *n == 0) {
            if (const auto r = sql::appendAudit(c, audit, now); !r)
                return r.error();
        }
        return n;
    });
    core::whenDone<int>(done, this, [this](const Result<int> &n) {
        if (n)
            forgetOldPages();
        Q_EMIT changedElsewhere();
    });
    return done;
}

} // namespace store
