#include "ui/charts/forecastview.h"
#include "ui/common/theme.h"
#include <QAccessible>
#include <QDateTime>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

namespace ui {

static constexpr int above = 20, below = 22;

ForecastView::ForecastView(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setMinimumHeight(130);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ForecastView::setBars(const QList<Bar> &bars, const QString &upperName)
{
    m_bars = bars;
    m_upperName = upperName;
    m_current = std::clamp(m_current, 0, std::max(0, int(bars.size()) - 1));
    select(m_current);
}

QString ForecastView::barText(int i) const
{
    const Bar &b = m_bars.at(i);
    QString text = tr("Week of %1: %2 due")
                       .arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(b.from).date(), QLocale::LongFormat),
                           QLocale().toString(b.lower + b.upper));
    if (b.upper > 0)
        text += QStringLiteral(", %1 %2").arg(QLocale().toString(b.upper), m_upperName);
    if (m_capacity > 0 && b.lower + b.upper > m_capacity)
        text += QStringLiteral(", ") + tr("above capacity of %1").arg(QLocale().toString(m_capacity));
    return text;
}

void ForecastView::setCapacity(qint64 perWeek)
{
    m_capacity = perWeek;
    select(m_current);
}

void ForecastView::select(int bar)
{
    m_current = bar;
    setAccessibleDescription(bar < m_bars.size() ? barText(bar) : tr("Nothing falls due in the next 12 weeks."));
    setToolTip(bar < m_bars.size() ? barText(bar) : QString());
    if (hasFocus()) {
        QAccessibleEvent event(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    }
    update();
}

QRectF ForecastView::slot(int bar) const
{
    const qreal width = qreal(this->width()) / std::max(1, int(m_bars.size()));
    const qreal x = layoutDirection() == Qt::RightToLeft ? this->width() - (bar + 1) * width : bar * width;
    return {x, qreal(above), width, qreal(height() - above - below)};
}

void ForecastView::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    qint64 most = 0;
    for (const Bar &b : m_bars)
        most = std::max(most, b.lower + b.upper);
    p.setFont(m_theme.font(12));
    if (most == 0) {
        p.setPen(m_theme.color("text-2"));
        p.drawText(rect(), int(Qt::AlignCenter) | Qt::TextWordWrap, tr("Nothing falls due in the next 12 weeks."));
        return;
    }
    if (m_capacity > 0) // out of sight when nothing comes near it
        most = std::max(most, std::min(m_capacity, 2 * most));
    p.setFont(m_theme.font(11, 500));
    for (int i = 0; i < m_bars.size(); ++i) {
        const Bar &b = m_bars.at(i);
        const QRectF s = slot(i);
        const qreal w = std::min(s.width() * 0.62, 38.0), x = s.center().x() - w / 2;
        const qreal lower = s.height() * qreal(b.lower) / qreal(most),
                    upper = s.height() * qreal(b.upper) / qreal(most);
        p.setPen(Qt::NoPen);
        p.setBrush(m_theme.color("chart-1"));
        p.drawRect(QRectF(x, s.bottom() - lower, w, lower));
        p.setBrush(m_theme.color("chart-2"));
        p.drawRect(QRectF(x, s.bottom() - lower - upper - (upper > 0 && lower > 0 ? 1 : 0), w, upper));
        p.setPen(m_theme.color(m_capacity > 0 && b.lower + b.upper > m_capacity ? "text" : "text-3"));
        p.drawText(QRectF(s.x() - 8, s.bottom() - lower - upper - 18, s.width() + 16, 16), Qt::AlignCenter,
            QLocale().toString(b.lower + b.upper));
        if (s.width() >= 46 || i % 4 == 0) {
            const QString day =
                QLocale().toString(QDateTime::fromMSecsSinceEpoch(b.from).date(), QStringLiteral("d MMM"));
            const qreal wide = p.fontMetrics().horizontalAdvance(day) + 4;
            p.drawText(QRectF(std::clamp(s.center().x() - wide / 2, 0.0, std::max(0.0, width() - wide)), s.bottom() + 4,
                           wide, 16),
                Qt::AlignCenter, day);
        }
        if (hasFocus() && i == m_current) {
            p.setPen(QPen(m_theme.color("focus"), 2));
            p.setBrush(Qt::NoBrush);
            p.drawRoundedRect(s.adjusted(1, -above + 2, -1, 0), 4, 4);
        }
    }
    if (const QRectF s = slot(0); m_capacity > 0 && m_capacity <= most) {
        QPen dashed(m_theme.color("text-2"), 1, Qt::DashLine);
        p.setPen(dashed);
        const qreal y = s.bottom() - s.height() * qreal(m_capacity) / qreal(most);
        p.drawLine(QPointF(0, y), QPointF(width(), y));
    }
    p.setPen(m_theme.color("border"));
    p.drawLine(QPointF(0, height() - below), QPointF(width(), height() - below));
}

void ForecastView::keyPressEvent(QKeyEvent *event)
{
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const int forward = isMirrored ? Qt::Key_Left : Qt::Key_Right, back = isMirrored ? Qt::Key_Right : Qt::Key_Left;
    if (event->key() == forward && m_current + 1 < m_bars.size())
        return select(m_current + 1);
    if (event->key() == back && m_current > 0)
        return select(m_current - 1);
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_current < m_bars.size())
        return Q_EMIT chosen(m_bars.at(m_current).from);
    QWidget::keyPressEvent(event);
}

void ForecastView::mousePressEvent(QMouseEvent *event)
{
    for (int i = 0; i < m_bars.size(); ++i) {
        if (slot(i).adjusted(0, -above, 0, below).contains(event->position())) {
            select(i);
            Q_EMIT chosen(m_bars.at(i).from);
        }
    }
}

void ForecastView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

} // namespace ui
