#pragma once
#include "services/reverification/campaigncontrol.h"
#include "services/reverification/campaigndrafts.h"
#include "services/reverification/campaigndryrun.h"
#include "services/reverification/campaignrecords.h"
#include "services/reverification/campaignrunner.h"
#include "services/reverification/campaignsender.h"
#include "services/reverification/exemptions.h"
#include "services/reverification/openlinks.h"
#include <QObject>

namespace services {

/// Renewal campaigns of the open tenant. A campaign is rows of the ledger; whoever holds the tenant's lease sends, one
/// link at a time, each with its own durable intent. What a process that died left running is paused. This builds, owns
/// and ends what works on them. Thread: the GUI's or main.
class Campaigns : public QObject
{
    Q_OBJECT
public:
    Campaigns(TenantConnections &connections, Context &context, CampaignServices services);
    /// Closing the console is no crash: what it sends is paused, and says so.
    ~Campaigns() override;

    CampaignRecords &records() { return m_records; }
    CampaignDrafts &drafts() { return m_drafts; }
    Exemptions &exemptions() { return m_exemptions; }
    CampaignDryRun &dryRun() { return m_dryRun; }
    CampaignRunner &runner() { return m_runner; }
    CampaignControl &control() { return m_control; }

Q_SIGNALS:
    /// A campaign, one of its people, or an exemption; here or by another process.
    void changed();

private:
    Context &m_context;
    CampaignRecords m_records;
    CampaignDrafts m_drafts;
    Exemptions m_exemptions;
    CampaignDryRun m_dryRun;
    CampaignSender m_sender;
    OpenLinks m_links;
    CampaignRunner m_runner;
    CampaignControl m_control;
};

} // namespace services
