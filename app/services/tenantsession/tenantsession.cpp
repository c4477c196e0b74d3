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

Workspace::Workspace(std::unique_ptr<Runtime> runtime, Context &context)
    : m_runtime(std::move(runtime)), m_context(context),
      m_syncer(std::make_unique<Syncer>(*m_runtime, context.ledger, context.holder)),
      m_verifier(std::make_unique<Verifier>(*m_runtime, context, *this)),
      m_receiving(std::make_unique<Receiving>(m_runtime->tenant, context)),
      m_recovery(std::make_unique<Recovery>(*m_runtime, context, *this)),
      m_quarantine(std::make_unique<Quarantine>(tenant().id, *m_verifier, context)),
      m_operations(std::make_unique<Operations>(*m_runtime, context, *this)),
      m_events(std::make_unique<Events>(*m_runtime, context, *m_operations)),
      m_proposals(std::make_unique<Proposals>(*this, *m_verifier, *m_events, context)),
      m_approvals(std::make_unique<Approvals>(*m_runtime, context, *m_operations, *this)),
      m_readiness(std::make_unique<ReadinessCheck>(*m_runtime, context, *this)),
      m_freshness(std::make_unique<Freshness>(*m_runtime, context)),
      m_campaigns(std::make_unique<Campaigns>(*m_runtime, context, *this)),
      m_privacy(std::make_unique<Privacy>(*m_runtime, context)), m_stored(std::make_unique<StoredCheck>(*this))
{
    m_receiving->setEvents(
        [this](const domain::TriggerEvent &e, const core::SecretPtr &secret,
            std::function<void(domain::EventAnswer)> done) { m_proposals->take(e, secret, std::move(done)); },
        [this] { return m_proposals->wantedAttributes(); });
    m_overlaysSoon.setSingleShot(true);
    m_overlaysSoon.setInterval(100);
    connect(&m_overlaysSoon, &QTimer::timeout, this, [this] {
        if (std::exchange(m_areOverlaysStale, false))
            applyOverlays();
    });
    connect(m_receiving.get(), &Receiving::stateChanged, this,
        [this] { m_verifier->setLocalCallback(m_receiving->listening().url); });
    connect(m_runtime->mirror.get(), &store::Mirror::changed, this, &Workspace::peopleChanged);
    connect(&m_runtime->sailpointHttp, &net::Http::waiting, this, &Workspace::waiting);
    connect(&m_runtime->sailpointHttp, &net::Http::reached, this,
        [this](bool isReached, std::chrono::milliseconds took) { noteReach(false, isReached, took); });
    connect(&m_runtime->idvHttp, &net::Http::reached, this,
        [this](bool isReached, std::chrono::milliseconds took) { noteReach(true, isReached, took); });
    const auto seen = [this](Link &link) {
        return [this, &link](qint64 skew) {
            const bool wasFine = domain::skewOf(link.skewMs) == domain::Skew::Fine;
            link.skewMs = skew;
            if (wasFine != (domain::skewOf(skew) == domain::Skew::Fine))
                Q_EMIT linksChanged();
        };
    };
    connect(&m_runtime->sailpointHttp, &net::Http::clockSeen, this, seen(m_sailpointLink));
    connect(&m_runtime->idvHttp, &net::Http::clockSeen, this, seen(m_providerLink));
    connect(&context.ledger, &store::Ledger::changedElsewhere, this, &Workspace::applyOverlays);
    // Locked or opened by another process: the transaction asks in any case, but nothing waits for a lock that is gone.
    connect(&context.ledger, &store::Ledger::changedElsewhere, this, [this] {
        core::whenDone<QList<domain::Tenant>>(
            m_context.ledger.tenants(), this, [this](const Result<QList<domain::Tenant>> &all) {
                for (const auto &t : all ? *all : QList<domain::Tenant>()) {
                    if (t.id == m_runtime->tenant.id && t.problem.isEmpty())
                        m_runtime->tenant.readOnly = t.readOnly;
                }
            });
    });
    applyOverlays();
}

Workspace::~Workspace()
{
    m_receiving.reset();
    m_campaigns.reset();
    m_context.ledger.drain(); // steps that are queued there read these objects
    m_stored.reset();
    m_privacy.reset();
    m_freshness.reset();
    m_readiness.reset();
    m_approvals.reset();
    m_proposals.reset();
    m_events.reset();
    m_operations.reset();
    m_quarantine.reset();
    m_recovery.reset();
    m_verifier.reset();
    m_syncer.reset();
}

Result<std::unique_ptr<Workspace>> Workspace::open(const domain::Tenant &tenant, Context &context)
{
    if (!tenant.problem.isEmpty())
        return domain::problemOf(tenant);
    RuntimeOptions o;
    o.dataDir = context.dataDir;
    o.rateLimit = context.rateLimit;
    o.deadlineCap = context.deadlineCap;
    auto runtime = std::make_unique<Runtime>(tenant, o, context.vault, context.clock);
    if (const auto opened = runtime->openMirror(); !opened)
        return opened.error();
    return std::unique_ptr<Workspace>(new Workspace(std::move(runtime), context));
}

const domain::Tenant &Workspace::tenant() const
{
    return m_runtime->tenant;
}

// All sessions decide together; a quarter of the time at most, however many of them end at once.
void Workspace::applyOverlays()
{
    if (m_overlaysSoon.isActive()) {
        m_areOverlaysStale = true;
        return;
    }
    m_overlaysSoon.start();
    readOverlays();
}

