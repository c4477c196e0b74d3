#pragma once
#include "services/readiness/readinessrecord.h"

namespace services {

/// What the token may do; what would change something is not tried.
class RightsCheck : public ReadinessPart
{
    Q_OBJECT
public:
    using ReadinessPart::ReadinessPart;
    ~RightsCheck() override;

protected:
    void ask() override;

private:
    void tasks();
};

} // namespace services
