#include "ui/tenantsession/tenantsessions.h"
#include "core/logfailure.h"
#include "domain/sync/copyage.h"
#include "domain/text/messages.h"
#include "domain/text/strictjson.h"
#include "domain/verification/resending.h"
#include "services/access/approvals.h"
#include "services/callbacks/callbackreceiver.h"
#include "services/events/proposals.h"
#include "services/operations/operationtracker.h"
#include "services/reverification/campaigns.h"
#include "services/reverification/reverification.h"
#include "services/sync/syncer.h"
#include "services/tenants/privacy.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessionmonitor.h"
#include "services/verification/sessionstarter.h"
#include "services/verification/verifier.h"
#include <QSettings>
#include <QTimer>

namespace ui {

using core::Result;
using core::Unit;
using services::TenantSession;

TenantSessions::TenantSessions(services::Context &context, QSettings &settings)
    : m_context(context), m_settings(settings)
{
}

TenantSessions::~TenantSessions()
{
    m_current.reset();
}

// Session windows of the tenant stay open and keep it alive. The answer to a start that was sent belongs into the
// ledger, whichever tenant is on the screen by then.
void TenantSessions::retire(const core::TenantId &next)
{
    if (!m_current)
        return;
    TenantSession *old = m_current.get();
    old->disconnect(this);
    old->syncer().disconnect(this);
    old->receiving().stop(); // its port may be wanted again; status queries go on where a window still watches
    delete std::exchange(m_again, nullptr);
    // A campaign goes on while another tenant is looked at; of the same tenant, a new connection takes its place.
    const bool maySend = old->tenant().id != next && !next.isEmpty();
    const auto isBusy = [old, maySend] {
        return old->verifier().starter().isLaunching() || old->operations().isAsking() ||
               (maySend && old->campaigns().runner().isSending());
    };
    if (!isBusy()) {
        m_current.reset();
        return;
    }
    m_retired.push_back(std::move(m_current));
    letGoWhenIdle(old, isBusy);
}

void TenantSessions::letGoWhenIdle(TenantSession *old, std::function<bool()> isBusy)
{
    const auto letGo = [this, old, isBusy = std::move(isBusy)] {
        QTimer::singleShot(0, this, [this, old, isBusy] {
            const auto it =
                std::find_if(m_retired.begin(), m_retired.end(), [old](const auto &w) { return w.get() == old; });
            if (it != m_retired.end() && !isBusy())
                m_retired.erase(it);
        });
    };
    connect(&old->verifier().starter(), &services::SessionStarter::idle, this, letGo);
    connect(&old->operations(), &services::OperationTracker::idle, this, letGo);
    connect(&old->campaigns().runner(), &services::CampaignRunner::idle, this, letGo);
}

void TenantSessions::close()
{
    if (m_current)
        Q_EMIT closing(m_current->tenant().id);
    retire({});
    m_campaigns.clear();
    Q_EMIT changed();
}

// Its campaign runs from before, on the connection of then: the new one goes on with it. A lock pauses it.
bool TenantSessions::takeOverCampaigns(const domain::Tenant &tenant)
{
    bool goesOn = false;
    for (const auto &w : m_retired)
        goesOn |= !tenant.readOnly && w->tenant().id == tenant.id && w->campaigns().runner().handOver();
    if (m_current && m_current->tenant().id == tenant.id && !tenant.readOnly)
        goesOn |= m_current->campaigns().runner().handOver();
    return goesOn;
}

// A copy: what is named may belong to the session that is retired here.
// NOLINTNEXTLINE(performance-unnecessary-value-param)
void TenantSessions::open(domain::Tenant tenant)
{
    auto opened = TenantSession::open(tenant, m_context);
    if (!opened) {
        Q_EMIT failed(opened.error(), int(domain::Vendor::Console));
        return;
    }
    const bool goesOn = takeOverCampaigns(tenant);
    letGoOf(tenant.id);
    retire(tenant.id);
    m_current = *std::move(opened);
    if (goesOn)
        m_current->campaigns().runner().wake();
    m_campaigns.clear();
    m_settings.setValue(QStringLiteral("lastTenant"), tenant.id.str());
    followServices();
    if (tenant.receiver.startsWithTenant)
        startReceiver();
    followSynchronisation();
    Q_EMIT changed();
    // The simulator begins anew with every start.
    QTimer::singleShot(0, m_current.get(), [this, isAnew = domain::isLabTenant(tenant.id)] { synchronise(isAnew); });
    keepCopyFresh();
}

void TenantSessions::followServices()
{
    m_current->verifier().monitor().watch();
    connect(&m_current->verifier().starter(), &services::SessionStarter::unwritten, this, [this](const QString &why) {
        Q_EMIT warned(tr("The provider has answered, and the answer cannot be written yet"),
            tr("%1 Keep this window open; it is tried again.").arg(why));
    });
    m_current->operations().follow();
    followCampaigns();
    connect(&m_current->privacy(), &services::Privacy::refused, this,
        [this](const core::Error &e) { Q_EMIT warned(tr("No personal data was removed"), e.text); });
    m_current->privacy().watch();
    m_current->proposals().watch();
    tellOfUnreadable();
    connect(&m_current->operations(), &services::OperationTracker::copyIsStale, this, [this] { synchronise(true); });
    connect(&m_current->receiving(), &services::CallbackReceiver::stoppedIdle, this, [this] {
        Q_EMIT notice(tr("The lab's receiver had nothing to do for 30 minutes and was stopped. The next verification "
                         "starts it again."));
    });
}

void TenantSessions::followCampaigns()
{
    auto *w = m_current.get();
    const auto read = [this, w] {
        core::whenDone<QList<domain::Campaign>>(
            w->campaigns().records().all(), w, [this, w](const Result<QList<domain::Campaign>> &all) {
                if (!all || w != m_current.get())
                    return;
                m_campaigns = *all;
                Q_EMIT campaignsChanged(m_campaigns);
            });
    };
    connect(&w->campaigns(), &services::Campaigns::changed, this, read);
    connect(&w->campaigns().runner(), &services::CampaignRunner::failed, this,
        [this](const core::Error &e) { Q_EMIT failed(e, int(domain::Vendor::Console)); });
    // What an earlier run of the console left sending stands still, and says so.
    core::whenDone<int>(w->campaigns().records().recover(), w, [this, read](const Result<int> &interrupted) {
        if (interrupted && *interrupted > 0)
            Q_EMIT warned(tr("A campaign was interrupted"),
                tr("The console ended while it was sending. It is paused: look at Re-verification, Campaigns, and "
                   "continue it there. Nobody gets a second link."));
        read();
    });
}

void TenantSessions::followSynchronisation()
{
    auto *syncer = &m_current->syncer();
    connect(syncer, &services::Syncer::progress, this, [this](qint64 done, qint64 of) {
        Q_EMIT syncStateChanged(tr("Synchronising %L1 of %L2").arg(done).arg(of), done, of);
    });
    connect(m_current.get(), &TenantSession::throttled, this, [this](core::Instant until, bool isAsked) {
        const qint64 seconds = domain::secondsUntil(until, m_context.clock->now());
        Q_EMIT syncStateChanged(isAsked ? tr("SailPoint asked us to wait: continuing in %1 s").arg(seconds)
                                        : tr("Keeping under SailPoint's limit: continuing in %1 s").arg(seconds),
            0, 0);
    });
    connect(m_current.get(), &TenantSession::pathsMoved, this, [this] {
        Q_EMIT notice(tr("SailPoint says that the paths of v2024 end: this tenant is asked by the per-service paths "
                         "from now on. Edit… in Settings, Tenants leads back."));
    });
    connect(syncer, &services::Syncer::ended, this, [this] { Q_EMIT syncStateChanged({}, 0, 0); });
}

// The copy is kept near, see domain/sync/copyage.h; and whenever a person asks.
void TenantSessions::keepCopyFresh()
{
    m_again = new QTimer(m_current.get());
    connect(m_again, &QTimer::timeout, this, [this] {
        synchroniseIfOld();
        // Another process may have died while it sent.
        core::logFailure(m_current->campaigns().records().recover(), m_current.get(), lcUi,
            "What another process left sending could not be paused.");
    });
    m_again->start(std::chrono::minutes(5));
}

// Settings of the tenant that cannot be read stand in the way of what depends on them: said at once, not when it is
// needed.
void TenantSessions::tellOfUnreadable()
{
    auto *w = m_current.get();
    const auto tell = [this](const core::Error &e) {
        if (domain::isUnreadableSetting(e))
            Q_EMIT warned(tr("A setting cannot be read"), e.text);
    };
    core::whenDone<domain::EventRules>(w->proposals().rules(), w, [tell](const Result<domain::EventRules> &r) {
        if (!r)
            tell(r.error());
    });
    core::whenDone<domain::AccessRequirements>(
        w->approvals().requirementsTable().requirements(), w, [tell](const Result<domain::AccessRequirements> &r) {
            if (!r)
                tell(r.error());
        });
    core::whenDone<domain::Retention>(w->privacy().retention(), w, [tell](const Result<domain::Retention> &r) {
        if (!r)
            tell(r.error());
    });
    core::whenDone<Unit>(w->reverification().load(), w, [tell](const core::Status &r) {
        if (!r)
            tell(r.error());
    });
}

// Locked, changed or removed while another tenant is on the screen: what still sends for it ends, paused.
void TenantSessions::letGoOf(const core::TenantId &id)
{
    std::erase_if(m_retired, [&id](const auto &w) {
        return w->tenant().id == id && !w->verifier().starter().isLaunching() && !w->operations().isAsking();
    });
    for (const auto &w : m_retired) {
        if (w->tenant().id != id)
            continue;
        w->campaigns().runner().halt();
    }
}

// NOLINTNEXTLINE(performance-unnecessary-value-param): as in open()
void TenantSessions::reload(domain::Tenant tenant)
{
    if (m_current && m_current->tenant().id == tenant.id)
        open(tenant);
    else
        letGoOf(tenant.id);
}

void TenantSessions::synchronise(bool isFull)
{
    if (!m_current || m_current->syncer().isRunning())
        return;
    services::SyncOptions o;
    o.full = isFull;
    core::whenDone<services::SyncResult>(m_current->syncer().run(o), m_current.get(),
        [this, w = m_current.get()](const Result<services::SyncResult> &r) {
            if (!r && r.error().code != core::ErrorCode::Conflict && r.error().code != core::ErrorCode::Offline)
                Q_EMIT failed(r.error(), int(domain::Vendor::SailPoint));
            if (r)
                core::logFailure(w->syncer().buildSearch(), w, lcUi, "The search could not be prepared.");
        });
}

// A copy that failed is old still: tried again in five minutes.
void TenantSessions::synchroniseIfOld()
{
    core::whenDone<domain::SyncState>(
        m_current->syncer().state(), m_current.get(), [this](const Result<domain::SyncState> &s) {
            // The timer's own beat is not exact: a minute less is old enough.
            const core::Instant soon = m_context.clock->now() + core::minuteMs;
            if (!s || domain::isCopyOld(m_current->tenant().product, s->lastSyncAt, soon))
                synchronise(false);
        });
}

void TenantSessions::startReceiver()
{
    if (!m_current)
        return;
    core::whenDone<services::Listening>(m_current->receiving().start(), m_current.get(),
        [this, w = m_current.get()](const Result<services::Listening> &l) {
            if (!l)
                return Q_EMIT failed(l.error(), int(domain::Vendor::Console));
            if (w->tenant().environment == domain::Environment::Simulator)
                w->receiving().stopWhenIdle(std::chrono::minutes(30));
        });
}

} // namespace ui
