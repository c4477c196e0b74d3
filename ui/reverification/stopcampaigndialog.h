#pragma once
#include "domain/reverification/campaign.h"
#include "ui/widgets/dialog.h"

namespace ui {

class AppContext;

/// Ends a campaign. Whether open links stay usable is chosen each time: there is no default.
class StopCampaignDialog : public Dialog
{
    Q_OBJECT
public:
    StopCampaignDialog(AppContext &app, const domain::Campaign &campaign, const domain::CampaignCounts &counts,
        QWidget *parent = nullptr);
};

} // namespace ui
