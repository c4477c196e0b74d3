#pragma once
#include "core/async.h"
#include "domain/identities/people.h"
#include "domain/identities/peopleexport.h"
#include "domain/recovery/recovery.h"
#include "domain/sync/synchealth.h"
#include "domain/tenants/rights.h"
#include "domain/tenants/tenant.h"
#include "services/tenants/context.h"
#include <QJsonObject>
#include <QObject>
#include <QTimer>
#include <functional>

namespace services {

struct PersonRead;
struct TenantConnections;
class Syncer;
class Receiving;
class Events;
class Operations;
class Reverification;
class Approvals;
class Campaigns;
class Privacy;
class Proposals;
class UnmatchedCallbacks;
class ReadinessCheck;
class Recovery;
class StoredCheck;
class Verifier;

enum class Reach { Unknown, Online, Offline };

/// How a vendor answers at the moment.
struct Link
{
    Reach reach = Reach::Unknown;
    qint64 roundTripMs = 0;
    core::Instant offlineSince = 0;
    qint64 skewMs = 0; ///< the vendor's clock less ours
};

/// One opened tenant: its local copy, its synchroniser, its verifications. Thread: the GUI's or main.
class TenantSession : public QObject
{
    Q_OBJECT
public:
    static core::Result<std::unique_ptr<TenantSession>> open(const domain::Tenant &tenant, Context &context);
    ~TenantSession() override;

    const domain::Tenant &tenant() const;
    Context &context() { return m_context; }
    Syncer &syncer() { return *m_syncer; }
    Verifier &verifier() { return *m_verifier; }
    Operations &operations() { return *m_operations; }
    Events &events() { return *m_events; }
    Proposals &proposals() { return *m_proposals; }
    ReadinessCheck &readiness() { return *m_readiness; }
    UnmatchedCallbacks &unmatchedCallbacks() { return *m_unmatchedCallbacks; }
    Reverification &reverification() { return *m_reverification; }
    Approvals &approvals() { return *m_approvals; }
    Campaigns &campaigns() { return *m_campaigns; }
    Privacy &privacy() { return *m_privacy; }
    Receiving &receiving() { return *m_receiving; }
    Recovery &recovery() { return *m_recovery; }
    StoredCheck &stored() { return *m_stored; }

    // The local copy. quick() answers the first rows within a frame or two, all() the whole order.
    core::Async<domain::PeopleResult> quick(const domain::PeopleQuery &query, int limit = 300);
    core::Async<domain::PeopleResult> all(const domain::PeopleQuery &query);
    core::Async<QList<domain::Identity>> people(const domain::RowIds &rows);
    core::Async<domain::Identity> person(const core::IdentityId &id);
    core::Async<domain::ContactHistory> contactHistory(const core::IdentityId &id);
    core::Async<domain::StatusCounts> counts();
    core::Async<domain::PeopleFacets> facets();
    /// As store::Mirror::activityGroups().
    core::Async<QList<domain::ActivityGroup>> activityGroups();
    core::Async<qint64> visit(
        std::shared_ptr<const domain::RowIds> rows, std::function<bool(const domain::PersonCells &)> visitor);
    /// In the copy's own order, which is several times as fast; `finish` runs behind the last one on the same thread.
    core::Async<qint64> visitAsStored(std::shared_ptr<const domain::RowIds> rows,
        std::function<bool(const domain::PersonCells &)> visitor, std::function<core::Status()> finish);
    core::Async<QList<core::IdentityId>> idsOf(std::shared_ptr<const domain::RowIds> rows, int limit);
    /// 0 for an id that the copy does not have.
    core::Async<std::shared_ptr<const domain::RowIds>> rowsOf(const QStringList &ids);
    core::Async<domain::SyncState> syncState();
    /// The last success and what became of the last try, as separate facts.
    core::Async<domain::SyncHealth> syncHealth();
    core::Async<core::Unit> buildSearch();

    /// Reads one person from SailPoint and updates the local copy; a 404 removes it there too. A client without a user
    /// reads the search index instead, which lags.
    core::Async<domain::Identity> refresh(const core::IdentityId &id);
    /// All attributes of a person as SailPoint holds them now.
    core::Async<QJsonObject> attributes(const core::IdentityId &id);
    /// Applies changed settings that need no new connection.
    void setReceiver(const domain::ReceiverSettings &settings);

    /// What the current token says it may do; not known before the first call.
    domain::TokenRights rights() const;
    const Link &sailpointLink() const { return m_sailpointLink; }
    const Link &providerLink() const { return m_providerLink; }
    /// Brings what the ledger knows of open, held and failed sessions into the local copy.
    void applyOverlays();
    /// Asks SailPoint for a sign of life.
    void checkReach();

Q_SIGNALS:
    void peopleChanged();
    void linksChanged();
    /// A vendor asked to wait until then (UTC ms).
    void throttled(core::Instant until, bool askedByVendor);

private:
    TenantSession(std::unique_ptr<TenantConnections> connections, Context &context);
    void store(
        const core::IdentityId &id, const core::Result<PersonRead> &one, const core::Deferred<domain::Identity> &out);
    void noteReach(bool isProvider, bool isReached, std::chrono::milliseconds took);
    std::unique_ptr<TenantConnections> m_connections;
    Context &m_context;
    std::unique_ptr<Syncer> m_syncer;
    std::unique_ptr<Verifier> m_verifier;
    std::unique_ptr<Receiving> m_receiving;
    std::unique_ptr<Recovery> m_recovery;
    std::unique_ptr<UnmatchedCallbacks> m_unmatchedCallbacks;
    std::unique_ptr<Operations> m_operations;
    std::unique_ptr<Events> m_events;
    std::unique_ptr<Proposals> m_proposals;
    std::unique_ptr<Approvals> m_approvals;
    std::unique_ptr<ReadinessCheck> m_readiness;
    std::unique_ptr<Reverification> m_reverification;
    std::unique_ptr<Campaigns> m_campaigns;
    std::unique_ptr<Privacy> m_privacy;
    std::unique_ptr<StoredCheck> m_stored;
    void readOverlays();
    QTimer m_overlaysSoon;
    bool m_areOverlaysStale = false;
    Link m_sailpointLink;
    Link m_providerLink;
};

} // namespace services
