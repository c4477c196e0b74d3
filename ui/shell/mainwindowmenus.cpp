#include "services/tenantsession/tenantsession.h"
#include "ui/access/approvalspage.h"
#include "ui/audit/auditpage.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/identities/driftdialog.h"
#include "ui/identities/identitiespage.h"
#include "ui/identities/personmenu.h"
#include "ui/lab/labpage.h"
#include "ui/profiles/profilespage.h"
#include "ui/reverification/reverificationpage.h"
#include "ui/sessions/sessionspage.h"
#include "ui/shell/mainwindow.h"
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QStackedWidget>

namespace ui {

void MainWindow::makeMenus()
{
    const auto add = [this](QMenu *menu, const QString &text, const QKeySequence &keys, auto slot) {
        QAction *a = menu->addAction(text);
        a->setShortcut(keys);
        connect(a, &QAction::triggered, this, slot);
        return a;
    };
    QMenu *file = menuBar()->addMenu(tr("&File"));
    add(file, tr("Add tenant…"), {}, [this] { m_app.addTenant(); });
    add(file, tr("Switch tenant…"), Qt::CTRL | Qt::Key_T, [this] { showTenantMenu(); });
    file->addSeparator();
    add(file, tr("Export people…"), Qt::CTRL | Qt::Key_E, [this] {
        showPage(Identities);
        m_identities->openExport();
    });
    add(file, tr("Report for auditors…"), {}, [this] { openReport(); });
    file->addSeparator();
    add(file, tr("Quit"), QKeySequence::Quit, [this] {
        close();
        QCoreApplication::quit();
    });
    QMenu *view = menuBar()->addMenu(tr("&View"));
    add(view, tr("Overview"), Qt::CTRL | Qt::Key_1, [this] { showPage(Overview); });
    add(view, tr("Identities"), Qt::CTRL | Qt::Key_2, [this] { showPage(Identities); });
    add(view, tr("Sessions"), Qt::CTRL | Qt::Key_3, [this] { showPage(Sessions); });
    add(view, tr("Re-verification"), Qt::CTRL | Qt::Key_4, [this] { showPage(Renewal); });
    add(view, tr("Profiles"), Qt::CTRL | Qt::Key_5, [this] { showPage(Profiles); });
    add(view, tr("Approvals"), Qt::CTRL | Qt::Key_6, [this] { showPage(Approvals); });
    add(view, tr("Lab"), Qt::CTRL | Qt::Key_7, [this] { showPage(Lab); });
    add(view, tr("Audit"), Qt::CTRL | Qt::Key_8, [this] { showPage(Audit); });
    add(view, tr("Settings"), Qt::CTRL | Qt::Key_Comma, [this] { showPage(Settings); });
    view->addSeparator();
    add(view, tr("Search on this screen"), QKeySequence::Find, [this] {
        if (m_stack->currentWidget() == m_identities)
            m_identities->focusSearch();
        else if (m_stack->currentWidget() == m_sessions)
            m_sessions->focusSearch();
        else if (m_stack->currentWidget() == m_renewal)
            m_renewal->focusSearch();
        else if (m_stack->currentWidget() == m_profiles)
            m_profiles->focusSearch();
        else if (m_stack->currentIndex() == Approvals)
            m_approvals->focusSearch();
        else if (m_stack->currentIndex() == Lab)
            m_lab->focusSearch();
        else if (m_stack->currentIndex() == Audit)
            m_audit->focusSearch();
    });
    add(view, tr("Filter people…"), Qt::CTRL | Qt::SHIFT | Qt::Key_F, [this] {
        showPage(Identities);
        m_identities->openFilter();
    });
    add(view, tr("Close details"), Qt::Key_Escape, [this] {
        if (m_stack->currentWidget() == m_identities)
            m_identities->closeDetails();
    });
    add(view, tr("Sidebar"), Qt::CTRL | Qt::Key_B, [this] {
        m_isCollapsedByHand = !m_isCollapsedByHand;
        setCollapsed(m_isCollapsedByHand || width() < m_app.theme().scaled(1180));
    });
    add(view, tr("Next region"), Qt::Key_F6, [this] { nextRegion(true); });
    add(view, tr("Previous region"), Qt::SHIFT | Qt::Key_F6, [this] { nextRegion(false); });
    QMenu *identity = menuBar()->addMenu(tr("&Identity"));
    add(identity, tr("Find a person…"), Qt::CTRL | Qt::Key_K, [this] { quickFind(); });
    m_verifyAction = add(
        identity, tr("Verify identity…"), Qt::CTRL | Qt::Key_Return, [this] { m_app.verify(m_identities->current()); });
    m_verifyAction->setEnabled(false);
    m_verifyAction->setAutoRepeat(false); // a key held down must not press Start as well
    m_personMenu = identity->addMenu(tr("This person"));
    connect(identity, &QMenu::aboutToShow, this, [this] {
        const bool isThere = m_app.tenantSession() && m_identities->currentPerson();
        m_personMenu->setEnabled(isThere);
        m_personMenu->setTitle(
            isThere ? tr("This person") : tr("This person") + QStringLiteral("   ") + tr("Nobody is selected."));
    });
    connect(m_personMenu, &QMenu::aboutToShow, this, [this] {
        if (const auto *p = m_identities->currentPerson())
            fillPersonMenu(*m_personMenu, m_app, *p, this);
    });
    connect(identity, &QMenu::aboutToShow, this, [this] {
        m_verifyAction->setText(m_verifyAction->isEnabled() ? tr("Verify identity…")
                                                            : tr("Verify identity…") + QStringLiteral("   ") +
                                                                  tr("Select a person in Identities first."));
    });
    QAction *invite =
        add(identity, tr("Invite everyone not invited yet…"), {}, [this] { inviteEveryone(m_app, this); });
    connect(identity, &QMenu::aboutToShow, this, [this, invite] {
        const QString why = sailpointObstacle(m_app, domain::Right::InviteIdentities);
        invite->setEnabled(why.isEmpty());
        invite->setText(why.isEmpty() ? tr("Invite everyone not invited yet…")
                                      : tr("Invite everyone not invited yet…") + QStringLiteral("   ") + why);
    });
    QMenu *tools = menuBar()->addMenu(tr("&Tools"));
    add(tools, tr("Synchronise now"), QKeySequence::Refresh, [this] { m_app.synchronise(false); });
    add(tools, tr("New campaign…"), {}, [this] {
        showPage(Renewal);
        m_renewal->newCampaign();
    });
    add(tools, tr("Pause or continue the campaign"), Qt::CTRL | Qt::SHIFT | Qt::Key_P,
        [this] { m_renewal->pauseOrResume(); });
    add(tools, tr("Differences with SailPoint…"), {}, [this] { showDifferences(m_app, this); });
    add(tools, tr("Asked of SailPoint…"), {}, [this] { showTasks(); });
    add(tools, tr("Copy everyone anew"), {}, [this] { m_app.synchronise(true); });
}

} // namespace ui
