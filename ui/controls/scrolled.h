#pragma once
#include <QScrollArea>

namespace ui {

/// What may be higher than its place; without a frame, and on the page's own background.
QScrollArea *scrolled(QWidget *inner);

} // namespace ui
