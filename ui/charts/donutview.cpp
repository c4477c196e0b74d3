#include "ui/charts/donutview.h"
#include "ui/common/theme.h"
#include <QLocale>
#include <QPainter>

namespace ui {

static constexpr int ring = 150;

DonutView::DonutView(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

int DonutView::lineHeight() const
{
    return QFontMetrics(m_theme.font(12)).height() + 5;
}
QSize DonutView::sizeHint() const
{
    return {260, ring + 16 + int(m_parts.size()) * lineHeight()};
}

static QString percent(qint64 part, qint64 all)
{
    if (all == 0)
        return QStringLiteral("–");
    const double share = 100.0 * double(part) / double(all);
    return QLocale().toString(share, 'f', 1) + QStringLiteral(" %");
}

void DonutView::setParts(const QList<Part> &parts, const QString &whole)
{
    m_parts = parts;
    m_whole = whole;
    qint64 all = 0;
    for (const auto &p : parts)
        all += p.value;
    QStringList words;
    for (const auto &p : parts)
        words << QStringLiteral("%1 %2, %3").arg(p.label, QLocale().toString(p.value), percent(p.value, all));
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

void DonutView::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    qint64 all = 0;
    for (const auto &x : m_parts)
        all += x.value;
    const qreal width = 22;
    const QRectF circle(this->width() / 2.0 - ring / 2.0 + width / 2, width / 2 + 2, ring - width, ring - width);
    p.setPen(QPen(m_theme.color("border"), width, Qt::SolidLine, Qt::FlatCap));
    p.drawArc(circle, 0, 360 * 16);
    double at = 90;
    for (const auto &x : m_parts) {
        if (all == 0 || x.value == 0)
            continue;
        const double span = 360.0 * double(x.value) / double(all);
        p.setPen(QPen(m_theme.color(x.token.constData()), width, Qt::SolidLine, Qt::FlatCap));
        p.drawArc(circle, int(at * 16), -std::max(1, int(span * 16 - (span > 3 ? 12 : 0))));
        at -= span;
    }
    p.setPen(m_theme.color("text"));
    p.setFont(m_theme.font(20, 600));
    p.drawText(circle.adjusted(0, -14, 0, -14), Qt::AlignCenter, QLocale().toString(all));
    p.setPen(m_theme.color("text-3"));
    p.setFont(m_theme.font(12));
    p.drawText(circle.adjusted(0, 26, 0, 26), Qt::AlignCenter, m_whole);
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const int start = isMirrored ? int(Qt::AlignRight) : int(Qt::AlignLeft),
              end = isMirrored ? int(Qt::AlignLeft) : int(Qt::AlignRight), centred = int(Qt::AlignVCenter);
    int y = ring + 14;
    for (const auto &x : m_parts) {
        const QRect row(0, y, this->width(), lineHeight());
        const auto side = [&](QRect r) {
            return isMirrored ? QRect(this->width() - r.right() - 1, r.y(), r.width(), r.height()) : r;
        };
        p.fillRect(side(QRect(0, y + (lineHeight() - 10) / 2, 10, 10)), m_theme.color(x.token.constData()));
        p.setPen(m_theme.color("text-2"));
        p.drawText(side(row.adjusted(18, 0, -130, 0)), start | centred, x.label);
        p.setPen(m_theme.color("text"));
        p.drawText(side(row.adjusted(0, 0, -62, 0)), end | centred, QLocale().toString(x.value));
        p.setPen(m_theme.color("text-3"));
        p.drawText(side(row), end | centred, percent(x.value, all));
        y += lineHeight();
    }
}

} // namespace ui
