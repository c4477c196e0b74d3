#include "ui/verification/timebar.h"
#include "ui/common/theme.h"
#include <QPainter>

namespace ui {

TimeBar::TimeBar(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setFixedHeight(3);
}

void TimeBar::setLeft(double left, const QString &family)
{
    m_left = left;
    m_family = family;
    update();
}

void TimeBar::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.fillRect(rect(), m_theme.color("border"));
    p.fillRect(0, 0, int(width() * m_left), height(), m_theme.color(m_family + QStringLiteral("-solid")));
}

} // namespace ui
