#pragma once
#include "ui/widgets/dialog.h"

namespace ui {

class AppContext;

/// Registers who sits here, by an own personal access token or, with IdentityIQ, an own user name and password, which
/// are used once. Needs an opened tenant.
class OperatorDialog : public Dialog
{
    Q_OBJECT
public:
    OperatorDialog(AppContext &app, QWidget *parent);

Q_SIGNALS:
    /// The SailPoint identity; before the dialog closes.
    void registered(const QString &identity);
};

} // namespace ui
