#pragma once
#include "domain/tenants/tenant.h"
#include <QStringList>

namespace services {

/// Names of a tenant's secrets; the same words as in `--secrets -`.
namespace secretname {
inline const QString sailpoint = QStringLiteral("sailpointClientSecret");
inline const QString idv = QStringLiteral("idvApiKey");
inline const QString workflowId = QStringLiteral("workflowClientId");
inline const QString workflow = QStringLiteral("workflowClientSecret");
inline const QString callback = QStringLiteral("callbackSecret");
inline const QString callbackNext = QStringLiteral("callbackSecretNext");
inline const QString proxyUser = QStringLiteral("proxyUser");
inline const QString proxyPassword = QStringLiteral("proxyPassword");
inline const QString events = QStringLiteral("eventsToken");
inline const QString callbackTlsKey = QStringLiteral("callbackTlsKey");
/// Everything that is removed with a tenant.
inline const QStringList all{
    sailpoint, idv, workflowId, workflow, proxyUser, proxyPassword, callback, callbackNext, events, callbackTlsKey};
} // namespace secretname

inline QString secretKey(const core::TenantId &tenant, const QString &name)
{
    return tenant.str() + QLatin1Char('/') + name;
}
/// The entry that is the tenant's own by now, see domain::Tenant::sailpointSecrets.
inline QString secretKey(const domain::Tenant &tenant, const QString &name)
{
    const bool isSailPoints =
        name == secretname::sailpoint || name == secretname::workflowId || name == secretname::workflow;
    QString own = isSailPoints ? tenant.sailpointSecrets : QString();
    if (name == secretname::idv)
        own = tenant.providerSecrets;
    if (name == secretname::proxyUser || name == secretname::proxyPassword)
        own = tenant.proxySecrets;
    return secretKey(tenant.id, own.isEmpty() ? name : name + QLatin1Char('@') + own);
}

} // namespace services
