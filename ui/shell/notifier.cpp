#include "ui/shell/notifier.h"
#include "domain/text/outputtext.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessions.h"
#include "services/verification/verifier.h"
#include "ui/common/appcontext.h"
#include "ui/common/navigator.h"
#include "ui/sessions/sessiontext.h"
#include "ui/tenantsession/tenantsessions.h"
#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QSystemTrayIcon>

namespace ui {

using core::Result;
using domain::Session;

static const QString service = QStringLiteral("org.freedesktop.Notifications");
static const QString path = QStringLiteral("/org/freedesktop/Notifications");

Notifier::Notifier(AppContext &app, QObject *parent) : QObject(parent), m_app(app)
{
    QDBusConnection::sessionBus().connect(
        service, path, service, QStringLiteral("ActionInvoked"), this, SLOT(onAction(uint, QString)));
    connect(&app, &AppContext::tenantSessionChanged, this, &Notifier::follow);
    connect(&app.tenantSessions(), &TenantSessions::campaignsChanged, this, &Notifier::lookAtCampaigns);
    follow();
}

void Notifier::follow()
{
    auto *w = m_app.tenantSession();
    m_known.clear();
    m_campaigns.clear();
    m_tenant = w ? w->tenant().id.str() : QString();
    if (!w)
        return;
    connect(&w->verifier().sessions(), &services::Sessions::changed, this, [this] { poll(); });
    connect(&w->verifier().sessions(), &services::Sessions::listChanged, this, [this] { poll(); });
    poll();
}

static NewsKind newsOf(domain::SessionState state)
{
    switch (state) {
    case domain::SessionState::Verified: return NewsKind::Verified;
    case domain::SessionState::NeedsReview: return NewsKind::Held;
    case domain::SessionState::Expired: return NewsKind::Expired;
    default: return NewsKind::Failed;
    }
}

// Own sessions of the last day, compared with what was known: whichever process brought the result.
void Notifier::poll()
{
    auto *w = m_app.tenantSession();
    if (!w || w->tenant().id.str() != m_tenant)
        return;
    m_isStale = m_isLooking;
    if (std::exchange(m_isLooking, true))
        return;
    domain::SessionFilter f;
    f.since = m_app.context().clock->now() - core::dayMs;
    f.limit = 200;
    f.isByHand = true; // a campaign tells once, when it has sent its last link
    core::whenDone<QList<Session>>(w->verifier().sessions().list(f), this, [this](const Result<QList<Session>> &list) {
        m_isLooking = false;
        for (const Session &s : list ? *list : QList<Session>()) {
            if (s.operatorName != m_app.context().operatorName || s.tenant.str() != m_tenant)
                continue;
            const auto before = m_known.constFind(s.id.str());
            const bool isNews = before != m_known.cend() && domain::isOpen(*before) && !domain::isOpen(s.state);
            m_known.insert(s.id.str(), s.state);
            const bool isOwnDoing =
                s.state == domain::SessionState::Cancelled || s.state == domain::SessionState::LaunchFailed;
            if (isNews && !isOwnDoing && mayTell(newsOf(s.state)))
                tell(s);
        }
        if (std::exchange(m_isStale, false))
            poll();
    });
}

QString newsKey(NewsKind kind)
{
    static const char *const keys[] = {"verified", "held", "failed", "expired", "campaign"};
    return QStringLiteral("notify/") + QLatin1String(keys[int(kind)]);
}

bool Notifier::mayTell(NewsKind kind) const
{
    auto &s = m_app.settings();
    return QGuiApplication::applicationState() != Qt::ApplicationActive &&
           s.value(QStringLiteral("notifications"), true).toBool() && s.value(newsKey(kind), true).toBool();
}

static QDBusMessage notify(
    const QString &title, const QString &text, const QStringList &actions, const QVariantMap &hints)
{
    auto call = QDBusMessage::createMethodCall(service, path, service, QStringLiteral("Notify"));
    QVariantMap all = hints;
    all.insert(QStringLiteral("desktop-entry"), QStringLiteral("idv-console"));
    call.setArguments(
        {QStringLiteral("IDV Console"), 0u, QStringLiteral("idv-console"), title, text, actions, all, -1});
    return call;
}

// Without a session bus a call is over at once, and no signal says so.
void Notifier::send(const QDBusMessage &call, std::function<void(std::optional<uint>)> done)
{
    const QDBusPendingCall pending = QDBusConnection::sessionBus().asyncCall(call, 2000);
    const auto told = [done = std::move(done)](const QDBusPendingReply<uint> &id) {
        done(id.isError() ? std::nullopt : std::optional(id.value()));
    };
    if (pending.isFinished())
        return told(pending);
    auto *watcher = new QDBusPendingCallWatcher(pending, this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [told](QDBusPendingCallWatcher *w) {
        w->deleteLater();
        told(*w);
    });
}

void Notifier::tryOne(std::function<void(bool)> done)
{
    const QString title = tr("Notifications work");
    send(notify(title, {}, {}, {}), [this, title, done = std::move(done)](
                                        std::optional<uint> id) { done(id.has_value() || showInTray(title, {})); });
}

// Once when it has sent its last link, or when it stands still without having been asked to.
void Notifier::lookAtCampaigns(const QList<domain::Campaign> &campaigns)
{
    for (const auto &k : campaigns) {
        const auto before = m_campaigns.value(k.id, k.state);
        m_campaigns.insert(k.id, k.state);
        if (before != domain::CampaignState::Running || k.state == before ||
            k.state == domain::CampaignState::Stopped || !mayTell(NewsKind::Campaign))
            continue;
        const QString headline = k.state == domain::CampaignState::Done ? tr("A campaign has sent its last link")
                                                                        : tr("A campaign is paused");
        const QString name = domain::labelText(k.plan.name);
        send(notify(headline, name.toHtmlEscaped(), {}, {}), [this, headline, name](std::optional<uint> id) {
            if (!id)
                showInTray(headline, name);
        });
        Q_EMIT toldOfCampaign(k.id);
    }
}

void Notifier::tell(const Session &s)
{
    const auto call = notify(domain::labelText(sessionHeadline(s)), domain::labelText(s.request.ticket).toHtmlEscaped(),
        {QStringLiteral("default"), tr("Open")}, {{QStringLiteral("category"), QStringLiteral("im.received")}});
    send(call, [this, s](std::optional<uint> id) {
        if (!id)
            return tellTray(s);
        if (m_shown.size() >= 50)
            m_shown.clear();
        m_shown.insert(*id, s.id.str());
        Q_EMIT told(s.id);
    });
}

// A desktop without a notification service may still have a tray; without both the window's own alert has to do.
bool Notifier::showInTray(const QString &title, const QString &text)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
        return false;
    if (!m_tray)
        m_tray = new QSystemTrayIcon(QApplication::windowIcon(), this);
    m_tray->show();
    disconnect(m_tray, nullptr, this, nullptr);
    m_tray->showMessage(title, text);
    return true;
}

void Notifier::tellTray(const Session &s)
{
    if (!showInTray(sessionHeadline(s), domain::labelText(s.request.ticket)))
        return;
    connect(m_tray, &QSystemTrayIcon::messageClicked, this, [this, id = s.id] { m_app.navigator().showSession(id); });
    Q_EMIT told(s.id);
}

void Notifier::onAction(uint notification, const QString &)
{
    const QString id = m_shown.take(notification);
    if (!id.isEmpty() && m_app.tenantSession() && m_app.tenantSession()->tenant().id.str() == m_tenant)
        m_app.navigator().showSession(core::SessionId(id));
}

} // namespace ui
