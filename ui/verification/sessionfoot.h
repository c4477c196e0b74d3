#pragma once
#include "core/result.h"
#include "domain/verification/verification.h"
#include <QWidget>
#include <memory>

class QPushButton;

namespace services {
class TenantSession;
}

namespace ui {

class AppContext;
class Label;

/// What can be done with one verification, and what became of it.
class SessionFoot : public QWidget
{
    Q_OBJECT
public:
    SessionFoot(AppContext &app, const core::SessionId &id, QWidget *parent = nullptr);
    void setTenantSession(std::shared_ptr<services::TenantSession> tenantSession);
    /// `isChanged`: its state is another one than before.
    void showSession(const domain::Session &session, bool isChanged);

private:
    void showWrite();
    void showHint();
    QString stopText() const;
    void lookForEscalation();
    void checkNow();
    void stop();
    void write();
    void askSecondPerson();
    void tryAgain();
    void answered(const core::Result<domain::Session> &session);
    void showProblem(const core::Error &error);

    AppContext &m_app;
    std::shared_ptr<services::TenantSession> m_tenantSession;
    core::SessionId m_id;
    domain::Session m_session;
    QString m_problem; ///< of what was pressed here, until something else is pressed
    Label *m_hint;
    QPushButton *m_stop;
    QPushButton *m_check;
    QPushButton *m_write;
    QPushButton *m_second;
    QPushButton *m_tryAgain;
};

} // namespace ui
