#pragma once
#include "ui/widgets/dialog.h"

namespace ui {

class AppContext;

/// Asks who decides about an access request in the operator's place.
class ForwardDialog : public Dialog
{
    Q_OBJECT
public:
    ForwardDialog(AppContext &app, QWidget *parent);

Q_SIGNALS:
    /// The id of an identity; said once the dialog is accepted.
    void chosen(const QString &identity);
};

} // namespace ui
