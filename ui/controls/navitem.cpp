#include "ui/controls/navitem.h"
#include "ui/common/theme.h"
#include "ui/tables/celldelegate.h"
#include <QLocale>
#include <QPainter>

namespace ui {

/// The colour of what an entry shows; `chosen` is that of the page that is open.
static QString entryToken(bool isEnabled, bool isOn, const QString &chosen)
{
    if (!isEnabled)
        return QStringLiteral("disabled");
    return isOn ? chosen : QStringLiteral("text-2");
}

NavItem::NavItem(Theme &theme, const QString &icon, const QString &label, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_icon(icon), m_label(label)
{
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(label);
    setToolTip(label);
}

void NavItem::setCount(qint64 count)
{
    m_count = count > 0 ? QLocale().toString(count) : QString();
    setAccessibleName(m_count.isEmpty() ? m_label : m_label + QStringLiteral(", ") + m_count);
    update();
}

void NavItem::setCollapsed(bool isCollapsed)
{
    m_isCollapsed = isCollapsed;
    update();
}

QSize NavItem::sizeHint() const
{
    return {m_theme.scaled(m_isCollapsed ? 36 : 180), m_theme.scaled(34)};
}

void NavItem::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const QRectF r = QRectF(rect()).adjusted(0, 1, 0, -1);
    const bool isOn = isChecked();
    if (isOn || (underMouse() && isEnabled())) {
        p.setPen(Qt::NoPen);
        p.setBrush(isOn ? m_theme.color("nav-selected") : m_theme.color("hover"));
        p.drawRoundedRect(r, 4, 4);
    }
    if (isOn) {
        p.setBrush(m_theme.color("accent"));
        p.drawRoundedRect(mirrored(p, r, {r.x(), r.y() + 7, 3, r.height() - 14}), 1.5, 1.5);
    }
    const QString token = entryToken(isEnabled(), isOn, QStringLiteral("accent"));
    const int icon = m_theme.scaled(18);
    p.drawPixmap(mirrored(p, rect(),
                     QRectF(m_isCollapsed ? (width() - icon) / 2.0 : 10.0, r.y() + (r.height() - icon) / 2, icon, icon))
                     .topLeft(),
        m_theme.pixmap(m_icon, icon, token, devicePixelRatioF()));
    if (!m_isCollapsed) {
        p.setFont(m_theme.font(13, isOn ? 600 : 400));
        p.setPen(m_theme.color(entryToken(isEnabled(), isOn, QStringLiteral("text"))));
        p.drawText(
            mirrored(p, rect(), rect().adjusted(20 + icon, 0, -10, 0)), Qt::AlignVCenter | Qt::AlignLeft, m_label);
        p.setFont(m_theme.font(12));
        p.setPen(isOn ? m_theme.color("text-2") : m_theme.color("text-3"));
        p.drawText(rect().adjusted(10, 0, -10, 0), Qt::AlignVCenter | Qt::AlignRight, m_count);
    }
    if (hasFocus()) {
        p.setPen(QPen(m_theme.color("focus"), 2));
        p.setBrush(Qt::NoBrush);
        p.drawRoundedRect(r.adjusted(1, 1, -1, -1), 4, 4);
    }
}

} // namespace ui
