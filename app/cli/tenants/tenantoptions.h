#pragma once
#include "cli/shell/commandtable.h"
#include "core/result.h"
#include "domain/tenants/tenant.h"

namespace cli {

/// What `tenant add` and `tenant set` take to describe a tenant.
QList<QCommandLineOption> tenantOptionList();
/// Puts what is said into `tenant`; what is not said stays. The first fault, with the option's name.
std::optional<core::Error> takeTenantOptions(Shell &shell, domain::Tenant &tenant);
/// The tenant that these options describe, checked; else the first fault with the option's name.
core::Result<domain::Tenant> tenantFromOptions(Shell &shell);

} // namespace cli
