#pragma once
#include "services/readiness/readinessrecord.h"

namespace services {

/// Can the provider call back where the tenant is set to?
class CallbackCheck : public ReadinessPart
{
    Q_OBJECT
public:
    using ReadinessPart::ReadinessPart;
    ~CallbackCheck() override;

protected:
    void ask() override;
};

} // namespace services
