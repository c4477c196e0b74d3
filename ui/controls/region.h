#pragma once
#include <QList>

class QWidget;

namespace ui {

/// A stop of F6.
void markRegion(QWidget *widget);
/// Where F6 goes from `focused`: `fixed` in their order, then the marked regions of `page` in theirs, then round again.
void focusNextRegion(const QList<QWidget *> &fixed, const QWidget *page, const QWidget *focused, bool isForward);

} // namespace ui
