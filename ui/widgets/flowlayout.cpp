#include "ui/widgets/flowlayout.h"
#include <QStyle>
#include <QWidget>

namespace ui {

FlowLayout::FlowLayout(int spacing, QWidget *parent) : QLayout(parent)
{
    setSpacing(spacing);
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

// One line where there is room for it.
QSize FlowLayout::sizeHint() const
{
    QSize size;
    for (const auto *item : m_items) {
        if (!item->isEmpty())
            size = {size.width() + (size.width() > 0 ? spacing() : 0) + item->sizeHint().width(),
                std::max(size.height(), item->sizeHint().height())};
    }
    const QMargins m = contentsMargins();
    return size.grownBy(m);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto *item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize().expandedTo(
                {std::min(item->sizeHint().width(), 400), item->minimumSize().height()}));
    }
    return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect &rect, bool isReal) const
{
    const QRect inside = rect.marginsRemoved(contentsMargins());
    const auto *widget = parentWidget();
    const bool isMirrored = widget && widget->layoutDirection() == Qt::RightToLeft;
    int x = 0, y = 0, line = 0;
    QList<std::pair<QLayoutItem *, QRect>> placed; // of this line: centred once its height is known
    const auto endLine = [&] {
        for (auto &[item, r] : placed)
            item->setGeometry(r.translated(0, (line - r.height()) / 2));
        placed.clear();
    };
    for (auto *item : m_items) {
        if (item->isEmpty())
            continue;
        const int width = std::min(item->sizeHint().width(), std::max(1, inside.width()));
        const QSize size(width, item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height());
        if (x > 0 && x + size.width() > inside.width()) {
            endLine();
            x = 0;
            y += line + spacing();
            line = 0;
        }
        if (isReal)
            placed.append({item, QRect(isMirrored ? inside.right() + 1 - x - size.width() : inside.x() + x,
                                     inside.y() + y, size.width(), size.height())});
        x += size.width() + spacing();
        line = std::max(line, size.height());
    }
    endLine();
    const QMargins m = contentsMargins();
    return y + line + m.top() + m.bottom();
}

} // namespace ui
