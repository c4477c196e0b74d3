#include "ui/tenants/membertext.h"
#include <QCoreApplication>
#include <utility>

namespace ui {

QString memberText(const QString &member)
{
    static constexpr std::pair<const char *, const char *> fields[]{
        {"name", QT_TRANSLATE_NOOP("TenantMember", "Name")},
        {"environment", QT_TRANSLATE_NOOP("TenantMember", "Environment")},
        {"tunnel", QT_TRANSLATE_NOOP("TenantMember", "Tunnel")},
        {"sailpointUrl", QT_TRANSLATE_NOOP("TenantMember", "Tenant address")},
        {"clientId", QT_TRANSLATE_NOOP("TenantMember", "Client ID")},
        {"pathStyle", QT_TRANSLATE_NOOP("TenantMember", "API paths")},
        {"pathsInUse", QT_TRANSLATE_NOOP("TenantMember", "API paths in use")},
        {"proxy", QT_TRANSLATE_NOOP("TenantMember", "Proxy")},
        {"proxySignsIn", QT_TRANSLATE_NOOP("TenantMember", "Sign-in to the proxy")},
        {"caFile", QT_TRANSLATE_NOOP("TenantMember", "CA file")},
        {"timeZone", QT_TRANSLATE_NOOP("TenantMember", "Time zone")},
        {"idvUrl", QT_TRANSLATE_NOOP("TenantMember", "1Kosmos address")},
        {"communityId", QT_TRANSLATE_NOOP("TenantMember", "Community ID")},
        {"callbackBaseUrl", QT_TRANSLATE_NOOP("TenantMember", "Callback address")},
        {"writeBack", QT_TRANSLATE_NOOP("TenantMember", "Write-back")},
        {"idvSourceId", QT_TRANSLATE_NOOP("TenantMember", "Flat-file source ID")},
        {"workflowId", QT_TRANSLATE_NOOP("TenantMember", "Workflow")},
        {"provider.kind", QT_TRANSLATE_NOOP("TenantMember", "Provider profile")},
        {"provider.createPath", QT_TRANSLATE_NOOP("TenantMember", "Session path")},
        {"provider.statusPath", QT_TRANSLATE_NOOP("TenantMember", "Status path")},
        {"provider.dvcId", QT_TRANSLATE_NOOP("TenantMember", "DVC ID")},
    };
    for (const auto &[key, text] : fields) {
        if (member == QLatin1String(key))
            return QCoreApplication::translate("TenantMember", text);
    }
    if (member.startsWith(QLatin1String("map.")))
        return QCoreApplication::translate("TenantMember", "Attribute of %1").arg(member.mid(4));
    return member;
}

QString memberValueText(const QString &value)
{
    if (value.isEmpty())
        return QCoreApplication::translate("TenantMember", "(empty)");
    if (value == QLatin1String("true"))
        return QCoreApplication::translate("TenantMember", "Yes");
    return value == QLatin1String("false") ? QCoreApplication::translate("TenantMember", "No") : value;
}

} // namespace ui
