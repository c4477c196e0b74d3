#include "domain/readiness/diagnosis.h"
#include "domain/text/messages.h"
#include "services/callbacks/receiving.h"
#include "services/operations/operations.h"
#include "services/reverification/campaigns.h"
#include "services/sync/syncer.h"
#include "services/tenants/tenants.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/identities/identitiespage.h"
#include "ui/identities/quickfind.h"
#include "ui/operations/operationlist.h"
#include "ui/profiles/profilespage.h"
#include "ui/sessions/sessionspage.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/notifier.h"
#include "ui/tenants/firstrunpage.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tenantbutton.h"
#include <QCloseEvent>
#include <QDateTime>
#include <QHBoxLayout>
#include <QMenu>
#include <QMenuBar>
#include <QProgressBar>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimeZone>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

// What the status bar of MainWindow says.
namespace ui {

using core::Result;

void MainWindow::makeStatusBar()
{
    Theme &t = m_app.theme();
    statusBar()->setSizeGripEnabled(false);
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
    m_tasks = new QToolButton;
    m_tasks->setObjectName(QStringLiteral("tasksButton"));
    m_tasks->setAutoRaise(true);
    m_tasks->setStyleSheet(QStringLiteral("font-size: 12px;"));
    connect(m_tasks, &QToolButton::clicked, this, &MainWindow::showTasks);
    m_operator = new Label(t,
        tr("Times in %1").arg(QString::fromUtf8(QTimeZone::systemTimeZoneId())) + QStringLiteral("     ") +
            m_app.context().operatorName + QStringLiteral("  "),
        12, "text-2");
    for (QWidget *w : {static_cast<QWidget *>(m_sync), static_cast<QWidget *>(m_progress),
             static_cast<QWidget *>(m_campaign), static_cast<QWidget *>(m_sailpoint),
             static_cast<QWidget *>(m_provider), static_cast<QWidget *>(m_receiver)})
        statusBar()->addWidget(w);
    statusBar()->addPermanentWidget(m_tasks); // stays beside a message
    statusBar()->addPermanentWidget(m_operator);
}

void MainWindow::showTasks()
{
    auto *list = new OperationList(m_app, this);
    list->setAttribute(Qt::WA_DeleteOnClose);
    list->show();
}

void MainWindow::refreshTasks()
{
    m_tasks->setVisible(m_app.tenantSession());
    if (!m_app.tenantSession())
        return;
    core::whenDone<QList<domain::Operation>>(m_app.tenantSession()->operations().operations(true), this,
        [this](const Result<QList<domain::Operation>> &open) {
            // An unknown outcome stands in the list; it is not on its way.
            const auto isOnItsWay = [](const domain::Operation &o) {
                return o.state != domain::OperationState::Unknown && o.state != domain::OperationState::StillRunning;
            };
            const int n = open ? int(std::count_if(open->begin(), open->end(), isOnItsWay)) : 0;
            if (open)
                m_tasks->setText(n == 0 ? tr("No open tasks") : tr("%Ln open task(s)", nullptr, n));
        });
}

void MainWindow::refreshCampaign()
{
    auto *w = m_app.tenantSession();
    const auto &all = m_app.campaigns();
    const auto running = std::find_if(
        all.begin(), all.end(), [](const domain::Campaign &k) { return k.state == domain::CampaignState::Running; });
    m_campaign->setVisible(w && running != all.end());
    if (!m_campaign->isVisibleTo(statusBar()))
        return;
    core::whenDone<domain::CampaignCounts>(
        w->campaigns().counts(running->id), this, [this](const Result<domain::CampaignCounts> &n) {
            if (n)
                m_campaign->setText(QStringLiteral("   ") +
                                    tr("Sending renewals %L1 of %L2").arg(n->sent()).arg(n->sent() + n->toSend));
        });
}

void MainWindow::refreshStatus()
{
    auto *w = m_app.tenantSession();
    if (!w) {
        m_sync->setText(tr("  Not connected"));
        m_sailpoint->clear();
        m_provider->clear();
        m_receiver->clear();
        return;
    }
    const auto text = [](const QString &who, const services::Link &l) {
        switch (l.reach) {
        case services::Reach::Online: return tr("● %1 %2 ms").arg(who).arg(l.roundTripMs);
        case services::Reach::Offline: return tr("● %1: no answer").arg(who);
        case services::Reach::Unknown: break;
        }
        return QStringLiteral("○ ") + who;
    };
    const auto token = [](const services::Link &l) {
        return l.reach == services::Reach::Online    ? "verified"
               : l.reach == services::Reach::Offline ? "failed"
                                                     : "text-3";
    };
    m_sailpoint->setText(QStringLiteral("   ") + text(QStringLiteral("SailPoint"), w->sailpointLink()));
    m_sailpoint->setToken(token(w->sailpointLink()));
    m_provider->setText(QStringLiteral("   ") + text(QStringLiteral("1Kosmos"), w->providerLink()));
    m_provider->setToken(token(w->providerLink()));
    for (const auto &l : {w->sailpointLink(), w->providerLink()}) {
        if (const QString skew = domain::skewText(l.skewMs); !skew.isEmpty() && !m_messages->isVisible())
            m_messages->show(domain::skewOf(l.skewMs) == domain::Skew::Refuse ? Banner::Problem : Banner::Warning, skew,
                tr("Signatures and expiry times cannot be trusted until it is set."), {}, tr("Close"));
    }
    const auto &listening = w->receiving().listening();
    m_receiver->setText(
        QStringLiteral("   ") +
        (listening.url.isEmpty() ? tr("○ Receiver off") : tr("● Receiver on port %1").arg(QUrl(listening.url).port())));
    m_receiver->setToken(listening.url.isEmpty() ? "text-3" : "verified");
    if (!m_syncText.isEmpty()) {
        m_sync->setToken("text-2");
        m_sync->setToolTip({});
        m_sync->setText(QStringLiteral("  ") + m_syncText);
        return;
    }
    core::whenDone<domain::SyncHealth>(w->syncHealth(), this, [this](const Result<domain::SyncHealth> &h) {
        auto *open = m_app.tenantSession();
        if (!m_syncText.isEmpty() || !open)
            return;
        if (!h) {
            m_sync->setToken("failed");
            m_sync->setText(QStringLiteral("  ") + domain::userMessage(h.error(), domain::Vendor::Console).headline);
            return;
        }
        const auto line = domain::syncLine(*h, open->tenant().product,
            open->sailpointLink().reach == services::Reach::Offline, m_app.context().clock->now());
        const bool isFailed = line.kind == domain::SyncLine::Failed;
        m_sync->setToken(isFailed ? "failed" : "text-2");
        m_sync->setText(QStringLiteral("  ") + line.text);
        m_sync->setToolTip(
            isFailed ? line.text + QStringLiteral(". ") + line.copy + QStringLiteral(". ") + line.advice : QString());
    });
}

} // namespace ui
