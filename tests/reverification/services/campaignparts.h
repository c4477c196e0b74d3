#pragma once
#include "domain/reverification/campaignsteps.h"
#include "reverification/services/campaignstand.h"
#include "services/reverification/campaigncontrol.h"
#include "services/reverification/campaigndryrun.h"
#include "services/reverification/campaignrecords.h"
#include "services/reverification/campaignrunner.h"
#include "services/reverification/campaignsender.h"
#include "services/reverification/exemptions.h"
#include "services/reverification/openlinks.h"
#include "services/reverification/reverification.h"
#include "services/tenants/internal/tenantconnections.h"

namespace support {

/// The classes of campaigns, built and asked one by one; what the console itself has of them stays still.
struct CampaignParts : CampaignStand
{
    explicit CampaignParts(lab::Options o = slowPeople()) : CampaignStand(std::move(o)) {}
    services::TenantConnections connections{tenant, {dir.path(), false, std::chrono::seconds(10)}, vault, clock};
    services::CampaignServices around{tenantSession->directory(), tenantSession->syncer(),
        tenantSession->reverification(), tenantSession->verifier()};
    services::CampaignRecords records{connections, *context};
    services::Exemptions exemptions{connections, *context, records, tenantSession->directory()};
    services::CampaignDryRun dryRun{around, *context, records, exemptions};
    services::CampaignSender sender{around, *context, records, exemptions};
    services::OpenLinks links{*context, records, tenantSession->verifier().control()};
    services::CampaignRunner runner{*context, records, sender, links};

    /// A draft for these people, as a list.
    domain::Campaign listed(const QStringList &ids, const QString &workflow = {}, int perMinute = 120)
    {
        auto p = plan(perMinute);
        p.isList = true;
        p.workflow = workflow;
        return *await(campaigns().drafts().create(p, ids));
    }
    /// Tried and running, without anybody who sends it.
    domain::Campaign running(const QStringList &ids, const QString &workflow = {}, int perMinute = 120)
    {
        const auto tried = await(dryRun.run(listed(ids, workflow, perMinute).id));
        if (!tried)
            return {};
        const auto began =
            await(records.advance(tried->id, "start", [this, people = tried->dryRun->toSend()](domain::Campaign &k) {
                return domain::startCampaign(k, people, clock->now());
            }));
        return began ? *began : domain::Campaign();
    }
    domain::Campaign now(const domain::Campaign &k) { return *await(records.one(k.id)); }
    domain::CampaignCounts counts(const domain::Campaign &k) { return *await(records.counts(k.id)); }
    domain::Identity person(const QString &id)
    {
        return *await(tenantSession->directory().person(core::IdentityId(id)));
    }
    bool exempt(const QString &id)
    {
        const domain::Exemption e{
            core::IdentityId(id), QStringLiteral("on parental leave"), {}, {}, 0, clock->now() + core::dayMs};
        return bool(await(exemptions.grant(e, reviewerId(), reviewer())));
    }
    qint64 workflowsRun() { return stats(tenant.sailpointUrl).value(QLatin1String("POST /workflows")).toInteger(); }
};

} // namespace support
