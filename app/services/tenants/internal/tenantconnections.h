#pragma once
#include "domain/recovery/timeproof.h"
#include "net/http/http.h"
#include "net/provider/docuverify.h"
#include "net/sailpoint/api.h"
#include "services/tenants/internal/stores.h"
#include "services/tenants/secrets.h"
#include "store/cache/identitycache.h"
#include "vault/vault.h"
#include <mutex>

namespace services {

struct ConnectionOptions
{
    QString dataDir;
    bool rateLimit = true;
    std::optional<std::chrono::milliseconds> deadlineCap; ///< tests
};

/// Reads a secret of a tenant by its name (services/tenants/secrets.h).
using SecretReader = std::function<core::Async<core::SecretPtr>(const QString &name)>;
/// How a tenant's network is reached. `secret` lives longer than whoever connects by it.
net::HttpOptions httpOptionsOf(const domain::Tenant &tenant, const SecretReader &secret);

/// Everything that talks for one tenant. Built when a tenant is opened; nothing outside this layer sees inside.
struct TenantConnections
{
    TenantConnections(const domain::Tenant &tenant, const ConnectionOptions &options, core::Vault &vault,
        const std::shared_ptr<core::Clock> &clock);
    core::Status openCache();

    std::unique_ptr<core::Vault> ownVault; ///< the one it was given, where nobody else keeps that
    domain::Tenant tenant;
    ConnectionOptions options;
    std::shared_ptr<core::Clock> clock;
    net::Http sailpointHttp;
    net::Http idvHttp;
    net::sailpoint::Api api;
    net::sailpoint::Tokens workflowTokens;
    std::unique_ptr<net::Provider> provider;
    std::unique_ptr<store::IdentityCache> cache;
    qint64 sailpointSkewMs = 0; ///< SailPoint's clock less ours, as its last answer told
    /// What the vendors' answers say of the time, by a clock that nobody sets; nothing before the first of them.
    std::optional<domain::VendorTime> vendorTime() const;

private:
    void seeClock(qint64 skewMs);
    struct Sight
    {
        core::Instant at = 0;
        std::chrono::steady_clock::time_point seen;
    };
    mutable std::mutex m_sightMutex; ///< the ledger's thread asks, too
    std::optional<Sight> m_sight;
};

QString cachePath(const QString &dataDir, const core::TenantId &tenant);

} // namespace services
