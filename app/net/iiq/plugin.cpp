#include "net/iiq/plugin.h"
#include "net/iiq/workitemreader.h"
#include "net/sailpoint/answers.h"
#include "net/sailpoint/paths.h"
#include <QJsonDocument>
#include <array>

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

QString pluginTypeKey(PluginType t)
{
    static const std::array<const char *, 4> keys{"WorkItem", "IdentityRequest", "Identity", "CertificationEntity"};
    return QString::fromLatin1(keys[size_t(t)]);
}

static QString serviceOf(PluginType t)
{
    const bool isObject = t == PluginType::WorkItem || t == PluginType::IdentityRequest;
    return isObject ? QStringLiteral("/object") : QStringLiteral("/table");
}

static Call listing(Api &api, PluginType type, const PluginQuery &q)
{
    const QString service = serviceOf(type), name = pluginTypeKey(type);
    Call c = call(api, service, segment(name), service + QLatin1Char('/') + name);
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
    const QJsonValue success = o.value(QLatin1String("success"));
    const bool isRefused = !success.isUndefined() && !success.isNull() && success != QJsonValue(true) &&
                           success.toString() != QLatin1String("true");
    for (const char *key : {"objects", "Resources", "results", "items", "data"}) {
        if (o.value(QLatin1String(key)).isArray() && !isRefused)
            return o.value(QLatin1String(key)).toArray();
    }
    return protocolError(r, QStringLiteral("The plug-in's answer is no list."));
}

template <typename Entry>
static Async<QList<Entry>> entriesOf(
    Api &api, PluginType type, const PluginQuery &q, Entry (*entryFrom)(const QJsonObject &))
{
    return core::mapped<QList<Entry>, HttpResponse>(
        api.send(listing(api, type, q)), &api, [entryFrom](const HttpResponse &r) -> Result<QList<Entry>> {
            const auto all = listFrom(r);
            if (!all)
                return all.error();
            QList<Entry> out;
            for (const auto &v : *all)
                out << entryFrom(v.toObject());
            return out;
        });
}

template <typename Entry>
static Async<Entry> entryOf(Api &api, PluginType type, const QString &id, Entry (*entryFrom)(const QJsonObject &))
{
    const QString service = serviceOf(type);
    return core::mapped<Entry, HttpResponse>(
        api.send(call(api, service, segment(pluginTypeKey(type)) + segment(id),
            service + QLatin1Char('/') + pluginTypeKey(type) + QStringLiteral("/{id}"))),
        &api, [entryFrom](const HttpResponse &r) -> Result<Entry> {
            const auto o = objectFrom(r);
            if (!o)
                return o.error();
            return entryFrom(*o);
        });
}

Async<core::Unit> probeList(Api &api, PluginType type, const PluginQuery &q)
{
    return core::mapped<core::Unit, HttpResponse>(
        api.send(listing(api, type, q)), &api, [](const HttpResponse &r) -> core::Status {
            const auto all = listFrom(r);
            if (!all)
                return all.error();
            return core::ok();
        });
}

Async<QList<domain::WorkItem>> workItems(Api &api, const PluginQuery &q)
{
    return entriesOf<domain::WorkItem>(api, PluginType::WorkItem, q, workItemFrom);
}
Async<domain::WorkItem> workItem(Api &api, const QString &id)
{
    return entryOf<domain::WorkItem>(api, PluginType::WorkItem, id, workItemFrom);
}
Async<QList<domain::IdentityRequest>> identityRequests(Api &api, const PluginQuery &q)
{
    return entriesOf<domain::IdentityRequest>(api, PluginType::IdentityRequest, q, identityRequestFrom);
}
Async<QList<std::optional<domain::AccessReview>>> certifications(Api &api, const PluginQuery &q)
{
    return entriesOf<std::optional<domain::AccessReview>>(api, PluginType::CertificationEntity, q, certificationFrom);
}
Async<std::optional<domain::AccessReview>> certification(Api &api, const QString &id)
{
    return entryOf<std::optional<domain::AccessReview>>(api, PluginType::CertificationEntity, id, certificationFrom);
}

Async<RawPage> identityRows(Api &api, const PluginQuery &q)
{
    Call c = listing(api, PluginType::Identity, q);
    c.deadline = 60s;
    return core::mapped<RawPage, HttpResponse>(api.send(c), &api, [](const HttpResponse &r) -> Result<RawPage> {
        if (r.status < 200 || r.status > 299)
            return errorFrom(r);
        return RawPage{r.body, {}, r.requestId};
    });
}

Async<std::optional<sailpoint::PersonRead>> identityRow(Api &api, const core::IdentityId &id)
{
    using Found = std::optional<sailpoint::PersonRead>;
    const PluginQuery query{domain::iiqEquals(QStringLiteral("id"), id.str()), 0, 1};
    return core::mapped<Found, HttpResponse>(
        api.send(listing(api, PluginType::Identity, query)), &api, [id](const HttpResponse &r) -> Result<Found> {
            const auto all = listFrom(r);
            if (!all)
                return all.error();
            return personFromRows(*all, id);
        });
}

using Members = QList<domain::WorkgroupMember>;
Async<Members> workgroupMembers(Api &api, const QString &id)
{
    const Call c = call(api, QStringLiteral("/object/workgroup"), segment(id) + QStringLiteral("/members"),
        QStringLiteral("/object/workgroup/{id}/members"));
    return core::mapped<Members, HttpResponse>(api.send(c), &api, [](const HttpResponse &r) -> Result<Members> {
        const auto list = listFrom(r);
        if (!list)
            return list.error();
        Members out;
        for (const auto &v : *list)
            out << workgroupMemberFrom(v);
        return out;
    });
}

Async<core::Unit> decide(Api &api, PluginType type, const QString &id, const Decision &d)
{
    const QString name = pluginTypeKey(type);
    Call c = call(api, QStringLiteral("/object"), segment(name) + segment(id),
        QStringLiteral("/object/") + name + QStringLiteral("/{id}"));
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
