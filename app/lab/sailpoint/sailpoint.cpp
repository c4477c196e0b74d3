#include "lab/sailpoint/sailpoint.h"
#include "lab/answers.h"
#include "lab/sailpoint/approvals.h"
#include "lab/sailpoint/scopes.h"
#include "lab/sailpoint/triggers.h"
#include "lab/sailpoint/workflows.h"
#include <QTimer>

namespace lab {

SailPoint::SailPoint(const Options &options, const Endpoints &endpoints, std::shared_ptr<core::Clock> clock)
    : m_options(options), m_ends(endpoints), m_clock(std::move(clock)), m_directory(options, m_clock->now()),
      m_profiles(endpoints, options, m_clock->now()), m_triggers(std::make_unique<Triggers>(options, m_clock)),
      m_workflows(std::make_unique<Workflows>(options, endpoints, m_clock, [this](const QJsonObject &input) {
          const qint64 position =
              m_directory.positionOf(input.value(QLatin1String("identityId")).toString().toLatin1());
          if (position >= 0)
              m_directory.writeAccount(
                  quint32(position), schemaValues(input.value(QLatin1String("attributes")).toObject()), now());
      }))
{
    m_approvals = std::make_unique<Approvals>(options, m_directory, m_clock);
    m_directory.changed = [this](quint32 position, const QByteArray &name, const QByteArray &before,
                              const QByteArray &after) { tell(position, name, before, after); };
    // What is due happens also while nobody asks.
    auto *due = new QTimer(m_triggers.get());
    QObject::connect(due, &QTimer::timeout, m_triggers.get(), [this] { m_directory.finalize(now()); });
    due->start(100);
}

SailPoint::~SailPoint() = default;

// All changes of one person in one moment are one event, as in a tenant.
void SailPoint::tell(quint32 position, const QByteArray &name, const QByteArray &before, const QByteArray &after)
{
    if (!m_triggers->hasSubscribers())
        return;
    const QString id = QString::fromLatin1(People::idOf(position, m_options.seed));
    const QJsonObject identity{{QStringLiteral("id"), id},
        {QStringLiteral("name"), QString::fromUtf8(m_directory.person(position, Directory::View::Live).name)},
        {QStringLiteral("type"), QStringLiteral("IDENTITY")}};
    if (name.isEmpty())
        return m_triggers->raise(QStringLiteral("idn:identity-created"),
            {{QStringLiteral("identity"), identity}, {QStringLiteral("attributes"), QJsonObject{}}});
    const auto value = [](const QByteArray &json) {
        return QJsonDocument::fromJson('[' + (json.isEmpty() ? QByteArray("null") : json) + ']').array().at(0);
    };
    auto &waiting = m_toTell[id];
    const bool isFirst = waiting.isEmpty();
    waiting.append(QJsonObject{{QStringLiteral("attribute"), QString::fromUtf8(name)},
        {QStringLiteral("oldValue"), value(before)}, {QStringLiteral("newValue"), value(after)}});
    if (isFirst)
        QTimer::singleShot(0, m_triggers.get(), [this, id, identity] {
            m_triggers->raise(QStringLiteral("idn:identity-attributes-changed"),
                {{QStringLiteral("identity"), identity}, {QStringLiteral("changes"), m_toTell.take(id)}});
        });
}

// "/v2024/identities/x" and "/identities/v1/x" are the same call of two path styles.
static std::optional<Route> parseRoute(const httpd::Request &r)
{
    QStringList parts =
        QString::fromLatin1(QByteArray::fromPercentEncoding(r.path)).split(QLatin1Char('/'), Qt::SkipEmptyParts);
    if (parts.size() < 2)
        return std::nullopt;
    Route route;
    route.method = r.method;
    if (parts.at(0) == QLatin1String("v2024")) {
        route.version = parts.takeFirst();
        route.service = QLatin1Char('/') + parts.takeFirst();
    } else if (parts.at(1) == QLatin1String("v1")) {
        route.service = QLatin1Char('/') + parts.takeFirst();
        route.version = parts.takeFirst();
    } else {
        return std::nullopt;
    }
    route.rest = parts;
    return route;
}

QJsonObject SailPoint::counters() const
{
    QJsonObject o;
    for (auto it = m_counters.begin(); it != m_counters.end(); ++it)
        o.insert(it.key(), it.value());
    return o;
}

httpd::Response SailPoint::handle(const httpd::Request &request)
{
    m_directory.finalize(now());
    Response r;
    if (request.path == "/lab/stats")
        return json(200, counters());
    if (request.path == "/oauth/token") {
        ++m_counters[QStringLiteral("token")];
        r = token(request);
    } else if (request.path == "/oauth/info") {
        r = json(200, QJsonObject{{QStringLiteral("tenantName"), QStringLiteral("Simulator")},
                          {QStringLiteral("tenantId"), QStringLiteral("lab")}});
    } else if (const auto where = parseRoute(request)) {
        const QByteArray bearer = request.header("Authorization");
        const auto known = bearer.startsWith("Bearer ") ? m_tokens.constFind(bearer.mid(7)) : m_tokens.constEnd();
        if (known == m_tokens.constEnd())
            r = flatError(401, QStringLiteral("JWT validation failed: JWT is invalid"));
        else if (known->until <= now())
            r = flatError(401, QStringLiteral("JWT validation failed: JWT is expired"));
        else if (m_options.rateLimit && overBudget(where->version)) {
            r = json(429, QJsonObject{{QStringLiteral("message"), QStringLiteral(" Rate Limit Exceeded ")}});
            r.headers.append(httpd::Header{"Retry-After", "2"});
            ++m_counters[QStringLiteral("rate-limited")];
        } else {
            r = route(*where, request, *known);
        }
    } else {
        r = dto(404, QStringLiteral("404 Not found"), QStringLiteral("No such address."));
    }
    r.headers.append({"SLPT-Request-ID", randomHex(32)});
    return r;
}

bool SailPoint::overBudget(const QString &version)
{
    QList<core::Instant> &times = m_recent[version];
    while (!times.isEmpty() && times.first() <= now() - 10 * core::secondMs)
        times.removeFirst();
    if (times.size() >= 100)
        return true;
    times.append(now());
    return false;
}

httpd::Response SailPoint::token(const Request &r)
{
    if (r.method != "POST")
        return dto(405, QStringLiteral("405 Method Not Allowed"), QStringLiteral("POST only."));
    if (!r.header("Content-Type").startsWith("application/x-www-form-urlencoded"))
        return flatError(400, QStringLiteral("invalid_request"), QStringLiteral("form expected"));
    QByteArray form = r.body;
    form.replace('+', "%20");
    const QUrlQuery q(QString::fromLatin1(form));
    const auto item = [&q](const char *name) { return q.queryItemValue(QLatin1String(name), QUrl::FullyDecoded); };
    if (item("grant_type") != QLatin1String("client_credentials"))
        return flatError(400, QStringLiteral("unsupported_grant_type"), QStringLiteral("Unsupported grant type"));
    const bool isMain = item("client_id") == m_ends.clientId && item("client_secret") == m_ends.clientSecret;
    const bool isWorkflow =
        item("client_id") == m_ends.workflowClientId && item("client_secret") == m_ends.workflowClientSecret;
    const bool isReviewer =
        item("client_id") == m_ends.reviewerClientId && item("client_secret") == m_ends.reviewerClientSecret;
    if (!isMain && !isWorkflow && !isReviewer)
        return flatError(401, QStringLiteral("invalid_client"),
            QStringLiteral("Full authentication is required to access this resource"));
    const QByteArray value = randomHex(64);
    const auto lifetime =
        m_options.fault == QLatin1String("token-expiry") ? std::chrono::seconds(2) : m_options.tokenLifetime;
    m_tokens.insert(value, {now() + std::chrono::milliseconds(lifetime).count(), isWorkflow, isReviewer});
    QJsonObject o{{QStringLiteral("access_token"), QString::fromLatin1(value)},
        {QStringLiteral("token_type"), QStringLiteral("bearer")},
        {QStringLiteral("expires_in"), qint64(lifetime.count())},
        {QStringLiteral("scope"), isWorkflow   ? QStringLiteral("sp:workflow-execute:external")
                                  : isReviewer ? QStringLiteral("sp:scopes:all")
                                               : m_options.scopes.join(QLatin1Char(' '))},
        {QStringLiteral("authorities"), QJsonArray{QStringLiteral("ORG_ADMIN")}}};
    if (isReviewer) {
        o.insert(QStringLiteral("identity_id"), QStringLiteral("2c9180867769897d01776ed5f1255130"));
        o.insert(QStringLiteral("user_name"), QStringLiteral("second.person"));
    } else if (m_options.hasUser && !isWorkflow) {
        o.insert(QStringLiteral("identity_id"), QStringLiteral("2c9180867769897d01776ed5f125512f"));
        o.insert(QStringLiteral("user_name"), QStringLiteral("svc.idv"));
    }
    return json(200, o);
}

httpd::Response SailPoint::route(const Route &where, const Request &r, const Token &token)
{
    ++m_counters[QString::fromLatin1(where.method) + QLatin1Char(' ') + where.service];
    if (token.isWorkflow && where.service != QLatin1String("/workflows"))
        return dto(403, QStringLiteral("403 Forbidden"),
            QStringLiteral("The server understood the request but refuses to authorize it."));
    if (!token.isWorkflow && !token.isReviewer && !scopesAllow(m_options.scopes, where))
        return dto(403, QStringLiteral("403 Forbidden"),
            QStringLiteral("The server understood the request but refuses to authorize it."));
    if (where.service == QLatin1String("/identities"))
        return identities(where, r);
    if (where.service == QLatin1String("/search"))
        return search(where, r);
    if (where.service == QLatin1String("/public-identities"))
        return json(
            200, QJsonArray{QJsonObject{{QStringLiteral("id"), QString::fromLatin1(People::idOf(0, m_options.seed))},
                     {QStringLiteral("name"), QStringLiteral("Lab")}}});
    if (where.service == QLatin1String("/identity-profiles"))
        return identityProfiles(where, r);
    if (where.service == QLatin1String("/identity-attributes"))
        return where.method == "POST" ? m_profiles.createAttribute(QJsonDocument::fromJson(r.body).object())
                                      : m_profiles.attributes();
    if (where.service == QLatin1String("/accounts"))
        return accounts(where, r);
    if (where.service == QLatin1String("/workflows"))
        return m_workflows->handle(where.method, where.rest, r);
    if (where.service == QLatin1String("/workflow-executions"))
        return m_workflows->executions(where.method, where.rest);
    if (where.service == QLatin1String("/sources") && where.method == "GET" && where.rest.size() == 1)
        return source(where);
    if (where.service == QLatin1String("/triggers") && where.method == "GET")
        return m_triggers->triggers();
    if (where.service == QLatin1String("/trigger-subscriptions"))
        return m_triggers->subscriptions(where.method, where.rest, r);
    if (where.service == QLatin1String("/trigger-invocations"))
        return m_triggers->invocations(where.method, where.rest, r);
    if (where.service == QLatin1String("/access-request-approvals"))
        return m_approvals->requests(where.method, where.rest, r);
    if (where.service == QLatin1String("/certifications"))
        return m_approvals->certifications(where.method, where.rest, r);
    if (where.service == QLatin1String("/oauth-clients") && where.method == "GET")
        return m_options.hasUser ? oauthClients()
                                 : dto(403, QStringLiteral("403 Forbidden"),
                                       QStringLiteral("This endpoint needs a token with a user."));
    if (where.service == QLatin1String("/task-status"))
        return taskStatus(where);
    return dto(404, QStringLiteral("404 Not found"), QStringLiteral("No such address."));
}

QString SailPoint::newTask(const QString &name)
{
    const QString id = QString::fromLatin1(randomHex(32));
    m_tasks.insert(id, {now(), name});
    return id;
}

httpd::Response SailPoint::taskStatus(const Route &where)
{
    if (where.rest.isEmpty()) {
        QJsonArray finished;
        for (auto it = m_tasks.begin(); it != m_tasks.end(); ++it) {
            if (const QJsonObject task = taskJson(it.key()); !task.value(QLatin1String("completed")).isNull())
                finished.append(task);
        }
        return json(200, finished);
    }
    if (!m_tasks.contains(where.rest.value(0)))
        return dto(404, QStringLiteral("404 Not found"), QStringLiteral("The task is not known."));
    return json(200, taskJson(where.rest.at(0)));
}

QJsonObject SailPoint::taskJson(const QString &id) const
{
    const Task task = m_tasks.value(id);
    const core::Instant end = task.startedAt + m_options.processing.count();
    const bool isDone = now() >= end;
    const int percent =
        isDone ? 100 : int((now() - task.startedAt) * 100 / std::max<qint64>(1, m_options.processing.count()));
    QJsonObject o{{QStringLiteral("id"), id}, {QStringLiteral("type"), QStringLiteral("QUARTZ")},
        {QStringLiteral("uniqueName"), task.name}, {QStringLiteral("description"), task.name},
        {QStringLiteral("launcher"), QStringLiteral("svc.idv")},
        {QStringLiteral("created"), QString::fromLatin1(isoTime(task.startedAt))},
        {QStringLiteral("percentComplete"), percent}, {QStringLiteral("messages"), QJsonArray{}},
        {QStringLiteral("returns"), QJsonArray{}}, {QStringLiteral("attributes"), QJsonObject{}}};
    o.insert(QStringLiteral("completionStatus"), isDone ? QJsonValue(QStringLiteral("SUCCESS")) : QJsonValue());
    o.insert(QStringLiteral("completed"), isDone ? QJsonValue(QString::fromLatin1(isoTime(end))) : QJsonValue());
    return o;
}

} // namespace lab
