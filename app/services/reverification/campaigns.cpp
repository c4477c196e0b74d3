#include "services/reverification/campaigns.h"
#include "services/tenants/context.h"
#include "services/tenants/internal/stores.h"
#include "services/verification/sessioncontrol.h"
#include "services/verification/verifier.h"

namespace services {

Campaigns::Campaigns(TenantConnections &connections, Context &context, CampaignServices services)
    : m_context(context), m_records(connections, context), m_drafts(connections, context, m_records),
      m_exemptions(connections, context, m_records, services.directory),
      m_dryRun(services, context, m_records, m_exemptions), m_sender(services, context, m_records, m_exemptions),
      m_links(context, m_records, services.verifier.control()), m_runner(context, m_records, m_sender, m_links),
      m_control(connections, context, {m_records, m_runner, m_links, services.reverification})
{
    connect(&context.ledger->campaigns(), &store::CampaignStore::changed, this, &Campaigns::changed);
    connect(&context.ledger->file(), &store::Ledger::changedElsewhere, this, &Campaigns::changed);
    connect(&m_exemptions, &Exemptions::changed, this, &Campaigns::changed);
}

Campaigns::~Campaigns()
{
    m_runner.halt();
    m_context.ledger->file().drain(); // steps that are queued there read these objects
}

} // namespace services
