#include "services/tenantsession/tenantsession.h"
#include "domain/tenants/tenantedit.h"
#include "services/access/approvals.h"
#include "services/callbacks/callbackreceiver.h"
#include "services/callbacks/unmatchedcallbacks.h"
#include "services/events/proposals.h"
#include "services/events/triggers.h"
#include "services/events/workflows.h"
#include "services/identities/identitydirectory.h"
#include "services/operations/identityoperations.h"
#include "services/operations/operationtracker.h"
#include "services/operations/profileoperations.h"
#include "services/readiness/readiness.h"
#include "services/recovery/recovery.h"
#include "services/reverification/campaigns.h"
#include "services/reverification/reverification.h"
#include "services/sync/syncer.h"
#include "services/tenants/apipaths.h"
#include "services/tenants/boundvault.h"
#include "services/tenants/internal/tenantconnections.h"
#include "services/tenants/privacy.h"
#include "services/tenants/vendorreach.h"
#include "services/verification/sessionoverlays.h"
#include "services/verification/sessionstarter.h"
#include "services/verification/storedcheck.h"
#include "services/verification/verifier.h"

namespace services {

using core::Result;

TenantSession::TenantSession(std::unique_ptr<TenantConnections> connections, Context &context)
    : m_connections(std::move(connections)), m_context(context),
      m_directory(std::make_unique<IdentityDirectory>(*m_connections, *context.ledger)),
      m_paths(std::make_unique<ApiPaths>(*m_connections, context)),
      m_reach(std::make_unique<VendorReach>(*m_connections, context.clock)),
      m_overlays(std::make_unique<SessionOverlays>(*m_connections, *context.ledger, context.clock)),
      m_syncer(std::make_unique<Syncer>(*m_connections, *context.ledger, context.holder)),
      m_verifier(std::make_unique<Verifier>(*m_connections, context, *m_directory, *m_overlays)),
      m_receiving(std::make_unique<CallbackReceiver>(m_connections->tenant, context)),
      m_recovery(std::make_unique<Recovery>(*m_connections, context, *this)),
      m_unmatchedCallbacks(std::make_unique<UnmatchedCallbacks>(tenant().id, *m_verifier, context)),
      m_operations(std::make_unique<OperationTracker>(*m_connections, context, *m_directory)),
      m_identityOperations(std::make_unique<IdentityOperations>(
          *m_connections, context, *m_operations, *m_directory, m_verifier->sessions())),
      m_profileOperations(std::make_unique<ProfileOperations>(*m_connections, context, *m_operations)),
      m_triggers(std::make_unique<Triggers>(*m_connections, *m_operations)),
      m_workflows(std::make_unique<Workflows>(*m_connections, context, *m_operations)),
      m_proposals(std::make_unique<Proposals>(*this, *m_verifier, *m_triggers, context)),
      m_approvals(std::make_unique<Approvals>(*m_connections, context, *m_operations, *this)),
      m_readiness(std::make_unique<ReadinessCheck>(*m_connections, context, *this)),
      m_reverification(std::make_unique<Reverification>(*m_connections, context)),
      m_campaigns(std::make_unique<Campaigns>(
          *m_connections, context, CampaignServices{*m_directory, *m_syncer, *m_reverification, *m_verifier})),
      m_privacy(std::make_unique<Privacy>(*m_connections, context)), m_stored(std::make_unique<StoredCheck>(*this))
{
    m_receiving->setEvents(
        [this](const domain::TriggerEvent &e, const core::SecretPtr &secret,
            std::function<void(domain::EventAnswer)> done) { m_proposals->accept(e, secret, std::move(done)); },
        [this] { return m_proposals->wantedAttributes(); });
    connect(m_receiving.get(), &CallbackReceiver::stateChanged, this,
        [this] { m_verifier->starter().setLocalCallback(m_receiving->listening().url); });
    connect(m_connections->cache.get(), &store::IdentityCache::changed, this, &TenantSession::peopleChanged);
    connect(&m_connections->sailpointHttp, &net::Http::throttled, this, &TenantSession::throttled);
    connect(m_paths.get(), &ApiPaths::moved, this, &TenantSession::pathsMoved);
    connect(m_overlays.get(), &SessionOverlays::applied, this, &TenantSession::peopleChanged);
    // Locked or opened by another process: the transaction asks in any case, but nothing waits for a lock that is gone.
    connect(&context.ledger->file(), &store::Ledger::changedElsewhere, this, [this] {
        core::whenDone<QList<domain::Tenant>>(
            m_context.ledger->tenants().all(), this, [this](const Result<QList<domain::Tenant>> &all) {
                for (const auto &t : all ? *all : QList<domain::Tenant>()) {
                    if (t.id == m_connections->tenant.id && t.problem.isEmpty())
                        takeOver(t);
                }
            });
    });
    m_overlays->apply();
}

// What another window or process changed of the open tenant.
void TenantSession::takeOver(const domain::Tenant &stored)
{
    m_connections->tenant.readOnly = stored.readOnly;
    m_paths->adopt(stored);
    // A callback would be read by what the provider's words meant before.
    const auto needs = domain::needsOf(m_connections->tenant, stored);
    if (m_receiving->isListening() && needs.noOpenSessions)
        m_receiving->stop();
    // A token that was fetched before goes nowhere any more; the vault refuses the secret for another. A simulator is
    // somewhere else with every start.
    const bool isElsewhere = needs.clientSecret || needs.proxySignIn;
    if (isElsewhere && m_connections->tenant.environment != domain::Environment::Simulator) {
        m_connections->api.tokens().forget();
        m_connections->workflowTokens.forget();
    }
}

TenantSession::~TenantSession()
{
    m_receiving.reset();
    m_campaigns.reset();
    m_context.ledger->file().drain(); // steps that are queued there read these objects
    m_stored.reset();
    m_privacy.reset();
    m_reverification.reset();
    m_readiness.reset();
    m_approvals.reset();
    m_proposals.reset();
    m_workflows.reset();
    m_triggers.reset();
    m_profileOperations.reset();
    m_identityOperations.reset();
    m_operations.reset();
    m_unmatchedCallbacks.reset();
    m_recovery.reset();
    m_verifier.reset();
    m_syncer.reset();
    m_overlays.reset();
    m_reach.reset();
    m_paths.reset();
    m_directory.reset();
}

Result<std::unique_ptr<TenantSession>> TenantSession::open(const domain::Tenant &tenant, Context &context)
{
    if (!tenant.problem.isEmpty())
        return domain::problemOf(tenant);
    ConnectionOptions o;
    o.dataDir = context.dataDir;
    o.rateLimit = context.rateLimit;
    o.deadlineCap = context.deadlineCap;
    auto bound = std::make_unique<BoundVault>(tenant, context);
    auto connections = std::make_unique<TenantConnections>(tenant, o, *bound, context.clock);
    connections->ownVault = std::move(bound);
    if (const auto opened = connections->openCache(); !opened)
        return opened.error();
    return std::unique_ptr<TenantSession>(new TenantSession(std::move(connections), context));
}

const domain::Tenant &TenantSession::tenant() const
{
    return m_connections->tenant;
}

void TenantSession::setReceiver(const domain::ReceiverSettings &settings)
{
    m_connections->tenant.receiver = settings;
    m_receiving->setSettings(settings);
}

} // namespace services
