#include "ui/controls/filterchip.h"
#include "ui/common/theme.h"
#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

namespace ui {

static const char *filterGround(bool isOn, bool isUnderMouse)
{
    if (isOn)
        return "accent-subtle";
    return isUnderMouse ? "hover" : "base";
}

FilterChip::FilterChip(Theme &theme, const QString &label, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_label(label)
{
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(label);
}

void FilterChip::setCount(std::optional<qint64> count)
{
    m_count = count ? QLocale().toString(*count) : QStringLiteral("–");
    setAccessibleName(m_label + QStringLiteral(", ") + m_count);
    updateGeometry();
    update();
}

QSize FilterChip::sizeHint() const
{
    const QFontMetrics fm(m_theme.font(12, 500));
    return {9 + fm.horizontalAdvance(m_label) + 7 + fm.horizontalAdvance(m_count) + 12, m_theme.scaled(26)};
}

void FilterChip::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const bool isOn = isChecked();
    const QRectF r = QRectF(rect()).adjusted(.5, .5, -.5, -.5);
    p.setPen(isOn ? m_theme.color("accent") : m_theme.color("border"));
    p.setBrush(m_theme.color(filterGround(isOn, underMouse())));
    p.drawRoundedRect(r, r.height() / 2, r.height() / 2);
    p.setFont(m_theme.font(12, isOn ? 500 : 400));
    p.setPen(isOn ? m_theme.color("accent-text") : m_theme.color("text-2"));
    p.drawText(rect().adjusted(10, 0, -10, 0), Qt::AlignVCenter | Qt::AlignLeft, m_label);
    p.setPen(isOn ? m_theme.color("accent-text") : m_theme.color("text-3"));
    p.drawText(rect().adjusted(10, 0, -10, 0), Qt::AlignVCenter | Qt::AlignRight, m_count);
    if (hasFocus()) {
        p.setPen(QPen(m_theme.color("focus"), 2));
        p.setBrush(Qt::NoBrush);
        p.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), r.height() / 2 - 0.5, r.height() / 2 - 0.5);
    }
}

} // namespace ui
