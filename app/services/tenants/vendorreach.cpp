#include "services/tenants/vendorreach.h"
#include "core/logfailure.h"
#include "domain/readiness/diagnosis.h"
#include "services/identities/internal/peoplesource.h"
#include "services/tenants/internal/tenantconnections.h"

namespace services {

VendorReach::VendorReach(TenantConnections &connections, std::shared_ptr<core::Clock> clock)
    : m_connections(connections), m_clock(std::move(clock))
{
    const std::pair<net::Http *, Link *> both[] = {
        {&connections.sailpointHttp, &m_sailpoint}, {&connections.idvHttp, &m_provider}};
    for (const auto &[http, link] : both) {
        connect(http, &net::Http::reached, this,
            [this, link = link](bool isReached, std::chrono::milliseconds took) { noteReach(*link, isReached, took); });
        connect(http, &net::Http::clockSeen, this, [this, link = link](qint64 skew) { noteSkew(*link, skew); });
    }
}

void VendorReach::noteReach(Link &link, bool isReached, std::chrono::milliseconds took)
{
    const Link before = link;
    if (isReached) {
        link.reach = Reach::Online;
        link.roundTripMs = link.roundTripMs ? (link.roundTripMs * 3 + took.count()) / 4 : took.count();
        link.offlineSince = 0;
    } else if (link.reach != Reach::Offline) {
        link.reach = Reach::Offline;
        link.offlineSince = m_clock->now();
    }
    if (before.reach != link.reach || before.roundTripMs != link.roundTripMs)
        Q_EMIT changed();
}

void VendorReach::noteSkew(Link &link, qint64 skewMs)
{
    const bool wasFine = domain::skewOf(link.skewMs) == domain::Skew::Fine;
    link.skewMs = skewMs;
    if (wasFine != (domain::skewOf(skewMs) == domain::Skew::Fine))
        Q_EMIT changed();
}

domain::TokenRights VendorReach::rights() const
{
    const net::sailpoint::TokenInfo &info = m_connections.api.tokens().info();
    return {info.isKnown, info.hasUser, info.scopes, info.authorities, info.userName};
}

void VendorReach::check()
{
    // Whether it was reached is noted where every request is.
    core::logFailure(
        PeopleSource(m_connections).ping(), this, lcService, "The look at whether SailPoint answers failed.");
}

void VendorReach::watchProvider(domain::MessageWatch watch)
{
    m_connections.provider->setWatch(std::move(watch));
}

core::Async<core::Unit> VendorReach::askProvider(const core::ProviderSessionId &session)
{
    if (!domain::hasStatusQuery(m_connections.tenant.provider) || session.isEmpty())
        return core::ready<core::Unit>(core::ok()); // there is nobody to ask
    return core::mapped<core::Unit, domain::ProviderResult>(m_connections.provider->status(session), this,
        [](const domain::ProviderResult &) -> core::Status { return core::ok(); });
}

} // namespace services
