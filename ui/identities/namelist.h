#pragma once
#include "core/ids.h"
#include <QStringList>

class QWidget;

namespace ui {

class Desk;

/// A list to look at and to copy; closes when another tenant is opened.
void showList(Desk &desk, QWidget *parent, const QString &title, const QStringList &lines);
/// The same for people of the open tenant, by name; the first thousand. Whom the copy lacks stands there by id.
void showPeople(Desk &desk, QWidget *parent, const QString &title, const QList<core::IdentityId> &people);

} // namespace ui
