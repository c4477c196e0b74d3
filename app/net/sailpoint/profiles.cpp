#include "net/sailpoint/profiles.h"
#include "net/sailpoint/answers.h"
#include "net/sailpoint/calls.h"
#include "net/sailpoint/paths.h"
#include "net/sailpoint/profiles/profilereader.h"

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

// The answer's one object.
template <class T>
static Async<T> oneOf(Api &api, const Call &call, T (*reader)(const QJsonObject &))
{
    return core::mapped<T, HttpResponse>(api.send(call), &api, [reader](const HttpResponse &r) -> core::Result<T> {
        const auto o = objectFrom(r);
        if (!o)
            return o.error();
        return reader(*o);
    });
}

template <class T>
static Async<QList<T>> listOf(Api &api, const Async<QJsonArray> &list, T (*reader)(const QJsonObject &))
{
    return core::mapped<QList<T>, QJsonArray>(
        list, &api, [reader](const QJsonArray &all) -> core::Result<QList<T>> { return allFrom(all, reader); });
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

Async<QList<domain::IdentityProfile>> listProfiles(Api &api, const QString &filters, const QString &sorters)
{
    QByteArray query;
    if (!filters.isEmpty())
        query += '&' + queryItem("filters", filters);
    if (!sorters.isEmpty())
        query += '&' + queryItem("sorters", sorters);
    return listOf(api, allOf(api, {}, query, 0, {}), identityProfileFrom);
}

Async<QList<domain::ExportedProfile>> exportProfiles(Api &api, const QString &id)
{
    const QByteArray query =
        id.isEmpty() ? QByteArray() : '&' + queryItem("filters", QStringLiteral("id eq ") + quoted(id));
    return listOf(api, allOf(api, QStringLiteral("/export"), query, 0, {}), exportedProfileFrom);
}

Async<domain::IdentityProfile> getProfile(Api &api, const QString &id)
{
    return oneOf(api, profileCall("GET", id), identityProfileFrom);
}

Async<domain::IdentityProfile> createProfile(Api &api, const domain::IdentityProfile &profile)
{
    return oneOf(api, bodyCall("POST", service, {}, QJsonDocument(profile.raw)), identityProfileFrom);
}

Async<domain::IdentityAttribute> createIdentityAttribute(Api &api, const domain::IdentityAttribute &attribute)
{
    return oneOf(api, bodyCall("POST", QStringLiteral("/identity-attributes"), {}, QJsonDocument(attribute.raw)),
        identityAttributeFrom);
}

Async<domain::IdentityProfile> patchProfile(Api &api, const QString &id, const domain::ProfilePatch &patch)
{
    Call c = profileCall("PATCH", id);
    c.contentType = "application/json-patch+json";
    c.body = QJsonDocument(patch.operations).toJson(QJsonDocument::Compact);
    return oneOf(api, c, identityProfileFrom);
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

Async<domain::ImportResult> importProfiles(Api &api, const QList<domain::ExportedProfile> &objects)
{
    return oneOf(api, bodyCall("POST", service, QStringLiteral("/import"), QJsonDocument(domain::rawObjects(objects))),
        importResultFrom);
}

Async<domain::AttributeConfig> defaultAttributeConfig(Api &api, const QString &id)
{
    return oneOf(
        api, profileCall("GET", id, QStringLiteral("/default-identity-attribute-config")), attributeConfigFrom);
}

Async<domain::IdentityPreview> previewIdentity(
    Api &api, const core::IdentityId &person, const domain::AttributeConfig &config)
{
    Call c = bodyCall("POST", service, QStringLiteral("/identity-preview"),
        QJsonDocument(QJsonObject{
            {QStringLiteral("identityId"), person.str()}, {QStringLiteral("identityAttributeConfig"), config.raw}}));
    c.repeatable = true; // saves nothing
    return oneOf(api, c, identityPreviewFrom);
}

Async<Accepted> processProfile(Api &api, const QString &id)
{
    return core::mapped<Accepted, HttpResponse>(
        api.send(profileCall("POST", id, QStringLiteral("/process-identities"))), &api, accepted);
}

Async<QList<domain::LifecycleState>> lifecycleStates(Api &api, const QString &id)
{
    Call c = profileCall("GET", id, QStringLiteral("/lifecycle-states"));
    c.query = "limit=250";
    return listOf(api, core::mapped<QJsonArray, HttpResponse>(api.send(c), &api, arrayFrom), lifecycleStateFrom);
}

} // namespace net::sailpoint
