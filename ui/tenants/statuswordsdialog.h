#pragma once
#include "domain/tenants/tenant.h"
#include "ui/widgets/dialog.h"

namespace ui {

class Theme;

/// What the words of idvStatus mean with a tenant. Nothing changes before Save, which needs a reason; a fault is said.
class StatusWordsDialog : public Dialog
{
    Q_OBJECT
public:
    StatusWordsDialog(Theme &theme, const domain::Tenant &tenant, QWidget *parent);

Q_SIGNALS:
    void chosen(const domain::StatusWords &words, const QString &reason);
};

} // namespace ui
