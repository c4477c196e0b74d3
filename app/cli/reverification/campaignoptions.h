#pragma once
#include "cli/shell/commandtable.h"
#include "core/result.h"
#include "domain/reverification/campaign.h"

namespace cli {

/// What `campaign` takes, whatever is done with one.
QList<QCommandLineOption> campaignOptionList();
/// The plan that these options describe, checked; else the first fault with the option's name.
core::Result<domain::CampaignPlan> planFrom(Shell &shell);

} // namespace cli
