#pragma once
#include "domain/tenants/accesstoken/accesstoken.h"
#include "net/sailpoint/api.h"
#include <QJsonArray>

namespace net::sailpoint {

/// GET /personal-access-tokens?owner-id=me: those of who is signed in.
core::Async<QList<domain::AccessToken>> ownAccessTokens(Api &api);

struct MadeAccessToken
{
    domain::AccessToken token;
    core::SecretPtr secret; ///< told this once
};
/// POST /personal-access-tokens: sent once. An answer without id or secret is Protocol, and the token may be there.
core::Async<MadeAccessToken> createAccessToken(Api &api, const domain::AccessTokenRequest &request);
/// DELETE /personal-access-tokens/{id}. One that is not there any more is deleted.
core::Async<core::Unit> deleteAccessToken(Api &api, const QString &id);

/// As the list has them; what has no id is left out.
QList<domain::AccessToken> accessTokensFrom(const QJsonArray &list);

} // namespace net::sailpoint
