#pragma once
#include "domain/reverification/campaign.h"
#include "domain/verification/verification.h"
#include "store/connection.h"

// Rows of campaigns and of their recipients. Thread: the worker's.
namespace store::sql {

core::Status insertCampaign(Connection &c, const domain::Campaign &campaign);
/// Conflict when the row has another version.
core::Status updateCampaign(Connection &c, const domain::Campaign &to);
core::Result<QList<domain::Campaign>> campaignsWhere(Connection &c, const QString &where, const QVariantList &values);
/// NotFound; Conflict (UnreadableSetting) for one that cannot be read.
core::Result<domain::Campaign> campaignWhere(Connection &c, const QString &where, const QVariantList &values);
QString recipientKey(domain::CampaignPerson::State s);
domain::CampaignPerson::State recipientFromKey(const QString &key);
/// The person's place in the campaign becomes this session. Conflict when it is not their turn, or the campaign does
/// not run.
core::Status claimRecipient(Connection &c, const domain::Session &s);

} // namespace store::sql
