#pragma once
#include "domain/tenants/identityiq.h"
#include "net/sailpoint/api.h"
#include <functional>

namespace services {

/// What one thing of an IdentityIQ server answered.
struct ProbeResult
{
    domain::Capability capability;
    std::optional<core::Error> error; ///< why it does not answer
};

struct ProbeReport
{
    QList<domain::Capability> capabilities;
    QStringList attributes; ///< of IdentityIQ's extension of SCIM Users, when they can be read
};

/// Asks for everything the console can use, by reading only, one after the other; the token is fetched if needed.
/// `each` is called as answers come. Never fails: what is not there is the answer. Thread: the owner's.
core::Async<ProbeReport> probeIdentityIq(
    net::sailpoint::Api &api, QObject *owner, std::function<void(const ProbeResult &)> each);

} // namespace services
