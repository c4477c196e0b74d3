#pragma once
#include "core/result.h"
#include "domain/verification/verification.h"
#include "ui/widgets/dialog.h"
#include <memory>

class QFormLayout;
class QHBoxLayout;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace services {
class TenantSession;
}

namespace ui {

class AppContext;
class Banner;

/// A second person, who is not the operator, decides: about a held result, or whether an account that is not known to
/// be active may be recovered. The credentials typed here are used once and kept nowhere.
class ReviewDialog : public Dialog
{
    Q_OBJECT
public:
    enum class Question { HeldResult, Activity };
    ReviewDialog(AppContext &app, std::shared_ptr<services::TenantSession> tenantSession,
        const domain::Session &session, QWidget *parent, Question question = Question::HeldResult);

private:
    void showHeld(QVBoxLayout *layout, const domain::Session &session);
    void showActivity(QVBoxLayout *layout, const domain::Session &session);
    QFormLayout *makeForm();
    QHBoxLayout *makeFoot(bool canAccept);
    bool isIdentityIq() const;
    void decide(bool isAccepted);
    void setCanDecide(bool can);
    void decided(const core::Result<domain::Session> &session);

    AppContext &m_app;
    std::shared_ptr<services::TenantSession> m_tenantSession;
    core::SessionId m_session;
    bool m_isHeld;
    Banner *m_banner;
    QLineEdit *m_name; ///< or client ID
    QLineEdit *m_secret;
    QPlainTextEdit *m_comment;
    QPushButton *m_reject;
    QPushButton *m_accept;
};

} // namespace ui
