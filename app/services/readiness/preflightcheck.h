#pragma once
#include "services/readiness/readiness.h"
#include "services/tenants/context.h"

class QTemporaryDir;

namespace services {

/// The readiness check of a tenant that is not stored yet: its secrets stay in memory, its files in a folder that goes
/// with this object. Nothing is changed at either vendor. Thread: the GUI's.
class PreflightCheck : public QObject
{
    Q_OBJECT
public:
    PreflightCheck(
        const domain::Tenant &tenant, const TenantSecrets &secrets, Context &context, QObject *parent = nullptr);
    ~PreflightCheck() override;
    core::Async<QList<ReadinessLine>> run();

Q_SIGNALS:
    void line(const services::ReadinessLine &line);

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<core::Vault> m_vault;
    std::unique_ptr<Context> m_context;
    core::Result<std::unique_ptr<TenantSession>> m_tenantSession;
};

} // namespace services
