#include "services/tenantsession/tenantsession.h"
#include "domain/readiness/diagnosis.h"
#include "services/access/approvals.h"
#include "services/callbacks/receiving.h"
#include "services/callbacks/unmatchedcallbacks.h"
#include "services/events/events.h"
#include "services/events/proposals.h"
#include "services/identities/peoplesource.h"
#include "services/operations/operations.h"
#include "services/readiness/readiness.h"
#include "services/recovery/recovery.h"
#include "services/reverification/campaigns.h"
#include "services/reverification/reverification.h"
#include "services/sync/syncer.h"
#include "services/tenants/privacy.h"
#include "services/tenants/tenantconnections.h"
#include "services/verification/storedcheck.h"
#include "services/verification/verifier.h"
#include <QJsonDocument>

namespace services {

using core::Async;
using core::Result;
using core::Unit;

TenantSession::TenantSession(std::unique_ptr<TenantConnections> connections, Context &context)
    : m_connections(std::move(connections)), m_context(context),
      m_syncer(std::make_unique<Syncer>(*m_connections, context.ledger, context.holder)),
      m_verifier(std::make_unique<Verifier>(*m_connections, context, *this)),
      m_receiving(std::make_unique<Receiving>(m_connections->tenant, context)),
      m_recovery(std::make_unique<Recovery>(*m_connections, context, *this)),
      m_unmatchedCallbacks(std::make_unique<UnmatchedCallbacks>(tenant().id, *m_verifier, context)),
      m_operations(std::make_unique<Operations>(*m_connections, context, *this)),
      m_events(std::make_unique<Events>(*m_connections, context, *m_operations)),
      m_proposals(std::make_unique<Proposals>(*this, *m_verifier, *m_events, context)),
      m_approvals(std::make_unique<Approvals>(*m_connections, context, *m_operations, *this)),
      m_readiness(std::make_unique<ReadinessCheck>(*m_connections, context, *this)),
      m_reverification(std::make_unique<Reverification>(*m_connections, context)),
      m_campaigns(std::make_unique<Campaigns>(*m_connections, context, *this)),
      m_privacy(std::make_unique<Privacy>(*m_connections, context)), m_stored(std::make_unique<StoredCheck>(*this))
{
    m_receiving->setEvents(
        [this](const domain::TriggerEvent &e, const core::SecretPtr &secret,
            std::function<void(domain::EventAnswer)> done) { m_proposals->accept(e, secret, std::move(done)); },
        [this] { return m_proposals->wantedAttributes(); });
    m_overlaysSoon.setSingleShot(true);
    m_overlaysSoon.setInterval(100);
    connect(&m_overlaysSoon, &QTimer::timeout, this, [this] {
        if (std::exchange(m_areOverlaysStale, false))
            applyOverlays();
    });
    connect(m_receiving.get(), &Receiving::stateChanged, this,
        [this] { m_verifier->setLocalCallback(m_receiving->listening().url); });
    connect(m_connections->cache.get(), &store::IdentityCache::changed, this, &TenantSession::peopleChanged);
    connect(&m_connections->sailpointHttp, &net::Http::throttled, this, &TenantSession::throttled);
    connect(&m_connections->sailpointHttp, &net::Http::reached, this,
        [this](bool isReached, std::chrono::milliseconds took) { noteReach(false, isReached, took); });
    connect(&m_connections->idvHttp, &net::Http::reached, this,
        [this](bool isReached, std::chrono::milliseconds took) { noteReach(true, isReached, took); });
    const auto seen = [this](Link &link) {
        return [this, &link](qint64 skew) {
            const bool wasFine = domain::skewOf(link.skewMs) == domain::Skew::Fine;
            link.skewMs = skew;
            if (wasFine != (domain::skewOf(skew) == domain::Skew::Fine))
                Q_EMIT linksChanged();
        };
    };
    connect(&m_connections->sailpointHttp, &net::Http::clockSeen, this, seen(m_sailpointLink));
    connect(&m_connections->idvHttp, &net::Http::clockSeen, this, seen(m_providerLink));
    connect(&context.ledger, &store::Ledger::changedElsewhere, this, &TenantSession::applyOverlays);
    // Locked or opened by another process: the transaction asks in any case, but nothing waits for a lock that is gone.
    connect(&context.ledger, &store::Ledger::changedElsewhere, this, [this] {
        core::whenDone<QList<domain::Tenant>>(
            m_context.ledger.tenants(), this, [this](const Result<QList<domain::Tenant>> &all) {
                for (const auto &t : all ? *all : QList<domain::Tenant>()) {
                    if (t.id == m_connections->tenant.id && t.problem.isEmpty())
                        m_connections->tenant.readOnly = t.readOnly;
                }
            });
    });
    applyOverlays();
}

TenantSession::~TenantSession()
{
    m_receiving.reset();
    m_campaigns.reset();
    m_context.ledger.drain(); // steps that are queued there read these objects
    m_stored.reset();
    m_privacy.reset();
    m_reverification.reset();
    m_readiness.reset();
    m_approvals.reset();
    m_proposals.reset();
    m_events.reset();
    m_operations.reset();
    m_unmatchedCallbacks.reset();
    m_recovery.reset();
    m_verifier.reset();
    m_syncer.reset();
}

Result<std::unique_ptr<TenantSession>> TenantSession::open(const domain::Tenant &tenant, Context &context)
{
    if (!tenant.problem.isEmpty())
        return domain::problemOf(tenant);
    ConnectionOptions o;
    o.dataDir = context.dataDir;
    o.rateLimit = context.rateLimit;
    o.deadlineCap = context.deadlineCap;
    auto connections = std::make_unique<TenantConnections>(tenant, o, context.vault, context.clock);
    if (const auto opened = connections->openCache(); !opened)
        return opened.error();
    return std::unique_ptr<TenantSession>(new TenantSession(std::move(connections), context));
}

const domain::Tenant &TenantSession::tenant() const
{
    return m_connections->tenant;
}

// All sessions decide together; a quarter of the time at most, however many of them end at once.
void TenantSession::applyOverlays()
{
    if (m_overlaysSoon.isActive()) {
        m_areOverlaysStale = true;
        return;
    }
    m_overlaysSoon.start();
    readOverlays();
}

void TenantSession::readOverlays()
{
    using Overlays = QHash<QString, domain::SessionOverlay>;
    const core::Instant began = m_context.clock->now();
    core::whenDone<Overlays>(
        m_context.ledger.overlays(m_connections->tenant.id), this, [this, began](const Result<Overlays> &o) {
            if (!o)
                return;
            core::whenDone<Unit>(m_connections->cache->replaceOverlays(*o), this, [this, began](const core::Status &) {
                m_overlaysSoon.setInterval(
                    int(std::clamp<core::Instant>(4 * (m_context.clock->now() - began), 100, 5000)));
                Q_EMIT peopleChanged();
            });
        });
}

void TenantSession::noteReach(bool isProvider, bool isReached, std::chrono::milliseconds took)
{
    Link &link = isProvider ? m_providerLink : m_sailpointLink;
    const Link before = link;
    if (isReached) {
        link.reach = Reach::Online;
        link.roundTripMs = link.roundTripMs ? (link.roundTripMs * 3 + took.count()) / 4 : took.count();
        link.offlineSince = 0;
    } else if (link.reach != Reach::Offline) {
        link.reach = Reach::Offline;
        link.offlineSince = m_context.clock->now();
    }
    if (before.reach != link.reach || before.roundTripMs != link.roundTripMs)
        Q_EMIT linksChanged();
}

Async<domain::PeopleResult> TenantSession::quick(const domain::PeopleQuery &q, int limit)
{
    return m_connections->cache->quick(q, limit);
}
Async<domain::PeopleResult> TenantSession::all(const domain::PeopleQuery &q)
{
    return m_connections->cache->all(q);
}
Async<qint64> TenantSession::visitAsStored(std::shared_ptr<const domain::RowIds> rows,
    std::function<bool(const domain::PersonCells &)> visitor, std::function<core::Status()> finish)
{
    return m_connections->cache->visit(
        std::move(rows), std::move(visitor), store::IdentityCache::Order::AsStored, std::move(finish));
}
Async<QList<domain::Identity>> TenantSession::people(const domain::RowIds &rows)
{
    return m_connections->cache->people(rows);
}
Async<domain::Identity> TenantSession::person(const core::IdentityId &id)
{
    return m_connections->cache->person(id);
}
Async<domain::ContactHistory> TenantSession::contactHistory(const core::IdentityId &id)
{
    return m_connections->cache->contactHistory(id);
}
Async<domain::PeopleFacets> TenantSession::facets()
{
    return m_connections->cache->facets();
}
Async<qint64> TenantSession::visit(
    std::shared_ptr<const domain::RowIds> rows, std::function<bool(const domain::PersonCells &)> visitor)
{
    return m_connections->cache->visit(std::move(rows), std::move(visitor));
}
Async<QList<domain::ActivityGroup>> TenantSession::activityGroups()
{
    return m_connections->cache->activityGroups();
}
Async<QList<core::IdentityId>> TenantSession::idsOf(std::shared_ptr<const domain::RowIds> rows, int limit)
{
    return m_connections->cache->idsOf(std::move(rows), limit);
}
Async<domain::StatusCounts> TenantSession::counts()
{
    using Exemptions = QHash<QString, domain::Exemption>;
    return core::andThen<Exemptions>(m_campaigns->exemptions(), this,
        [this](const Exemptions &exempt) { return m_connections->cache->counts(exempt.keys()); });
}
domain::TokenRights TenantSession::rights() const
{
    const net::sailpoint::TokenInfo &info = m_connections->api.tokens().info();
    return {info.lifetime.count() > 0, info.hasUser, info.scopes, info.authorities, info.userName};
}

Async<std::shared_ptr<const domain::RowIds>> TenantSession::rowsOf(const QStringList &ids)
{
    return m_connections->cache->rowsOf(ids);
}
Async<domain::SyncState> TenantSession::syncState()
{
    return m_connections->cache->syncState();
}
Async<domain::SyncHealth> TenantSession::syncHealth()
{
    return core::mapped<domain::SyncHealth, domain::SyncHealth>(
        m_connections->cache->syncHealth(), this, [this](domain::SyncHealth h) -> Result<domain::SyncHealth> {
            if (!h.failure) // a failure that could not be recorded is one all the same
                h.failure = m_syncer->lastFailure();
            return h;
        });
}
Async<Unit> TenantSession::buildSearch()
{
    return m_connections->cache->buildSearch();
}

Async<domain::Identity> TenantSession::refresh(const core::IdentityId &id)
{
    core::Deferred<domain::Identity> out;
    core::whenDone<PersonRead>(PeopleSource(*m_connections).person(id, this), this,
        [this, id, out](const Result<PersonRead> &one) { store(id, one, out); });
    return out.future();
}

void TenantSession::store(
    const core::IdentityId &id, const Result<PersonRead> &one, const core::Deferred<domain::Identity> &out)
{
    if (!one) {
        if (one.error().code == core::ErrorCode::NotFound)
            core::whenDone<Unit>(m_connections->cache->remove(id), this, [](const core::Status &) {});
        out.resolve(one.error());
        return;
    }
    auto page = std::make_shared<net::sailpoint::IdentityPage>();
    store::PageSpan span;
    span.isChanges = true;
    const QByteArray body = '[' + QJsonDocument(one->object).toJson(QJsonDocument::Compact) + ']';
    const auto written = m_connections->cache->applyPage(span,
        [page, body, kind = one->kind,
            map = m_connections->tenant.map]() -> Result<const std::vector<domain::IdentityRow> *> {
            if (const auto r = page->parse(body, kind, map); !r)
                return r.error();
            return &page->rows();
        });
    core::whenDone<store::PageResult>(written, this, [this, id, out](const Result<store::PageResult> &r) {
        if (!r) {
            out.resolve(r.error());
            return;
        }
        core::whenDone<domain::Identity>(
            person(id), this, [out](Result<domain::Identity> p) { out.resolve(std::move(p)); });
    });
}

Async<QJsonObject> TenantSession::attributes(const core::IdentityId &id)
{
    return core::mapped<QJsonObject, PersonRead>(PeopleSource(*m_connections).person(id, this), this,
        [](const PersonRead &one) -> Result<QJsonObject> { return PeopleSource::attributesOf(one); });
}

void TenantSession::setReceiver(const domain::ReceiverSettings &settings)
{
    m_connections->tenant.receiver = settings;
    m_receiving->setSettings(settings);
}

void TenantSession::checkReach()
{
    core::whenDone<Unit>(PeopleSource(*m_connections).ping(), this, [](const core::Status &) {});
}

} // namespace services
