#include "net/sailpoint/probes.h"
#include "net/sailpoint/answers.h"
#include "net/sailpoint/profiles/profilereader.h"

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

core::Async<QJsonArray> latestTask(Api &api)
{
    Call c = read("/task-status");
    c.query = "limit=1&sorters=-created";
    return core::mapped<QJsonArray, HttpResponse>(api.send(c), &api, arrayFrom);
}

core::Async<QJsonArray> oauthClients(Api &api)
{
    return core::mapped<QJsonArray, HttpResponse>(api.send(read("/oauth-clients")), &api, arrayFrom);
}

} // namespace net::sailpoint
