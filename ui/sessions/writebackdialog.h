#pragma once
#include "domain/tenants/tenant.h"
#include "ui/widgets/dialog.h"

namespace ui {

class Theme;

QString writeBackText(domain::WriteBackStrategy strategy, domain::Product product);

/// How results of a tenant get into SailPoint. Nothing changes before Save; a fault names its field.
class WriteBackDialog : public Dialog
{
    Q_OBJECT
public:
    WriteBackDialog(Theme &theme, const domain::Tenant &tenant, QWidget *parent);

Q_SIGNALS:
    void chosen(const domain::Tenant &changed);
};

} // namespace ui
