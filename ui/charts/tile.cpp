#include "ui/charts/tile.h"
#include "ui/common/theme.h"
#include "ui/tables/celldelegate.h"
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

namespace ui {

Tile::Tile(Theme &theme, const QString &chip, const QString &label, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_chip(chip), m_label(label)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    setValue({}, {});
}

void Tile::setValue(std::optional<qint64> value, const QString &meta)
{
    m_number = value ? QLocale().toString(*value) : QStringLiteral("–");
    m_meta = value ? meta : tr("Counting…");
    setAccessibleName(value ? QStringList{m_label, m_number, m_meta}.join(QStringLiteral(", ")) : m_label);
    update();
}

QSize Tile::sizeHint() const
{
    return {m_theme.scaled(150), 24 + chipSize(m_theme, m_label).height() +
                                     QFontMetrics(m_theme.font(26, 600)).height() +
                                     QFontMetrics(m_theme.font(12)).height() + 10};
}

void Tile::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(m_theme.color("border"));
    p.setBrush(m_theme.color(underMouse() || isDown() ? "hover" : "base"));
    p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    const QRect inside = rect().adjusted(14, 12, -14, -12);
    const QSize chip = chipSize(m_theme, m_label);
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    drawChip(p, m_theme, QPointF(isMirrored ? inside.right() - chip.width() : inside.x(), inside.y()), m_chip, m_label);
    const int align = isMirrored ? Qt::AlignRight : Qt::AlignLeft;
    p.setPen(m_theme.color("text"));
    p.setFont(m_theme.font(26, 600));
    const int numberTop = inside.y() + chip.height() + 4, numberHeight = QFontMetrics(p.font()).height();
    p.drawText(QRect(inside.x(), numberTop, inside.width(), numberHeight), align | Qt::AlignVCenter, m_number);
    p.setPen(m_theme.color("text-2"));
    p.setFont(m_theme.font(12));
    const QFontMetrics fm(p.font());
    p.drawText(QRect(inside.x(), numberTop + numberHeight + 2, inside.width(), fm.height()), align | Qt::AlignVCenter,
        fm.elidedText(m_meta, Qt::ElideRight, inside.width()));
    if (hasFocus()) {
        p.setPen(QPen(m_theme.color("focus"), 2));
        p.setBrush(Qt::NoBrush);
        p.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
}

// Tiles are one group: arrows go from one to the next.
void Tile::keyPressEvent(QKeyEvent *event)
{
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    if (event->key() == (isMirrored ? Qt::Key_Left : Qt::Key_Right))
        return void(focusNextChild());
    if (event->key() == (isMirrored ? Qt::Key_Right : Qt::Key_Left))
        return void(focusPreviousChild());
    QAbstractButton::keyPressEvent(event);
}

} // namespace ui
