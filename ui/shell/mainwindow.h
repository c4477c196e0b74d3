#pragma once
#include <QMainWindow>
#include <QTimer>
#include <optional>

class QStackedWidget;
class QProgressBar;

namespace ui {

class Banner;
class AppContext;
class FirstRunPage;
class IdentitiesPage;
class Label;
class NavItem;
class SessionsPage;
class SettingsPage;

/// The shell only: sidebar, tenant switcher, menu, status line, message bar.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(AppContext &app);
    enum Page { FirstRun, Overview, Identities, Sessions, Renewal, Profiles, Approvals, Lab, Audit, Settings };
    void showPage(Page page);
    IdentitiesPage &identities() { return *m_identities; }
    SettingsPage &settingsPage() { return *m_settings; }
    /// Null until it was shown.
    class LabPage *labPage() { return m_lab; }
    void quickFind(const QString &typed = {});

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeSidebar();
    void makeMenus();
    void makeStatusBar();
    void refreshTenant();
    void refreshStatus();
    void refreshTasks();
    void refreshCampaign();
    void showTasks();
    void refreshTitle();
    void refreshCommands();
    void nextRegion(bool isForward);
    void showTenantMenu();
    QString pageKey() const;
    void connectOverview();
    void openReport();
    /// Everything in the menus.
    QList<QAction *> commands() const;
    void setCollapsed(bool isCollapsed);

    AppContext &m_app;
    QStackedWidget *m_stack;
    FirstRunPage *m_first;
    class OverviewPage *m_overview;
    IdentitiesPage *m_identities;
    SessionsPage *m_sessions;
    class ReverificationPage *m_renewal;
    class ProfilesPage *m_profiles;
    class ApprovalsPage *m_approvals = nullptr;
    QWidget *m_approvalsPlace;
    class LabPage *m_lab = nullptr;
    QWidget *m_labPlace;
    class AuditPage *m_audit = nullptr;
    QWidget *m_auditPlace;
    SettingsPage *m_settings;
    QWidget *m_sidebar;
    class TenantButton *m_tenant;
    class QPushButton *m_find;
    QList<NavItem *> m_nav;
    Banner *m_messages;
    QWidget *m_frame;
    Label *m_sync;
    Label *m_campaign;
    QTimer m_campaignSoon; ///< many sessions that end are one reason to count
    QProgressBar *m_progress;
    Label *m_sailpoint;
    Label *m_provider;
    Label *m_receiver;
    class QToolButton *m_tasks;
    Label *m_operator;
    QString m_syncText;
    QString m_details;
    class QAction *m_verifyAction;
    class QMenu *m_personMenu;
    bool m_isCollapsedByHand = false;
};

} // namespace ui
