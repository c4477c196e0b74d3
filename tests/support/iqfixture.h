#pragma once
#include "support/labfixture.h"

namespace support {

/// A whole console on the lab's IdentityIQ.
struct IqFixture : LabFixture
{
    explicit IqFixture(lab::Options o = quick(), const std::function<void(domain::Tenant &)> &change = {})
        : LabFixture(std::move(o), [change](domain::Tenant &t) {
              useIdentityIq(t);
              if (change)
                  change(t);
          })
    {
    }
    qint64 asked(const char *what)
    {
        return lab->counters().value(QLatin1String("identityiq")).toObject().value(QLatin1String(what)).toInteger();
    }
};

} // namespace support
