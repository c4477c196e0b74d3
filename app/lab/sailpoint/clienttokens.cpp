#include "lab/sailpoint/clienttokens.h"
#include "lab/answers.h"
#include "lab/sailpoint/calls/tokenrequest.h"
#include "lab/sailpoint/personaltokens.h"
#include "lab/sailpoint/tenantstate.h"
#include <QUrl>
#include <chrono>

namespace lab {

using httpd::Request;
using httpd::Response;

std::optional<ClientTokens::Token> ClientTokens::find(const Request &r) const
{
    const QByteArray bearer = r.header("Authorization");
    const auto known = bearer.startsWith("Bearer ") ? m_tokens.constFind(bearer.mid(7)) : m_tokens.constEnd();
    return known == m_tokens.constEnd() ? std::nullopt : std::optional(*known);
}

Response ClientTokens::issue(const Request &r)
{
    if (r.method != "POST")
        return dto(405, QStringLiteral("405 Method Not Allowed"), QStringLiteral("POST only."));
    const auto asked = tokenRequest(r);
    if (!asked)
        return flatError(400, QStringLiteral("invalid_request"), QStringLiteral("form expected"));
    const auto isClient = [&asked](const QString &id, const QString &secret) {
        return asked->clientId == id && asked->clientSecret == secret;
    };
    if (asked->grantType != QLatin1String("client_credentials"))
        return flatError(400, QStringLiteral("unsupported_grant_type"), QStringLiteral("Unsupported grant type"));
    const auto personal = m_personal.scopesOf(asked->clientId, asked->clientSecret);
    const bool isHandedOut = m_isWorkflowClient && m_isWorkflowClient(asked->clientId, asked->clientSecret);
    const bool isWorkflow = isHandedOut || isClient(m_state.ends.workflowClientId, m_state.ends.workflowClientSecret);
    const bool isReviewer = isClient(m_state.ends.reviewerClientId, m_state.ends.reviewerClientSecret);
    if (!personal && !isWorkflow && !isReviewer)
        return flatError(401, QStringLiteral("invalid_client"),
            QStringLiteral("Full authentication is required to access this resource"));
    const QByteArray value = randomHex(64);
    const auto lifetime = m_state.options.fault == QLatin1String("token-expiry") ? std::chrono::seconds(2)
                                                                                 : m_state.options.tokenLifetime;
    QStringList scopes = personal.value_or(QStringList{QStringLiteral("sp:scopes:all")});
    if (isWorkflow)
        scopes = {QStringLiteral("sp:workflow-execute:external")};
    m_tokens.insert(value,
        {m_state.now() + std::chrono::milliseconds(lifetime).count(), isWorkflow, isReviewer, asked->clientId, scopes});
    QJsonObject o{{QStringLiteral("access_token"), QString::fromLatin1(value)},
        {QStringLiteral("token_type"), QStringLiteral("bearer")},
        {QStringLiteral("expires_in"), qint64(lifetime.count())},
        {QStringLiteral("scope"), scopes.join(QLatin1Char(' '))}, {QStringLiteral("org"), QStringLiteral("simulator")},
        {QStringLiteral("pod"), QStringLiteral("local")},
        {QStringLiteral("authorities"), QJsonArray{QStringLiteral("ORG_ADMIN")}}};
    if (isReviewer) {
        o.insert(QStringLiteral("identity_id"), QStringLiteral("2c9180867769897d01776ed5f1255130"));
        o.insert(QStringLiteral("user_name"), QStringLiteral("second.person"));
    } else if (m_state.options.hasUser && !isWorkflow) {
        o.insert(QStringLiteral("identity_id"), QStringLiteral("2c9180867769897d01776ed5f125512f"));
        o.insert(QStringLiteral("user_name"), QStringLiteral("svc.idv"));
    }
    return json(200, o);
}

void ClientTokens::revoke(const QString &client)
{
    m_tokens.removeIf([&client](const auto &token) { return token.value().client == client; });
}

Response ClientTokens::clients() const
{
    return json(
        200, QJsonArray{QJsonObject{{QStringLiteral("id"), m_state.ends.workflowClientId},
                 {QStringLiteral("businessName"), QJsonValue()}, {QStringLiteral("homepageUrl"), QJsonValue()},
                 {QStringLiteral("name"), QStringLiteral("IDV callback")},
                 {QStringLiteral("description"), QStringLiteral("Invented")},
                 {QStringLiteral("accessTokenValiditySeconds"), 749},
                 {QStringLiteral("refreshTokenValiditySeconds"), 86400}, {QStringLiteral("redirectUris"), QJsonValue()},
                 {QStringLiteral("grantTypes"), QJsonArray{QStringLiteral("CLIENT_CREDENTIALS")}},
                 {QStringLiteral("accessType"), QStringLiteral("OFFLINE")},
                 {QStringLiteral("type"), QStringLiteral("CONFIDENTIAL")}, {QStringLiteral("internal"), false},
                 {QStringLiteral("enabled"), true}, {QStringLiteral("strongAuthSupported"), false},
                 {QStringLiteral("claimsSupported"), false},
                 {QStringLiteral("created"), QStringLiteral("2026-01-01T00:00:00.000Z")},
                 {QStringLiteral("modified"), QStringLiteral("2026-01-01T00:00:00.000Z")},
                 {QStringLiteral("scope"), QJsonArray{QStringLiteral("sp:workflow-execute:external")}}}});
}

} // namespace lab
