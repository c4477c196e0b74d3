#pragma once
#include <QPainter>
#include <QStyledItemDelegate>

namespace ui {

class Theme;

/// `r` as it is in a left-to-right layout of `outer`, mirrored where the painter's layout is right-to-left.
QRectF mirrored(const QPainter &p, const QRectF &outer, const QRectF &r);
QSize chipSize(const Theme &theme, const QString &text, bool isLarge = false);
void drawChip(
    QPainter &p, const Theme &theme, QPointF at, const QString &key, const QString &text, bool isLarge = false);

/// Cells of every table: text, chips, skeleton bars; the row's selection and focus.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    CellDelegate(Theme &theme, QObject *parent = nullptr) : QStyledItemDelegate(parent), m_theme(theme) {}
    void paint(QPainter *p, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Theme &m_theme;
};

} // namespace ui
