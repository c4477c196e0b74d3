#pragma once
#include "domain/reverification/campaign.h"

class QWidget;

namespace ui {

class AppContext;

/// Shows one part of a campaign's people by name. `part`: "verified", "held", "failed", "waiting", "reminded",
/// "to-send" or "left".
void showCampaignPeople(AppContext &app, QWidget *parent, const domain::Campaign &campaign, const QString &part);

} // namespace ui
