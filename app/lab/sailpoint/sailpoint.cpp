#include "lab/sailpoint/sailpoint.h"
#include "lab/answers.h"
#include "lab/events/triggers.h"
#include "lab/events/workflows.h"
#include "lab/sailpoint/approvals.h"
#include "lab/sailpoint/calls/listquery.h"
#include "lab/sailpoint/calls/served.h"
#include "lab/sailpoint/scopes.h"
#include <QTimer>

namespace lab {

using httpd::Request;
using httpd::Response;

SailPoint::SailPoint(const Options &options, const Endpoints &endpoints, std::shared_ptr<core::Clock> clock)
    : m_state(options, endpoints, std::move(clock)),
      m_personal(m_state, [this](const QString &client) { m_tokens.revoke(client); }), m_tokens(m_state, m_personal),
      m_faults(m_state, [this] { m_tokens.revokeAll(); }), m_identities(m_state, m_faults), m_search(m_state, m_faults),
      m_accounts(m_state), m_profiles(m_state), m_triggers(std::make_unique<Triggers>(options, m_state.clock)),
      m_workflows(std::make_unique<Workflows>(options, m_state.ends, m_state.clock, [this](const QJsonObject &input) {
          const qint64 position =
              m_state.directory.positionOf(input.value(QLatin1String("identityId")).toString().toLatin1());
          if (position >= 0)
              m_state.directory.accounts().write(
                  quint32(position), schemaValues(input.value(QLatin1String("attributes")).toObject()), m_state.now());
      }))
{
    m_tokens.setWorkflowClients(
        [this](const QString &id, const QString &secret) { return m_workflows->isClient(id, secret); });
    m_approvals = std::make_unique<Approvals>(options, m_state.directory, m_state.clock);
    m_state.directory.changed = [this](quint32 position, const QByteArray &name, const QByteArray &before,
                                    const QByteArray &after) { tell(position, name, before, after); };
    // What is due happens also while nobody asks.
    auto *due = new QTimer(m_triggers.get());
    QObject::connect(due, &QTimer::timeout, m_triggers.get(), [this] { m_state.directory.finalize(m_state.now()); });
    due->start(100);
}

SailPoint::~SailPoint() = default;

void SailPoint::setAddresses(const QString &sailpoint, const QString &provider)
{
    m_state.ends.sailpointUrl = sailpoint;
    m_state.ends.idvUrl = provider;
}

// All changes of one person in one moment are one event, as in a tenant.
void SailPoint::tell(quint32 position, const QByteArray &name, const QByteArray &before, const QByteArray &after)
{
    if (!m_triggers->hasSubscribers() && !m_workflows->listens())
        return;
    const auto raise = [this](const QString &trigger, const QJsonObject &input) {
        m_triggers->raise(trigger, input);
        m_workflows->raise(trigger, input);
    };
    const QString id = QString::fromLatin1(People::idOf(position, m_state.options.seed));
    const QJsonObject identity{{QStringLiteral("id"), id},
        {QStringLiteral("name"), QString::fromUtf8(m_state.directory.person(position, Directory::View::Live).name)},
        {QStringLiteral("type"), QStringLiteral("IDENTITY")}};
    if (name.isEmpty())
        return raise(QStringLiteral("idn:identity-created"),
            {{QStringLiteral("identity"), identity}, {QStringLiteral("attributes"), QJsonObject{}}});
    const auto value = [](const QByteArray &json) {
        return QJsonDocument::fromJson('[' + (json.isEmpty() ? QByteArray("null") : json) + ']').array().at(0);
    };
    auto &waiting = m_toTell[id];
    const bool isFirst = waiting.isEmpty();
    waiting.append(QJsonObject{{QStringLiteral("attribute"), QString::fromUtf8(name)},
        {QStringLiteral("oldValue"), value(before)}, {QStringLiteral("newValue"), value(after)}});
    if (isFirst)
        QTimer::singleShot(0, m_triggers.get(), [this, raise, id, identity] {
            raise(QStringLiteral("idn:identity-attributes-changed"),
                {{QStringLiteral("identity"), identity}, {QStringLiteral("changes"), m_toTell.take(id)}});
        });
}

QJsonObject SailPoint::counters() const
{
    QJsonObject o;
    for (auto it = m_state.counters.begin(); it != m_state.counters.end(); ++it)
        o.insert(it.key(), it.value());
    return o;
}

// HEAD is GET without what it answers.
Response SailPoint::handle(const Request &given)
{
    Request request = given;
    if (request.method == "HEAD")
        request.method = "GET";
    m_state.directory.finalize(m_state.now());
    Response r;
    if (request.path == "/lab/stats")
        return json(200, counters());
    if (request.path == "/oauth/token") {
        ++m_state.counters[QStringLiteral("token")];
        r = m_tokens.issue(request);
    } else if (request.path == "/oauth/info") {
        r = json(200, QJsonObject{{QStringLiteral("tenantName"), QStringLiteral("Simulator")},
                          {QStringLiteral("tenantId"), QStringLiteral("lab")}});
    } else if (const auto where = parseRoute(request)) {
        const auto known = m_tokens.find(request);
        if (!known)
            r = flatError(401, QStringLiteral("JWT validation failed: JWT is invalid"));
        else if (known->until <= m_state.now())
            r = flatError(401, QStringLiteral("JWT validation failed: JWT is expired"));
        else if (m_state.options.rateLimit && overBudget(where->version)) {
            r = json(429, QJsonObject{{QStringLiteral("message"), QStringLiteral(" Rate Limit Exceeded ")}});
            r.headers.append(httpd::Header{"Retry-After", "2"});
            ++m_state.counters[QStringLiteral("rate-limited")];
        } else {
            r = hasEnded(*where) ? dto(410, QStringLiteral("410 Gone"), QStringLiteral("This API version ended."))
                                 : route(*where, request, *known);
            if (isDeprecated(*where))
                r.headers.append(httpd::Header{"X-Deprecated", "true"});
        }
    } else {
        r = dto(404, QStringLiteral("404 Not found"), QStringLiteral("No such address."));
    }
    r.headers.append({"SLPT-Request-ID", randomHex(32)});
    return r;
}

// From the fourth call on, so that whatever has begun is in the middle of it.
bool SailPoint::hasEnded(const Route &where)
{
    if (m_state.options.fault != QLatin1String("v2024-gone") || where.version != QLatin1String("v2024"))
        return false;
    return ++m_state.counters[QStringLiteral("v2024 calls")] > 3;
}

bool SailPoint::isDeprecated(const Route &where) const
{
    return m_state.options.fault == QLatin1String("v2024-deprecated") && where.version == QLatin1String("v2024");
}

bool SailPoint::overBudget(const QString &version)
{
    QList<core::Instant> &times = m_recent[version];
    while (!times.isEmpty() && times.first() <= m_state.now() - 10 * core::secondMs)
        times.removeFirst();
    if (times.size() >= 100)
        return true;
    times.append(m_state.now());
    return false;
}

Response SailPoint::route(const Route &where, const Request &r, const ClientTokens::Token &token)
{
    ++m_state.counters[QString::fromLatin1(where.method) + QLatin1Char(' ') + where.service];
    if (token.isWorkflow && where.service != QLatin1String("/workflows"))
        return dto(403, QStringLiteral("403 Forbidden"),
            QStringLiteral("The server understood the request but refuses to authorize it."));
    if (!token.isWorkflow && !token.isReviewer && !scopesAllow(token.scopes, where))
        return dto(403, QStringLiteral("403 Forbidden"),
            QStringLiteral("The server understood the request but refuses to authorize it."));
    const ServedCall *call = servedCall(where);
    if (!call && isServedService(where.service))
        return dto(
            501, QStringLiteral("501 Not Implemented"), QStringLiteral("This simulator does not serve this call."));
    const Response whole = serve(where, r);
    return call && call->isList && !call->ownsQuery ? asAsked(whole, r) : whole;
}

Response SailPoint::serve(const Route &where, const Request &r)
{
    if (where.service == QLatin1String("/identities"))
        return m_identities.handle(where, r);
    if (where.service == QLatin1String("/search"))
        return m_search.handle(where, r);
    if (where.service == QLatin1String("/public-identities"))
        return json(200,
            QJsonArray{QJsonObject{{QStringLiteral("id"), QString::fromLatin1(People::idOf(0, m_state.options.seed))},
                {QStringLiteral("name"), QStringLiteral("Lab")}}});
    if (where.service == QLatin1String("/identity-profiles"))
        return m_profiles.handle(where, r);
    if (where.service == QLatin1String("/identity-attributes"))
        return m_profiles.attributes(where, r);
    if (where.service == QLatin1String("/accounts"))
        return m_accounts.handle(where, r);
    if (where.service == QLatin1String("/workflows"))
        return m_workflows->handle(where.method, where.rest, r);
    if (where.service == QLatin1String("/workflow-executions"))
        return m_workflows->executions(where.method, where.rest);
    if (where.service == QLatin1String("/sources") && where.method == "GET" && where.rest.size() == 1)
        return m_accounts.source(where);
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
    if (where.service == QLatin1String("/personal-access-tokens"))
        return m_personal.handle(where.method, where.rest, r);
    if (where.service == QLatin1String("/oauth-clients") && where.method == "GET")
        return m_state.options.hasUser ? m_tokens.clients()
                                       : dto(403, QStringLiteral("403 Forbidden"),
                                             QStringLiteral("This endpoint needs a token with a user."));
    if (where.service == QLatin1String("/task-status"))
        return m_state.tasks.status(where.rest);
    return dto(404, QStringLiteral("404 Not found"), QStringLiteral("No such address."));
}

} // namespace lab
