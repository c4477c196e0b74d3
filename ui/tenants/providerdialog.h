#pragma once
#include "domain/tenants/tenant.h"
#include "ui/widgets/dialog.h"
#include <QHash>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace ui {

class Label;
class Theme;

/// How a tenant's provider is called and read: a preset, and every field of it changeable.
class ProviderDialog : public Dialog
{
    Q_OBJECT
public:
    ProviderDialog(Theme &theme, const domain::Tenant &tenant, QWidget *parent);

Q_SIGNALS:
    void chosen(const domain::Tenant &changed);

private:
    void fill(const domain::ProviderProfile &profile);
    domain::ProviderProfile profile() const;
    void refresh();
    void save();

    Theme &m_theme;
    domain::Tenant m_tenant;
    QFormLayout *m_form;
    QComboBox *m_kind;
    QHash<QByteArray, QLineEdit *> m_fields;
    QSpinBox *m_minutes;
    QComboBox *m_curve;
    Label *m_fault;
};

} // namespace ui
