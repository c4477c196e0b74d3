#include "ui/reverification/dayfield.h"
#include "ui/reverification/ruledialog.h"
#include <QFormLayout>
#include <QSpinBox>

namespace ui {

QSpinBox *addDays(QFormLayout *form, const QString &name, int low, int value)
{
    auto *box = new QSpinBox;
    box->setRange(low, 1095);
    box->setSuffix(RuleDialog::tr(" days"));
    box->setValue(value);
    box->setAccessibleName(name);
    form->addRow(name, box);
    return box;
}

} // namespace ui
