#pragma once
#include "domain/reverification/campaign.h"
#include <functional>

namespace services {
class TenantSession;
}

namespace cli {

class Shell;

/// Prints a campaign with its counts and hands these on, or fails.
void showCampaign(Shell &shell, services::TenantSession &tenantSession, const domain::Campaign &campaign,
    std::function<void(const domain::CampaignCounts &)> then);

} // namespace cli
