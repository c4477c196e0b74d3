#include "store/ledger/tenants/leasestore.h"
#include "store/ledger/ledgerfile.h"
#include "store/ledger/tenants/leaserows.h"

namespace store {

using core::Async;
using core::Result;
using core::Unit;

Async<bool> LeaseStore::take(const QString &name, const QString &holder, std::chrono::milliseconds ttl)
{
    return m_file.write<bool>([name, holder, ttl](Transaction &c) -> Result<bool> {
        const auto other = sql::leaseHolder(c, name, c.now());
        if (!other)
            return other.error();
        if (!other->isEmpty() && *other != holder)
            return false;
        if (const auto r = c.exec(QStringLiteral("DELETE FROM lease WHERE name = ?"), {name}); !r)
            return r.error();
        if (const auto r = c.exec(QStringLiteral("INSERT INTO lease (name, holder, until) VALUES (?,?,?)"),
                {name, holder, c.now() + ttl.count()});
            !r)
            return r.error();
        return true;
    });
}

Async<bool> LeaseStore::isHeld(const QString &name)
{
    return m_file.read<bool>([name, now = m_file.now()](Connection &c) -> Result<bool> {
        const auto holder = sql::leaseHolder(c, name, now);
        return holder ? Result<bool>(!holder->isEmpty()) : Result<bool>(holder.error());
    });
}

Async<Unit> LeaseStore::release(const QString &name, const QString &holder)
{
    return m_file.write<Unit>([name, holder](Transaction &c) {
        return c.exec(QStringLiteral("DELETE FROM lease WHERE name = ? AND holder = ?"), {name, holder});
    });
}

} // namespace store
