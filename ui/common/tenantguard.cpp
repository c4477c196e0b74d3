#include "ui/common/tenantguard.h"
#include "domain/tenants/tenantguard.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include <QWidget>

namespace ui {

QString tenantObstacle(AppContext &app)
{
    return app.tenantSession() ? lockObstacle(app) : domain::noTenantText();
}

QString lockObstacle(AppContext &app)
{
    const auto *w = app.tenantSession();
    const auto fault = w ? domain::lockFault(w->tenant()) : std::nullopt;
    return fault ? fault->text : QString();
}

} // namespace ui
