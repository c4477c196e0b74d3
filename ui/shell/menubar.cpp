#include "ui/shell/menubar.h"
#include "ui/common/appcontext.h"
#include "ui/common/navigator.h"
#include "ui/common/opendialog.h"
#include "ui/identities/driftdialog.h"
#include "ui/identities/identitiespage.h"
#include "ui/person/personmenu.h"
#include "ui/rehearsal/rehearsaldialog.h"
#include "ui/reverification/reverificationpage.h"
#include "ui/shell/pagestack.h"
#include "ui/tenantsession/tenantsessions.h"
#include <QCoreApplication>
#include <QKeySequence>
#include <QMenu>

namespace ui {

MenuBar::MenuBar(AppContext &app, PageStack &pages, QWidget *parent) : QMenuBar(parent), m_app(app), m_pages(pages)
{
    makeFile();
    makeView();
    makeIdentity();
    makeTools();
}

QAction *MenuBar::add(QMenu *menu, const QString &text, const QKeySequence &keys, std::function<void()> run)
{
    QAction *a = menu->addAction(text);
    a->setShortcut(keys);
    connect(a, &QAction::triggered, this, [run = std::move(run)] { run(); });
    return a;
}

void MenuBar::makeFile()
{
    QMenu *file = addMenu(tr("&File"));
    add(file, tr("Add tenant…"), {}, [this] { m_app.navigator().addTenant(); });
    add(file, tr("Switch tenant…"), Qt::CTRL | Qt::Key_T, [this] { Q_EMIT tenantMenuWanted(); });
    file->addSeparator();
    add(file, tr("Export people…"), Qt::CTRL | Qt::Key_E, [this] {
        Q_EMIT pageWanted(Page::Identities);
        m_pages.identities().openExport();
    });
    add(file, tr("Report for auditors…"), {}, [this] { Q_EMIT reportWanted(); });
    file->addSeparator();
    add(file, tr("Quit"), QKeySequence::Quit, [this] {
        window()->close();
        QCoreApplication::quit();
    });
}

void MenuBar::addPages(QMenu *view)
{
    const auto page = [this, view](const QString &text, const QKeySequence &keys, Page wanted) {
        add(view, text, keys, [this, wanted] { Q_EMIT pageWanted(wanted); });
    };
    page(tr("Overview"), Qt::CTRL | Qt::Key_1, Page::Overview);
    page(tr("Identities"), Qt::CTRL | Qt::Key_2, Page::Identities);
    page(tr("Sessions"), Qt::CTRL | Qt::Key_3, Page::Sessions);
    page(tr("Re-verification"), Qt::CTRL | Qt::Key_4, Page::Renewal);
    page(tr("Profiles"), Qt::CTRL | Qt::Key_5, Page::Profiles);
    page(tr("Approvals"), Qt::CTRL | Qt::Key_6, Page::Approvals);
    page(tr("Lab"), Qt::CTRL | Qt::Key_7, Page::Lab);
    page(tr("Audit"), Qt::CTRL | Qt::Key_8, Page::Audit);
    page(tr("Settings"), Qt::CTRL | Qt::Key_Comma, Page::Settings);
}

void MenuBar::makeView()
{
    QMenu *view = addMenu(tr("&View"));
    addPages(view);
    view->addSeparator();
    add(view, tr("Search on this screen"), QKeySequence::Find, [this] { m_pages.focusSearch(); });
    add(view, tr("Filter people…"), Qt::CTRL | Qt::SHIFT | Qt::Key_F, [this] {
        Q_EMIT pageWanted(Page::Identities);
        m_pages.identities().openFilter();
    });
    add(view, tr("Close details"), Qt::Key_Escape, [this] {
        if (m_pages.current() == Page::Identities)
            m_pages.identities().closeDetails();
    });
    add(view, tr("Sidebar"), Qt::CTRL | Qt::Key_B, [this] { Q_EMIT sidebarToggled(); });
    add(view, tr("Next region"), Qt::Key_F6, [this] { Q_EMIT regionWanted(true); });
    add(view, tr("Previous region"), Qt::SHIFT | Qt::Key_F6, [this] { Q_EMIT regionWanted(false); });
}

void MenuBar::makeIdentity()
{
    QMenu *identity = addMenu(tr("&Identity"));
    add(identity, tr("Find a person…"), Qt::CTRL | Qt::Key_K, [this] { Q_EMIT findWanted(); });
    m_verify = add(identity, tr("Verify identity…"), Qt::CTRL | Qt::Key_Return,
        [this] { m_app.navigator().verify(m_pages.identities().current()); });
    m_verify->setEnabled(false);
    m_verify->setAutoRepeat(false); // a key held down must not press Start as well
    m_person = identity->addMenu(tr("This person"));
    connect(m_person, &QMenu::aboutToShow, this, [this] {
        if (const auto *p = m_pages.identities().currentPerson())
            fillPersonMenu(*m_person, m_app, *p, window());
    });
    m_invite = add(identity, tr("Invite everyone not invited yet…"), {}, [this] { inviteEveryone(m_app, window()); });
    connect(identity, &QMenu::aboutToShow, this, &MenuBar::refreshIdentity);
}

void MenuBar::refreshIdentity()
{
    const bool isThere = m_app.tenantSession() && m_pages.identities().currentPerson();
    m_person->setEnabled(isThere);
    m_person->setTitle(
        isThere ? tr("This person") : tr("This person") + QStringLiteral("   ") + tr("Nobody is selected."));
    m_verify->setText(m_verify->isEnabled() ? tr("Verify identity…")
                                            : tr("Verify identity…") + QStringLiteral("   ") +
                                                  tr("Select a person in Identities first."));
    const QString why = sailpointObstacle(m_app, domain::Right::InviteIdentities);
    m_invite->setEnabled(why.isEmpty());
    m_invite->setText(why.isEmpty() ? tr("Invite everyone not invited yet…")
                                    : tr("Invite everyone not invited yet…") + QStringLiteral("   ") + why);
}

void MenuBar::makeTools()
{
    QMenu *tools = addMenu(tr("&Tools"));
    add(tools, tr("Synchronise now"), QKeySequence::Refresh, [this] { m_app.tenantSessions().synchronise(false); });
    add(tools, tr("New campaign…"), {}, [this] {
        Q_EMIT pageWanted(Page::Renewal);
        m_pages.renewal().newCampaign();
    });
    add(tools, tr("Pause or continue the campaign"), Qt::CTRL | Qt::SHIFT | Qt::Key_P,
        [this] { m_pages.renewal().pauseOrResume(); });
    add(tools, tr("Differences with SailPoint…"), {}, [this] { showDifferences(m_app, window()); });
    add(tools, tr("Rehearsal…"), {},
        [this] { openDialog<RehearsalDialog>(m_app, m_pages.identities().current(), window()); });
    add(tools, tr("Operations…"), {}, [this] { Q_EMIT tasksWanted(); });
    add(tools, tr("Copy everyone anew"), {}, [this] { m_app.tenantSessions().synchronise(true); });
}

void MenuBar::refreshCommands()
{
    m_verify->setEnabled(m_pages.current() == Page::Identities && !m_pages.identities().current().isEmpty());
}

QList<QAction *> MenuBar::commands() const
{
    QList<QAction *> all;
    for (QAction *menu : actions()) {
        for (QAction *a : menu->menu()->actions()) {
            if (!a->isSeparator())
                all << a;
        }
    }
    return all;
}

} // namespace ui
