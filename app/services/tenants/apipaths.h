#pragma once
#include "core/clock.h"
#include "domain/tenants/tenant.h"
#include "services/tenants/context.h"
#include <QObject>

namespace services {

struct TenantConnections;

/// Records that an open tenant went over to SailPoint's per-service paths: once, in its settings and in the audit log,
/// so that the next one who opens it begins there. Thread: the object's.
class ApiPaths : public QObject
{
    Q_OBJECT
public:
    /// Both live longer.
    ApiPaths(TenantConnections &connections, Context &context);
    /// As they are stored: another window or process may have chosen others, or found the same.
    void adopt(const domain::Tenant &stored);

Q_SIGNALS:
    /// Recorded; UTC ms.
    void moved(core::Instant at);

private:
    void record(core::Instant at);
    TenantConnections &m_connections;
    Context &m_context;
};

} // namespace services
