#pragma once
#include "cli/shell/commandtable.h"
#include "core/result.h"
#include "domain/tenants/tenant.h"

namespace cli {

/// What `tenant add` takes to describe a tenant.
QList<QCommandLineOption> tenantOptionList();
/// The tenant that these options describe, checked; else the first fault with the option's name.
core::Result<domain::Tenant> tenantFromOptions(Shell &shell);

} // namespace cli
