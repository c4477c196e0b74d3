#include "store/ledger/ledger.h"
#include "store/ledger/ledgersql.h"

// The audit log: written with what it is about, read in order, proved as a chain.
namespace store {

using core::Async;
using core::Result;
using core::Unit;
using domain::AuditRecord;

Async<Unit> Ledger::audit(const domain::AuditEvent &event)
{
    return m_db->write<Unit>([event, now = m_clock->now()](Connection &c) { return sql::appendAudit(c, event, now); });
}

static Result<QList<AuditRecord>> recordsWhere(Connection &c, const QString &where, const QVariantList &values, int limit)
{
    const auto rows = c.rows(QStringLiteral("SELECT %1 FROM audit WHERE %2 LIMIT %3").arg(QLatin1String(sql::auditColumns), where).arg(limit), values);
    if (!rows)
        return rows.error();
    QList<AuditRecord> out;
    for (const auto &r : *rows) {
        auto record = sql::auditFromRow(r);
        if (!record)
            return record.error();
        out << *std::move(record);
    }
    return out;
}

Async<QList<AuditRecord>> Ledger::auditOf(const core::TenantId &tenant, const QStringList &subjects, int limit)
{
    return m_db->run<QList<AuditRecord>>([tenant, subjects, limit](Connection &c) {
        QVariantList values{tenant.str()};
        for (const QString &s : subjects)
            values << s;
        const QString marks = QStringList(subjects.size(), QStringLiteral("?")).join(QLatin1Char(','));
        return recordsWhere(c, QStringLiteral("tenant = ? AND subject IN (%1) ORDER BY seq DESC").arg(marks), values, limit);
    });
}

Async<QList<AuditRecord>> Ledger::auditRecords(qint64 from, int limit)
{
    return m_db->run<QList<AuditRecord>>([from, limit](Connection &c) { return recordsWhere(c, QStringLiteral("seq >= ? ORDER BY seq"), {from}, limit); });
}

Async<qint64> Ledger::verifyAudit()
{
    return m_db->run<qint64>([](Connection &c) -> Result<qint64> {
        const auto rows = c.rows(QStringLiteral("SELECT %1 FROM audit ORDER BY seq").arg(QLatin1String(sql::auditColumns)));
        if (!rows)
            return rows.error();
        QByteArray previous = domain::firstPreviousHash();
        qint64 expected = 1;
        for (const auto &row : *rows) {
            const auto r = sql::auditFromRow(row);
            if (!r)
                return r.error();
            const auto hash = domain::auditHash(*r);
            if (!hash || r->sequence != expected || r->previous != previous || r->hash != *hash)
                return expected;
            previous = r->hash;
            ++expected;
        }
        return qint64(0);
    });
}

} // namespace store
