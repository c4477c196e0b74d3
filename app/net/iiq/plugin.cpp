#include "net/iiq/plugin.h"
#include "net/sailpoint/answers.h"
#include "net/sailpoint/paths.h"
#include <QJsonDocument>

namespace net::iiq {

using core::Async;
using core::Result;
using sailpoint::Call;
using sailpoint::queryItem;

static Call call(Api &api, const QString &service, const QString &rest, const QString &operation)
{
    Call c;
    c.product = domain::Product::IdentityIq;
    c.base = domain::pluginBase(api.tenant().identityIq, api.tenant().sailpointUrl);
    c.service = service;
    c.rest = rest;
    c.operation = operation;
    c.repeatable = true;
    return c;
}

static QString segment(const QString &text)
{
    return QLatin1Char('/') + QString::fromLatin1(QUrl::toPercentEncoding(text));
}

static Call listing(Api &api, const QString &service, const QString &type, const PluginQuery &q)
{
    Call c = call(api, service, segment(type), service + QLatin1Char('/') + type);
    c.query = "limit=" + QByteArray::number(q.limit) + "&offset=" + QByteArray::number(q.offset) + "&orderby=-id";
    if (!q.filter.isEmpty())
        c.query += '&' + queryItem("filter", q.filter);
    return c;
}

static Result<QJsonArray> listFrom(const HttpResponse &r)
{
    if (r.status < 200 || r.status > 299)
        return errorFrom(r);
    const QJsonDocument doc = QJsonDocument::fromJson(r.body);
    if (doc.isArray())
        return doc.array();
    const QJsonObject o = doc.object();
    for (const char *key : {"objects", "Resources", "results", "items", "data"}) {
        if (o.value(QLatin1String(key)).isArray() && o.value(QLatin1String("success")).toBool(true))
            return o.value(QLatin1String(key)).toArray();
    }
    return protocolError(r, QStringLiteral("The plug-in's answer is no list."));
}

Async<QJsonArray> objects(Api &api, const QString &type, const PluginQuery &q)
{
    return core::mapped<QJsonArray, HttpResponse>(
        api.send(listing(api, QStringLiteral("/object"), type, q)), &api, listFrom);
}
Async<QJsonArray> rows(Api &api, const QString &type, const PluginQuery &q)
{
    return core::mapped<QJsonArray, HttpResponse>(
        api.send(listing(api, QStringLiteral("/table"), type, q)), &api, listFrom);
}

Async<RawPage> identityRows(Api &api, const PluginQuery &q)
{
    Call c = listing(api, QStringLiteral("/table"), QStringLiteral("Identity"), q);
    c.deadline = 60s;
    return core::mapped<RawPage, HttpResponse>(api.send(c), &api, [](const HttpResponse &r) -> Result<RawPage> {
        if (r.status < 200 || r.status > 299)
            return errorFrom(r);
        return RawPage{r.body, {}, r.requestId};
    });
}

static Async<QJsonObject> one(Api &api, const QString &service, const QString &type, const QString &id)
{
    return core::mapped<QJsonObject, HttpResponse>(api.send(call(api, service, segment(type) + segment(id),
                                                       service + QLatin1Char('/') + type + QStringLiteral("/{id}"))),
        &api, objectFrom);
}
Async<QJsonObject> object(Api &api, const QString &type, const QString &id)
{
    return one(api, QStringLiteral("/object"), type, id);
}
Async<QJsonObject> row(Api &api, const QString &type, const QString &id)
{
    return one(api, QStringLiteral("/table"), type, id);
}

Async<QList<Member>> workgroupMembers(Api &api, const QString &id)
{
    const Call c = call(api, QStringLiteral("/object/workgroup"), segment(id) + QStringLiteral("/members"),
        QStringLiteral("/object/workgroup/{id}/members"));
    return core::mapped<QList<Member>, HttpResponse>(
        api.send(c), &api, [](const HttpResponse &r) -> Result<QList<Member>> {
            const auto list = listFrom(r);
            if (!list)
                return list.error();
            QList<Member> out;
            for (const auto &v : *list) {
                const QJsonObject o = v.toObject();
                const QString display = o.value(QLatin1String("displayName")).toString();
                out << Member{v.isString() ? v.toString() : o.value(QLatin1String("id")).toString(),
                    display.isEmpty() ? o.value(QLatin1String("name")).toString() : display};
            }
            return out;
        });
}

Async<core::Unit> decide(Api &api, const QString &type, const QString &id, const Decision &d)
{
    Call c = call(api, QStringLiteral("/object"), segment(type) + segment(id),
        QStringLiteral("/object/") + type + QStringLiteral("/{id}"));
    c.method = api.tenant().identityIq.method == domain::WorkItemMethod::Post ? "POST" : "PUT";
    c.contentType = "application/json";
    c.body = QJsonDocument(QJsonObject{{QStringLiteral("approver"), d.approver}, {QStringLiteral("state"), d.state},
                               {QStringLiteral("comment"), d.comment}})
                 .toJson(QJsonDocument::Compact);
    c.repeatable = false;
    return core::mapped<core::Unit, HttpResponse>(api.send(c), &api, [](const HttpResponse &r) -> core::Status {
        if (r.status < 200 || r.status > 299)
            return errorFrom(r);
        return core::ok();
    });
}

} // namespace net::iiq
