#pragma once
#include "domain/identity.h"
#include "domain/tenant.h"

class QMenu;
class QWidget;

namespace ui {

class Desk;

/// Fills the menu of what can be done to a person. What is not possible stays visible, disabled, with the reason.
void fillPersonMenu(QMenu &menu, Desk &desk, const domain::Identity &person, QWidget *parent);
/// Invite or process several people at once.
void invitePeople(Desk &desk, QWidget *parent, const QList<core::IdentityId> &people);
void processPeople(Desk &desk, QWidget *parent, const QList<core::IdentityId> &people);

} // namespace ui
