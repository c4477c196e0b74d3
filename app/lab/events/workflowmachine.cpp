#include "lab/events/workflowmachine.h"
#include "lab/events/workflowpath.h"
#include "lab/sailpoint/people.h"
#include <QJsonDocument>
#include <QNetworkReply>
#include <QTimer>
#include <QUrlQuery>

namespace lab {

static constexpr int mostSteps = 200;

struct WorkflowMachine::Run
{
    QJsonObject steps;
    QJsonObject facts;
    QJsonArray events;
    Done done;
    int taken = 0;
};

WorkflowMachine::WorkflowMachine(const Endpoints &ends, std::shared_ptr<core::Clock> clock)
    : m_ends(ends), m_clock(std::move(clock))
{
    m_net.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

void WorkflowMachine::note(Run &run, const char *type, const QString &step, const QString &what)
{
    QJsonObject attributes{{QStringLiteral("displayName"), step}};
    if (!what.isEmpty())
        attributes.insert(QStringLiteral("result"), what);
    run.events.append(QJsonObject{{QStringLiteral("type"), QLatin1String(type)},
        {QStringLiteral("timestamp"), QString::fromLatin1(isoTime(m_clock->now()))},
        {QStringLiteral("attributes"), attributes}});
}

void WorkflowMachine::run(const QJsonObject &definition, const QJsonObject &trigger, Done done)
{
    const auto run = std::make_shared<Run>();
    run->steps = definition.value(QLatin1String("steps")).toObject();
    run->facts.insert(QStringLiteral("trigger"), trigger);
    run->done = std::move(done);
    note(*run, "WorkflowExecutionStarted", {});
    // Whoever asked for it is answered first.
    QTimer::singleShot(
        0, this, [this, run, start = definition.value(QLatin1String("start")).toString()] { take(run, start); });
}

void WorkflowMachine::take(const std::shared_ptr<Run> &run, const QString &name)
{
    const QJsonObject step = run->steps.value(name).toObject();
    const QString type = step.value(QLatin1String("type")).toString();
    if (++run->taken > mostSteps)
        return end(run, false, QStringLiteral("It goes round in circles."));
    if (type == QLatin1String("success"))
        return end(run, true, {});
    if (type == QLatin1String("failure"))
        return end(run, false, step.value(QLatin1String("failureName")).toString());
    note(*run, "ActivityTaskScheduled", name);
    type == QLatin1String("choice") ? choose(run, name, step) : act(run, name, step);
}

void WorkflowMachine::choose(const std::shared_ptr<Run> &run, const QString &name, const QJsonObject &step)
{
    QString next = step.value(QLatin1String("defaultStep")).toString();
    const QJsonArray choices = step.value(QLatin1String("choiceList")).toArray();
    for (const auto &c : choices) {
        const auto chosen = isChosen(c.toObject(), run->facts);
        if (!chosen)
            return end(run, false, QStringLiteral("\"%1\" compares in a way that is not known here.").arg(name));
        if (!*chosen)
            continue;
        next = c.toObject().value(QLatin1String("nextStep")).toString();
        break;
    }
    note(*run, "ActivityTaskCompleted", name, next);
    take(run, next);
}

void WorkflowMachine::act(const std::shared_ptr<Run> &run, const QString &name, const QJsonObject &step)
{
    const QJsonObject a = step.value(QLatin1String("attributes")).toObject();
    if (step.value(QLatin1String("actionId")).toString() == QLatin1String("sp:send-email")) {
        note(*run, "ActivityTaskCompleted", name, QStringLiteral("a mail, which is not sent"));
        return take(run, step.value(QLatin1String("nextStep")).toString());
    }
    if (a.value(QLatin1String("authenticationType")).toString() != QLatin1String("OAuth"))
        return ask(run, name, step, {});
    const QString tokens = a.value(QLatin1String("oAuthTokenUrl")).toString();
    if (tokens != m_ends.sailpointUrl + QStringLiteral("/oauth/token"))
        return end(run, false, QStringLiteral("\"%1\" signs in somewhere else: %2.").arg(name, tokens));
    QUrlQuery form{{QStringLiteral("grant_type"), QStringLiteral("client_credentials")},
        {QStringLiteral("client_id"), m_ends.clientId}, {QStringLiteral("client_secret"), m_ends.clientSecret}};
    QNetworkRequest request{QUrl(tokens)};
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
    QNetworkReply *reply = m_net.post(request, form.toString(QUrl::FullyEncoded).toUtf8());
    connect(reply, &QNetworkReply::finished, this, [this, run, name, step, reply] {
        reply->deleteLater();
        const QJsonObject answer = QJsonDocument::fromJson(reply->readAll()).object();
        const QByteArray token = answer.value(QLatin1String("access_token")).toString().toUtf8();
        token.isEmpty() ? end(run, false, QStringLiteral("\"%1\" gets no token.").arg(name))
                        : ask(run, name, step, token);
    });
}

void WorkflowMachine::ask(
    const std::shared_ptr<Run> &run, const QString &name, const QJsonObject &step, const QByteArray &token)
{
    QString nowhere;
    const auto filled = filledIn(step.value(QLatin1String("attributes")), run->facts, nowhere);
    if (!filled)
        return end(run, false, QStringLiteral("\"%1\" reads %2, which is not there.").arg(name, nowhere));
    const QJsonObject a = filled->toObject();
    QUrl url(a.value(QLatin1String("url")).toString());
    const QJsonObject parameters = a.value(QLatin1String("urlParams")).toObject();
    QUrlQuery query(url);
    for (auto it = parameters.begin(); it != parameters.end(); ++it)
        query.addQueryItem(it.key(), QString::fromLatin1(QUrl::toPercentEncoding(it->toString())));
    if (!parameters.isEmpty())
        url.setQuery(query);
    QNetworkRequest request(url);
    const QString type = a.value(QLatin1String("requestContentType")).toString();
    const QJsonValue body = a.value(type == QLatin1String("json-patch+json") ? QLatin1String("jsonPatchRequestBody")
                                                                             : QLatin1String("jsonRequestBody"));
    if (!type.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/") + type);
    const QJsonObject headers = a.value(QLatin1String("requestHeaders")).toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it)
        request.setRawHeader(it.key().toUtf8(), it->toString().toUtf8());
    // After "Bearer " whoever builds the workflow types the provider's key.
    if (token.isEmpty() && url.toString().startsWith(m_ends.idvUrl + QLatin1Char('/')))
        request.setRawHeader("Authorization", request.rawHeader("Authorization") + m_ends.idvApiKey.toUtf8());
    else if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token);
    QByteArray sent;
    if (body.isObject())
        sent = QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact);
    else if (body.isArray())
        sent = QJsonDocument(body.toArray()).toJson(QJsonDocument::Compact);
    QNetworkReply *reply =
        m_net.sendCustomRequest(request, a.value(QLatin1String("method")).toString().toUpper().toLatin1(), sent);
    connect(reply, &QNetworkReply::finished, this, [this, run, name, step, reply] {
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const QJsonDocument answer = QJsonDocument::fromJson(reply->readAll());
        const QJsonValue content = answer.isArray() ? QJsonValue(answer.array()) : QJsonValue(answer.object());
        run->facts.insert(
            variableOf(name), QJsonObject{{QStringLiteral("statusCode"), status}, {QStringLiteral("body"), content}});
        if (status < 200 || status > 299) {
            note(*run, "ActivityTaskFailed", name, QString::number(status));
            return end(run, false, QStringLiteral("\"%1\" was answered %2.").arg(name).arg(status));
        }
        note(*run, "ActivityTaskCompleted", name, QString::number(status));
        take(run, step.value(QLatin1String("nextStep")).toString());
    });
}

void WorkflowMachine::end(const std::shared_ptr<Run> &run, bool isSuccess, const QString &why)
{
    note(*run, isSuccess ? "WorkflowExecutionCompleted" : "WorkflowExecutionFailed", {}, why);
    run->done(isSuccess, run->events);
}

} // namespace lab
