#pragma once
#include "domain/tenants/tenant.h"

// The two guards before anything is done for a tenant: one is open, and it is not locked. The store asks once more, in
// the transaction that announces what is sent (store::Transaction::requireOpenTenant()).
namespace domain {

/// "This tenant is locked: read only.", translated.
QString lockedText();
/// "Open a tenant first.", translated.
QString noTenantText();
/// Conflict, reason TenantLocked, with lockedText() where the tenant is locked.
std::optional<core::Error> lockFault(const Tenant &tenant);

} // namespace domain
