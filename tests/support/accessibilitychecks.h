#pragma once
#include "ui/controls/elidedlabel.h"
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <cmath>

/// What a design's acceptance checks look for in a widget that is on the screen.
namespace support {

/// The last parts of where it stands, for a test's message.
inline QString placeOf(const QWidget *w)
{
    QStringList parts;
    for (; w; w = w->parentWidget())
        parts.prepend(QString::fromLatin1(w->metaObject()->className()) +
                      (w->objectName().isEmpty() ? QString() : QLatin1Char('#') + w->objectName()));
    return parts.mid(std::max<qsizetype>(0, parts.size() - 4)).join(QLatin1Char('/'));
}

inline bool isControl(const QWidget *w)
{
    return qobject_cast<const QAbstractButton *>(w) || qobject_cast<const QComboBox *>(w) ||
           qobject_cast<const QLineEdit *>(w) || qobject_cast<const QAbstractSpinBox *>(w) ||
           qobject_cast<const QAbstractItemView *>(w);
}

/// Inside another control, which speaks for it.
inline bool isPartOfControl(const QWidget *w)
{
    for (const QWidget *p = w->parentWidget(); p; p = p->parentWidget()) {
        if (isControl(p))
            return true;
    }
    return false;
}

/// Controls a screen reader has no name or no role for; `seen` counts those that were looked at.
inline QStringList namelessControls(const QWidget *root, const QString &where, int &seen)
{
    QStringList nameless;
    for (auto *w : root->findChildren<QWidget *>()) {
        if (!w->isVisible() || !isControl(w) || isPartOfControl(w) || !(w->focusPolicy() & Qt::TabFocus))
            continue;
        ++seen;
        auto *a = QAccessible::queryAccessibleInterface(w);
        if (!a || a->text(QAccessible::Name).trimmed().isEmpty() || a->role() == QAccessible::NoRole ||
            a->role() == QAccessible::Client)
            nameless << where + QStringLiteral(": ") + placeOf(w);
    }
    return nameless;
}

/// Buttons and one-line texts that are narrower than what they say, and areas that scroll sideways.
inline QStringList cutTexts(const QWidget *root, const QString &where)
{
    QStringList cut;
    for (auto *w : root->findChildren<QWidget *>()) {
        const auto *b = qobject_cast<QPushButton *>(w);
        const auto *l = qobject_cast<QLabel *>(w);
        const bool isTick = qobject_cast<QCheckBox *>(w) || qobject_cast<QRadioButton *>(w);
        if (!w->isVisible() || (!b && !l && !isTick) || w->visibleRegion().isEmpty())
            continue;
        const bool isText =
            b ? !b->text().isEmpty()
              : l && !l->text().isEmpty() && !l->wordWrap() && !qobject_cast<const ui::ElidedLabel *>(l);
        if (w->hasHeightForWidth() && w->height() + 2 < w->heightForWidth(w->width()) &&
            (l ? !l->text().isEmpty() : isTick))
            cut << QStringLiteral("%1: %2 is %3 high of %4")
                       .arg(where, placeOf(w))
                       .arg(w->height())
                       .arg(w->heightForWidth(w->width()));
        if (isText && w->width() + 2 < w->minimumSizeHint().width())
            cut << QStringLiteral("%1: %2 \"%3\" %4 of %5")
                       .arg(where, placeOf(w), b ? b->text() : l->text().left(40))
                       .arg(w->width())
                       .arg(w->minimumSizeHint().width());
    }
    return cut;
}

/// Controls that lie over one another, and areas whose content is wider than they are.
inline QStringList overlaps(const QWidget *root, const QString &where)
{
    QStringList found;
    QList<QWidget *> controls;
    for (auto *w : root->findChildren<QWidget *>()) {
        if (!w->isVisible() || w->window() != root->window())
            continue;
        if (const auto *area = qobject_cast<QScrollArea *>(w);
            area && area->widget() && area->widget()->width() > area->viewport()->width() + 2) {
            found << QStringLiteral("%1: %2 is %3 wide of %4")
                         .arg(where, placeOf(w))
                         .arg(area->widget()->width())
                         .arg(area->viewport()->width());
            for (auto *inner : area->widget()->findChildren<QWidget *>()) {
                if (inner->isVisible() && inner->minimumSizeHint().width() > area->viewport()->width() * 2 / 3)
                    found << QStringLiteral("    for %1 wants %2")
                                 .arg(placeOf(inner))
                                 .arg(inner->minimumSizeHint().width());
            }
        }
        const auto *l = qobject_cast<QLabel *>(w);
        if ((isControl(w) || (l && !l->text().isEmpty())) && !isPartOfControl(w) && !w->visibleRegion().isEmpty())
            controls << w;
    }
    const auto rectOf = [root](const QWidget *w) {
        return QRect(w->mapTo(root->window(), QPoint(0, 0)), w->size()).adjusted(3, 3, -3, -3);
    };
    for (qsizetype i = 0; i < controls.size(); ++i) {
        for (qsizetype k = i + 1; k < controls.size(); ++k) {
            if (!controls.at(i)->isAncestorOf(controls.at(k)) && !controls.at(k)->isAncestorOf(controls.at(i)) &&
                rectOf(controls.at(i)).intersects(rectOf(controls.at(k))) &&
                controls.at(i)
                    ->visibleRegion()
                    .translated(controls.at(i)->mapTo(root->window(), QPoint(0, 0)))
                    .boundingRect()
                    .adjusted(3, 3, -3, -3)
                    .intersects(controls.at(k)
                                    ->visibleRegion()
                                    .translated(controls.at(k)->mapTo(root->window(), QPoint(0, 0)))
                                    .boundingRect()
                                    .adjusted(3, 3, -3, -3)))
                found << QStringLiteral("%1: %2 lies over %3")
                             .arg(where, placeOf(controls.at(i)), placeOf(controls.at(k)));
        }
    }
    return found;
}

/// Texts that hardly differ from the page they stand on: WCAG contrast below 2.5.
inline QStringList unreadable(const QWidget *root, const QString &where)
{
    const auto luminance = [](const QColor &c) {
        const auto part = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
        return 0.2126 * part(c.redF()) + 0.7152 * part(c.greenF()) + 0.0722 * part(c.blueF());
    };
    QStringList found;
    const double page = luminance(QApplication::palette().color(QPalette::Window));
    for (auto *l : root->findChildren<QLabel *>()) {
        if (!l->isVisible() || l->text().isEmpty() || !l->isEnabled())
            continue;
        const double text = luminance(l->palette().color(QPalette::WindowText));
        const double contrast = (std::max(page, text) + 0.05) / (std::min(page, text) + 0.05);
        if (contrast < 2.5)
            found << QStringLiteral("%1: %2 \"%3\" has a contrast of %4")
                         .arg(where, placeOf(l), l->text().left(40))
                         .arg(contrast, 0, 'f', 1);
    }
    return found;
}

/// Controls that are off without a word.
inline QStringList silentlyOff(const QWidget *root, const QString &where)
{
    QStringList silent;
    for (auto *x : root->findChildren<QWidget *>()) {
        const auto *b = qobject_cast<QAbstractButton *>(x);
        const auto *c = qobject_cast<QComboBox *>(x);
        if ((!b && !c) || !x->isVisible() || x->isEnabled() || !x->parentWidget()->isEnabled() ||
            x->objectName().startsWith(QLatin1String("qt_")))
            continue;
        if (x->toolTip().isEmpty() && x->property("reason").toString().isEmpty())
            silent << where + QStringLiteral(": ") + (b ? b->text() + b->accessibleName() : c->accessibleName());
    }
    return silent;
}

/// The lowest and the rightmost thing has to be within; a layout that is squeezed puts it outside.
inline QStringList squeezedOut(const QWidget *root, const QString &where)
{
    QStringList out;
    for (auto *c : root->findChildren<QAbstractButton *>()) {
        if (!c->isVisible() || c->window() != root->window() || !c->visibleRegion().isEmpty())
            continue;
        bool isScrolled = false;
        for (QWidget *p = c->parentWidget(); p && !isScrolled; p = p->parentWidget())
            isScrolled = qobject_cast<QAbstractScrollArea *>(p);
        if (!isScrolled && !c->size().isEmpty())
            out << QStringLiteral("%1: %2 cannot be seen").arg(where, placeOf(c));
    }
    return out;
}

} // namespace support
