#include "ui/controls/line.h"
#include "ui/common/theme.h"
#include <QPalette>

namespace ui {

QFrame *line(Theme &theme, QWidget *parent)
{
    auto *f = new QFrame(parent);
    f->setFixedHeight(1);
    f->setAutoFillBackground(true);
    const auto refresh = [f, &theme] {
        QPalette p = f->palette();
        p.setColor(QPalette::Window, theme.color("border"));
        f->setPalette(p);
    };
    refresh();
    QObject::connect(&theme, &Theme::changed, f, refresh);
    return f;
}

} // namespace ui
