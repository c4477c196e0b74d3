#pragma once
#include "core/async.h"
#include "domain/access/approval.h"
#include "services/tenants/context.h"
#include <QObject>

namespace services {

class TenantSession;
struct TenantConnections;

/// What the console's table asks of people before they get some access; kept in the ledger, one for each tenant.
/// Thread: the GUI's or main.
class RequirementsTable : public QObject
{
    Q_OBJECT
public:
    RequirementsTable(
        TenantConnections &connections, Context &context, TenantSession &tenantSession, QObject *parent = nullptr);
    ~RequirementsTable() override;

    core::Async<domain::AccessRequirements> requirements();
    core::Async<core::Unit> setRequirements(const domain::AccessRequirements &requirements);
    /// What the person lacks for this access; nothing to say when they lack nothing.
    core::Async<domain::Eligibility> eligibility(const domain::Approval &approval);

Q_SIGNALS:
    void changed();

private:
    QString settingName() const;

    TenantConnections &m_connections;
    Context &m_context;
    TenantSession &m_tenantSession;
};

} // namespace services
