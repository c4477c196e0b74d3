#pragma once

class QWidget;

namespace ui {

class Desk;

/// Everything but the secrets into a file.
void exportSettings(Desk &desk, QWidget *parent);
/// From such a file: what is here already stays; each line is answered.
void importSettings(Desk &desk, QWidget *parent);

} // namespace ui
