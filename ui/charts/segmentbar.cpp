#include "ui/charts/segmentbar.h"
#include "ui/common/theme.h"
#include <QPainter>
#include <QPainterPath>

namespace ui {

SegmentBar::SegmentBar(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setFixedHeight(8);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SegmentBar::setParts(const QList<Part> &parts, const QString &inWords)
{
    m_parts = parts;
    setAccessibleName(inWords);
    update();
}

void SegmentBar::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    QPainterPath round;
    round.addRoundedRect(QRectF(rect()), 4, 4);
    p.setClipPath(round);
    p.fillRect(rect(), m_theme.color("border"));
    qint64 all = 0;
    for (const auto &part : m_parts)
        all += part.value;
    qreal x = 0;
    for (const auto &part : m_parts) {
        if (all == 0 || part.value == 0)
            continue;
        const qreal w = std::max<qreal>(2, width() * qreal(part.value) / qreal(all)); // the smallest part is still seen
        const QRectF r(isRightToLeft() ? width() - x - w : x, 0, w - 1, height());
        p.fillRect(r, m_theme.color(part.token.constData()));
        x += w;
    }
}

} // namespace ui
