#include "ui/shell/statusline.h"
#include "domain/readiness/diagnosis.h"
#include "domain/text/messages.h"
#include "services/callbacks/callbackreceiver.h"
#include "services/operations/operationtracker.h"
#include "services/reverification/campaigns.h"
#include "services/sync/syncer.h"
#include "services/tenants/vendorreach.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessions.h"
#include "services/verification/verifier.h"
#include "ui/common/appcontext.h"
#include "ui/common/opendialog.h"
#include "ui/common/theme.h"
#include "ui/controls/label.h"
#include "ui/operations/operationlist.h"
#include "ui/tenantsession/tenantsessions.h"
#include <QProgressBar>
#include <QTimeZone>
#include <QToolButton>
#include <QUrl>

namespace ui {

using core::Result;

StatusLine::StatusLine(AppContext &app, QWidget *parent) : QStatusBar(parent), m_app(app)
{
    Theme &t = app.theme();
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // it does not widen the window
    setSizeGripEnabled(false);
    m_sync = new Label(t, {}, 12, "text-2");
    m_sync->setMinimumWidth(t.scaled(120)); // a long reason does not widen the window; it stands in the tool tip
    m_progress = new QProgressBar;
    m_progress->setFixedWidth(140);
    m_progress->setTextVisible(false);
    m_progress->hide();
    m_progress->setAccessibleName(tr("Synchronisation"));
    m_campaign = new Label(t, {}, 12, "accent-text", 500);
    m_campaign->hide();
    m_sailpoint = new Label(t, {}, 12, "text-2");
    m_provider = new Label(t, {}, 12, "text-2");
    m_receiver = new Label(t, {}, 12, "text-2");
    for (QWidget *w : {static_cast<QWidget *>(m_sync), static_cast<QWidget *>(m_progress),
             static_cast<QWidget *>(m_campaign), static_cast<QWidget *>(m_sailpoint),
             static_cast<QWidget *>(m_provider), static_cast<QWidget *>(m_receiver)})
        addWidget(w);
    addPermanent();
    connect(&app.tenantSessions(), &TenantSessions::syncStateChanged, this,
        [this](const QString &text, qint64 done, qint64 of) {
            m_syncText = text;
            m_progress->setVisible(of > 0);
            if (of > 0)
                m_progress->setValue(int(done * 100 / of));
            refreshStatus();
        });
    connect(&app.tenantSessions(), &TenantSessions::campaignsChanged, this, &StatusLine::refreshCampaign);
    m_campaignSoon.setSingleShot(true);
    connect(&m_campaignSoon, &QTimer::timeout, this, &StatusLine::refreshCampaign);
}

// Stays beside a message.
void StatusLine::addPermanent()
{
    m_tasks = new QToolButton;
    m_tasks->setObjectName(QStringLiteral("tasksButton"));
    m_tasks->setAutoRaise(true);
    m_tasks->setStyleSheet(QStringLiteral("font-size: 12px;"));
    connect(m_tasks, &QToolButton::clicked, this, &StatusLine::showTasks);
    auto *who = new Label(m_app.theme(),
        tr("Times in %1").arg(QString::fromUtf8(QTimeZone::systemTimeZoneId())) + QStringLiteral("     ") +
            m_app.context().operatorName + QStringLiteral("  "),
        12, "text-2");
    addPermanentWidget(m_tasks);
    addPermanentWidget(who);
}

void StatusLine::follow()
{
    m_syncText.clear();
    m_progress->hide();
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    connect(&w->reach(), &services::VendorReach::changed, this, &StatusLine::refreshStatus);
    connect(&w->syncer(), &services::Syncer::ended, this, &StatusLine::refreshStatus);
    connect(&w->receiving(), &services::CallbackReceiver::stateChanged, this, &StatusLine::refreshStatus);
    connect(&w->operations(), &services::OperationTracker::changed, this, &StatusLine::refreshTasks);
    connect(&w->verifier().sessions(), &services::Sessions::listChanged, this, [this] {
        if (m_campaign->isVisibleTo(this) && !m_campaignSoon.isActive())
            m_campaignSoon.start(1000);
    });
}

void StatusLine::refresh()
{
    refreshStatus();
    refreshTasks();
}

void StatusLine::showTasks()
{
    auto *list = makeWindow<OperationList>(m_app, window());
    list->show();
}

void StatusLine::refreshTasks()
{
    m_tasks->setVisible(m_app.tenantSession());
    if (!m_app.tenantSession())
        return;
    core::whenDone<QList<domain::Operation>>(
        m_app.tenantSession()->operations().list(true), this, [this](const Result<QList<domain::Operation>> &open) {
            // An unknown outcome stands in the list; it is not on its way.
            const auto isOnItsWay = [](const domain::Operation &o) {
                return o.state != domain::OperationState::Unknown && o.state != domain::OperationState::StillRunning;
            };
            const int n = open ? int(std::count_if(open->begin(), open->end(), isOnItsWay)) : 0;
            if (open)
                m_tasks->setText(n == 0 ? tr("No open operations") : tr("%Ln open operation(s)", nullptr, n));
        });
}

void StatusLine::refreshCampaign()
{
    auto *w = m_app.tenantSession();
    const auto &all = m_app.tenantSessions().campaigns();
    const auto running = std::find_if(
        all.begin(), all.end(), [](const domain::Campaign &k) { return k.state == domain::CampaignState::Running; });
    m_campaign->setVisible(w && running != all.end());
    if (!m_campaign->isVisibleTo(this))
        return;
    core::whenDone<domain::CampaignCounts>(
        w->campaigns().records().counts(running->id), this, [this](const Result<domain::CampaignCounts> &n) {
            if (n)
                m_campaign->setText(QStringLiteral("   ") +
                                    tr("Sending renewals %L1 of %L2").arg(n->sent()).arg(n->sent() + n->toSend));
        });
}

void StatusLine::refreshStatus()
{
    auto *w = m_app.tenantSession();
    if (!w) {
        m_sync->setText(tr("  Not connected"));
        m_sailpoint->clear();
        m_provider->clear();
        m_receiver->clear();
        return;
    }
    refreshLink(m_sailpoint, QStringLiteral("SailPoint"), w->reach().sailpoint());
    refreshLink(m_provider, QStringLiteral("1Kosmos"), w->reach().provider());
    for (const auto &l : {w->reach().sailpoint(), w->reach().provider()}) {
        if (const QString skew = domain::skewText(l.skewMs); !skew.isEmpty())
            Q_EMIT skewSeen(skew, domain::skewOf(l.skewMs) == domain::Skew::Refuse);
    }
    refreshReceiver();
    refreshSync();
}

void StatusLine::refreshLink(Label *label, const QString &who, const services::Link &link)
{
    QString text = QStringLiteral("○ ") + who;
    const char *token = "text-3";
    switch (link.reach) {
    case services::Reach::Online:
        text = tr("● %1 %2 ms").arg(who).arg(link.roundTripMs);
        token = "verified";
        break;
    case services::Reach::Offline:
        text = tr("● %1: no answer").arg(who);
        token = "failed";
        break;
    case services::Reach::Unknown: break;
    }
    label->setText(QStringLiteral("   ") + text);
    label->setToken(token);
}

void StatusLine::refreshReceiver()
{
    const auto &listening = m_app.tenantSession()->receiving().listening();
    m_receiver->setText(
        QStringLiteral("   ") +
        (listening.url.isEmpty() ? tr("○ Receiver off") : tr("● Receiver on port %1").arg(QUrl(listening.url).port())));
    m_receiver->setToken(listening.url.isEmpty() ? "text-3" : "verified");
}

void StatusLine::refreshSync()
{
    if (!m_syncText.isEmpty()) {
        m_sync->setToken("text-2");
        m_sync->setToolTip({});
        m_sync->setText(QStringLiteral("  ") + m_syncText);
        return;
    }
    core::whenDone<domain::SyncHealth>(m_app.tenantSession()->syncer().health(), this,
        [this](const Result<domain::SyncHealth> &health) { showHealth(health); });
}

void StatusLine::showHealth(const Result<domain::SyncHealth> &health)
{
    auto *open = m_app.tenantSession();
    if (!m_syncText.isEmpty() || !open)
        return;
    if (!health) {
        m_sync->setToken("failed");
        m_sync->setText(QStringLiteral("  ") + domain::userMessage(health.error(), domain::Vendor::Console).headline);
        return;
    }
    const auto line = domain::syncLine(*health, open->tenant().product,
        open->reach().sailpoint().reach == services::Reach::Offline, m_app.context().clock->now());
    const bool isFailed = line.kind == domain::SyncLine::Failed;
    m_sync->setToken(isFailed ? "failed" : "text-2");
    m_sync->setText(QStringLiteral("  ") + line.text);
    m_sync->setToolTip(
        isFailed ? line.text + QStringLiteral(". ") + line.copy + QStringLiteral(". ") + line.advice : QString());
}

} // namespace ui
