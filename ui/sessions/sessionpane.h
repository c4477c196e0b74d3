#pragma once
#include "domain/verification/sessionlog.h"
#include "domain/verification/sessionwatch.h"
#include <QFrame>

class QPushButton;
class QTabWidget;

namespace ui {

class Banner;
class Chip;
class AppContext;
class KeyValueList;
class Label;
class NameComparison;
class SessionMessages;
class Timeline;

/// Beside the list: what a session is, what can be done with it, its timeline, evidence and messages.
class SessionPane : public QFrame
{
    Q_OBJECT
public:
    explicit SessionPane(AppContext &app, QWidget *parent = nullptr);
    void show(const domain::Session &session);
    /// Once a second: what the watch shows, and when the link may be sent again.
    void onTimer();

private:
    QWidget *makeActions();
    QWidget *makeTimeline();
    QWidget *makeEvidence();
    void sendAgain();
    void showState();
    void showNotes();
    void showEvidence();
    void showDiagnosis();

    AppContext &m_app;
    domain::Session m_session;
    QList<domain::SessionNote> m_notes;
    domain::Watch m_watch;
    core::Instant m_againAt = 0; ///< when the link may be asked for again
    Label *m_said;               ///< what became of the button that was pressed here
    Label *m_person;
    Chip *m_state;
    Label *m_fact;
    QPushButton *m_again;
    QPushButton *m_check;
    QPushButton *m_cancel;
    Banner *m_diagnosis;
    QTabWidget *m_tabs;
    Timeline *m_timeline;
    KeyValueList *m_request;
    NameComparison *m_names;
    KeyValueList *m_evidence;
    SessionMessages *m_messages;
};

} // namespace ui