void Workspace::readOverlays()
{
    using Overlays = QHash<QString, domain::SessionOverlay>;
    const core::Instant began = m_context.clock->now();
    core::whenDone<Overlays>(
        m_context.ledger.overlays(m_runtime->tenant.id), this, [this, began](const Result<Overlays> &o) {
            if (!o)
                return;
            core::whenDone<Unit>(m_runtime->mirror->replaceOverlays(*o), this, [this, began](const core::Status &) {
                m_overlaysSoon.setInterval(
                    int(std::clamp<core::Instant>(4 * (m_context.clock->now() - began), 100, 5000)));
                Q_EMIT peopleChanged();
            });
        });
}

void Workspace::noteReach(bool isProvider, bool isReached, std::chrono::milliseconds took)
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

Async<domain::PeopleResult> Workspace::quick(const domain::PeopleQuery &q, int limit)
{
    return m_runtime->mirror->quick(q, limit);
}
Async<domain::PeopleResult> Workspace::all(const domain::PeopleQuery &q)
{
    return m_runtime->mirror->all(q);
}
Async<qint64> Workspace::visitAsStored(std::shared_ptr<const domain::RowIds> rows,
    std::function<bool(const domain::PersonCells &)> visitor, std::function<core::Status()> finish)
{
    return m_runtime->mirror->visit(
        std::move(rows), std::move(visitor), store::Mirror::Order::AsStored, std::move(finish));
}
Async<QList<domain::Identity>> Workspace::people(const domain::RowIds &rows)
{
    return m_runtime->mirror->people(rows);
}
Async<domain::Identity> Workspace::person(const core::IdentityId &id)
{
    return m_runtime->mirror->person(id);
}
Async<domain::ContactHistory> Workspace::contactHistory(const core::IdentityId &id)
{
    return m_runtime->mirror->contactHistory(id);
}
Async<domain::PeopleFacets> Workspace::facets()
{
    return m_runtime->mirror->facets();
}
Async<qint64> Workspace::visit(
    std::shared_ptr<const domain::RowIds> rows, std::function<bool(const domain::PersonCells &)> visitor)
{
    return m_runtime->mirror->visit(std::move(rows), std::move(visitor));
}
Async<QList<domain::ActivityGroup>> Workspace::activityGroups()
{
    return m_runtime->mirror->activityGroups();
}
Async<QList<core::IdentityId>> Workspace::idsOf(std::shared_ptr<const domain::RowIds> rows, int limit)
{
    return m_runtime->mirror->idsOf(std::move(rows), limit);
}
Async<domain::StatusCounts> Workspace::counts()
{
    using Exemptions = QHash<QString, domain::Exemption>;
    return core::andThen<Exemptions>(m_campaigns->exemptions(), this,
        [this](const Exemptions &exempt) { return m_runtime->mirror->counts(exempt.keys()); });
}
domain::TokenRights Workspace::rights() const
{
    const net::sailpoint::TokenInfo &info = m_runtime->api.tokens().info();
    return {info.lifetime.count() > 0, info.hasUser, info.scopes, info.authorities, info.userName};
}

Async<std::shared_ptr<const domain::RowIds>> Workspace::rowsOf(const QStringList &ids)
{
    return m_runtime->mirror->rowsOf(ids);
}
Async<domain::SyncState> Workspace::syncState()
{
    return m_runtime->mirror->syncState();
}
Async<domain::SyncHealth> Workspace::syncHealth()
{
    return core::mapped<domain::SyncHealth, domain::SyncHealth>(
        m_runtime->mirror->syncHealth(), this, [this](domain::SyncHealth h) -> Result<domain::SyncHealth> {
            if (!h.failure) // a failure that could not be recorded is one all the same
                h.failure = m_syncer->lastFailure();
            return h;
        });
}
Async<Unit> Workspace::buildSearch()
{
    return m_runtime->mirror->buildSearch();
}

Async<domain::Identity> Workspace::refresh(const core::IdentityId &id)
{
    core::Deferred<domain::Identity> out;
    core::whenDone<PersonRead>(PeopleSource(*m_runtime).person(id, this), this,
        [this, id, out](const Result<PersonRead> &one) { store(id, one, out); });
    return out.future();
}

void Workspace::store(
    const core::IdentityId &id, const Result<PersonRead> &one, const core::Deferred<domain::Identity> &out)
{
    if (!one) {
        if (one.error().code == core::ErrorCode::NotFound)
            core::whenDone<Unit>(m_runtime->mirror->remove(id), this, [](const core::Status &) {});
        out.resolve(one.error());
        return;
    }
    auto page = std::make_shared<net::sailpoint::IdentityPage>();
    store::PageSpan span;
    span.isChanges = true;
    const QByteArray body = '[' + QJsonDocument(one->object).toJson(QJsonDocument::Compact) + ']';
    const auto written = m_runtime->mirror->applyPage(span,
        [page, body, kind = one->kind,
            map = m_runtime->tenant.map]() -> Result<const std::vector<domain::IdentityRow> *> {
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

Async<QJsonObject> Workspace::attributes(const core::IdentityId &id)
{
    return core::mapped<QJsonObject, PersonRead>(PeopleSource(*m_runtime).person(id, this), this,
        [](const PersonRead &one) -> Result<QJsonObject> { return PeopleSource::attributesOf(one); });
}

void Workspace::setReceiver(const domain::ReceiverSettings &settings)
{
    m_runtime->tenant.receiver = settings;
    m_receiving->setSettings(settings);
}

void Workspace::checkReach()
{
    core::whenDone<Unit>(PeopleSource(*m_runtime).ping(), this, [](const core::Status &) {});
}

} // namespace services
