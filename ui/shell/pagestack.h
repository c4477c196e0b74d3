#pragma once
#include "ui/shell/page.h"
#include <QStackedWidget>

namespace ui {

class AppContext;
class ApprovalsPage;
class AuditPage;
class IdentitiesPage;
class LabPage;
class OverviewPage;
class ProfilesPage;
class ReverificationPage;
class SessionsPage;
class SettingsPage;

/// The pages of the main window, of which one is seen. Some are made when they are first looked at.
class PageStack : public QStackedWidget
{
    Q_OBJECT
public:
    explicit PageStack(AppContext &app, QWidget *parent = nullptr);
    Page current() const { return Page(currentIndex()); }
    void open(Page page);
    /// Of the page that is seen.
    void focusSearch();
    OverviewPage &overview() { return *m_overview; }
    IdentitiesPage &identities() { return *m_identities; }
    ReverificationPage &renewal() { return *m_renewal; }
    SessionsPage &sessions() { return *m_sessions; }
    SettingsPage &settings() { return *m_settings; }
    /// Null until it was seen.
    LabPage *lab() { return m_lab; }

Q_SIGNALS:
    /// What waits on a page.
    void counted(ui::Page page, qint64 n);
    void receiverSettingsWanted();

private:
    void makeApprovals();
    void makeLab();
    void makeAudit();

    AppContext &m_app;
    OverviewPage *m_overview;
    IdentitiesPage *m_identities;
    SessionsPage *m_sessions;
    ReverificationPage *m_renewal;
    ProfilesPage *m_profiles;
    ApprovalsPage *m_approvals = nullptr;
    QWidget *m_approvalsPlace;
    LabPage *m_lab = nullptr;
    QWidget *m_labPlace;
    AuditPage *m_audit = nullptr;
    QWidget *m_auditPlace;
    SettingsPage *m_settings;
};

} // namespace ui
