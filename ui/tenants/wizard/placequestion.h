#pragma once
#include <functional>

class QWidget;

namespace ui {

class SailPointStep;

/// An address on this computer is a simulator or a tunnel to the real tenant: asked, never guessed, since what is
/// recorded of its requests depends on it. What is chosen goes into `step`, then `then` is called; nothing for Cancel.
/// `step` lives as long as `over`.
void askPlace(QWidget *over, SailPointStep &step, std::function<void()> then);

} // namespace ui
