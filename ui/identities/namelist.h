#pragma once
#include "core/ids.h"
#include <QStringList>

class QWidget;

namespace ui {

class AppContext;

/// A list to look at and to copy; closes when another tenant is opened.
void showList(AppContext &app, QWidget *parent, const QString &title, const QStringList &lines);
/// The same for people of the open tenant, by name; the first thousand. Whom the copy lacks stands there by id.
void showPeople(AppContext &app, QWidget *parent, const QString &title, const QList<core::IdentityId> &people);

} // namespace ui
