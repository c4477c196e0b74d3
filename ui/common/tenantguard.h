#pragma once
#include <QString>

namespace ui {

class AppContext;

/// Why nothing can be done for a tenant: none is open, or the open one is locked. Empty when nothing stands against it.
QString tenantObstacle(AppContext &app);
/// The same where none has to be open: only that the open one is locked.
QString lockObstacle(AppContext &app);

} // namespace ui
