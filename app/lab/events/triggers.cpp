#include "lab/events/triggers.h"
#include "lab/answers.h"
#include "lab/events/triggerkinds.h"
#include "lab/sailpoint/jsonpatch.h"
#include "lab/sailpoint/people.h"
#include <QNetworkReply>
#include <QRegularExpression>
#include <QUuid>

namespace lab {

using httpd::Response;

namespace {

Response badRequest(const QString &text)
{
    return dto(400, QStringLiteral("400.1 Bad request content"), text);
}

} // namespace

Triggers::Triggers(Options options, std::shared_ptr<core::Clock> clock)
    : m_options(std::move(options)), m_clock(std::move(clock)), m_invocations(m_clock)
{
}

Response Triggers::triggers() const
{
    QJsonArray all;
    for (const TriggerKind &k : triggerKinds())
        all.append(
            QJsonObject{{QStringLiteral("id"), QLatin1String(k.id)}, {QStringLiteral("name"), QLatin1String(k.name)},
                {QStringLiteral("type"),
                    k.asksBack ? QStringLiteral("REQUEST_RESPONSE") : QStringLiteral("FIRE_AND_FORGET")},
                {QStringLiteral("description"), QStringLiteral("Invented")},
                {QStringLiteral("inputSchema"), QStringLiteral("{\"type\":\"object\"}")},
                {QStringLiteral("exampleInput"), parsedOf(k.input)},
                {QStringLiteral("outputSchema"),
                    k.asksBack ? QJsonValue(QStringLiteral("{\"type\":\"object\"}")) : QJsonValue()},
                {QStringLiteral("exampleOutput"), parsedOf(k.output)}});
    return json(200, all);
}

qsizetype Triggers::indexOf(const QString &id) const
{
    for (qsizetype i = 0; i < m_subscriptions.size(); ++i) {
        if (m_subscriptions.at(i).body.value(QLatin1String("id")).toString() == id)
            return i;
    }
    return -1;
}

Response Triggers::subscriptions(const QByteArray &method, const QStringList &rest, const httpd::Request &r)
{
    if (rest.isEmpty() && method == "GET") {
        static const QRegularExpression filter(QStringLiteral(R"re(^(id|triggerId) eq "([^"]*)"$)re"));
        const QString text = queryValue(r, QStringLiteral("filters"));
        const auto m = filter.match(text);
        if (!text.isEmpty() && !m.hasMatch())
            return badRequest(QStringLiteral("The filter is not known."));
        QJsonArray all;
        for (const auto &s : m_subscriptions) {
            if (text.isEmpty() || s.body.value(m.captured(1)).toString() == m.captured(2))
                all.append(s.body);
        }
        return json(200, all);
    }
    if (rest.isEmpty() && method == "POST")
        return create(QJsonDocument::fromJson(r.body).object());
    if (rest.size() == 1 && rest.at(0) == QLatin1String("validate-filter") && method == "POST")
        return validateFilter(QJsonDocument::fromJson(r.body).object());
    const qsizetype at = rest.size() == 1 ? indexOf(rest.at(0)) : -1;
    if (at < 0)
        return dto(404, QStringLiteral("404 Not found"), QStringLiteral("The subscription is not known."));
    if (method == "PATCH")
        return change(m_subscriptions[at], r);
    if (method == "DELETE") {
        m_subscriptions.removeAt(at);
        Response gone;
        gone.status = 204;
        return gone;
    }
    return dto(405, QStringLiteral("405 Method Not Allowed"), QStringLiteral("This method is not supported."));
}

// Secrets are taken out of what is shown; what is sent is kept beside it.
static QByteArray takeSecrets(QJsonObject &http)
{
    const QString type = http.value(QLatin1String("httpAuthenticationType")).toString(QStringLiteral("NO_AUTH"));
    QByteArray sent;
    if (type == QLatin1String("BEARER_TOKEN"))
        sent = "Bearer " + http.value(QLatin1String("bearerTokenAuthConfig"))
                               .toObject()
                               .value(QLatin1String("bearerToken"))
                               .toString()
                               .toUtf8();
    else if (type == QLatin1String("BASIC_AUTH")) {
        const QJsonObject basic = http.value(QLatin1String("basicAuthConfig")).toObject();
        sent = "Basic " + (basic.value(QLatin1String("userName")).toString() + QLatin1Char(':') +
                              basic.value(QLatin1String("password")).toString())
                              .toUtf8()
                              .toBase64();
    }
    if (http.contains(QLatin1String("basicAuthConfig")) && type == QLatin1String("BASIC_AUTH"))
        http.insert(QStringLiteral("basicAuthConfig"),
            QJsonObject{{QStringLiteral("userName"),
                            http.value(QLatin1String("basicAuthConfig")).toObject().value(QLatin1String("userName"))},
                {QStringLiteral("password"), QJsonValue()}});
    else
        http.insert(QStringLiteral("basicAuthConfig"), QJsonValue());
    http.insert(QStringLiteral("bearerTokenAuthConfig"),
        type == QLatin1String("BEARER_TOKEN") ? QJsonValue(QJsonObject{{QStringLiteral("bearerToken"), QJsonValue()}})
                                              : QJsonValue());
    return sent;
}

Response Triggers::create(const QJsonObject &body)
{
    const TriggerKind *kind = triggerKind(body.value(QLatin1String("triggerId")).toString());
    if (!kind)
        return badRequest(QStringLiteral("triggerId is not known."));
    if (body.value(QLatin1String("name")).toString().isEmpty() ||
        body.value(QLatin1String("type")).toString() != QLatin1String("HTTP"))
        return badRequest(QStringLiteral("name is required, and the simulator takes type HTTP only."));
    QJsonObject http = body.value(QLatin1String("httpConfig")).toObject();
    if (!QUrl(http.value(QLatin1String("url")).toString()).isValid() ||
        http.value(QLatin1String("url")).toString().isEmpty() ||
        !QStringList{QStringLiteral("SYNC"), QStringLiteral("ASYNC"), QStringLiteral("DYNAMIC")}.contains(
            http.value(QLatin1String("httpDispatchMode")).toString()))
        return badRequest(QStringLiteral("httpConfig needs url and httpDispatchMode."));
    if (kind->asksBack && std::any_of(m_subscriptions.begin(), m_subscriptions.end(), [kind](const Subscription &s) {
            return s.body.value(QLatin1String("triggerId")).toString() == QLatin1String(kind->id);
        }))
        return badRequest(QStringLiteral("A request-response trigger has one subscriber at most."));
    Subscription s;
    s.authorization = takeSecrets(http);
    s.body = body;
    s.body.insert(QStringLiteral("httpConfig"), http);
    s.body.insert(QStringLiteral("id"), QUuid::createUuid().toString(QUuid::WithoutBraces));
    s.body.insert(QStringLiteral("triggerName"), QLatin1String(kind->name));
    s.body.insert(QStringLiteral("enabled"), body.value(QLatin1String("enabled")).toBool(true));
    if (!s.body.contains(QLatin1String("responseDeadline")))
        s.body.insert(QStringLiteral("responseDeadline"), QStringLiteral("PT1H"));
    if (!s.body.contains(QLatin1String("description")))
        s.body.insert(QStringLiteral("description"), QString());
    m_subscriptions << s;
    return json(201, s.body);
}

Response Triggers::change(Subscription &s, const httpd::Request &r)
{
    if (!r.header("Content-Type").startsWith("application/json-patch+json"))
        return dto(415, QStringLiteral("415 Unsupported media type"),
            QStringLiteral("application/json-patch+json is expected."));
    static const QStringList open{QStringLiteral("name"), QStringLiteral("description"), QStringLiteral("enabled"),
        QStringLiteral("type"), QStringLiteral("filter"), QStringLiteral("responseDeadline"),
        QStringLiteral("httpConfig"), QStringLiteral("eventBridgeConfig"), QStringLiteral("workflowConfig")};
    const QJsonArray operations = QJsonDocument::fromJson(r.body).array();
    bool isHttpWhole = false;
    for (const auto &v : operations) {
        const QString path = v.toObject().value(QLatin1String("path")).toString();
        if (!open.contains(path.section(QLatin1Char('/'), 1, 1)))
            return badRequest(QStringLiteral("%1 cannot be changed.").arg(path));
        isHttpWhole |= path.startsWith(QLatin1String("/httpConfig"));
    }
    const auto changed = patched(s.body, operations);
    if (!changed || operations.isEmpty())
        return badRequest(QStringLiteral("The patch cannot be applied."));
    s.body = *changed;
    if (isHttpWhole) {
        QJsonObject http = s.body.value(QLatin1String("httpConfig")).toObject();
        s.authorization = takeSecrets(http);
        s.body.insert(QStringLiteral("httpConfig"), http);
    }
    return json(200, s.body);
}

Response Triggers::validateFilter(const QJsonObject &body) const
{
    const QString filter = body.value(QLatin1String("filter")).toString();
    const bool isPath = isJsonPath(filter);
    const bool exists = isPath && filterFits(filter, body.value(QLatin1String("input")).toObject());
    return json(200, QJsonObject{{QStringLiteral("isValid"), isPath && exists},
                         {QStringLiteral("isValidJSONPath"), isPath}, {QStringLiteral("isPathExist"), exists}});
}

Response Triggers::invocations(const QByteArray &method, const QStringList &rest, const httpd::Request &r)
{
    if (method == "POST" && rest == QStringList{QStringLiteral("test")})
        return test(QJsonDocument::fromJson(r.body).object());
    if (method == "POST" && rest.size() == 2 && rest.at(1) == QLatin1String("complete"))
        return m_invocations.complete(rest.at(0), QJsonDocument::fromJson(r.body).object());
    if (method == "GET" && rest == QStringList{QStringLiteral("status")})
        return json(200, m_invocations.shown());
    return dto(404, QStringLiteral("404 Not found"), QStringLiteral("No such address."));
}

Response Triggers::test(const QJsonObject &body)
{
    const TriggerKind *kind = triggerKind(body.value(QLatin1String("triggerId")).toString());
    if (!kind || !body.value(QLatin1String("contentJson")).isObject())
        return badRequest(QStringLiteral("triggerId and contentJson are required."));
    const QJsonObject input = body.contains(QLatin1String("input")) ? body.value(QLatin1String("input")).toObject()
                                                                    : parsedOf(kind->input).toObject();
    const QJsonArray only = body.value(QLatin1String("subscriptionIds")).toArray();
    QJsonArray started;
    for (const auto &s : std::as_const(m_subscriptions)) {
        const bool isMeant = only.isEmpty() || only.contains(s.body.value(QLatin1String("id")));
        // A test reaches a subscription that is switched off as well: so says the vendor's description.
        if (isMeant && s.body.value(QLatin1String("triggerId")).toString() == QLatin1String(kind->id))
            started.append(start(s, input, body.value(QLatin1String("contentJson")).toObject(), true));
    }
    if (started.isEmpty()) {
        Response nobody;
        nobody.status = 204;
        return nobody;
    }
    return json(200, started);
}

void Triggers::raise(const QString &triggerId, const QJsonObject &input)
{
    const QList<Subscription> all = m_subscriptions;
    for (const auto &s : all) {
        if (s.body.value(QLatin1String("triggerId")).toString() == triggerId &&
            s.body.value(QLatin1String("enabled")).toBool() &&
            filterFits(s.body.value(QLatin1String("filter")).toString(), input))
            start(s, input, {}, false);
    }
}

QJsonObject Triggers::start(const Subscription &s, const QJsonObject &input, const QJsonObject &content, bool isTest)
{
    const QString trigger = s.body.value(QLatin1String("triggerId")).toString();
    const TriggerKind *kind = triggerKind(trigger);
    const auto [id, secret] = m_invocations.begin(s.body, input, content, isTest);
    QJsonObject body = input;
    if (kind->asksBack) {
        const QString mode = s.body.value(QLatin1String("httpConfig"))
                                 .toObject()
                                 .value(QLatin1String("httpDispatchMode"))
                                 .toString()
                                 .toLower();
        body.insert(QStringLiteral("_metadata"),
            QJsonObject{
                {QStringLiteral("callbackURL"), QStringLiteral("/v2024/trigger-invocations/%1/complete").arg(id)},
                {QStringLiteral("responseMode"), mode}, {QStringLiteral("secret"), secret},
                {QStringLiteral("triggerId"), trigger},
                {QStringLiteral("triggerType"), QStringLiteral("requestResponse")},
                {QStringLiteral("invocationId"), id}});
    }
    deliver(s, id, QJsonDocument(body).toJson(QJsonDocument::Compact));
    return {{QStringLiteral("id"), id}, {QStringLiteral("triggerId"), trigger}, {QStringLiteral("secret"), secret},
        {QStringLiteral("contentJson"), content}};
}

void Triggers::deliver(const Subscription &s, const QString &invocation, const QByteArray &body)
{
    const QJsonObject http = s.body.value(QLatin1String("httpConfig")).toObject();
    QNetworkRequest r{QUrl(http.value(QLatin1String("url")).toString())};
    r.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    r.setTransferTimeout(10'000);
    r.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    if (!s.authorization.isEmpty())
        r.setRawHeader("Authorization", s.authorization);
    const bool asksBack = triggerKind(s.body.value(QLatin1String("triggerId")).toString())->asksBack;
    const QString mode = http.value(QLatin1String("httpDispatchMode")).toString();
    QNetworkReply *reply = m_net.post(r, body);
    connect(reply, &QNetworkReply::finished, this, [this, reply, invocation, asksBack, mode] {
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const bool isGood = status >= 200 && status < 300;
        m_delivered += isGood ? 1 : 0;
        if (!isGood)
            return m_invocations.end(invocation, {},
                status == 0 ? QStringLiteral("No answer within 10 seconds")
                            : QStringLiteral("HTTP status %1").arg(status));
        if (!asksBack)
            return m_invocations.end(invocation, {}, {});
        if (mode == QLatin1String("ASYNC") || (mode == QLatin1String("DYNAMIC") && status == 202))
            return; // it is completed later
        const auto output = QJsonDocument::fromJson(reply->readAll());
        m_invocations.end(invocation, output.object(),
            output.isObject() && !output.object().isEmpty() ? QString() : QStringLiteral("The answer holds no output"));
    });
}

} // namespace lab
