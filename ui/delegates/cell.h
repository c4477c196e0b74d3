#pragma once
#include <QStyledItemDelegate>

namespace ui {

class Theme;

QSize chipSize(const Theme &theme, const QString &text, bool isLarge = false);
void drawChip(QPainter &p, const Theme &theme, QPointF at, const QString &key, const QString &text, bool isLarge = false);

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
