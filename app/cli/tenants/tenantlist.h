#pragma once
#include "cli/shell/commandtable.h"
#include "domain/tenants/tenant.h"

namespace cli {

/// What a tenant is, in JSON: no secret.
QJsonObject tenantSummary(const domain::Tenant &tenant);
/// tenant list.
CommandForm tenantListForm();

} // namespace cli
