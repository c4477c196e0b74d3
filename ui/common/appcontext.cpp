#include "ui/common/appcontext.h"
#include "domain/sync/copyage.h"
#include "domain/text/messages.h"
#include "domain/text/strictjson.h"
#include "services/access/approvals.h"
#include "services/audit/audittrail.h"
#include "services/callbacks/callbackreceiver.h"
#include "services/events/proposals.h"
#include "services/identities/identitydirectory.h"
#include "services/operations/operationtracker.h"
#include "services/reverification/campaigns.h"
#include "services/reverification/reverification.h"
#include "services/sync/syncer.h"
#include "services/tenants/privacy.h"
#include "services/tenants/tenants.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessionmonitor.h"
#include "services/verification/sessionstarter.h"
#include "services/verification/verificationpolicy.h"
#include "services/verification/verifier.h"
#include "ui/common/theme.h"
#include "ui/tenants/tenantwizard.h"
#include "ui/verification/sessionwindow.h"
#include "ui/verification/verifydialog.h"
#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QTimer>

namespace ui {

using core::Result;
using core::Unit;

AppContext::AppContext(
    Theme &theme, services::Context &context, services::Tenants &tenants, const QString &settingsFile)
    : m_theme(theme), m_context(context), m_tenants(tenants), m_settings(settingsFile, QSettings::IniFormat),
      m_trail(std::make_unique<services::AuditTrail>(context))
{
    readPolicy();
}

void AppContext::readPolicy()
{
    core::whenDone<domain::VerificationPolicy>(
        services::readPolicy(m_context, this), this, [this](const Result<domain::VerificationPolicy> &p) {
            const QString problem = p ? QString() : p.error().text;
            const bool isNews = problem != m_policyProblem;
            m_policyProblem = problem;
            if (!p) { // what was read before stays on the screen; whatever depends on it reads it again, and refuses
                if (isNews)
                    Q_EMIT warned(tr("No verification starts or ends"), problem);
            } else if (*p == m_policy && !isNews) {
                return;
            } else {
                m_policy = *p;
            }
            if (p || isNews)
                Q_EMIT policyChanged();
        });
}

core::Async<Unit> AppContext::setPolicy(const domain::VerificationPolicy &policy)
{
    const auto done = services::storePolicy(m_context, policy);
    core::whenDone<Unit>(done, this, [this](const core::Status &r) {
        if (r)
            readPolicy();
    });
    return done;
}

AppContext::~AppContext()
{
    for (const auto &w : std::as_const(m_windows))
        delete w.data();
    m_tenantSession.reset();
}

// Session windows of the tenant stay open and keep it alive. The answer to a start that was sent belongs into the
// ledger, whichever tenant is on the screen by then.
void AppContext::retire(const core::TenantId &next)
{
    if (!m_tenantSession)
        return;
    services::TenantSession *old = m_tenantSession.get();
    old->disconnect(this);
    old->syncer().disconnect(this);
    old->receiving().stop(); // its port may be wanted again; status queries go on where a window still watches
    delete std::exchange(m_again, nullptr);
    // A campaign goes on while another tenant is looked at; of the same tenant, a new connection takes its place.
    const bool maySend = old->tenant().id != next && !next.isEmpty();
    const auto isBusy = [old, maySend] {
        return old->verifier().starter().isLaunching() || old->operations().isAsking() ||
               (maySend && old->campaigns().isSending());
    };
    if (!isBusy()) {
        m_tenantSession.reset();
        return;
    }
    m_retired.push_back(std::move(m_tenantSession));
    const auto letGo = [this, old, isBusy] {
        QTimer::singleShot(0, this, [this, old, isBusy] {
            const auto it =
                std::find_if(m_retired.begin(), m_retired.end(), [old](const auto &w) { return w.get() == old; });
            if (it != m_retired.end() && !isBusy())
                m_retired.erase(it);
        });
    };
    connect(&old->verifier().starter(), &services::SessionStarter::idle, this, letGo);
    connect(&old->operations(), &services::OperationTracker::idle, this, letGo);
    connect(&old->campaigns(), &services::Campaigns::idle, this, letGo);
}

void AppContext::closeTenant()
{
    if (m_tenantSession) {
        for (const auto &w : std::as_const(m_windows)) {
            if (w && w->tenant() == m_tenantSession->tenant().id)
                delete w.data();
        }
    }
    retire({});
    m_campaigns.clear();
    Q_EMIT tenantSessionChanged();
}

void AppContext::tendCampaigns()
{
    auto *w = m_tenantSession.get();
    const auto read = [this, w] {
        core::whenDone<QList<domain::Campaign>>(
            w->campaigns().all(), w, [this, w](const Result<QList<domain::Campaign>> &all) {
                if (!all || w != m_tenantSession.get())
                    return;
                m_campaigns = *all;
                Q_EMIT campaignsChanged(m_campaigns);
            });
    };
    connect(&w->campaigns(), &services::Campaigns::changed, this, read);
    connect(&w->campaigns(), &services::Campaigns::failed, this,
        [this](const core::Error &e) { Q_EMIT failed(e, int(domain::Vendor::Console)); });
    // What an earlier run of the console left sending stands still, and says so.
    core::whenDone<int>(w->campaigns().recover(), w, [this, read](const Result<int> &interrupted) {
        if (interrupted && *interrupted > 0)
            Q_EMIT warned(tr("A campaign was interrupted"),
                tr("The console ended while it was sending. It is paused: look at Re-verification, Campaigns, and "
                   "continue it there. Nobody gets a second link."));
        read();
    });
}

void AppContext::open(domain::Tenant tenant)
{
    readPolicy(); // another process may have changed it
    auto opened = services::TenantSession::open(tenant, m_context);
    if (!opened) {
        Q_EMIT failed(opened.error(), int(domain::Vendor::Console));
        return;
    }
    // Its campaign runs from before, on the connection of then: the new one goes on with it. A lock pauses it.
    bool goesOn = false;
    for (const auto &w : m_retired)
        goesOn |= !tenant.readOnly && w->tenant().id == tenant.id && w->campaigns().handOver();
    if (m_tenantSession && m_tenantSession->tenant().id == tenant.id && !tenant.readOnly)
        goesOn |= m_tenantSession->campaigns().handOver();
    letGoOf(tenant.id);
    retire(tenant.id);
    m_tenantSession = *std::move(opened);
    if (goesOn)
        m_tenantSession->campaigns().takeOver();
    m_campaigns.clear();
    m_settings.setValue(QStringLiteral("lastTenant"), tenant.id.str());
    m_tenantSession->verifier().monitor().watch();
    connect(
        &m_tenantSession->verifier().starter(), &services::SessionStarter::unwritten, this, [this](const QString &why) {
            Q_EMIT warned(tr("The provider has answered, and the answer cannot be written yet"),
                tr("%1 Keep this window open; it is tried again.").arg(why));
        });
    m_tenantSession->operations().follow();
    tendCampaigns();
    connect(&m_tenantSession->privacy(), &services::Privacy::refused, this,
        [this](const core::Error &e) { Q_EMIT warned(tr("No personal data was removed"), e.text); });
    m_tenantSession->privacy().watch();
    m_tenantSession->proposals().watch();
    tellOfUnreadable();
    connect(
        &m_tenantSession->operations(), &services::OperationTracker::copyIsStale, this, [this] { synchronise(true); });
    if (tenant.receiver.startsWithTenant)
        startReceiver();
    connect(&m_tenantSession->receiving(), &services::CallbackReceiver::stoppedIdle, this, [this] {
        Q_EMIT notice(tr("The lab's receiver had nothing to do for 30 minutes and was stopped. The next verification "
                         "starts it again."));
    });
    auto *syncer = &m_tenantSession->syncer();
    connect(syncer, &services::Syncer::progress, this, [this](qint64 done, qint64 of) {
        Q_EMIT syncStateChanged(tr("Synchronising %L1 of %L2").arg(done).arg(of), done, of);
    });
    connect(m_tenantSession.get(), &services::TenantSession::throttled, this, [this](core::Instant until, bool asked) {
        const qint64 seconds = (until - m_context.clock->now() + 999) / 1000;
        Q_EMIT syncStateChanged(asked ? tr("SailPoint asked us to wait: continuing in %1 s").arg(seconds)
                                      : tr("Keeping under SailPoint's limit: continuing in %1 s").arg(seconds),
            0, 0);
    });
    connect(syncer, &services::Syncer::ended, this, [this] { Q_EMIT syncStateChanged({}, 0, 0); });
    Q_EMIT tenantSessionChanged();
    QTimer::singleShot(0, m_tenantSession.get(), [this, isLab = tenant.id.str() == QLatin1String("lab")] {
        synchronise(isLab);
    }); // the simulator begins anew with every start
    // The copy is kept near, see domain/copyage.h; and whenever a person asks.
    m_again = new QTimer(m_tenantSession.get());
    connect(m_again, &QTimer::timeout, this, [this] {
        synchroniseIfOld();
        // Another process may have died while it sent.
        core::whenDone<int>(m_tenantSession->campaigns().recover(), m_tenantSession.get(), [](const Result<int> &) {});
    });
    m_again->start(std::chrono::minutes(5));
}

// Settings of the tenant that cannot be read stand in the way of what depends on them: said at once, not when it is
// needed.
void AppContext::tellOfUnreadable()
{
    auto *w = m_tenantSession.get();
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
void AppContext::letGoOf(const core::TenantId &id)
{
    std::erase_if(m_retired, [&id](const auto &w) {
        return w->tenant().id == id && !w->verifier().starter().isLaunching() && !w->operations().isAsking();
    });
    for (const auto &w : m_retired) {
        if (w->tenant().id != id)
            continue;
        w->campaigns().halt();
    }
}

void AppContext::reload(domain::Tenant tenant)
{
    if (m_tenantSession && m_tenantSession->tenant().id == tenant.id)
        open(tenant);
    else
        letGoOf(tenant.id);
}

void AppContext::synchronise(bool isFull)
{
    if (!m_tenantSession || m_tenantSession->syncer().isRunning())
        return;
    services::SyncOptions o;
    o.full = isFull;
    core::whenDone<services::SyncResult>(m_tenantSession->syncer().run(o), m_tenantSession.get(),
        [this, w = m_tenantSession.get()](const Result<services::SyncResult> &r) {
            if (!r && r.error().code != core::ErrorCode::Conflict && r.error().code != core::ErrorCode::Offline)
                Q_EMIT failed(r.error(), int(domain::Vendor::SailPoint));
            if (r)
                core::whenDone<Unit>(w->syncer().buildSearch(), w, [](const core::Status &) {});
        });
}

// A copy that failed is old still: tried again in five minutes.
void AppContext::synchroniseIfOld()
{
    core::whenDone<domain::SyncState>(
        m_tenantSession->syncer().state(), m_tenantSession.get(), [this](const Result<domain::SyncState> &s) {
            // The timer's own beat is not exact: a minute less is old enough.
            if (!s || domain::isCopyOld(
                          m_tenantSession->tenant().product, s->lastSyncAt, m_context.clock->now() + core::minuteMs))
                synchronise(false);
        });
}

void AppContext::startReceiver()
{
    if (!m_tenantSession)
        return;
    core::whenDone<services::Listening>(m_tenantSession->receiving().start(), m_tenantSession.get(),
        [this, w = m_tenantSession.get()](const Result<services::Listening> &l) {
            if (!l)
                return Q_EMIT failed(l.error(), int(domain::Vendor::Console));
            if (w->tenant().environment == domain::Environment::Simulator)
                w->receiving().stopWhenIdle(std::chrono::minutes(30));
        });
}

void AppContext::openLab()
{
    if (!startLab)
        return;
    core::whenDone<domain::Tenant>(startLab(), this, [this](const Result<domain::Tenant> &t) {
        if (!t)
            Q_EMIT failed(t.error(), int(domain::Vendor::Console));
        else
            open(*t);
    });
}

void AppContext::verify(const core::IdentityId &id)
{
    openVerify(id, std::nullopt);
}
void AppContext::verifyAgain(const domain::VerificationRequest &request)
{
    openVerify(request.identity, request);
}

void AppContext::verifyProposal(const domain::Proposal &p)
{
    if (!m_tenantSession)
        return;
    core::whenDone<domain::Identity>(m_tenantSession->directory().refresh(p.identity), m_tenantSession.get(),
        [this, p](const Result<domain::Identity> &person) {
            if (!person && person.error().code == core::ErrorCode::NotFound)
                return Q_EMIT warned(tr("SailPoint does not show this person"),
                    tr("They may appear within some minutes, or were deleted. The proposal stays."));
            openVerify(p.identity, domain::requestFor(p), p.id);
        });
}

void AppContext::openVerify(
    const core::IdentityId &id, const std::optional<domain::VerificationRequest> &filled, const QString &proposal)
{
    if (!m_tenantSession)
        return;
    if (m_tenantSession->receiving().isAsleep())
        startReceiver();
    core::whenDone<domain::Identity>(m_tenantSession->directory().person(id), m_tenantSession.get(),
        [this, filled, proposal](const Result<domain::Identity> &p) {
            if (!p) {
                Q_EMIT failed(p.error(), int(domain::Vendor::Console));
                return;
            }
            auto *dialog = new VerifyDialog(*this, *p, m_parent);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            if (filled)
                dialog->fill(*filled);
            connect(dialog, &VerifyDialog::started, this, &AppContext::showSession);
            if (!proposal.isEmpty())
                connect(dialog, &VerifyDialog::started, m_tenantSession.get(),
                    [w = m_tenantSession.get(), proposal](const core::SessionId &session) {
                        core::whenDone<domain::Proposal>(
                            w->proposals().begun(proposal, session), w, [](const Result<domain::Proposal> &) {});
                    });
            dialog->open();
        });
}

void AppContext::showSession(const core::SessionId &id)
{
    QPointer<SessionWindow> &window = m_windows[id.str()];
    if (!window) {
        window = new SessionWindow(*this, id);
        window->setAttribute(Qt::WA_DeleteOnClose);
        window->show();
        return;
    }
    window->show();
    window->raise();
    window->activateWindow();
}

void AppContext::report(const core::Async<domain::Operation> &operation)
{
    core::whenDone<domain::Operation>(operation, this, [this](const Result<domain::Operation> &o) {
        if (!o && o.error().code == core::ErrorCode::RateLimited) {
            const QString who = core::isOwnRefusal(o.error()) ? o.error().text : tr("SailPoint asked to wait");
            return Q_EMIT warned(who, tr("Nothing was done, and it is not asked again by itself. Try again in %1 s.")
                                          .arg(o.error().retryAfter.value_or(std::chrono::seconds(10)).count()));
        }
        if (!o)
            return Q_EMIT failed(o.error(), int(domain::Vendor::SailPoint));
        if (o->state == domain::OperationState::Unknown)
            return Q_EMIT warned(
                domain::operationText(o->kind) + QStringLiteral(": ") + domain::operationStateText(o->state),
                tr("It is not asked again by itself. Look in SailPoint before you try again."));
        QString text = domain::operationText(o->kind) + QStringLiteral(": ") + domain::operationStateText(o->state);
        if (!o->taskId.isEmpty())
            text += QStringLiteral(" · ") + tr("SailPoint’s task %1").arg(o->taskId);
        Q_EMIT notice(text);
    });
}

void AppContext::addTenant()
{
    auto *wizard = new TenantWizard(*this, m_parent);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    connect(wizard, &TenantWizard::finished_, this, &AppContext::open);
    wizard->open();
}

void AppContext::copy(const QString &text, bool isSecret)
{
    QClipboard *clipboard = QApplication::clipboard();
    auto *content = new QMimeData; // the clipboard's from here on
    content->setText(text);
    if (isSecret)
        content->setData(
            QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret")); // no clipboard history keeps it
    clipboard->setMimeData(content);
    Q_EMIT notice(tr("Copied"));
    if (!isSecret)
        return;
    const auto forget = [clipboard, text] {
        if (clipboard->text() == text)
            clipboard->clear();
    };
    QTimer::singleShot(std::chrono::seconds(60), this, forget);
    connect(qApp, &QCoreApplication::aboutToQuit, this, forget);
}

} // namespace ui
