#include "net/sailpoint/profiles.h"
#include "net/sailpoint/answers.h"
#include "net/sailpoint/calls.h"
#include "net/sailpoint/paths.h"

namespace net::sailpoint {

using core::Async;

static const QString service = QStringLiteral("/identity-profiles");

static Call profileCall(const char *method, const QString &id, const QString &rest = {})
{
    Call c;
    c.method = method;
    c.service = service;
    c.rest = QLatin1Char('/') + QString::fromLatin1(QUrl::toPercentEncoding(id)) + rest;
    c.operation = service + QStringLiteral("/{id}") + rest;
    c.repeatable = c.method == "GET";
    return c;
}

static Async<QJsonArray> pageOf(Api &api, const QString &rest, const QByteArray &query, int offset);

// All pages: profiles are tens, not thousands.
static Async<QJsonArray> allOf(
    Api &api, const QString &rest, const QByteArray &query, int offset, const QJsonArray &before)
{
    return core::andThen<QJsonArray>(
        pageOf(api, rest, query, offset), &api, [&api, rest, query, offset, before](const QJsonArray &page) {
            QJsonArray all = before;
            for (const auto &v : page)
                all.append(v);
            return page.size() < 250 ? core::ready<QJsonArray>(all) : allOf(api, rest, query, offset + 250, all);
        });
}

static Async<QJsonArray> pageOf(Api &api, const QString &rest, const QByteArray &query, int offset)
{
    Call c;
    c.service = service;
    c.rest = rest;
    c.operation = service + rest;
    c.query = "limit=250&offset=" + QByteArray::number(offset) + query;
    c.repeatable = true;
    return core::mapped<QJsonArray, HttpResponse>(api.send(c), &api, arrayFrom);
}

Async<QJsonArray> listProfiles(Api &api, const QString &filters, const QString &sorters)
{
    QByteArray query;
    if (!filters.isEmpty())
        query += '&' + queryItem("filters", filters);
    if (!sorters.isEmpty())
        query += '&' + queryItem("sorters", sorters);
    return allOf(api, {}, query, 0, {});
}

Async<QJsonArray> exportProfiles(Api &api, const QString &id)
{
    return allOf(api, QStringLiteral("/export"),
        id.isEmpty() ? QByteArray() : '&' + queryItem("filters", QStringLiteral("id eq ") + quoted(id)), 0, {});
}

Async<QJsonObject> getProfile(Api &api, const QString &id)
{
    return core::mapped<QJsonObject, HttpResponse>(api.send(profileCall("GET", id)), &api, objectFrom);
}

Async<QJsonObject> createProfile(Api &api, const QJsonObject &profile)
{
    return core::mapped<QJsonObject, HttpResponse>(
        api.send(bodyCall("POST", service, {}, QJsonDocument(profile))), &api, objectFrom);
}

Async<QJsonObject> createIdentityAttribute(Api &api, const QJsonObject &attribute)
{
    return core::mapped<QJsonObject, HttpResponse>(
        api.send(bodyCall("POST", QStringLiteral("/identity-attributes"), {}, QJsonDocument(attribute))), &api,
        objectFrom);
}

Async<QJsonObject> patchProfile(Api &api, const QString &id, const QJsonArray &patch)
{
    Call c = profileCall("PATCH", id);
    c.contentType = "application/json-patch+json";
    c.body = QJsonDocument(patch).toJson(QJsonDocument::Compact);
    return core::mapped<QJsonObject, HttpResponse>(api.send(c), &api, objectFrom);
}

Async<Accepted> deleteProfile(Api &api, const QString &id)
{
    return core::mapped<Accepted, HttpResponse>(api.send(profileCall("DELETE", id)), &api, accepted);
}

Async<Accepted> bulkDeleteProfiles(Api &api, const QStringList &ids)
{
    return core::mapped<Accepted, HttpResponse>(api.send(bodyCall("POST", service, QStringLiteral("/bulk-delete"),
                                                    QJsonDocument(QJsonArray::fromStringList(ids)))),
        &api, accepted);
}

Async<QJsonObject> importProfiles(Api &api, const QJsonArray &objects)
{
    return core::mapped<QJsonObject, HttpResponse>(
        api.send(bodyCall("POST", service, QStringLiteral("/import"), QJsonDocument(objects))), &api, objectFrom);
}

Async<QJsonObject> defaultAttributeConfig(Api &api, const QString &id)
{
    return core::mapped<QJsonObject, HttpResponse>(
        api.send(profileCall("GET", id, QStringLiteral("/default-identity-attribute-config"))), &api, objectFrom);
}

Async<QJsonObject> previewIdentity(Api &api, const core::IdentityId &person, const QJsonObject &attributeConfig)
{
    Call c = bodyCall("POST", service, QStringLiteral("/identity-preview"),
        QJsonDocument(QJsonObject{{QStringLiteral("identityId"), person.str()},
            {QStringLiteral("identityAttributeConfig"), attributeConfig}}));
    c.repeatable = true; // saves nothing
    return core::mapped<QJsonObject, HttpResponse>(api.send(c), &api, objectFrom);
}

Async<Accepted> processProfile(Api &api, const QString &id)
{
    return core::mapped<Accepted, HttpResponse>(
        api.send(profileCall("POST", id, QStringLiteral("/process-identities"))), &api, accepted);
}

Async<QJsonArray> lifecycleStates(Api &api, const QString &id)
{
    Call c = profileCall("GET", id, QStringLiteral("/lifecycle-states"));
    c.query = "limit=250";
    return core::mapped<QJsonArray, HttpResponse>(api.send(c), &api, arrayFrom);
}

} // namespace net::sailpoint
