#pragma once
#include "domain/tenants/tenant.h"
#include "store/connection.h"

// Rows of tenants. Thread: the worker's.
namespace store::sql {

QString tenantJson(const domain::Tenant &tenant);
core::Result<domain::Tenant> readTenant(const QString &stored);
core::Result<bool> hasTenant(Connection &c, const QString &tenant);

} // namespace store::sql
