#pragma once
#include "lab/lab.h"
#include "net/iiq/plugin.h"
#include "net/iiq/scim.h"

namespace support {

/// The calls to IdentityIQ, on the lab's simulator.
struct IdentityIqStand
{
    explicit IdentityIqStand(lab::Options o = {}, const QString &fault = {})
    {
        if (o.identities == 5000)
            o.identities = 60;
        if (!fault.isEmpty())
            o.rules << fault;
        simulator = *lab::Lab::start(o, clock);
        const auto &e = simulator->endpoints();
        tenant.product = domain::Product::IdentityIq;
        tenant.sailpointUrl = e.iiqUrl;
        tenant.clientId = e.iiqClientId;
        secret = e.iiqClientSecret.toUtf8();
        make();
    }
    void make()
    {
        api = std::make_unique<net::sailpoint::Api>(
            tenant, http, [this] { return core::ready<core::SecretPtr>(core::makeSecret(secret)); }, clock);
    }
    qint64 asked(const char *what)
    {
        return simulator->counters()
            .value(QLatin1String("identityiq"))
            .toObject()
            .value(QLatin1String(what))
            .toInteger();
    }
    std::shared_ptr<core::Clock> clock = std::make_shared<core::SystemClock>();
    net::Http http{[] {
                       net::HttpOptions o;
                       o.proxy = QStringLiteral("none");
                       o.tries = 1;
                       return o;
                   }(),
        std::make_shared<net::NoLimiter>(), clock};
    std::unique_ptr<lab::Lab> simulator;
    domain::Tenant tenant;
    QByteArray secret;
    std::unique_ptr<net::sailpoint::Api> api;
};

} // namespace support
