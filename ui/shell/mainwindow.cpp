#include "ui/shell/mainwindow.h"
#include "domain/readiness/diagnosis.h"
#include "domain/text/messages.h"
#include "domain/text/outputtext.h"
#include "services/callbacks/receiving.h"
#include "services/operations/operations.h"
#include "services/sync/syncer.h"
#include "services/tenants/tenants.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/verifier.h"
#include "ui/access/approvalspage.h"
#include "ui/audit/auditpage.h"
#include "ui/audit/reportdialogs.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/identities/identitiespage.h"
#include "ui/identities/quickfind.h"
#include "ui/lab/labpage.h"
#include "ui/overview/overviewpage.h"
#include "ui/profiles/profilespage.h"
#include "ui/reverification/reverificationpage.h"
#include "ui/sessions/sessionspage.h"
#include "ui/settings/keyboardpage.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/notifier.h"
#include "ui/tenants/firstrunpage.h"
#include "ui/tenants/readinessdialog.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tenantbutton.h"
#include <QCloseEvent>
#include <QDateTime>
#include <QHBoxLayout>
#include <QKeySequence>
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

namespace ui {

using core::Result;

MainWindow::MainWindow(AppContext &app) : m_app(app)
{
    Theme &t = app.theme();
    app.setDialogParent(this);
    setObjectName(QStringLiteral("mainWindow"));
    setMinimumSize(1024, 640);
    setWindowIcon(QIcon(t.pixmap(QStringLiteral("app-icon"), 64, QStringLiteral("accent"), 1)));
    m_frame = new QWidget;
    m_frame->setObjectName(QStringLiteral("tenantFrame"));
    auto *h = new QHBoxLayout(m_frame);
    h->setContentsMargins(0, 0, 0, 0);
    h->setSpacing(0);
    m_sidebar = makeSidebar();
    h->addWidget(m_sidebar);
    auto *main = new QVBoxLayout;
    main->setSpacing(0);
    m_messages = new Banner(t, true);
    connect(m_messages, &Banner::firstPressed, this, [this] { m_app.copy(m_details, false); });
    connect(m_messages, &Banner::secondPressed, m_messages, &QWidget::hide);
    main->addWidget(m_messages);
    m_stack = new QStackedWidget;
    m_first = new FirstRunPage(app);
    m_overview = new OverviewPage(app);
    m_identities = new IdentitiesPage(app);
    m_sessions = new SessionsPage(app);
    m_renewal = new ReverificationPage(app);
    m_profiles = new ProfilesPage(app);
    m_approvalsPlace = new QWidget;
    m_labPlace = new QWidget;
    m_auditPlace = new QWidget; // their pages are made when they are first looked at
    m_settings = new SettingsPage(app);
    for (QWidget *page :
        {static_cast<QWidget *>(m_first), static_cast<QWidget *>(m_overview), static_cast<QWidget *>(m_identities),
            static_cast<QWidget *>(m_sessions), static_cast<QWidget *>(m_renewal), static_cast<QWidget *>(m_profiles),
            m_approvalsPlace, m_labPlace, m_auditPlace, static_cast<QWidget *>(m_settings)})
        m_stack->addWidget(page);
    main->addWidget(m_stack, 1);
    h->addLayout(main, 1);
    setCentralWidget(m_frame);
    makeMenus();
    KeyboardPage::apply(app, commands());
    m_settings->setCommands(commands());
    makeStatusBar();
    connectOverview();

    auto *notifier = new Notifier(app, this);
    app.tryNotification = [notifier](std::function<void(bool)> done) { notifier->tryOne(std::move(done)); };
    connect(&app, &AppContext::tenantSessionChanged, this, &MainWindow::refreshTenant);
    connect(&app, &AppContext::failed, this, [this](const core::Error &e, int vendor) {
        const auto m = domain::userMessage(e, domain::Vendor(vendor));
        m_details = domain::details(e);
        m_messages->show(Banner::Problem, m.headline, m.advice, tr("Copy details"), tr("Close"));
    });
    connect(&app, &AppContext::warned, this, [this](const QString &headline, const QString &advice) {
        m_details = headline;
        m_messages->show(Banner::Warning, headline, advice, {}, tr("Close"));
    });
    connect(&app, &AppContext::offlineDetailsWanted, this, [this] {
        auto *d = new ReadinessDialog(m_app, this);
        d->setAttribute(Qt::WA_DeleteOnClose);
        d->open();
    });
    connect(&app, &AppContext::notice, this, [this](const QString &text) { statusBar()->showMessage(text, 6000); });
    connect(&app, &AppContext::syncStateChanged, this, [this](const QString &text, qint64 done, qint64 of) {
        m_syncText = text;
        m_progress->setVisible(of > 0);
        if (of > 0)
            m_progress->setValue(int(done * 100 / of));
        refreshStatus();
    });
    connect(m_sessions, &SessionsPage::pendingCount, this, [this](qint64 n) { m_nav.at(Sessions - 1)->setCount(n); });
    connect(
        m_identities, &IdentitiesPage::pastDueCounted, this, [this](qint64 n) { m_nav.at(Renewal - 1)->setCount(n); });
    connect(&app, &AppContext::policyWanted, this, [this] {
        showPage(Renewal);
        m_renewal->showPolicy();
    });
    connect(&app, &AppContext::personWanted, this, [this](const core::IdentityId &id) {
        showPage(Identities);
        m_identities->openPerson(id);
    });
    connect(&app, &AppContext::campaignsChanged, this, &MainWindow::refreshCampaign);
    m_campaignSoon.setSingleShot(true);
    connect(&m_campaignSoon, &QTimer::timeout, this, &MainWindow::refreshCampaign);
    connect(m_identities, &IdentitiesPage::selectionChanged, this, [this] { refreshCommands(); });
    const QByteArray geometry = app.settings().value(QStringLiteral("window")).toByteArray();
    if (geometry.isEmpty() || !restoreGeometry(geometry))
        resize(1440, 900);
    refreshTenant();
}

QWidget *MainWindow::makeSidebar()
{
    Theme &t = m_app.theme();
    auto *side = new QFrame;
    side->setObjectName(QStringLiteral("sidebar"));
    side->setFixedWidth(16 + t.scaled(180));
    auto *v = new QVBoxLayout(side);
    v->setContentsMargins(8, 10, 8, 8);
    v->setSpacing(4);
    m_tenant = new TenantButton(t);
    connect(m_tenant, &QAbstractButton::clicked, this, &MainWindow::showTenantMenu);
    v->addWidget(m_tenant);
    m_find = button(t, tr("Find a person"), QStringLiteral("search"));
    m_find->setToolTip(QKeySequence(QStringLiteral("Ctrl+K")).toString(QKeySequence::NativeText));
    m_find->setStyleSheet(QStringLiteral("text-align: left;"));
    connect(m_find, &QPushButton::clicked, this, [this] { quickFind(); });
    v->addWidget(m_find);
    v->addSpacing(6);
    const std::pair<QString, QString> entries[] = {{QStringLiteral("overview"), tr("Overview")},
        {QStringLiteral("identities"), tr("Identities")}, {QStringLiteral("sessions"), tr("Sessions")},
        {QStringLiteral("re-verification"), tr("Re-verification")}, {QStringLiteral("profiles"), tr("Profiles")},
        {QStringLiteral("approvals"), tr("Approvals")}, {QStringLiteral("lab"), tr("Lab")},
        {QStringLiteral("audit"), tr("Audit")}, {QStringLiteral("settings"), tr("Settings")}};
    int page = Overview;
    for (const auto &[icon, text] : entries) {
        auto *item = new NavItem(t, icon, text);
        // Assistive technology toggles a checkable button, it does not click it.
        connect(item, &NavItem::toggled, this, [this, page](bool isOn) {
            if (isOn && m_stack->currentIndex() != page)
                showPage(Page(page));
        });
        m_nav << item;
        if (page == Profiles || page == Lab) {
            v->addSpacing(6);
            v->addWidget(line(t));
            v->addSpacing(6);
        }
        v->addWidget(item);
        ++page;
    }
    v->addStretch();
    return side;
}

// Sidebar, message bar, then the regions of the page in their order, then the sidebar again.
void MainWindow::nextRegion(bool isForward)
{
    QList<QWidget *> regions{m_sidebar};
    if (m_messages->isVisible())
        regions << m_messages;
    for (QWidget *w : m_stack->currentWidget()->findChildren<QWidget *>()) {
        if (w->property("region").toBool() && w->isVisible())
            regions << w;
    }
    const auto isIn = [](const QWidget *region, const QWidget *w) {
        return w && (w == region || region->isAncestorOf(w));
    };
    qsizetype at = -1;
    for (qsizetype i = 0; i < regions.size(); ++i) {
        if (isIn(regions.at(i), focusWidget()))
            at = i;
    }
    const qsizetype n = regions.size();
    for (qsizetype step = 1; step <= n; ++step) {
        QWidget *region = regions.at(((isForward ? at + step : at - step) % n + n) % n);
        QList<QWidget *> inside = region->findChildren<QWidget *>();
        inside.prepend(region);
        const auto target = std::find_if(inside.begin(), inside.end(),
            [](const QWidget *w) { return (w->focusPolicy() & Qt::TabFocus) && w->isVisible() && w->isEnabled(); });
        if (target != inside.end()) {
            (*target)->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

void MainWindow::refreshTenant()
{
    auto *w = m_app.tenantSession();
    m_messages->hide();
    m_syncText.clear();
    m_progress->hide();
    m_tenant->setTenant(w ? std::optional(w->tenant()) : std::nullopt);
    m_find->setEnabled(w);
    for (int page = Overview; page < Lab; ++page)
        m_nav.at(page - 1)->setEnabled(w);
    QString frame;
    if (w) {
        connect(w, &services::TenantSession::linksChanged, this, &MainWindow::refreshStatus);
        connect(w, &services::TenantSession::linksChanged, this, &MainWindow::refreshTitle);
        connect(&w->syncer(), &services::Syncer::ended, this, &MainWindow::refreshStatus);
        connect(&w->receiving(), &services::Receiving::stateChanged, this, &MainWindow::refreshStatus);
        connect(&w->operations(), &services::Operations::changed, this, &MainWindow::refreshTasks);
        connect(&w->verifier(), &services::Verifier::sessionsChanged, this, [this] {
            if (m_campaign->isVisibleTo(statusBar()) && !m_campaignSoon.isActive())
                m_campaignSoon.start(1000);
        });
        // Production wears a frame: nobody mistakes it for the others.
        if (w->tenant().environment == domain::Environment::Production)
            frame = QStringLiteral("#tenantFrame { border-top: 3px solid %1; }")
                        .arg(m_app.theme().color("failed-solid").name());
        else if (w->tenant().environment == domain::Environment::Simulator)
            frame = QStringLiteral("#tenantFrame { border-top: 3px solid %1; }")
                        .arg(m_app.theme().color("review-solid").name());
    }
    m_frame->setStyleSheet(frame);
    // Another tenant keeps the screen; the first one opens where it was left.
    const int last = m_app.settings().value(pageKey(), int(Overview)).toInt();
    showPage(w ? (m_stack->currentIndex() == FirstRun ? Page(std::clamp(last, int(Overview), int(Settings)))
                                                      : Page(m_stack->currentIndex()))
               : FirstRun);
    refreshStatus();
    refreshTasks();
}

void MainWindow::showPage(Page page)
{
    if (!m_app.tenantSession() && page != Settings && page != Audit && page != Lab)
        page = FirstRun;
    if (page == Approvals && !m_approvals) {
        m_approvals = new ApprovalsPage(m_app);
        connect(m_approvals, &ApprovalsPage::waitingCount, this,
            [this](qint64 n) { m_nav.at(Approvals - 1)->setCount(n); });
        auto *box = new QVBoxLayout(m_approvalsPlace);
        box->setContentsMargins(0, 0, 0, 0);
        box->addWidget(m_approvals);
    }
    if (page == Lab && !m_lab) {
        m_lab = new LabPage(m_app);
        connect(m_lab, &LabPage::receiverSettingsWanted, this, [this] {
            showPage(Settings);
            m_settings->showReceiver();
        });
        auto *v = new QVBoxLayout(m_labPlace);
        v->setContentsMargins(0, 0, 0, 0);
        v->addWidget(m_lab);
    }
    if (page == Audit && !m_audit) {
        m_audit = new AuditPage(m_app);
        auto *box = new QVBoxLayout(m_auditPlace);
        box->setContentsMargins(0, 0, 0, 0);
        box->addWidget(m_audit);
    }
    m_stack->setCurrentIndex(page);
    if (m_app.tenantSession())
        m_app.settings().setValue(pageKey(), int(page));
    for (int i = 0; i < m_nav.size(); ++i) {
        m_nav.at(i)->setAutoExclusive(page != FirstRun);
        m_nav.at(i)->setChecked(i + 1 == page);
    }
    refreshTitle();
    refreshCommands();
}

QString MainWindow::pageKey() const
{
    return QStringLiteral("screen/") + (m_app.tenantSession() ? m_app.tenantSession()->tenant().id.str() : QString());
}

// Every number is a link to exactly those rows.
void MainWindow::connectOverview()
{
    connect(m_overview, &OverviewPage::statusWanted, this, [this](domain::IdentityStatus status) {
        showPage(Identities);
        m_identities->setStatusFilter(status);
    });
    connect(m_overview, &OverviewPage::pastDueWanted, this, [this] {
        showPage(Renewal);
        m_renewal->showPastDue();
    });
    connect(m_overview, &OverviewPage::weekWanted, this, [this](core::Instant from) {
        showPage(Renewal);
        m_renewal->showWeek(from);
    });
    connect(m_overview, &OverviewPage::sessionsWanted, this, [this](bool isHeld) {
        showPage(Sessions);
        m_sessions->showOnly(isHeld ? domain::SessionState::NeedsReview : domain::SessionState::Failed);
    });
    connect(m_overview, &OverviewPage::campaignsWanted, this, [this] {
        showPage(Renewal);
        m_renewal->showCampaigns();
    });
    connect(m_overview, &OverviewPage::auditWanted, this, [this] { showPage(Audit); });
    connect(m_overview, &OverviewPage::readinessWanted, &m_app, &AppContext::offlineDetailsWanted);
    connect(m_overview, &OverviewPage::reportWanted, this, &MainWindow::openReport);
    connect(m_renewal, &ReverificationPage::reportWanted, this, &MainWindow::openReport);
    connect(m_overview, &OverviewPage::verifyWanted, this, [this] { quickFind(); });
}

void MainWindow::openReport()
{
    if (!m_app.tenantSession())
        return;
    auto *d = new ReportDialog(m_app, this);
    d->setAttribute(Qt::WA_DeleteOnClose);
    d->open();
}

void MainWindow::refreshTitle()
{
    const int page = m_stack->currentIndex();
    QString title = QStringLiteral("IDV Console");
    if (const auto *w = m_app.tenantSession()) {
        const QStringList names{QString(), tr("Overview"), tr("Identities"), tr("Sessions"), tr("Re-verification"),
            tr("Profiles"), tr("Approvals"), tr("Lab"), tr("Audit"), tr("Settings")};
        QString tenant = w->tenant().name;
        if (w->tenant().environment != domain::Environment::Production)
            tenant += QStringLiteral(" (%1)").arg(environmentText(w->tenant().environment));
        const bool isOffline = w->sailpointLink().reach == services::Reach::Offline;
        title = QStringLiteral("%1 — %2 — IDV Console")
                    .arg(isOffline ? tr("%1 (offline)").arg(names.value(page)) : names.value(page), tenant);
    }
    setWindowTitle(title);
}

void MainWindow::refreshCommands()
{
    m_verifyAction->setEnabled(m_stack->currentWidget() == m_identities && !m_identities->current().isEmpty());
}

void MainWindow::showTenantMenu()
{
    core::whenDone<QList<domain::Tenant>>(
        m_app.tenants().list(), this, [this](const Result<QList<domain::Tenant>> &all) {
            auto *menu = new QMenu(this);
            menu->setAttribute(Qt::WA_DeleteOnClose);
            if (all) {
                for (const auto &t : *all) {
                    const bool isLab = t.id.str() == QLatin1String("lab");
                    const bool isOpen = m_app.tenantSession() && m_app.tenantSession()->tenant().id == t.id;
                    const QString kind = t.problem.isEmpty() ? environmentText(t.environment) : tr("cannot be read");
                    QAction *entry = menu->addAction(
                        domain::menuText(QStringLiteral("%1   %2").arg(t.name, kind)), this, [this, t, isLab, isOpen] {
                            if (isOpen)
                                return;
                            if (isLab)
                                m_app.openLab();
                            else
                                m_app.open(t);
                        });
                    entry->setCheckable(true);
                    entry->setChecked(isOpen);
                }
                menu->addSeparator();
            }
            menu->addAction(tr("Add tenant…"), &m_app, &AppContext::addTenant);
            menu->popup(m_tenant->mapToGlobal(QPoint(0, m_tenant->height())));
        });
}

QList<QAction *> MainWindow::commands() const
{
    QList<QAction *> all;
    for (QAction *menu : menuBar()->actions()) {
        for (QAction *a : menu->menu()->actions()) {
            if (!a->isSeparator())
                all << a;
        }
    }
    return all;
}

void MainWindow::quickFind(const QString &typed)
{
    if (!m_app.tenantSession())
        return;
    auto *find = new QuickFind(m_app, commands(), this);
    find->setAttribute(Qt::WA_DeleteOnClose);
    connect(find, &QuickFind::opened, this, [this](const core::IdentityId &id) {
        showPage(Identities);
        m_identities->openPerson(id);
    });
    find->open();
    find->move(mapToGlobal(QPoint((width() - find->width()) / 2, height() / 7)));
    if (!typed.isEmpty())
        find->type(typed);
}

void MainWindow::setCollapsed(bool isCollapsed)
{
    m_sidebar->setFixedWidth(16 + m_app.theme().scaled(isCollapsed ? 36 : 180));
    m_find->setText(isCollapsed ? QString() : tr("Find a person"));
    for (auto *n : std::as_const(m_nav))
        n->setCollapsed(isCollapsed);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    setCollapsed(m_isCollapsedByHand || width() < m_app.theme().scaled(1180));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_app.settings().setValue(QStringLiteral("window"), saveGeometry());
    QMainWindow::closeEvent(event);
}

} // namespace ui
