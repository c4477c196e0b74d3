#pragma once
#include <QString>

namespace ui {

class AppContext;

/// Copies text, and says so; a secret one is kept out of clipboard histories, and cleared again after 60 s, or when the
/// program ends, if the clipboard still holds it.
void copyToClipboard(AppContext &app, const QString &text, bool isSecret);

} // namespace ui
