#include "ui/shell/mainwindow.h"
#include "domain/text/messages.h"
#include "services/tenants/vendorreach.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessions.h"
#include "ui/audit/reportdialogs.h"
#include "ui/common/appcontext.h"
#include "ui/common/clipboard.h"
#include "ui/common/navigator.h"
#include "ui/common/opendialog.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/region.h"
#include "ui/identities/identitiespage.h"
#include "ui/identities/quickfind.h"
#include "ui/overview/overviewpage.h"
#include "ui/reverification/reverificationpage.h"
#include "ui/sessions/sessionspage.h"
#include "ui/settings/keyboardpage.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/menubar.h"
#include "ui/shell/notifier.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/statusline.h"
#include "ui/tenants/readinessdialog.h"
#include "ui/widgets/tenantbutton.h"
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui {

MainWindow::MainWindow(AppContext &app) : m_app(app)
{
    app.navigator().setDialogParent(this);
    setObjectName(QStringLiteral("mainWindow"));
    setMinimumSize(1024, 640);
    setWindowIcon(QIcon(app.theme().pixmap(QStringLiteral("app-icon"), 64, QStringLiteral("accent"), 1)));
    setCentralWidget(makeFrame());
    m_menus = new MenuBar(app, *m_pages, this);
    setMenuBar(m_menus);
    KeyboardPage::apply(app, m_menus->commands());
    m_pages->settings().setCommands(m_menus->commands());
    m_status = new StatusLine(app, this);
    setStatusBar(m_status);
    connectOverview();

    app.setNotifier(new Notifier(app, this));
    connectApp();
    connectPages();
    connectMenus();
    const QByteArray geometry = app.settings().value(QStringLiteral("window")).toByteArray();
    if (geometry.isEmpty() || !restoreGeometry(geometry))
        resize(1440, 900);
    refreshTenant();
}

QWidget *MainWindow::makeFrame()
{
    m_frame = new QWidget;
    m_frame->setObjectName(QStringLiteral("tenantFrame"));
    auto *h = new QHBoxLayout(m_frame);
    h->setContentsMargins(0, 0, 0, 0);
    h->setSpacing(0);
    m_sidebar = new Sidebar(m_app);
    h->addWidget(m_sidebar);
    auto *main = new QVBoxLayout;
    main->setSpacing(0);
    m_messages = new Banner(m_app.theme(), true);
    connect(m_messages, &Banner::firstPressed, this, [this] { copyToClipboard(m_app, m_details, false); });
    connect(m_messages, &Banner::secondPressed, m_messages, &QWidget::hide);
    main->addWidget(m_messages);
    m_pages = new PageStack(m_app);
    main->addWidget(m_pages, 1);
    h->addLayout(main, 1);
    return m_frame;
}

void MainWindow::connectApp()
{
    connect(&m_app, &AppContext::tenantSessionChanged, this, &MainWindow::refreshTenant);
    connect(&m_app, &AppContext::failed, this, &MainWindow::showError);
    connect(&m_app, &AppContext::warned, this, [this](const QString &headline, const QString &advice) {
        m_details = headline;
        m_messages->show(Banner::Warning, headline, advice, {}, tr("Close"));
    });
    connect(&m_app.navigator(), &Navigator::offlineDetailsWanted, this, &MainWindow::showReadiness);
    connect(&m_app, &AppContext::notice, this, [this](const QString &text) { m_status->showMessage(text, 6000); });
    connect(m_status, &StatusLine::skewSeen, this, &MainWindow::showSkew);
    connect(&m_app.navigator(), &Navigator::policyWanted, this, [this] {
        showPage(Renewal);
        m_pages->renewal().showPolicy();
    });
    connect(&m_app.navigator(), &Navigator::personWanted, this, [this](const core::IdentityId &id) {
        showPage(Identities);
        m_pages->identities().openPerson(id);
    });
}

void MainWindow::connectPages()
{
    connect(m_pages, &PageStack::counted, m_sidebar, &Sidebar::setCount);
    connect(m_pages, &PageStack::receiverSettingsWanted, this, [this] {
        showPage(Settings);
        m_pages->settings().showReceiver();
    });
    connect(&m_pages->identities(), &IdentitiesPage::selectionChanged, m_menus, &MenuBar::refreshCommands);
    connect(m_sidebar, &Sidebar::pageWanted, this, [this](Page page) {
        if (m_pages->current() != page)
            showPage(page);
    });
    connect(m_sidebar, &Sidebar::findWanted, this, [this] { quickFind(); });
}

void MainWindow::connectMenus()
{
    connect(m_menus, &MenuBar::pageWanted, this, &MainWindow::showPage);
    connect(m_menus, &MenuBar::findWanted, this, [this] { quickFind(); });
    connect(m_menus, &MenuBar::tenantMenuWanted, m_sidebar, &Sidebar::showTenantMenu);
    connect(m_menus, &MenuBar::reportWanted, this, &MainWindow::openReport);
    connect(m_menus, &MenuBar::regionWanted, this, &MainWindow::nextRegion);
    connect(m_menus, &MenuBar::tasksWanted, m_status, &StatusLine::showTasks);
    connect(m_menus, &MenuBar::sidebarToggled, this, [this] {
        m_isCollapsedByHand = !m_isCollapsedByHand;
        collapse();
    });
}

void MainWindow::showError(const core::Error &error, int vendor)
{
    const auto m = domain::userMessage(error, domain::Vendor(vendor));
    m_details = domain::details(error);
    m_messages->show(Banner::Problem, m.headline, m.advice, tr("Copy details"), tr("Close"));
}

void MainWindow::showSkew(const QString &text, bool isRefused)
{
    if (!m_messages->isVisible())
        m_messages->show(isRefused ? Banner::Problem : Banner::Warning, text,
            tr("Signatures and expiry times cannot be trusted until it is set."), {}, tr("Close"));
}

void MainWindow::showReadiness()
{
    openDialog<ReadinessDialog>(m_app, this);
}

void MainWindow::nextRegion(bool isForward)
{
    QList<QWidget *> fixed{m_sidebar};
    if (m_messages->isVisible())
        fixed << m_messages;
    focusNextRegion(fixed, m_pages->currentWidget(), focusWidget(), isForward);
}

static QString frameStyle(const QColor &color)
{
    return QStringLiteral("#tenantFrame { border-top: 3px solid %1; }").arg(color.name());
}

void MainWindow::refreshTenant()
{
    auto *w = m_app.tenantSession();
    m_messages->hide();
    m_status->follow();
    m_sidebar->setTenant(w ? std::optional(w->tenant()) : std::nullopt);
    QString frame;
    if (w) {
        connect(&w->reach(), &services::VendorReach::changed, this, &MainWindow::refreshTitle);
        // Production wears a frame: nobody mistakes it for the others.
        if (w->tenant().environment == domain::Environment::Production)
            frame = frameStyle(m_app.theme().color("failed-solid"));
        else if (w->tenant().environment == domain::Environment::Simulator)
            frame = frameStyle(m_app.theme().color("review-solid"));
    }
    m_frame->setStyleSheet(frame);
    showPage(firstPage());
    m_status->refresh();
}

// Another tenant keeps the screen; the first one opens where it was left.
Page MainWindow::firstPage()
{
    if (!m_app.tenantSession())
        return FirstRun;
    if (m_pages->current() != FirstRun)
        return m_pages->current();
    const int last = m_app.settings().value(pageKey(), int(Overview)).toInt();
    return Page(std::clamp(last, int(Overview), int(Settings)));
}

void MainWindow::showPage(Page page)
{
    if (!m_app.tenantSession() && page != Settings && page != Audit && page != Lab)
        page = FirstRun;
    m_pages->open(page);
    if (m_app.tenantSession())
        m_app.settings().setValue(pageKey(), int(page));
    m_sidebar->setCurrent(page);
    refreshTitle();
    m_menus->refreshCommands();
}

QString MainWindow::pageKey() const
{
    return QStringLiteral("screen/") + (m_app.tenantSession() ? m_app.tenantSession()->tenant().id.str() : QString());
}

// Every number is a link to exactly those rows.
void MainWindow::connectOverview()
{
    const OverviewPage *overview = &m_pages->overview();
    connect(overview, &OverviewPage::statusWanted, this, [this](domain::IdentityStatus status) {
        showPage(Identities);
        m_pages->identities().setStatusFilter(status);
    });
    connect(overview, &OverviewPage::pastDueWanted, this, [this] {
        showPage(Renewal);
        m_pages->renewal().showPastDue();
    });
    connect(overview, &OverviewPage::weekWanted, this, [this](core::Instant from) {
        showPage(Renewal);
        m_pages->renewal().showWeek(from);
    });
    connect(overview, &OverviewPage::sessionsWanted, this, [this](bool isHeld) {
        showPage(Sessions);
        m_pages->sessions().showOnly(isHeld ? domain::SessionState::NeedsReview : domain::SessionState::Failed);
    });
    connect(overview, &OverviewPage::campaignsWanted, this, [this] {
        showPage(Renewal);
        m_pages->renewal().showCampaigns();
    });
    connect(overview, &OverviewPage::auditWanted, this, [this] { showPage(Audit); });
    connect(overview, &OverviewPage::readinessWanted, &m_app.navigator(), &Navigator::offlineDetailsWanted);
    connect(overview, &OverviewPage::reportWanted, this, &MainWindow::openReport);
    connect(&m_pages->renewal(), &ReverificationPage::reportWanted, this, &MainWindow::openReport);
    connect(overview, &OverviewPage::verifyWanted, this, [this] { quickFind(); });
}

void MainWindow::openReport()
{
    if (!m_app.tenantSession())
        return;
    openDialog<ReportDialog>(m_app, this);
}

void MainWindow::refreshTitle()
{
    const int page = int(m_pages->current());
    QString title = QStringLiteral("IDV Console");
    if (const auto *w = m_app.tenantSession()) {
        const QStringList names{QString(), tr("Overview"), tr("Identities"), tr("Sessions"), tr("Re-verification"),
            tr("Profiles"), tr("Approvals"), tr("Lab"), tr("Audit"), tr("Settings")};
        QString tenant = w->tenant().name;
        if (w->tenant().environment != domain::Environment::Production)
            tenant += QStringLiteral(" (%1)").arg(environmentText(w->tenant().environment));
        const bool isOffline = w->reach().sailpoint().reach == services::Reach::Offline;
        title = QStringLiteral("%1 — %2 — IDV Console")
                    .arg(isOffline ? tr("%1 (offline)").arg(names.value(page)) : names.value(page), tenant);
    }
    setWindowTitle(title);
}

void MainWindow::quickFind(const QString &typed)
{
    if (!m_app.tenantSession())
        return;
    auto *find = makeWindow<QuickFind>(m_app, m_menus->commands(), this);
    connect(find, &QuickFind::opened, this, [this](const core::IdentityId &id) {
        showPage(Identities);
        m_pages->identities().openPerson(id);
    });
    find->open();
    find->move(mapToGlobal(QPoint((width() - find->width()) / 2, height() / 7)));
    if (!typed.isEmpty())
        find->type(typed);
}

void MainWindow::collapse()
{
    m_sidebar->setCollapsed(m_isCollapsedByHand || width() < m_app.theme().scaled(1180));
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    collapse();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_app.settings().setValue(QStringLiteral("window"), saveGeometry());
    QMainWindow::closeEvent(event);
}

} // namespace ui
