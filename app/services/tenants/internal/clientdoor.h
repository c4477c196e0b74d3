#pragma once
#include "net/sailpoint/api.h"
#include "services/tenants/context.h"

namespace services {

/// SailPoint's API as one client of a tenant reaches it, beside whatever is open. Thread: the one that made it.
struct ClientDoor
{
    /// `secret`: of tenant.clientId; null: the one in the keychain. `context` lives longer.
    ClientDoor(Context &context, const domain::Tenant &tenant, core::SecretPtr secret = {});
    net::Http http;
    net::sailpoint::Api api;
};

} // namespace services
