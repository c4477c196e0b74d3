#pragma once
#include "core/result.h"
#include "domain/tenants/tenant.h"
#include "services/tenants/context.h"
#include <QObject>
#include <memory>

namespace services {

struct TenantConnections;
class Syncer;
class CallbackReceiver;
class Triggers;
class Workflows;
class OperationTracker;
class IdentityOperations;
class ProfileOperations;
class IdentityDirectory;
class SessionOverlays;
class VendorReach;
class Reverification;
class ApiPaths;
class Approvals;
class Campaigns;
class Privacy;
class Proposals;
class UnmatchedCallbacks;
class ReadinessCheck;
class Recovery;
class StoredCheck;
class Verifier;

/// One opened tenant: builds, owns and ends its services, in one place and one order. Thread: the GUI's or main.
class TenantSession : public QObject
{
    Q_OBJECT
public:
    static core::Result<std::unique_ptr<TenantSession>> open(const domain::Tenant &tenant, Context &context);
    ~TenantSession() override;

    const domain::Tenant &tenant() const;
    Context &context() { return m_context; }
    IdentityDirectory &directory() { return *m_directory; }
    VendorReach &reach() { return *m_reach; }
    const VendorReach &reach() const { return *m_reach; }
    Syncer &syncer() { return *m_syncer; }
    Verifier &verifier() { return *m_verifier; }
    OperationTracker &operations() { return *m_operations; }
    IdentityOperations &identityOperations() { return *m_identityOperations; }
    ProfileOperations &profileOperations() { return *m_profileOperations; }
    Triggers &triggers() { return *m_triggers; }
    Workflows &workflows() { return *m_workflows; }
    Proposals &proposals() { return *m_proposals; }
    ReadinessCheck &readiness() { return *m_readiness; }
    UnmatchedCallbacks &unmatchedCallbacks() { return *m_unmatchedCallbacks; }
    Reverification &reverification() { return *m_reverification; }
    Approvals &approvals() { return *m_approvals; }
    Campaigns &campaigns() { return *m_campaigns; }
    Privacy &privacy() { return *m_privacy; }
    CallbackReceiver &receiving() { return *m_receiving; }
    Recovery &recovery() { return *m_recovery; }
    StoredCheck &stored() { return *m_stored; }

    /// Applies changed settings that need no new connection.
    void setReceiver(const domain::ReceiverSettings &settings);

Q_SIGNALS:
    /// The local copy, or what of it is overlaid, is another one now.
    void peopleChanged();
    /// A vendor asked to wait until then (UTC ms).
    void throttled(core::Instant until, bool askedByVendor);
    /// SailPoint is asked by its per-service paths from now on; recorded.
    void pathsMoved(core::Instant at);

private:
    TenantSession(std::unique_ptr<TenantConnections> connections, Context &context);
    void takeOver(const domain::Tenant &stored);
    std::unique_ptr<TenantConnections> m_connections;
    Context &m_context;
    std::unique_ptr<IdentityDirectory> m_directory;
    std::unique_ptr<ApiPaths> m_paths;
    std::unique_ptr<VendorReach> m_reach;
    std::unique_ptr<SessionOverlays> m_overlays;
    std::unique_ptr<Syncer> m_syncer;
    std::unique_ptr<Verifier> m_verifier;
    std::unique_ptr<CallbackReceiver> m_receiving;
    std::unique_ptr<Recovery> m_recovery;
    std::unique_ptr<UnmatchedCallbacks> m_unmatchedCallbacks;
    std::unique_ptr<OperationTracker> m_operations;
    std::unique_ptr<IdentityOperations> m_identityOperations;
    std::unique_ptr<ProfileOperations> m_profileOperations;
    std::unique_ptr<Triggers> m_triggers;
    std::unique_ptr<Workflows> m_workflows;
    std::unique_ptr<Proposals> m_proposals;
    std::unique_ptr<Approvals> m_approvals;
    std::unique_ptr<ReadinessCheck> m_readiness;
    std::unique_ptr<Reverification> m_reverification;
    std::unique_ptr<Campaigns> m_campaigns;
    std::unique_ptr<Privacy> m_privacy;
    std::unique_ptr<StoredCheck> m_stored;
};

} // namespace services
