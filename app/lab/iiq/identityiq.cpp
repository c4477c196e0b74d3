#include "lab/iiq/identityiq.h"
#include "lab/answers.h"
#include "lab/identities/accounts.h"
#include "lab/iiq/iiqplugin.h"
#include "lab/iiq/iiqusers.h"
#include "lab/iiq/scimdiscovery.h"
#include "lab/iiq/scimquery.h"

namespace lab {

using httpd::Request;
using httpd::Response;

static const QString workflowSchema = QStringLiteral("urn:ietf:params:scim:schemas:sailpoint:1.0:LaunchedWorkflow");

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
            return r.path == "/identityiq/rest/ping" || r.path.startsWith("/identityiq/scim/");
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

Response IdentityIq::scim(const QStringList &rest, const Request &r)
{
    if (!m_options.iiqScim)
        return scimError(403, QStringLiteral("Access to this resource is denied."));
    if (rest.first() == QLatin1String("Users"))
        return m_users->handle(rest.mid(1), r);
    if (rest.first() == QLatin1String("LaunchedWorkflows") || rest.first() == QLatin1String("TaskResults"))
        return workflows(rest, r);
    const auto about = scimDiscovery(rest, m_users->schema());
    if (about && r.method != "GET")
        return scimError(405, QStringLiteral("Method not allowed."));
    return about ? *about : scimError(404, QStringLiteral("Resource not found."));
}

QJsonObject IdentityIq::taskResult(const QString &id) const
{
    QJsonObject o{{QStringLiteral("schemas"),
                      QJsonArray{QStringLiteral("urn:ietf:params:scim:schemas:sailpoint:1.0:TaskResult")}},
        {QStringLiteral("id"), id}, {QStringLiteral("type"), QStringLiteral("Workflow")},
        {QStringLiteral("name"), m_ends.iiqWorkflow}};
    if (m_tasks.value(id) <= m_clock->now())
        o.insert(QStringLiteral("completionStatus"), QStringLiteral("Success"));
    return o;
}

// Those that were launched, as tasks.
Response IdentityIq::tasks(const Request &r) const
{
    if (!queryValue(r, QStringLiteral("filter")).isEmpty())
        return scimError(400, QStringLiteral("Tasks are not filtered here."), QStringLiteral("invalidFilter"));
    QJsonArray all;
    for (auto it = m_tasks.begin(); it != m_tasks.end(); ++it)
        all.append(taskResult(it.key()));
    const QByteArray body = QJsonDocument(all).toJson(QJsonDocument::Compact);
    return scimAnswer(200, scimListBody(all.size(), 1, all.size(), body.mid(1, body.size() - 2)));
}

Response IdentityIq::workflows(const QStringList &rest, const Request &r)
{
    if (r.method == "GET" && rest.size() == 1)
        return tasks(r);
    if (r.method == "GET" && rest.size() == 2 && rest.first() == QLatin1String("TaskResults"))
        return m_tasks.contains(rest.at(1)) ? scimAnswer(200, taskResult(rest.at(1)))
                                            : scimError(404, QStringLiteral("Resource not found."));
    if (rest.size() != 1 || rest.first() != QLatin1String("LaunchedWorkflows"))
        return scimError(404, QStringLiteral("Resource not found."));
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
    return scimAnswer(201,
        QJsonObject{{QStringLiteral("id"), task}, {QStringLiteral("name"), m_ends.iiqWorkflow},
            {QStringLiteral("type"), QStringLiteral("Workflow")},
            {QStringLiteral("launcher"), QStringLiteral("svc.idv")},
            {QStringLiteral("schemas"),
                QJsonArray{workflowSchema, QStringLiteral("urn:ietf:params:scim:schemas:sailpoint:1.0:TaskResult")}},
            {workflowSchema, w}});
}

} // namespace lab
