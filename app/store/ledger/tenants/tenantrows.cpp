#include "store/ledger/tenants/tenantrows.h"
#include "core/jsontext.h"
#include "domain/text/strictjson.h"

namespace store::sql {

using core::Result;

QString tenantJson(const domain::Tenant &t)
{
    return core::compactJson(domain::tenantToJson(t));
}

Result<domain::Tenant> readTenant(const QString &stored)
{
    const auto json = domain::strictDocument(stored.toUtf8());
    return json ? domain::tenantFromJson(*json) : Result<domain::Tenant>(json.error());
}

Result<bool> hasTenant(Connection &c, const QString &tenant)
{
    const auto n = c.value(QStringLiteral("SELECT COUNT(*) FROM tenant WHERE id = ?"), {tenant});
    if (!n)
        return n.error();
    return n->toInt() > 0;
}

} // namespace store::sql
