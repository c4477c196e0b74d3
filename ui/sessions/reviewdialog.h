#pragma once
#include "domain/verification/verification.h"
#include "ui/widgets/dialog.h"
#include <memory>

namespace services {
class TenantSession;
}

namespace ui {

class AppContext;

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
    void showHeld(class QVBoxLayout *layout, const domain::Session &session);
    void showActivity(QVBoxLayout *layout, const domain::Session &session);

    AppContext &m_app;
    std::shared_ptr<services::TenantSession> m_tenantSession;
};

} // namespace ui
