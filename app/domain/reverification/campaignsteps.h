#pragma once
#include "domain/reverification/campaign.h"
#include "domain/verification/policy.h"

// From one state of a campaign to the next, and what stands in the way. Pure: whoever calls them keeps the outcome, or
// not.
namespace domain {

/// Refusals are Conflict with a sentence, or a field error ("people", "ial").

/// Of a draft: another plan, that needs another dry run. Whether it is a list stays as it was.
core::Status changePlan(Campaign &campaign, const CampaignPlan &plan);
/// Of a draft that is still of `version`.
core::Status noteDryRun(Campaign &campaign, const DryRun &run, int version, core::Instant now);
/// `people` is the number that a person confirmed: what would be sent is what was shown.
core::Status confirmedCount(qint64 toSend, qint64 people);
core::Status startCampaign(Campaign &campaign, qint64 people, core::Instant now);
core::Status resumeCampaign(Campaign &campaign);
/// By a person.
core::Status pauseCampaign(Campaign &campaign);
/// By itself; one that does not run stays as it is.
void pauseCampaignFor(Campaign &campaign, const QString &why);
/// One that ended stays as it is: only what is open is left to be cancelled.
void stopCampaign(Campaign &campaign, core::Instant now);
/// Nobody is left; one that does not run stays as it is.
void completeCampaign(Campaign &campaign, core::Instant now);
/// Whose turn it is to be sent: the one that was started first.
std::optional<Campaign> firstRunning(const QList<Campaign> &campaigns);
/// Whoever started or continued it is kept: they decide about none of its results. Empty: nobody knows who.
void noteRelease(Campaign &campaign, const QString &identity, bool wasStarted);

/// A level below what the settings ask of a periodic verification would be refused for everybody, one by one.
core::Status campaignLevelFits(const CampaignPlan &plan, const VerificationPolicy &policy);

} // namespace domain
