#include "net/sailpoint/tenants/accesstokens.h"
#include "domain/text/instant.h"
#include "net/http/members.h"
#include "net/sailpoint/answers.h"
#include "net/sailpoint/calls.h"
#include <QJsonDocument>

namespace net::sailpoint {

using core::Async;
using core::Result;
using domain::AccessToken;

static const QString service = QStringLiteral("/personal-access-tokens");

static AccessToken accessTokenFrom(const QJsonObject &o)
{
    AccessToken t;
    t.id = memberText(o, "id");
    t.name = memberText(o, "name");
    t.ownerId = memberText(memberObject(o, "owner"), "id");
    t.isManaged = memberFlag(o, "managed").value_or(false);
    t.validitySeconds = memberCount(o, "accessTokenValiditySeconds").value_or(0);
    t.created = memberInstant(o, "created");
    t.expiresAt = memberInstant(o, "expirationDate");
    const bool isDated = !memberText(o, "expirationDate").isEmpty();
    t.neverExpires = !isDated && memberFlag(o, "userAwareTokenNeverExpires").value_or(false);
    const QJsonArray scopes = o.value(QLatin1String("scope")).toArray();
    for (const auto &s : scopes)
        t.scopes << s.toString();
    return t;
}

QList<AccessToken> accessTokensFrom(const QJsonArray &list)
{
    QList<AccessToken> out;
    for (const auto &v : list) {
        if (const AccessToken t = accessTokenFrom(v.toObject()); !t.id.isEmpty())
            out << t;
    }
    return out;
}

Async<QList<AccessToken>> ownAccessTokens(Api &api)
{
    using Own = QList<AccessToken>;
    return core::mapped<Own, HttpResponse>(
        api.send(readCall(service, {}, service, "owner-id=me")), &api, [](const HttpResponse &r) -> Result<Own> {
            const auto all = arrayFrom(r);
            if (!all)
                return all.error();
            return accessTokensFrom(*all);
        });
}

static QJsonObject bodyOf(const domain::AccessTokenRequest &request)
{
    QJsonObject o{{QStringLiteral("name"), request.name},
        {QStringLiteral("expirationDate"), domain::formatInstant(request.expiresAt)},
        {QStringLiteral("userAwareTokenNeverExpires"), false}};
    if (!request.scopes.isEmpty())
        o.insert(QStringLiteral("scope"), QJsonArray::fromStringList(request.scopes));
    if (request.validitySeconds > 0)
        o.insert(QStringLiteral("accessTokenValiditySeconds"), request.validitySeconds);
    return o;
}

Async<MadeAccessToken> createAccessToken(Api &api, const domain::AccessTokenRequest &request)
{
    const Call call = bodyCall("POST", service, {}, QJsonDocument(bodyOf(request)));
    return core::mapped<MadeAccessToken, HttpResponse>(
        api.send(call), &api, [](const HttpResponse &r) -> Result<MadeAccessToken> {
            const auto o = objectFrom(r);
            if (!o)
                return o.error();
            MadeAccessToken made{accessTokenFrom(*o), {}};
            QByteArray secret = o->value(QLatin1String("secret")).toString().toUtf8();
            made.secret = core::makeSecret(secret);
            core::wipe(secret);
            if (made.token.id.isEmpty() || made.secret->isEmpty())
                return protocolError(r, QStringLiteral("A new token without its id or its secret."));
            return made;
        });
}

Async<core::Unit> deleteAccessToken(Api &api, const QString &id)
{
    Call c;
    c.method = "DELETE";
    c.service = service;
    c.rest = idSegment(id);
    c.operation = service + QStringLiteral("/{id}");
    return core::mapped<core::Unit, HttpResponse>(api.send(c), &api, [](const HttpResponse &r) -> core::Status {
        if ((r.status < 200 || r.status > 299) && r.status != 404)
            return errorFrom(r);
        return core::ok();
    });
}

} // namespace net::sailpoint
