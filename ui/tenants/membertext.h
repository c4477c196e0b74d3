#pragma once
#include <QString>

namespace ui {

/// A member of a stored tenant, as its field in the window is called ("provider.statusPath" -> "Status path"); one that
/// has no field, as it is.
QString memberText(const QString &member);
/// A stored value as a person reads it: "Yes", "(empty)"; a text as it is.
QString memberValueText(const QString &value);

} // namespace ui
