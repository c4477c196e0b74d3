#include "lab/iiq/scimdiscovery.h"
#include "lab/iiq/scimquery.h"
#include <QJsonArray>
#include <QJsonDocument>

namespace lab {

using httpd::Response;

static QJsonObject meta(const char *type, const QString &at)
{
    return {{QStringLiteral("resourceType"), QLatin1String(type)},
        {QStringLiteral("location"), QStringLiteral("/identityiq/scim/v2/") + at}};
}

static QJsonObject scheme(const char *type, const char *name, const char *about)
{
    return {{QStringLiteral("type"), QLatin1String(type)}, {QStringLiteral("name"), QLatin1String(name)},
        {QStringLiteral("description"), QLatin1String(about)}};
}

static QJsonObject config()
{
    const QJsonObject no{{QStringLiteral("supported"), false}}, yes{{QStringLiteral("supported"), true}};
    return {{QStringLiteral("schemas"),
                QJsonArray{QStringLiteral("urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig")}},
        {QStringLiteral("patch"), no},
        {QStringLiteral("bulk"), QJsonObject{{QStringLiteral("supported"), false}, {QStringLiteral("maxOperations"), 0},
                                     {QStringLiteral("maxPayloadSize"), 0}}},
        {QStringLiteral("filter"),
            QJsonObject{{QStringLiteral("supported"), true}, {QStringLiteral("maxResults"), mostOfAScimList}}},
        {QStringLiteral("changePassword"), no}, {QStringLiteral("sort"), yes}, {QStringLiteral("etag"), yes},
        {QStringLiteral("authenticationSchemes"),
            QJsonArray{scheme("httpbasic", "HTTP Basic", "User name and password of an identity"),
                scheme("oauthbearertoken", "OAuth Bearer Token", "Client credentials with a proxy user")}},
        {QStringLiteral("meta"), meta("ServiceProviderConfig", QStringLiteral("ServiceProviderConfig"))}};
}

static QJsonObject resourceType(const char *name)
{
    const QString text = QLatin1String(name);
    QJsonObject o{
        {QStringLiteral("schemas"), QJsonArray{QStringLiteral("urn:ietf:params:scim:schemas:core:2.0:ResourceType")}},
        {QStringLiteral("id"), text}, {QStringLiteral("name"), text},
        {QStringLiteral("endpoint"), QStringLiteral("/%1s").arg(text)},
        {QStringLiteral("schema"), text == QLatin1String("User")
                                       ? QStringLiteral("urn:ietf:params:scim:schemas:core:2.0:User")
                                       : QStringLiteral("urn:ietf:params:scim:schemas:sailpoint:1.0:") + text},
        {QStringLiteral("meta"), meta("ResourceType", QStringLiteral("ResourceTypes/") + text)}};
    if (text == QLatin1String("User"))
        o.insert(QStringLiteral("schemaExtensions"),
            QJsonArray{QJsonObject{{QStringLiteral("schema"),
                                       QStringLiteral("urn:ietf:params:scim:schemas:sailpoint:1.0:User")},
                           {QStringLiteral("required"), false}},
                QJsonObject{{QStringLiteral("schema"),
                                QStringLiteral("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User")},
                    {QStringLiteral("required"), false}}});
    return o;
}

// One of them by its id, or all.
static Response listed(const QJsonArray &all, const QString &id)
{
    if (id.isEmpty()) {
        QByteArray body = QJsonDocument(all).toJson(QJsonDocument::Compact);
        return scimAnswer(200, scimListBody(all.size(), 1, all.size(), body.mid(1, body.size() - 2)));
    }
    for (const auto &one : all) {
        if (one.toObject().value(QLatin1String("id")).toString() == id)
            return scimAnswer(200, one.toObject());
    }
    return scimError(404, QStringLiteral("Resource %1 not found.").arg(id));
}

std::optional<Response> scimDiscovery(const QStringList &path, const QJsonObject &userSchema)
{
    if (path == QStringList{QStringLiteral("ServiceProviderConfig")})
        return scimAnswer(200, config());
    if (path.size() > 2)
        return std::nullopt;
    if (path.first() == QLatin1String("Schemas"))
        return listed({userSchema}, path.value(1));
    if (path.first() != QLatin1String("ResourceTypes"))
        return std::nullopt;
    QJsonArray all;
    for (const char *name : {"User", "LaunchedWorkflow", "TaskResult"}) // those that are served
        all.append(resourceType(name));
    return listed(all, path.value(1));
}

} // namespace lab
