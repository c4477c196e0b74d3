#pragma once
#include "core/ids.h"
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
inline const QString events = QStringLiteral("eventsToken");
inline const QString callbackTlsKey = QStringLiteral("callbackTlsKey");
/// Everything that is removed with a tenant.
inline const QStringList all{sailpoint, idv, workflowId, workflow, callback, callbackNext, events, callbackTlsKey};
} // namespace secretname

inline QString secretKey(const core::TenantId &tenant, const QString &name)
{
    return tenant.str() + QLatin1Char('/') + name;
}

} // namespace services
