#include "net/sailpoint/probes.h"
#include "net/sailpoint/answers.h"
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

core::Async<QJsonObject> getSource(Api &api, const QString &id)
{
    return core::mapped<QJsonObject, HttpResponse>(api.send(read("/sources", id)), &api, objectFrom);
}
core::Async<QJsonObject> getWorkflow(Api &api, const QString &id)
{
    return core::mapped<QJsonObject, HttpResponse>(api.send(read("/workflows", id)), &api, objectFrom);
}

core::Async<QJsonArray> triggerSubscriptions(Api &api)
{
    Call c = read("/trigger-subscriptions");
    c.query = "limit=250";
    return core::mapped<QJsonArray, HttpResponse>(api.send(c), &api, arrayFrom);
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
