#pragma once
#include "core/clock.h"
#include "core/ids.h"

namespace services {
class TenantSession;
}

namespace cli {

class Shell;

/// Prints and ends when the session and its write-back have ended; `until` in UTC ms.
void waitForSession(
    Shell &shell, services::TenantSession &tenantSession, const core::SessionId &id, core::Instant until);

} // namespace cli
