#include "ui/sessions/writebackdialog.h"
#include "ui/common/theme.h"
#include "ui/widgets/formbuilder.h"
#include "ui/widgets/wrapping.h"
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>

namespace ui {

using domain::WriteBackStrategy;

QString writeBackText(WriteBackStrategy strategy, domain::Product product)
{
    switch (strategy) {
    case WriteBackStrategy::Scim: return WriteBackDialog::tr("Replace the person's record (SCIM)");
    case WriteBackStrategy::Workflow:
        if (product == domain::Product::IdentityIq)
            return WriteBackDialog::tr("Start a workflow");
        return WriteBackDialog::tr("Workflow with an external trigger");
    case WriteBackStrategy::Account: return WriteBackDialog::tr("Account on a flat-file source");
    case WriteBackStrategy::DirectPatch:
        return WriteBackDialog::tr("PATCH of the identity, as in the provider's guide");
    case WriteBackStrategy::None: break;
    }
    return WriteBackDialog::tr("None: SailPoint or the provider writes");
}

WriteBackDialog::WriteBackDialog(Theme &theme, const domain::Tenant &tenant, QWidget *parent)
    : Dialog(parent), m_theme(theme), m_tenant(tenant)
{
    setWindowTitle(tr("Write-back of %1").arg(tenant.name));
    setMinimumWidth(520);
    FormBuilder form(theme, new QFormLayout(this));
    addFields(form);
    m_confirm = new CheckBox(tr("Ask in the session window before each write"));
    m_confirm->setChecked(tenant.confirmWriteBack);
    form.bare(m_confirm);
    m_clears = new CheckBox(tr("A failed verification also sets idvVerified to false"));
    m_clears->setChecked(tenant.failedClearsVerified);
    form.bare(m_clears);
    m_pending = new CheckBox(tr("A start also writes idvStatus = PENDING"));
    m_pending->setChecked(tenant.writesPending);
    form.bare(m_pending);
    m_fault = form.fault();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    form.whole(buttons);
    connect(m_strategy, &QComboBox::currentIndexChanged, this, &WriteBackDialog::refresh);
    refresh();
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &WriteBackDialog::save);
}

void WriteBackDialog::addFields(FormBuilder &form)
{
    m_strategy = form.add(tr("Write-back"), new QComboBox);
    const bool isIq = domain::isIdentityIq(m_tenant);
    for (const auto s : domain::writeBackStrategiesOf(m_tenant.product))
        m_strategy->addItem(writeBackText(s, m_tenant.product), int(s));
    m_strategy->setCurrentIndex(m_strategy->findData(int(m_tenant.writeBack)));
    m_source = new QLineEdit(m_tenant.idvSourceId);
    if (isIq) {
        m_source->setParent(this);
        m_source->hide();
    } else {
        form.add(tr("Flat-file source ID"), m_source);
    }
    m_workflow = form.line(isIq ? tr("Workflow name") : tr("Workflow ID"), m_tenant.workflowId);
}

WriteBackStrategy WriteBackDialog::strategy() const
{
    return WriteBackStrategy(m_strategy->currentData().toInt());
}

void WriteBackDialog::refresh()
{
    m_source->setEnabled(strategy() == WriteBackStrategy::Account);
    m_workflow->setEnabled(strategy() == WriteBackStrategy::Workflow);
}

void WriteBackDialog::save()
{
    domain::Tenant changed = m_tenant;
    changed.writeBack = strategy();
    changed.idvSourceId = m_source->text().trimmed();
    changed.workflowId = m_workflow->text().trimmed();
    changed.confirmWriteBack = m_confirm->isChecked();
    changed.failedClearsVerified = m_clears->isChecked();
    changed.writesPending = m_pending->isChecked();
    if (const auto faults = domain::validate(changed); !faults.isEmpty())
        return showFault(m_fault, faults.first().text);
    accept();
    Q_EMIT chosen(changed);
}

} // namespace ui
