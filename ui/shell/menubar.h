#pragma once
#include "ui/shell/page.h"
#include <QMenuBar>
#include <functional>

class QAction;
class QKeySequence;
class QMenu;

namespace ui {

class AppContext;
class PageStack;

/// The menus of the main window, with their keys. What the window itself has to do is asked for.
class MenuBar : public QMenuBar
{
    Q_OBJECT
public:
    MenuBar(AppContext &app, PageStack &pages, QWidget *parent);
    /// Everything in the menus.
    QList<QAction *> commands() const;
    /// What can be done on the page that is seen.
    void refreshCommands();

Q_SIGNALS:
    void pageWanted(ui::Page page);
    void findWanted();
    void tenantMenuWanted();
    void reportWanted();
    void sidebarToggled();
    void regionWanted(bool isForward);
    void tasksWanted();

private:
    void makeFile();
    void makeView();
    void addPages(QMenu *view);
    void makeIdentity();
    void makeTools();
    /// What stands against an entry is said behind its name.
    void refreshIdentity();
    QAction *add(QMenu *menu, const QString &text, const QKeySequence &keys, std::function<void()> run);

    AppContext &m_app;
    PageStack &m_pages;
    QAction *m_verify;
    QMenu *m_person;
    QAction *m_invite;
};

} // namespace ui
