#pragma once
#include <QString>

namespace ui {

/// Title or sentence of a scenario that comes with the console, translated; any other text as it is.
QString scenarioText(const QString &text);

} // namespace ui
