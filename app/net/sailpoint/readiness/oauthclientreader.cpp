#include "net/sailpoint/readiness/oauthclientreader.h"
#include "net/http/members.h"

namespace net::sailpoint {

static domain::OauthClient oauthClientFrom(const QJsonObject &o)
{
    domain::OauthClient c;
    c.name = memberText(o, "name");
    c.isEnabled = memberFlag(o, "enabled").value_or(false);
    c.tokenSeconds = memberCount(o, "accessTokenValiditySeconds").value_or(0);
    c.lastUsed = memberInstant(o, "lastUsed");
    const QJsonArray scopes = o.value(QLatin1String("scope")).toArray();
    for (const auto &s : scopes)
        c.scopes << s.toString();
    return c;
}

QList<domain::OauthClient> oauthClientsFrom(const QJsonArray &list)
{
    QList<domain::OauthClient> out;
    for (const auto &v : list)
        out << oauthClientFrom(v.toObject());
    return out;
}

} // namespace net::sailpoint
