#include "lab/iiq/identityiq.h"
#include "lab/answers.h"
#include "lab/identities/accounts.h"
#include "lab/iiq/iiqplugin.h"
#include "lab/iiq/iiqusers.h"

namespace lab {

using httpd::Request;
using httpd::Response;

static const QString workflowSchema = QStringLiteral("urn:ietf:params:scim:schemas:sailpoint:1.0:LaunchedWorkflow");

Response scimError(int status, const QString &detail, const QString &scimType)
{
    QJsonObject o{
        {QStringLiteral("schemas"), QJsonArray{QStringLiteral("urn:ietf:params:scim:api:messages:2.0:Error")}},
        {QStringLiteral("status"), QString::number(status)}, {QStringLiteral("detail"), detail}};
    if (!scimType.isEmpty())
        o.insert(QStringLiteral("scimType"), scimType);
    return json(status, o);
}

IdentityIq::IdentityIq(const Options &options, const Endpoints &endpoints, std::shared_ptr<core::Clock> clock)
    : m_options(options), m_ends(endpoints), m_clock(std::move(clock)), m_directory(options, m_clock->now()),
      m_users(std::make_unique<IiqUsers>(options, m_directory, m_clock)),
      m_plugin(std::make_unique<IiqPlugin>(options, endpoints, m_directory, m_clock))
{
}

IdentityIq::~IdentityIq() = default;

QJsonObject IdentityIq::counters() const
{
    QJsonObject o;
    for (auto it = m_counters.begin(); it != m_counters.end(); ++it)
        o.insert(it.key(), it.value());
    return o;
}

bool IdentityIq::isSignedIn(const Request &r) const
{
    const QByteArray bearer = r.header("Authorization");
    for (const auto &[name, password] : {std::pair{m_ends.iiqReviewer, m_ends.iiqReviewerPassword},
             std::pair{m_ends.iiqOperatorName, m_ends.iiqOperatorPassword}}) {
        if (bearer == "Basic " + (name + QLatin1Char(':') + password).toUtf8().toBase64())
            return r.path == "/identityiq/rest/ping";
    }
    const auto known = bearer.startsWith("Bearer ") ? m_tokens.constFind(bearer.mid(7)) : m_tokens.constEnd();
    return known != m_tokens.constEnd() && *known > m_clock->now();
}

Response IdentityIq::handle(const Request &r)
{
    m_directory.finalize(m_clock->now());
    if (r.path == "/lab/stats")
        return json(200, counters());
    QStringList parts =
        QString::fromUtf8(QByteArray::fromPercentEncoding(r.path)).split(QLatin1Char('/'), Qt::SkipEmptyParts);
    const QString first = parts.value(0);
    const bool isPlugin = m_options.iiqPlugin && (first == QLatin1String("object") || first == QLatin1String("table"));
    if (first == QLatin1String("identityiq"))
        parts.removeFirst();
    else if (!isPlugin)
        return json(404, QJsonObject{{QStringLiteral("message"), QStringLiteral("Not Found")}});
    if (parts == QStringList{QStringLiteral("oauth2"), QStringLiteral("token")})
        return token(r);
    if (!isPlugin && parts.value(0) != QLatin1String("rest") && parts.value(0) != QLatin1String("scim"))
        return json(404, QJsonObject{{QStringLiteral("message"), QStringLiteral("Not Found")}});
    if (!isSignedIn(r))
        return json(401, QJsonObject{{QStringLiteral("message"), QStringLiteral("Unauthorized")}});
    ++m_counters[QString::fromLatin1(r.method) + QStringLiteral(" /") +
                 parts.mid(0, parts.value(0) == QLatin1String("scim") ? 3 : 2).join(QLatin1Char('/'))];
    if (isPlugin)
        return m_plugin->handle(r.method, parts, r);
    if (parts == QStringList{QStringLiteral("rest"), QStringLiteral("ping")} && !m_options.iiqOld) {
        Response pong;
        pong.contentType = "text/plain";
        pong.body = "Ping was successful!";
        return pong;
    }
    if (parts.size() >= 3 && parts.at(0) == QLatin1String("scim") && parts.at(1) == QLatin1String("v2"))
        return scim(parts.mid(2), r);
    return json(404, QJsonObject{{QStringLiteral("message"), QStringLiteral("Not Found")}});
}

Response IdentityIq::token(const Request &r)
{
    ++m_counters[QStringLiteral("token")];
    if (r.method != "POST" || queryValue(r, QStringLiteral("grant_type")) != QLatin1String("client_credentials"))
        return flatError(400, QStringLiteral("unsupported_grant_type"));
    const QByteArray expected =
        "Basic " + (m_ends.iiqClientId + QLatin1Char(':') + m_ends.iiqClientSecret).toUtf8().toBase64();
    if (r.header("Authorization") != expected)
        return flatError(401, QStringLiteral("invalid_client"), QStringLiteral("Bad credentials"));
    const QByteArray value = randomHex(64);
    m_tokens.insert(value, m_clock->now() + std::chrono::milliseconds(m_options.tokenLifetime).count());
    return json(200, QJsonObject{{QStringLiteral("access_token"), QString::fromLatin1(value)},
                         {QStringLiteral("token_type"), QStringLiteral("bearer")},
                         {QStringLiteral("expires_in"), qint64(m_options.tokenLifetime.count())}});
}

static QJsonObject listOf(const QJsonArray &all)
{
    return {
        {QStringLiteral("schemas"), QJsonArray{QStringLiteral("urn:ietf:params:scim:api:messages:2.0:ListResponse")}},
        {QStringLiteral("totalResults"), all.size()}, {QStringLiteral("startIndex"), 1},
        {QStringLiteral("Resources"), all}};
}

Response IdentityIq::scim(const QStringList &rest, const Request &r)
{
    if (!m_options.iiqScim)
        return scimError(403, QStringLiteral("Access to this resource is denied."));
    if (rest.first() == QLatin1String("Users"))
        return m_users->handle(rest.mid(1), r);
    if (rest.first() == QLatin1String("LaunchedWorkflows") || rest.first() == QLatin1String("TaskResults"))
        return workflows(rest, r);
    if (r.method != "GET")
        return scimError(405, QStringLiteral("Method not allowed."));
    if (rest == QStringList{QStringLiteral("ServiceProviderConfig")}) {
        const auto no = QJsonObject{{QStringLiteral("supported"), false}};
        const auto yes = QJsonObject{{QStringLiteral("supported"), true}};
        return json(200,
            QJsonObject{{QStringLiteral("schemas"),
                            QJsonArray{QStringLiteral("urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig")}},
                {QStringLiteral("patch"), no}, {QStringLiteral("bulk"), no},
                {QStringLiteral("filter"),
                    QJsonObject{{QStringLiteral("supported"), true}, {QStringLiteral("maxResults"), 1000}}},
                {QStringLiteral("changePassword"), no}, {QStringLiteral("sort"), yes}, {QStringLiteral("etag"), yes},
                {QStringLiteral("authenticationSchemes"),
                    QJsonArray{QJsonObject{{QStringLiteral("type"), QStringLiteral("oauthbearertoken")},
                        {QStringLiteral("name"), QStringLiteral("OAuth Bearer Token")}}}}});
    }
    if (rest == QStringList{QStringLiteral("ResourceTypes")}) {
        QJsonArray all;
        for (const char *name : {"User", "Account", "Application", "Entitlement", "Role", "Workflow",
                 "LaunchedWorkflow", "TaskResult", "PolicyViolation"})
            all.append(QJsonObject{{QStringLiteral("name"), QString::fromLatin1(name)},
                {QStringLiteral("endpoint"), QStringLiteral("/%1s").arg(QLatin1String(name))}});
        return json(200, listOf(all));
    }
    if (rest.first() == QLatin1String("Schemas"))
        return json(200, m_users->schema());
    return scimError(404, QStringLiteral("Resource not found."));
}

Response IdentityIq::workflows(const QStringList &rest, const Request &r)
{
    if (r.method == "GET" && rest.size() == 2 && rest.first() == QLatin1String("TaskResults")) {
        const auto task = m_tasks.constFind(rest.at(1));
        if (task == m_tasks.cend())
            return scimError(404, QStringLiteral("Resource not found."));
        QJsonObject o{{QStringLiteral("id"), rest.at(1)}, {QStringLiteral("type"), QStringLiteral("Workflow")},
            {QStringLiteral("name"), m_ends.iiqWorkflow}};
        if (*task <= m_clock->now())
            o.insert(QStringLiteral("completionStatus"), QStringLiteral("Success"));
        return json(200, o);
    }
    if (rest.size() != 1 || rest.first() != QLatin1String("LaunchedWorkflows"))
        return scimError(404, QStringLiteral("Resource not found."));
    if (r.method == "GET")
        return json(200, listOf({}));
    if (r.method != "POST")
        return scimError(405, QStringLiteral("Method not allowed."));
    const QJsonObject w = QJsonDocument::fromJson(r.body).object().value(workflowSchema).toObject();
    if (w.value(QLatin1String("workflowName")).toString() != m_ends.iiqWorkflow)
        return scimError(400, QStringLiteral("Invalid workflow name."), QStringLiteral("invalidValue"));
    QHash<QString, QString> input;
    const QJsonArray pairs = w.value(QLatin1String("input")).toArray();
    for (const auto &v : pairs)
        input.insert(
            v.toObject().value(QLatin1String("key")).toString(), v.toObject().value(QLatin1String("value")).toString());
    const qint64 position = m_directory.positionOf(input.value(QStringLiteral("identityId")).toLatin1());
    if (position < 0)
        return scimError(400, QStringLiteral("The workflow failed: no such identity."));
    m_directory.accounts().write(quint32(position),
        schemaValues(QJsonDocument::fromJson(input.value(QStringLiteral("attributes")).toUtf8()).object()),
        m_clock->now());
    const QString task = QString::fromLatin1(randomHex(32));
    m_tasks.insert(task, m_clock->now() + m_options.processing.count());
    return json(201,
        QJsonObject{{QStringLiteral("id"), task}, {QStringLiteral("name"), m_ends.iiqWorkflow},
            {QStringLiteral("type"), QStringLiteral("Workflow")},
            {QStringLiteral("launcher"), QStringLiteral("svc.idv")},
            {QStringLiteral("schemas"),
                QJsonArray{workflowSchema, QStringLiteral("urn:ietf:params:scim:schemas:sailpoint:1.0:TaskResult")}},
            {workflowSchema, w}});
}

} // namespace lab
