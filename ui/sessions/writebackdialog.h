#pragma once
#include "domain/tenants/tenant.h"
#include "ui/widgets/dialog.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;

namespace ui {

class FormBuilder;
class Label;
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

private:
    void addFields(FormBuilder &form);
    domain::WriteBackStrategy strategy() const;
    void refresh();
    void save();

    Theme &m_theme;
    domain::Tenant m_tenant;
    QComboBox *m_strategy;
    QLineEdit *m_source;
    QLineEdit *m_workflow;
    QCheckBox *m_confirm;
    QCheckBox *m_clears;
    QCheckBox *m_pending;
    Label *m_fault;
};

} // namespace ui
