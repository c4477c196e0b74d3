#include "net/sailpoint/probes.h"
#include "net/sailpoint/answers.h"
#include "net/sailpoint/profiles/profilereader.h"
#include "net/sailpoint/readiness/oauthclientreader.h"

namespace net::sailpoint {

static Call read(const char *service, const QString &id = {})
{
    Call c;
    c.service = QLatin1String(service);
    c.operation = c.service;
    if (!id.isEmpty()) {
        c.rest = QLatin1Char('/') + QString::fromLatin1(QUrl::toPercentEncoding(id));
        c.operation += QStringLiteral("/{id}");
    }
    c.repeatable = true;
    return c;
}

core::Async<domain::Source> getSource(Api &api, const QString &id)
{
    return core::mapped<domain::Source, HttpResponse>(
        api.send(read("/sources", id)), &api, [](const HttpResponse &r) -> core::Result<domain::Source> {
            const auto o = objectFrom(r);
            if (!o)
                return o.error();
            return sourceFrom(*o);
        });
}

core::Async<core::Unit> probeTasks(Api &api)
{
    Call c = read("/task-status");
    c.query = "limit=1&sorters=-created";
    return core::mapped<core::Unit, HttpResponse>(api.send(c), &api, [](const HttpResponse &r) -> core::Status {
        const auto all = arrayFrom(r);
        if (!all)
            return all.error();
        return core::ok();
    });
}

core::Async<QList<domain::OauthClient>> oauthClients(Api &api)
{
    using Clients = QList<domain::OauthClient>;
    return core::mapped<Clients, HttpResponse>(
        api.send(read("/oauth-clients")), &api, [](const HttpResponse &r) -> core::Result<Clients> {
            const auto all = arrayFrom(r);
            if (!all)
                return all.error();
            return oauthClientsFrom(*all);
        });
}

} // namespace net::sailpoint
