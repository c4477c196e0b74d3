#pragma once
#include <QString>

class QFormLayout;
class QSpinBox;

namespace ui {

/// A row of a form for a number of days, from `low` to three years.
QSpinBox *addDays(QFormLayout *form, const QString &name, int low, int value);

} // namespace ui
