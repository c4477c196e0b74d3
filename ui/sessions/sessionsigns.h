#pragma once
#include "domain/readiness/diagnosis.h"

namespace services {
class TenantSession;
}

namespace ui {

/// What is known of an open session and of whoever it waits for. `callbacks`: how many came for it.
domain::SessionSigns signsOf(services::TenantSession &tenantSession, const domain::Session &session, int callbacks);

} // namespace ui
