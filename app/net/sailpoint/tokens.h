#pragma once
#include "core/secret.h"
#include "domain/tenants/tenant.h"
#include "net/http/http.h"
#include <functional>
#include <vector>

namespace net::sailpoint {

/// What a token says of itself; the token is not in it.
struct TokenInfo
{
    bool isKnown = false;             ///< a token was given
    std::chrono::seconds lifetime{0}; ///< 0: it does not say; it is used until it is refused
    QStringList scopes;
    QStringList authorities;
    bool hasUser = false; ///< false: a plain API client, which may not list identities
    QString userName;
    QString organisation; ///< SailPoint's name of the tenant; empty where the token does not say it
    QString identityId;   ///< of the person behind the token; empty for a plain API client
};

/// Fetches the secret when a token is needed; nothing keeps it longer.
using SecretSource = std::function<core::Async<core::SecretPtr>()>;

/// How a client proves itself. Cloud: id and secret in the form, at /oauth/token. IdentityIq: HTTP Basic, at
/// /oauth2/token?grant_type=client_credentials, and the token tells neither scopes nor a user: its proxy user's rights
/// are its own.
enum class TokenStyle { Cloud, IdentityIq };

/// Who asks for a token, and where.
struct TokenClient
{
    QString baseUrl;
    QString id;
    TokenStyle style = TokenStyle::Cloud;
};

/// OAuth client credentials: one fetch at a time, renewed a minute early (or at half its life), thrown away
/// on a 401; one that does not say how long it lives is used until then. Thread: the object's.
class Tokens : public QObject
{
    Q_OBJECT
public:
    Tokens(Http &http, TokenClient client, SecretSource secret, std::shared_ptr<core::Clock> clock,
        QObject *parent = nullptr);

    core::Async<core::SecretPtr> token();
    /// Drops `used` if it is still the current one; the next token() fetches.
    void drop(const core::SecretPtr &used);
    /// The next token() fetches, whatever is in hand or on its way: what it was fetched for is another one by now.
    void forget();
    /// For a client whose id is a secret too; forgets the token of another one.
    void setClientId(const QString &id);
    const TokenInfo &info() const { return m_info; }

private:
    void fetch();
    void finish(const core::Result<core::SecretPtr> &result);
    HttpRequest requestWith(const core::SecretPtr &secret) const;
    core::Result<core::SecretPtr> read(const HttpResponse &response);

    Http &m_http;
    TokenClient m_client;
    SecretSource m_secret;
    std::shared_ptr<core::Clock> m_clock;
    core::SecretPtr m_token;
    core::Instant m_renewAt = 0;
    TokenInfo m_info;
    bool m_fetching = false;
    bool m_isForgotten = false; ///< what is on its way is used once
    std::vector<core::Deferred<core::SecretPtr>> m_waiters;
};

} // namespace net::sailpoint
