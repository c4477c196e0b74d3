#pragma once
#include "domain/audit/audit.h"
#include "domain/tenants/tenant.h"

// What the audit log is told of a tenant. `by`: operating-system user. Thread: any.
namespace domain {

/// "tenant.rotate", "tenant.lock", …, with what of the tenant matters to whoever reads the log.
AuditEvent tenantEvent(const QString &by, const Tenant &tenant, const QString &action, const QString &outcome);
/// A tenant was edited: what differs, before and after, and why.
AuditEvent tenantEditEvent(const QString &by, const Tenant &before, const Tenant &after, const QString &reason);
/// A tenant was added by a settings file.
AuditEvent tenantFromFileEvent(const QString &by, const Tenant &tenant);

} // namespace domain
