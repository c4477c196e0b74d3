#pragma once
#include "services/tenants/tenants.h"
#include "ui/widgets/dialog.h"

class QLineEdit;

namespace ui {

class Label;
class Theme;

/// New secrets of a tenant that is there; what stays empty is kept.
class SecretsDialog : public Dialog
{
    Q_OBJECT
public:
    SecretsDialog(Theme &theme, const domain::Tenant &tenant, QWidget *parent);

Q_SIGNALS:
    /// At least one of them.
    void chosen(const services::TenantSecrets &secrets);

private:
    void take();
    QLineEdit *m_secret;
    QLineEdit *m_key;
    QLineEdit *m_proxyUser = nullptr; ///< where its proxy asks
    QLineEdit *m_proxyPassword = nullptr;
    Label *m_fault;
};

} // namespace ui
