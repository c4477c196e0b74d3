#pragma once

class QWidget;

namespace ui {

class AppContext;

/// Everything but the secrets into a file.
void exportSettings(AppContext &app, QWidget *parent);
/// From such a file: what is here already stays; each line is answered.
void importSettings(AppContext &app, QWidget *parent);

} // namespace ui
