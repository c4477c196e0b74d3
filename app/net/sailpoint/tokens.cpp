#include "net/sailpoint/tokens.h"
#include "net/sailpoint/answers.h"
#include "net/sailpoint/paths.h"
#include <QJsonDocument>
#include <algorithm>
#include <limits>

namespace net::sailpoint {

Tokens::Tokens(Http &http, TokenClient client, SecretSource secret, std::shared_ptr<core::Clock> clock, QObject *parent)
    : QObject(parent), m_http(http), m_client(std::move(client)), m_secret(std::move(secret)), m_clock(std::move(clock))
{
}

core::Async<core::SecretPtr> Tokens::token()
{
    if (m_token && m_clock->now() < m_renewAt)
        return core::ready<core::SecretPtr>(m_token);
    core::Deferred<core::SecretPtr> waiter;
    m_waiters.push_back(waiter);
    if (!m_fetching) {
        m_fetching = true;
        fetch();
    }
    return waiter.future();
}

void Tokens::drop(const core::SecretPtr &used)
{
    if (used == m_token)
        m_token.reset();
}

void Tokens::setClientId(const QString &id)
{
    if (id != m_client.id)
        m_token.reset();
    m_client.id = id;
}

void Tokens::fetch()
{
    core::whenDone<core::SecretPtr>(m_secret(), this, [this](core::Result<core::SecretPtr> secret) {
        if (!secret) {
            finish(secret.error());
            return;
        }
        HttpRequest r = requestWith(*secret);
        core::whenDone<HttpResponse>(m_http.send(r), this, [this](core::Result<HttpResponse> answer) {
            finish(answer ? read(*answer) : core::Result<core::SecretPtr>(answer.error()));
        });
        core::wipe(r.body);
        for (auto &header : r.headers)
            core::wipe(header.second);
    });
}

HttpRequest Tokens::requestWith(const core::SecretPtr &secret) const
{
    HttpRequest r;
    r.method = "POST";
    r.contentType = "application/x-www-form-urlencoded";
    r.repeatable = true;
    if (m_client.style == TokenStyle::IdentityIq) {
        r.url = url(m_client.baseUrl, QStringLiteral("/oauth2/token"), "grant_type=client_credentials");
        r.operation = QStringLiteral("/oauth2/token");
        QByteArray pair = m_client.id.toUtf8() + ':' + secret->reveal().toByteArray();
        r.headers.append({"Authorization", "Basic " + pair.toBase64()});
        core::wipe(pair);
        return r;
    }
    r.url = url(m_client.baseUrl, QStringLiteral("/oauth/token"));
    r.operation = QStringLiteral("/oauth/token");
    QByteArray encoded = secret->reveal().toByteArray().toPercentEncoding();
    r.body =
        "grant_type=client_credentials&client_id=" + QUrl::toPercentEncoding(m_client.id) + "&client_secret=" + encoded;
    core::wipe(encoded);
    return r;
}

// Seconds, as a number or a text, with a fraction or without; 0 where it is not said. A year at most.
static qint64 lifetimeIn(const QJsonObject &o)
{
    const QJsonValue v = o.value(QLatin1String("expires_in"));
    bool isNumber = v.isDouble();
    const double seconds = isNumber ? v.toDouble() : v.toString().trimmed().toDouble(&isNumber);
    return isNumber && seconds > 0 ? qint64(std::min(seconds, 366.0 * 86'400)) : 0;
}

core::Result<core::SecretPtr> Tokens::read(const HttpResponse &response)
{
    if (response.status == 400 || response.status == 401) {
        core::Error e = errorFrom(response);
        e.code = core::ErrorCode::Unauthorized;
        e.text = QStringLiteral("The client ID or the client secret is not accepted.");
        return e;
    }
    if (response.status == 404 || response.status == 405 || (response.status >= 300 && response.status < 400)) {
        core::Error e = errorFrom(response);
        e.code = core::ErrorCode::NotFound;
        e.text = m_client.style == TokenStyle::IdentityIq
                     ? QStringLiteral("No IdentityIQ with OAuth answers at this address. It ends with its context "
                                      "path, such as /identityiq.")
                     : QStringLiteral("No SailPoint API answers at this address. It has \".api.\" in it.");
        return e;
    }
    auto object = objectFrom(response);
    if (!object) {
        core::Error e = object.error();
        if (e.code == core::ErrorCode::Protocol)
            e.text = QStringLiteral("The address answers, but not as SailPoint's API does.");
        return e;
    }
    const QString token = object->value(QLatin1String("access_token")).toString();
    if (token.isEmpty())
        return protocolError(response, QStringLiteral("The token answer has no token."));
    const qint64 seconds = lifetimeIn(*object);
    m_info = {};
    m_info.isKnown = true;
    m_info.lifetime = std::chrono::seconds(seconds);
    m_info.scopes = object->value(QLatin1String("scope")).toString().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto authorities = object->value(QLatin1String("authorities")).toArray();
    for (const auto &a : authorities)
        m_info.authorities << a.toString();
    m_info.organisation = object->value(QLatin1String("org")).toString();
    m_info.identityId = object->value(QLatin1String("identity_id")).toString();
    m_info.hasUser = !m_info.identityId.isEmpty() || m_client.style == TokenStyle::IdentityIq;
    m_info.userName = object->value(QLatin1String("user_name")).toString();
    const qint64 early = std::min<qint64>(60, seconds / 2);
    m_renewAt = seconds > 0 ? m_clock->now() + (seconds - early) * core::secondMs
                            : std::numeric_limits<core::Instant>::max(); // until it is refused
    m_token = core::makeSecret(token.toUtf8());
    return m_token;
}

void Tokens::forget()
{
    m_token.reset();
    m_isForgotten = m_fetching;
}

void Tokens::finish(const core::Result<core::SecretPtr> &result)
{
    m_fetching = false;
    if (std::exchange(m_isForgotten, false))
        m_token.reset();
    const auto waiters = std::exchange(m_waiters, {});
    for (const auto &w : waiters)
        w.resolve(result);
}

} // namespace net::sailpoint
