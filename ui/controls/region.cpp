#include "ui/controls/region.h"
#include <QWidget>
#include <algorithm>

namespace ui {

void markRegion(QWidget *widget)
{
    widget->setProperty("region", true);
}

static bool isIn(const QWidget *region, const QWidget *w)
{
    return w && (w == region || region->isAncestorOf(w));
}

/// Its first control that the keyboard reaches; null: there is none.
static QWidget *firstStop(QWidget *region)
{
    QList<QWidget *> inside = region->findChildren<QWidget *>();
    inside.prepend(region);
    const auto target = std::find_if(inside.begin(), inside.end(),
        [](const QWidget *w) { return (w->focusPolicy() & Qt::TabFocus) && w->isVisible() && w->isEnabled(); });
    return target == inside.end() ? nullptr : *target;
}

void focusNextRegion(const QList<QWidget *> &fixed, const QWidget *page, const QWidget *focused, bool isForward)
{
    QList<QWidget *> regions = fixed;
    for (QWidget *w : page->findChildren<QWidget *>()) {
        if (w->property("region").toBool() && w->isVisible())
            regions << w;
    }
    qsizetype at = -1;
    for (qsizetype i = 0; i < regions.size(); ++i) {
        if (isIn(regions.at(i), focused))
            at = i;
    }
    const qsizetype n = regions.size();
    for (qsizetype step = 1; step <= n; ++step) {
        QWidget *region = regions.at(((isForward ? at + step : at - step) % n + n) % n);
        if (QWidget *target = firstStop(region))
            return target->setFocus(Qt::TabFocusReason);
    }
}

} // namespace ui
