#pragma once
#include "domain/identities/people.h"
#include <QListWidget>

namespace ui {

/// Values to tick, each with how many people have it. What was ticked and nobody has any more can still be unticked.
void fillTicks(QListWidget *list, const QList<domain::FacetValue> &values, QStringList ticked);
/// `ifUnread` while the values are not there yet.
QStringList ticksOf(const QListWidget *list, const QStringList &ifUnread);

} // namespace ui
