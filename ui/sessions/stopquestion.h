#pragma once
#include "domain/verification/verification.h"
#include <functional>

class QWidget;

namespace ui {

/// Asks before a verification is ended; `then` runs after yes.
void confirmStop(QWidget *parent, const domain::Session &session, bool hasCancelCall, std::function<void()> then);

} // namespace ui
