#include "ui/tenants/attributesstep.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/sessions/writebackdialog.h"
#include "ui/widgets/hintededit.h"
#include "ui/widgets/wrapping.h"
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

AttributesStep::AttributesStep(Theme &theme, Fields fields, QWidget *parent)
    : WizardStep(theme, tr("Attributes and write-back"),
          tr("Which identity attribute holds which part of the result, and how a result gets there."), parent)
{
    QFormLayout *f = makeForm();
    const domain::AttributeMap defaults;
    const int count = fields == EveryField ? domain::fieldCount : domain::idvFieldCount;
    for (int i = 0; i < count; ++i) {
        const QString key = domain::fieldKey(domain::Field(i));
        QHBoxLayout *row = makeAttribute(key, defaults.name(domain::Field(i)));
        f->addRow(new Label(theme, key, 13, "text-2"), row);
    }
    m_strategy = new ComboBox;
    m_strategy->setAccessibleName(tr("Write-back"));
    addRow(f, tr("Write-back"), m_strategy);
    addField(f, QStringLiteral("idv-source"), tr("Flat-file source ID"), {});
    addField(f, QStringLiteral("workflow-id"), tr("Workflow ID"), {});
    connect(m_strategy, &QComboBox::currentIndexChanged, this, &AttributesStep::refreshFields);
    page()->addStretch();
}

QHBoxLayout *AttributesStep::makeAttribute(const QString &key, const QString &name)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    auto *edit = new QLineEdit(name);
    edit->setAccessibleName(key);
    auto *state = new Label(theme(), {}, 12, "text-3");
    state->setMinimumWidth(150);
    row->addWidget(edit, 1);
    row->addWidget(state);
    m_attributes << edit;
    m_states << state;
    connect(edit, &QLineEdit::textChanged, this, &AttributesStep::refreshStates);
    return row;
}

void AttributesStep::refreshFields()
{
    const auto chosen = domain::WriteBackStrategy(m_strategy->currentData().toInt());
    setEnabledOr(field("idv-source")->edit(),
        chosen == domain::WriteBackStrategy::Account ? QString() : tr("Only for writing to an account."));
    setEnabledOr(field("workflow-id")->edit(),
        chosen == domain::WriteBackStrategy::Workflow ? QString() : tr("Only for writing through a workflow."));
}

void AttributesStep::setProduct(domain::Product product)
{
    const bool isIq = product == domain::Product::IdentityIq;
    HintedEdit *workflow = field("workflow-id");
    workflow->caption()->setText(isIq ? tr("Workflow name") : tr("Workflow ID"));
    workflow->edit()->setAccessibleName(workflow->caption()->text());
    m_known.clear();
    HintedEdit *source = field("idv-source");
    source->setVisible(!isIq);
    source->caption()->setVisible(!isIq);
    const int chosen = m_strategy->currentData().toInt();
    m_strategy->clear();
    for (const auto s : domain::writeBackStrategiesOf(product))
        m_strategy->addItem(writeBackText(s, product), int(s));
    m_strategy->setCurrentIndex(std::max(0, m_strategy->findData(chosen)));
    refreshStates();
}

void AttributesStep::setKnown(const QStringList &names)
{
    m_known = names;
    refreshStates();
}

void AttributesStep::refreshStates()
{
    for (int i = 0; i < m_attributes.size(); ++i) {
        Label *state = m_states.at(i);
        if (m_known.isEmpty()) {
            state->setText(tr("Not checked"));
            state->setToken("text-3");
            continue;
        }
        const bool isThere = m_known.contains(m_attributes.at(i)->text().trimmed());
        state->setText(isThere ? tr("Found in SailPoint") : tr("Not in SailPoint yet"));
        state->setToken(isThere ? "verified" : "due");
    }
}

void AttributesStep::load(const domain::Tenant &tenant)
{
    setProduct(tenant.product);
    for (int i = 0; i < m_attributes.size(); ++i)
        m_attributes.at(i)->setText(tenant.map.name(domain::Field(i)));
    m_strategy->setCurrentIndex(std::max(0, m_strategy->findData(int(tenant.writeBack))));
    put("idv-source", tenant.idvSourceId);
    put("workflow-id", tenant.workflowId);
}

void AttributesStep::fill(domain::Tenant &tenant) const
{
    tenant.writeBack = domain::WriteBackStrategy(m_strategy->currentData().toInt());
    tenant.idvSourceId = text("idv-source");
    tenant.workflowId = text("workflow-id");
    for (int i = 0; i < m_attributes.size(); ++i)
        tenant.map.set(domain::Field(i), m_attributes.at(i)->text());
}

} // namespace ui
