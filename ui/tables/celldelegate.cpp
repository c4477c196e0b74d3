#include "ui/tables/celldelegate.h"
#include "domain/text/outputtext.h"
#include "models/roles.h"
#include "ui/common/theme.h"
#include "ui/tables/table.h"
#include <QAbstractItemView>
#include <QPainter>

namespace ui {

QSize chipSize(const Theme &theme, const QString &text, bool isLarge)
{
    const QFontMetrics fm(theme.font(isLarge ? 13 : 12, 500));
    return {6 + theme.scaled(12) + 5 + fm.horizontalAdvance(text) + 9, theme.scaled(isLarge ? 24 : 20)};
}

QRectF mirrored(const QPainter &p, const QRectF &outer, const QRectF &r)
{
    if (p.layoutDirection() != Qt::RightToLeft)
        return r;
    return {outer.left() + outer.right() - r.right(), r.y(), r.width(), r.height()};
}

void drawChip(QPainter &p, const Theme &theme, QPointF at, const QString &key, const QString &text, bool isLarge)
{
    const QSize size = chipSize(theme, text, isLarge);
    const QString family = chipFamily(key);
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(Qt::NoPen);
    p.setBrush(theme.color(family + QStringLiteral("-bg")));
    p.drawRoundedRect(QRectF(at, QSizeF(size)), size.height() / 2.0, size.height() / 2.0);
    const qreal ratio = p.device()->devicePixelRatioF();
    const QRectF chip(at, QSizeF(size));
    const int icon = theme.scaled(12);
    p.drawPixmap(mirrored(p, chip, QRectF(at.x() + 7, at.y() + (size.height() - icon) / 2.0, icon, icon)).topLeft(),
        theme.pixmap(chipIcon(key), icon, family, ratio));
    p.setFont(theme.font(isLarge ? 13 : 12, 500));
    p.setPen(theme.color(family));
    p.drawText(mirrored(p, chip, chip.adjusted(11 + icon, 0, 0, 0)), Qt::AlignVCenter | Qt::AlignLeft, text);
    p.restore();
}

static const char *groundOf(QStyle::State state)
{
    if (state & QStyle::State_Selected)
        return state & QStyle::State_Active ? "selection" : "selection-inactive";
    return state & QStyle::State_MouseOver ? "hover" : "base";
}

static Qt::AlignmentFlag sideOf(Qt::Alignment wanted, Qt::LayoutDirection direction)
{
    if (wanted & Qt::AlignHCenter)
        return Qt::AlignHCenter;
    return direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
}

void CellDelegate::paint(QPainter *p, const QStyleOptionViewItem &o, const QModelIndex &index) const
{
    p->save();
    const bool isSelected = o.state & QStyle::State_Selected;
    const bool isFirst = index.column() == 0;
    const QRect r = o.rect;
    p->fillRect(r, m_theme.color(groundOf(o.state)));
    p->setPen(m_theme.color("border-subtle"));
    p->drawLine(r.bottomLeft(), r.bottomRight());
    if (isSelected && isFirst)
        p->fillRect(mirrored(*p, r, QRectF(r.x(), r.y(), 3, r.height())), m_theme.color("accent"));
    const int left = r.x() + (isFirst ? 16 : 6);
    if (index.data(models::LoadingRole).toBool()) {
        p->setPen(Qt::NoPen);
        p->setBrush(m_theme.color("border-subtle"));
        p->drawRoundedRect(
            QRectF(left, r.center().y() - 3,
                std::max(10.0, (r.right() - left - 6) * (0.45 + (index.row() * 7 + index.column() * 3) % 5 * 0.1)), 7),
            3.5, 3.5);
        p->restore();
        return;
    }
    const QString text = domain::lineText(index.data(Qt::DisplayRole).toString());
    const QString status = index.data(models::StatusRole).toString();
    if (!status.isEmpty()) {
        drawChip(*p, m_theme,
            mirrored(*p, r,
                QRectF({double(left), r.y() + (r.height() - chipSize(m_theme, text).height()) / 2.0},
                    QSizeF(chipSize(m_theme, text))))
                .topLeft(),
            status, text);
    } else {
        const bool isSecond = index.data(models::SecondaryRole).toBool();
        const QFont f = m_theme.font(isSecond ? 12 : 13);
        p->setFont(f);
        p->setPen(m_theme.color(isSecond ? "text-2" : "text"));
        const QRectF box = mirrored(*p, r, QRectF(left, r.y(), r.right() - left - 6, r.height()));
        const Qt::Alignment align = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
        // Names keep their own direction inside, and stand on the table's side.
        p->drawText(box, int(sideOf(align, p->layoutDirection()) | Qt::AlignAbsolute | Qt::AlignVCenter),
            QFontMetrics(f).elidedText(text, Qt::ElideRight, int(box.width())));
    }
    if (o.state & QStyle::State_HasFocus) {
        p->setRenderHint(QPainter::Antialiasing);
        p->setPen(QPen(m_theme.color("focus"), 2));
        p->setBrush(Qt::NoBrush);
        p->drawRoundedRect(QRectF(r).adjusted(1, 1, -1, -2), 3, 3);
    }
    p->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &o, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(o, index).width(), rowHeight(m_theme)};
}

} // namespace ui
