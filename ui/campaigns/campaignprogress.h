#pragma once
#include "domain/reverification/campaign.h"
#include <optional>

namespace ui {

/// How far a campaign is, and what it waits for. `next`: when this process sends the next link, and why not now;
/// `now` in UTC ms.
QString campaignProgress(const domain::Campaign &campaign, const domain::CampaignCounts &counts, qint64 sentToday,
    const std::optional<domain::SendTime> &next, core::Instant now);

} // namespace ui
