#pragma once
#include "domain/verification.h"
#include "ui/widgets/dialog.h"
#include <memory>

namespace services {
class Workspace;
}

namespace ui {

class Desk;

/// A second person, who is not the operator, decides about a held result. The credentials typed here are used once and
/// kept nowhere.
class ReviewDialog : public Dialog
{
    Q_OBJECT
public:
    ReviewDialog(Desk &desk, std::shared_ptr<services::Workspace> workspace, const domain::Session &session, QWidget *parent);
};

} // namespace ui
