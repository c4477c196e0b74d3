#include "ui/controls/button.h"
#include "domain/text/outputtext.h"
#include "ui/common/theme.h"

namespace ui {

QPushButton *button(Theme &theme, const QString &text, const QString &icon, const char *role)
{
    auto *b = new QPushButton(text);
    b->setAutoDefault(false);
    const bool isPrimary = role && QByteArray(role) == "primary";
    if (role && QByteArray(role) == "flat")
        b->setFlat(true);
    else if (role)
        b->setProperty("role", QString::fromLatin1(role));
    if (!icon.isEmpty()) {
        b->setIcon(theme.icon(icon, isPrimary ? QStringLiteral("on-accent") : QStringLiteral("text-2")));
        b->setIconSize({theme.scaled(16), theme.scaled(16)});
    }
    return b;
}

void setEnabledOr(QWidget *control, const QString &obstacle)
{
    control->setEnabled(obstacle.isEmpty());
    control->setToolTip(obstacle);
    control->setAccessibleDescription(domain::labelText(obstacle));
}

QToolButton *iconButton(Theme &theme, const QString &icon, const QString &accessibleName)
{
    auto *b = new QToolButton;
    b->setIcon(theme.icon(icon));
    b->setIconSize({theme.scaled(16), theme.scaled(16)});
    b->setAutoRaise(true);
    b->setFocusPolicy(Qt::StrongFocus);
    b->setAccessibleName(domain::labelText(accessibleName));
    b->setToolTip(accessibleName);
    return b;
}

} // namespace ui
