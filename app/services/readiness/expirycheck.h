#pragma once
#include "services/readiness/readinessrecord.h"
#include "services/tenants/accesstoken/clientexpiries.h"

namespace services {

/// How long is the tenant's client good for? What SailPoint says is kept for whoever shows it without asking.
class ExpiryCheck : public ReadinessPart
{
    Q_OBJECT
public:
    /// All of them live longer.
    ExpiryCheck(
        TenantConnections &connections, Context &context, TenantSession &tenantSession, ReadinessRecord &record);
    ~ExpiryCheck() override;

protected:
    void ask() override;

private:
    void tell(const domain::ClientExpiry &expiry);
    Context &m_context;
    ClientExpiries m_expiries;
};

} // namespace services
