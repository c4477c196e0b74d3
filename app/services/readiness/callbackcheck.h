#pragma once
#include "services/callbacks/callbackprobe.h"
#include "services/readiness/readinessrecord.h"
#include <memory>

namespace services {

/// Can the provider call back where the tenant is set to? A receiver's address is tried with a probe; nothing else is
/// sent.
class CallbackCheck : public ReadinessPart
{
    Q_OBJECT
public:
    /// All of them live longer.
    CallbackCheck(
        TenantConnections &connections, Context &context, TenantSession &tenantSession, ReadinessRecord &record);
    ~CallbackCheck() override;

protected:
    void ask() override;

private:
    void askReceiver();
    void tell(const ProbeOutcome &outcome);
    void askSailPoint();
    Context &m_context;
    std::unique_ptr<CallbackProbe> m_probe;
};

} // namespace services
