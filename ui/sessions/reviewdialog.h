#pragma once
#include "domain/verification/verification.h"
#include "ui/widgets/dialog.h"
#include <memory>

namespace services {
class Workspace;
}

namespace ui {

class Desk;

/// A second person, who is not the operator, decides: about a held result, or whether an account that is not known to
/// be active may be recovered. The credentials typed here are used once and kept nowhere.
class ReviewDialog : public Dialog
{
    Q_OBJECT
public:
    enum class Question { HeldResult, Activity };
    ReviewDialog(Desk &desk, std::shared_ptr<services::Workspace> workspace, const domain::Session &session,
        QWidget *parent, Question question = Question::HeldResult);

private:
    void showHeld(class QVBoxLayout *layout, const domain::Session &session);
    void showActivity(QVBoxLayout *layout, const domain::Session &session);

    Desk &m_desk;
    std::shared_ptr<services::Workspace> m_workspace;
};

} // namespace ui
