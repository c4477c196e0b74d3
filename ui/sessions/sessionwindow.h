#pragma once
#include "domain/verification/sessionlog.h"
#include "domain/verification/sessionwatch.h"
#include <QTimer>
#include <QWidget>
#include <memory>

class QPushButton;
class QFrame;
class QStackedWidget;

namespace services {
class TenantSession;
}

namespace ui {

class AppContext;
class ElidedLabel;
class RecoveryGatePanel;
class KeyValueList;
class Label;
class NameComparison;
class QrView;
class Timeline;

/// One verification while it runs: state, countdown, QR code and link, what to say, what happened. Closing it cancels
/// nothing.
class SessionWindow : public QWidget
{
    Q_OBJECT
public:
    SessionWindow(AppContext &app, const core::SessionId &id);
    const core::TenantId &tenant() const;

protected:
    bool eventFilter(QObject *o, QEvent *e) override;

private:
    QWidget *makeHead();
    QWidget *makeLeft();
    QWidget *makeRight();
    QWidget *makeFoot();
    void follow();
    void reload();
    void show_(const domain::Session &session);
    void showHead();
    void showNotes();
    void showEvidence();
    void sendAgain();
    void showSendAgain(core::Instant now);
    void showProblem(const core::Error &error);
    void onTimer();

    AppContext &m_app;
    std::shared_ptr<services::TenantSession> m_tenantSession; ///< outlives the tenant's turn in the main window
    core::SessionId m_id;
    domain::Session m_session;
    bool m_isLoaded = false;
    QList<domain::SessionNote> m_notes;
    domain::Watch m_watch;
    core::Instant m_againAt = 0; ///< when the link may be asked for again
    QString m_againSaid;         ///< what became of the last time
    QString m_problem;           ///< of what was pressed in the foot, until something else is pressed
    QTimer m_clock;
    QFrame *m_head;
    QWidget *m_bar;
    QLabel *m_stateIcon;
    Label *m_headline;
    Label *m_fact;
    Label *m_countdown;
    Label *m_elapsed;
    QStackedWidget *m_left;
    QrView *m_qr;
    ElidedLabel *m_link;
    QPushButton *m_copy;
    QPushButton *m_again;
    Label *m_linkHint;
    Label *m_person;
    Label *m_request;
    Label *m_say;
    Timeline *m_timeline;
    NameComparison *m_names;
    KeyValueList *m_evidence;
    QPushButton *m_stop;
    QPushButton *m_check;
    QPushButton *m_write;
    Label *m_footHint;
    RecoveryGatePanel *m_gate;
    QPushButton *m_second;
    QPushButton *m_tryAgain;
    double m_left01 = 1;
    QString m_family = QStringLiteral("pending");
};

} // namespace ui
