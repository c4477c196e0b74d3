#pragma once
#include <QString>
#include <functional>

class QWidget;

namespace ui {

/// Asks before an open verification is ended for a new one; `then` runs after yes. `startedBy`: may be empty.
void confirmReplacement(QWidget *parent, const QString &startedBy, std::function<void()> then);

} // namespace ui
