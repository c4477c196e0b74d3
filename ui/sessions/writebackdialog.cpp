#include "ui/sessions/writebackdialog.h"
#include "ui/common/theme.h"
#include "ui/widgets/parts.h"
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

WriteBackDialog::WriteBackDialog(Theme &theme, const domain::Tenant &tenant, QWidget *parent) : Dialog(parent)
{
    setWindowTitle(tr("Write-back of %1").arg(tenant.name));
    setMinimumWidth(520);
    auto *form = new QFormLayout(this);
    form->setVerticalSpacing(10);
    auto *strategy = new QComboBox;
    strategy->setAccessibleName(tr("Write-back"));
    const bool isIq = domain::isIdentityIq(tenant);
    for (const auto s : domain::writeBackStrategiesOf(tenant.product))
        strategy->addItem(writeBackText(s, tenant.product), int(s));
    strategy->setCurrentIndex(strategy->findData(int(tenant.writeBack)));
    form->addRow(new Label(theme, tr("Write-back"), 13, "text-2"), strategy);
    auto *source = new QLineEdit(tenant.idvSourceId);
    source->setAccessibleName(tr("Flat-file source ID"));
    if (isIq)
        source->setParent(this), source->hide();
    else
        form->addRow(new Label(theme, tr("Flat-file source ID"), 13, "text-2"), source);
    auto *workflow = new QLineEdit(tenant.workflowId);
    const QString workflowText = isIq ? tr("Workflow name") : tr("Workflow ID");
    workflow->setAccessibleName(workflowText);
    form->addRow(new Label(theme, workflowText, 13, "text-2"), workflow);
    auto *confirm = new CheckBox(tr("Ask in the session window before each write"));
    confirm->setChecked(tenant.confirmWriteBack);
    form->addRow(QString(), confirm);
    auto *clears = new CheckBox(tr("A failed verification also sets idvVerified to false"));
    clears->setChecked(tenant.failedClearsVerified);
    form->addRow(QString(), clears);
    auto *pending = new CheckBox(tr("A start also writes idvStatus = PENDING"));
    pending->setChecked(tenant.writesPending);
    form->addRow(QString(), pending);
    auto *fault = new Label(theme, {}, 12, "failed");
    fault->setWordWrap(true);
    fault->hide();
    form->addRow(fault);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    form->addRow(buttons);
    const auto refresh = [strategy, source, workflow] {
        source->setEnabled(WriteBackStrategy(strategy->currentData().toInt()) == WriteBackStrategy::Account);
        workflow->setEnabled(WriteBackStrategy(strategy->currentData().toInt()) == WriteBackStrategy::Workflow);
    };
    connect(strategy, &QComboBox::currentIndexChanged, this, refresh);
    refresh();
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [=, this] {
        domain::Tenant changed = tenant;
        changed.writeBack = WriteBackStrategy(strategy->currentData().toInt());
        changed.idvSourceId = source->text().trimmed();
        changed.workflowId = workflow->text().trimmed();
        changed.confirmWriteBack = confirm->isChecked();
        changed.failedClearsVerified = clears->isChecked();
        changed.writesPending = pending->isChecked();
        if (const auto faults = domain::validate(changed); !faults.isEmpty()) {
            fault->setText(faults.first().text);
            fault->show();
            return;
        }
        accept();
        Q_EMIT chosen(changed);
    });
}

} // namespace ui
