#pragma once
#include "services/readiness/connectiontest.h"
#include "services/tenants/tenants.h"
#include <functional>

namespace cli {

class Shell;

/// Asks both sides with these secrets, tells of each answer as it comes, and calls `then` or fails.
void testTenant(Shell &shell, const domain::Tenant &tenant, const services::TenantSecrets &secrets,
    const std::function<void(const services::TestReport &)> &then);
/// The whole of it, where JSON is wanted.
void printTest(Shell &shell, const services::TestReport &report);
/// Of the first answer that failed with an error.
int exitCodeOf(const services::TestReport &report);

} // namespace cli
