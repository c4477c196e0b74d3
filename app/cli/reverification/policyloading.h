#pragma once
#include <functional>

namespace services {
class TenantSession;
}

namespace cli {

class Shell;

/// The policy is in force before anything is counted: another process may have changed it. Calls `then` or fails.
void withPolicy(Shell &shell, services::TenantSession &tenantSession, std::function<void()> then);

} // namespace cli
