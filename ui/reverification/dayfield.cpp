#include "ui/reverification/dayfield.h"
#include "ui/reverification/ruledialog.h"
#include "ui/widgets/formbuilder.h"
#include <QSpinBox>

namespace ui {

QSpinBox *addDays(FormBuilder &form, const QString &name, int low, int value)
{
    QSpinBox *box = form.number(name, low, 1095, RuleDialog::tr(" days"));
    box->setValue(value);
    return box;
}

} // namespace ui
