#include "services/tenants/internal/clientdoor.h"
#include "services/tenants/internal/tenantconnections.h"

namespace services {

static net::HttpOptions optionsOf(Context &c, const domain::Tenant &t)
{
    net::HttpOptions h =
        httpOptionsOf(t, [&vault = c.vault, t](const QString &name) { return vault.read(secretKey(t, name)); });
    h.deadlineCap = c.deadlineCap;
    return h;
}

ClientDoor::ClientDoor(Context &context, const domain::Tenant &tenant, core::SecretPtr secret)
    : http(optionsOf(context, tenant), std::make_shared<net::NoLimiter>(), context.clock),
      api(
          tenant, http,
          [&vault = context.vault, key = secretKey(tenant, secretname::sailpoint), secret] {
              return secret ? core::ready<core::SecretPtr>(secret) : vault.read(key);
          },
          context.clock)
{
}

} // namespace services
