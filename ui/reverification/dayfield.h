#pragma once
#include <QString>

class QSpinBox;

namespace ui {

class FormBuilder;

/// A row of a form for a number of days, from `low` to three years.
QSpinBox *addDays(FormBuilder &form, const QString &name, int low, int value);

} // namespace ui
