#include "core/process.h"
#include "store/ledger/ledger.h"
#include "store/ledger/ledgersql.h"

// Leases: one process at a time for what must not be done twice.
namespace store {

using core::Async;
using core::Result;
using core::Unit;

Result<QString> sql::leaseHolder(Connection &c, const QString &name, core::Instant now)
{
    const auto rows = c.rows(QStringLiteral("SELECT holder, until FROM lease WHERE name = ?"), {name});
    if (!rows)
        return rows.error();
    if (rows->isEmpty() || rows->first().at(1).toLongLong() <= now ||
        core::isProcessGone(rows->first().at(0).toString()))
        return QString();
    return rows->first().at(0).toString();
}

Async<bool> Ledger::takeLease(const QString &name, const QString &holder, std::chrono::milliseconds ttl)
{
    return m_db->write<bool>([name, holder, ttl, now = m_clock->now()](Connection &c) -> Result<bool> {
        const auto other = sql::leaseHolder(c, name, now);
        if (!other)
            return other.error();
        if (!other->isEmpty() && *other != holder)
            return false;
        if (const auto r = c.exec(QStringLiteral("DELETE FROM lease WHERE name = ?"), {name}); !r)
            return r.error();
        if (const auto r = c.exec(QStringLiteral("INSERT INTO lease (name, holder, until) VALUES (?,?,?)"),
                {name, holder, now + ttl.count()});
            !r)
            return r.error();
        return true;
    });
}

Async<Unit> Ledger::releaseLease(const QString &name, const QString &holder)
{
    return m_db->write<Unit>([name, holder](Connection &c) {
        return c.exec(QStringLiteral("DELETE FROM lease WHERE name = ? AND holder = ?"), {name, holder});
    });
}

} // namespace store
