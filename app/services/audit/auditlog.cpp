#include "services/audit/auditlog.h"
#include "services/tenants/context.h"
#include "services/tenants/internal/stores.h"

namespace services {

core::Async<std::shared_ptr<const std::vector<qint64>>> auditSequences(
    Context &context, const domain::AuditFilter &filter)
{
    return context.ledger->audit().sequences(filter);
}
core::Async<QList<domain::AuditRecord>> auditEntries(Context &context, const std::vector<qint64> &sequences)
{
    return context.ledger->audit().bySequence(sequences);
}

core::Async<QList<domain::AuditRecord>> auditAbout(
    Context &context, const core::TenantId &tenant, const QStringList &subjects)
{
    return context.ledger->audit().allAbout(tenant, subjects);
}

} // namespace services
