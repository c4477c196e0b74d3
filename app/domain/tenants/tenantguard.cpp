#include "domain/tenants/tenantguard.h"
#include <QCoreApplication>

namespace domain {

QString lockedText()
{
    return QCoreApplication::translate("TenantGuard", "This tenant is locked: read only.");
}

QString noTenantText()
{
    return QCoreApplication::translate("TenantGuard", "Open a tenant first.");
}

std::optional<core::Error> lockFault(const Tenant &tenant)
{
    if (!tenant.readOnly)
        return std::nullopt;
    return core::conflict(core::ErrorReason::TenantLocked, lockedText());
}

} // namespace domain
