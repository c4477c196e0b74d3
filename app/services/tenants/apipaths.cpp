#include "services/tenants/apipaths.h"
#include "core/log.h"
#include "domain/tenants/tenantevents.h"
#include "services/tenants/internal/stores.h"
#include "services/tenants/internal/tenantconnections.h"

namespace services {

ApiPaths::ApiPaths(TenantConnections &connections, Context &context) : m_connections(connections), m_context(context)
{
    connect(&connections.api, &net::sailpoint::Api::movedToPerServicePaths, this, &ApiPaths::record);
}

void ApiPaths::record(core::Instant at)
{
    domain::Tenant moved = m_connections.tenant;
    moved.movedToV1At = at;
    core::whenDone<domain::Tenant>(
        m_context.ledger->tenants().update(moved, domain::tenantEvent(m_context.operatorName, moved,
                                                      QStringLiteral("tenant.api-paths"), QStringLiteral("done"))),
        this, [this, at](const core::Result<domain::Tenant> &stored) {
            // Not recorded it is found anew by whoever opens the tenant next; this session goes on as it found.
            if (!stored) {
                qCWarning(lcService) << "That the per-service paths are used was not recorded:"
                                     << core::codeName(stored.error().code);
                return;
            }
            adopt(*stored);
            if (stored->movedToV1At == at)
                Q_EMIT this->moved(at);
        });
}

void ApiPaths::adopt(const domain::Tenant &stored)
{
    m_connections.tenant.pathStyle = stored.pathStyle;
    m_connections.tenant.movedToV1At = stored.movedToV1At;
    m_connections.api.adoptPaths(stored.pathStyle, stored.movedToV1At);
}

} // namespace services
