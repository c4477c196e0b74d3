#include "services/tenants/internal/tenantconnections.h"
#include <QDir>

namespace services {

// A little under the published 100 requests in 10 s, so that two clocks never disagree about the edge.
static std::shared_ptr<net::RateLimiter> budgetFor(const domain::Tenant &t, const ConnectionOptions &o)
{
    if (!o.rateLimit && domain::isLoopback(QUrl(t.sailpointUrl)))
        return std::make_shared<net::NoLimiter>();
    return std::make_shared<net::WindowLimiter>(
        95, std::chrono::seconds(10), o.dataDir + QStringLiteral("/budget-") + t.id.str());
}

net::HttpOptions httpOptionsOf(const domain::Tenant &t, const SecretReader &secret)
{
    net::HttpOptions h;
    h.proxy = t.proxy;
    h.caFile = t.caFile;
    if (t.proxySignsIn)
        h.proxyLogin = {
            [secret] { return secret(secretname::proxyUser); }, [secret] { return secret(secretname::proxyPassword); }};
    return h;
}

static net::HttpOptions httpOptions(const domain::Tenant &t, const ConnectionOptions &o, core::Vault &vault)
{
    net::HttpOptions h = httpOptionsOf(t, [&vault, t](const QString &name) { return vault.read(secretKey(t, name)); });
    h.deadlineCap = o.deadlineCap;
    return h;
}

static net::sailpoint::SecretSource source(core::Vault &vault, const domain::Tenant &t, const QString &name)
{
    return [&vault, key = secretKey(t, name)] { return vault.read(key); };
}

TenantConnections::TenantConnections(
    const domain::Tenant &t, const ConnectionOptions &o, core::Vault &vault, const std::shared_ptr<core::Clock> &c)
    : tenant(t), options(o), clock(c), sailpointHttp(httpOptions(t, o, vault), budgetFor(t, o), c),
      idvHttp(httpOptions(t, o, vault), std::make_shared<net::WindowLimiter>(60, std::chrono::seconds(10)), c),
      api(t, sailpointHttp, source(vault, t, secretname::sailpoint), c),
      workflowTokens(sailpointHttp, {t.sailpointUrl, {}}, source(vault, t, secretname::workflow), c),
      provider(net::makeProvider(t, idvHttp, source(vault, t, secretname::idv), c))
{
    QObject::connect(&sailpointHttp, &net::Http::clockSeen, &sailpointHttp, [this](qint64 skew) {
        sailpointSkewMs = skew;
        seeClock(skew);
    });
    QObject::connect(&idvHttp, &net::Http::clockSeen, &idvHttp, [this](qint64 skew) { seeClock(skew); });
}

void TenantConnections::seeClock(qint64 skewMs)
{
    const std::lock_guard lock(m_sightMutex);
    m_sight = Sight{clock->now() + skewMs, std::chrono::steady_clock::now()};
}

std::optional<domain::VendorTime> TenantConnections::vendorTime() const
{
    const std::lock_guard lock(m_sightMutex);
    if (!m_sight)
        return std::nullopt;
    const auto age =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - m_sight->seen).count();
    return domain::VendorTime{m_sight->at + age, age};
}

QString cachePath(const QString &dataDir, const core::TenantId &tenant)
{
    return dataDir + QStringLiteral("/mirror-") + tenant.str() + QStringLiteral(".db");
}

core::Status TenantConnections::openCache()
{
    auto m = store::IdentityCache::open(cachePath(options.dataDir, tenant.id),
        domain::ReverificationPolicy{tenant.reverification, {}}, clock,
        domain::Reading{tenant.statusWords, tenant.map});
    if (!m)
        return m.error();
    cache = *std::move(m);
    return core::ok();
}

} // namespace services
