#pragma once
#include "domain/identities/identity.h"
#include "domain/tenants/rights.h"
#include "domain/tenants/tenant.h"

class QMenu;
class QWidget;

namespace ui {

class AppContext;

/// Fills the menu of what can be done to a person. What is not possible stays visible, disabled, with the reason.
void fillPersonMenu(QMenu &menu, AppContext &app, const domain::Identity &person, QWidget *parent);
/// Why nothing can be asked of SailPoint now, or why its token may not do this; empty when it can.
QString sailpointObstacle(AppContext &app, std::optional<domain::Right> right = {});
/// Invite or process several people at once.
void invitePeople(AppContext &app, QWidget *parent, const QList<core::IdentityId> &people);
/// Everyone whom SailPoint has not invited yet.
void inviteEveryone(AppContext &app, QWidget *parent);
void processPeople(AppContext &app, QWidget *parent, const QList<core::IdentityId> &people);

} // namespace ui
