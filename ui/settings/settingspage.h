#pragma once
#include <QWidget>

class QAction;
class QListWidget;
class QStackedWidget;

namespace ui {

class AppContext;

/// The pages of the settings; changes apply at once.
class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsPage(AppContext &app, QWidget *parent = nullptr);
    /// Of the menu; before the page Keyboard is looked at.
    void setCommands(const QList<QAction *> &commands) { m_commands = commands; }
    void showTenants();
    void showReceiver();

private:
    QWidget *makeAbout();
    AppContext &m_app;
    QListWidget *m_pages;
    QStackedWidget *m_stack;
    QList<QAction *> m_commands;
};

} // namespace ui
