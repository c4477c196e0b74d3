#pragma once
#include <QFrame>

namespace ui {

class Theme;

/// A thin line across, in the colour of borders. Follows the theme.
QFrame *line(Theme &theme, QWidget *parent = nullptr);

} // namespace ui
