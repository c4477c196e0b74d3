#include "ui/controls/chip.h"
#include "domain/text/outputtext.h"
#include "ui/common/theme.h"
#include "ui/tables/celldelegate.h"
#include <QPainter>

namespace ui {

Chip::Chip(Theme &theme, bool isLarge, QWidget *parent) : QWidget(parent), m_theme(theme), m_isLarge(isLarge)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Chip::setChip(const QString &key, const QString &text)
{
    m_key = key;
    m_text = domain::lineText(text);
    setAccessibleName(m_text);
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    return chipSize(m_theme, m_text, m_isLarge);
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    if (!m_key.isEmpty())
        drawChip(p, m_theme, {0, 0}, m_key, m_text, m_isLarge);
}

} // namespace ui
