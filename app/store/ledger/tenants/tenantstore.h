#pragma once
#include "core/async.h"
#include "core/clock.h"
#include "core/ids.h"
#include "domain/audit/audit.h"
#include "domain/tenants/tenant.h"
#include <functional>

namespace store {

class LedgerFile;

/// The tenants, without their secrets. Functions return at once; Storage where the file cannot be read or written.
class TenantStore
{
public:
    explicit TenantStore(LedgerFile &file) : m_file(file) {}
    /// By name. One that cannot be read stands among them with its problem.
    core::Async<QList<domain::Tenant>> all();
    /// Conflict when the name is taken. The audit record is in the same transaction, as everywhere here.
    core::Async<core::Unit> add(const domain::Tenant &tenant, const domain::AuditEvent &audit);
    /// Of `tenant` only what the action is about ("tenant.lock": the lock); the tenant as it is stored.
    /// With `seen`: Conflict where what the action is about is another by now than it was there.
    core::Async<domain::Tenant> update(
        const domain::Tenant &tenant, const domain::AuditEvent &audit, const std::optional<domain::Tenant> &seen = {});
    /// Conflict where it is no longer stored as `before` (another process changed it; its lock, words and receiver are
    /// taken as they are by now), where the name is another tenant's, or (reason OpenSessions, how many in `detail`)
    /// where none may be open and some are.
    core::Async<domain::Tenant> edit(const domain::Tenant &before, const domain::Tenant &after,
        bool needsNoOpenSessions, const domain::AuditEvent &audit);
    /// Conflict (reason OpenSessions, how many in `detail`) while verifications of it are open, unless they shall end
    /// with it: then they are cancelled, its proposals dismissed and its campaigns stopped in the same transaction.
    core::Async<core::Unit> remove(const core::TenantId &id, bool endsOpen, const domain::AuditEvent &audit);

private:
    LedgerFile &m_file;
};

} // namespace store
