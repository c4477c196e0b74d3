#include "store/ledger/tenants/leaserows.h"
#include "core/process.h"

namespace store::sql {

core::Result<QString> leaseHolder(Connection &c, const QString &name, core::Instant now)
{
    const auto rows = c.rows(QStringLiteral("SELECT holder, until FROM lease WHERE name = ?"), {name});
    if (!rows)
        return rows.error();
    if (rows->isEmpty() || rows->first().at(1).toLongLong() <= now ||
        core::isProcessGone(rows->first().at(0).toString()))
        return QString();
    return rows->first().at(0).toString();
}

} // namespace store::sql
