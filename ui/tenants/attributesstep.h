#pragma once
#include "ui/tenants/wizardstep.h"

class QComboBox;
class QHBoxLayout;

namespace ui {

/// Adding a tenant: which identity attribute holds which part of a result, and how a result gets there.
class AttributesStep : public WizardStep
{
    Q_OBJECT
public:
    /// A new tenant is asked for what IDV writes; the rest keeps SailPoint's usual names until it is edited.
    enum Fields { IdvFields, EveryField };
    explicit AttributesStep(Theme &theme, Fields fields = IdvFields, QWidget *parent = nullptr);
    void fill(domain::Tenant &tenant) const override;
    void load(const domain::Tenant &tenant) override;
    /// What is asked for depends on it; what was read of the other one is forgotten.
    void setProduct(domain::Product product);
    /// Technical names that exist in SailPoint.
    void setKnown(const QStringList &names);

private:
    QHBoxLayout *makeAttribute(const QString &key, const QString &name);
    void refreshStates();
    void refreshFields();

    QList<QLineEdit *> m_attributes;
    QList<Label *> m_states;
    QComboBox *m_strategy;
    QStringList m_known;
};

} // namespace ui
