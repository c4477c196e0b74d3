#pragma once
#include "domain/verification/sessionlog.h"
#include "domain/verification/sessionwatch.h"
#include <QTimer>
#include <QWidget>
#include <memory>

class QStackedWidget;

namespace services {
class TenantSession;
}

namespace ui {

class AppContext;
class KeyValueList;
class NameComparison;
class RecoveryGatePanel;
class SessionFoot;
class SessionHead;
class SessionLink;
class SessionStory;
class TimeBar;

/// One verification while it runs: state, countdown, QR code and link, what to say, what happened. Closing it cancels
/// nothing.
class SessionWindow : public QWidget
{
    Q_OBJECT
public:
    SessionWindow(AppContext &app, const core::SessionId &id);
    const core::TenantId &tenant() const;

private:
    QWidget *makeLeft();
    void setTenantSession(const std::shared_ptr<services::TenantSession> &tenantSession);
    void follow();
    void reload();
    void showSession(const domain::Session &session);
    void showHead();
    void showNotes();
    void showEvidence();
    void onTimer();

    AppContext &m_app;
    std::shared_ptr<services::TenantSession> m_tenantSession; ///< outlives the tenant's turn in the main window
    core::SessionId m_id;
    domain::Session m_session;
    bool m_isLoaded = false;
    QList<domain::SessionNote> m_notes;
    domain::Watch m_watch;
    QTimer m_clock;
    SessionHead *m_head;
    TimeBar *m_bar;
    QStackedWidget *m_left;
    SessionLink *m_link;
    NameComparison *m_names;
    KeyValueList *m_evidence;
    SessionStory *m_story;
    RecoveryGatePanel *m_gate;
    SessionFoot *m_foot;
};

} // namespace ui
