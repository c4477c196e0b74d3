#pragma once
#include "ui/common/savedialog.h"

namespace domain {
struct Tenant;
}

namespace ui {

/// One of the two workflows as a file to import in SailPoint's builder, filled from a tenant's settings.
class WorkflowFileDialog : public SaveDialog
{
    Q_OBJECT
public:
    /// `isStart`: the one that starts a verification; otherwise the one that takes its result, and a failed one goes to
    /// `escalateTo`, an e-mail address; empty: to nobody, it is written only.
    WorkflowFileDialog(
        AppContext &app, const domain::Tenant &tenant, bool isStart, const QString &escalateTo, QWidget *parent);
};

} // namespace ui
