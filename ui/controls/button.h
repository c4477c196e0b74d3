#pragma once
#include <QPushButton>
#include <QToolButton>

namespace ui {

class Theme;

QPushButton *button(Theme &theme, const QString &text, const QString &icon = {}, const char *role = nullptr);
QToolButton *iconButton(Theme &theme, const QString &icon, const QString &accessibleName);
/// Enabled when nothing stands against it; what does is said as its tool tip and description.
void setEnabledOr(QWidget *control, const QString &obstacle);

} // namespace ui
