#include "lab/events/workflows.h"
#include "lab/answers.h"
#include "lab/sailpoint/people.h"
#include <QUuid>

namespace lab {

using httpd::Response;

static QJsonObject workflow(const QString &id, const char *name, bool isEnabled, const QJsonObject &trigger)
{
    return {{QStringLiteral("id"), id}, {QStringLiteral("name"), QLatin1String(name)},
        {QStringLiteral("description"), QStringLiteral("Invented")},
        {QStringLiteral("owner"), QJsonObject{{QStringLiteral("type"), QStringLiteral("IDENTITY")},
                                      {QStringLiteral("id"), QStringLiteral("2c9180a46faadee4016fb4e018c20626")},
                                      {QStringLiteral("name"), QStringLiteral("Lab Owner")}}},
        {QStringLiteral("enabled"), isEnabled},
        {QStringLiteral("definition"),
            QJsonObject{{QStringLiteral("start"), QStringLiteral("End")}, {QStringLiteral("steps"), QJsonObject{}}}},
        {QStringLiteral("trigger"), trigger}};
}

static QJsonObject external(const char *name)
{
    return {{QStringLiteral("type"), QStringLiteral("EXTERNAL")}, {QStringLiteral("displayName"), QLatin1String(name)},
        {QStringLiteral("attributes"), QJsonObject{{QStringLiteral("name"), QLatin1String(name)}}}};
}

Workflows::Workflows(const Options &options, const Endpoints &ends, std::shared_ptr<core::Clock> clock,
    std::function<void(const QJsonObject &)> effect)
    : m_options(options), m_ends(ends), m_clock(std::move(clock)), m_effect(std::move(effect))
{
    const QJsonObject created{{QStringLiteral("type"), QStringLiteral("EVENT")},
        {QStringLiteral("displayName"), QStringLiteral("Identity Created")},
        {QStringLiteral("attributes"), QJsonObject{{QStringLiteral("id"), QStringLiteral("idn:identity-created")}}}};
    m_workflows << workflow(ends.workflowId, "IDV results", true, external("idv"))
                << workflow(
                       QStringLiteral("3d0ff8a1-6c7b-4f1e-9a36-0f0c2a7d9b11"), "IDV for new joiners", true, created)
                << workflow(QStringLiteral("9b1d54c7-2e0a-4a55-8d1e-5f6a7b8c9d02"), "IDV results, next version", false,
                       external("idv-next"));
}

QJsonObject Workflows::find(const QString &id) const
{
    for (const auto &w : m_workflows) {
        if (w.value(QLatin1String("id")).toString() == id)
            return w;
    }
    return {};
}

QString Workflows::run(const QString &workflow, const QJsonObject &input)
{
    m_executions.prepend({QUuid::createUuid().toString(QUuid::WithoutBraces), workflow, input, m_clock->now(), false});
    if (workflow == m_ends.workflowId)
        m_effect(input);
    return m_executions.first().id;
}

QJsonObject Workflows::shown(const Execution &e) const
{
    const bool isOver = e.isCancelled || m_clock->now() >= e.startedAt + m_options.processing.count();
    QString status = isOver ? QStringLiteral("Completed") : QStringLiteral("Running");
    if (e.isCancelled)
        status = QStringLiteral("Canceled");
    QJsonObject o{{QStringLiteral("id"), e.id}, {QStringLiteral("workflowId"), e.workflow},
        {QStringLiteral("requestId"), QString(e.id).replace(QLatin1Char('-'), QString())},
        {QStringLiteral("startTime"), QString::fromLatin1(isoTime(e.startedAt))}, {QStringLiteral("status"), status}};
    if (isOver)
        o.insert(QStringLiteral("closeTime"), QString::fromLatin1(isoTime(e.startedAt + m_options.processing.count())));
    return o;
}

QJsonArray Workflows::history(const Execution &e) const
{
    const QString at = QString::fromLatin1(isoTime(e.startedAt));
    QJsonArray events{QJsonObject{{QStringLiteral("type"), QStringLiteral("WorkflowExecutionScheduled")},
                          {QStringLiteral("timestamp"), at}, {QStringLiteral("attributes"), QJsonObject{}}},
        QJsonObject{{QStringLiteral("type"), QStringLiteral("WorkflowExecutionStarted")},
            {QStringLiteral("timestamp"), at},
            {QStringLiteral("attributes"), QJsonObject{{QStringLiteral("input"), e.input}}}}};
    if (const auto end = shown(e).value(QLatin1String("closeTime")); !end.isUndefined())
        events.append(QJsonObject{{QStringLiteral("type"), QStringLiteral("WorkflowExecutionCompleted")},
            {QStringLiteral("timestamp"), end}, {QStringLiteral("attributes"), QJsonObject{}}});
    return events;
}

static Response notFound(const QString &what)
{
    return dto(404, QStringLiteral("404 Not found"), what);
}

Response Workflows::handle(const QByteArray &method, const QStringList &rest, const httpd::Request &r)
{
    const QJsonObject input = QJsonDocument::fromJson(r.body).object().value(QLatin1String("input")).toObject();
    if (method == "GET" && rest.isEmpty()) {
        QJsonArray all;
        for (const auto &w : std::as_const(m_workflows))
            all.append(w);
        return json(200, all);
    }
    if (method == "POST" && rest.size() >= 3 && rest.at(0) == QLatin1String("execute") &&
        rest.at(1) == QLatin1String("external")) {
        if (rest.value(3) == QLatin1String("test"))
            return json(200, QJsonObject{{QStringLiteral("payload"), input}});
        if (!find(rest.at(2)).value(QLatin1String("enabled")).toBool())
            return json(200, QJsonObject{{QStringLiteral("message"), QStringLiteral("Workflow is disabled")}});
        return json(200, QJsonObject{{QStringLiteral("workflowExecutionId"), run(rest.at(2), input)}});
    }
    const QJsonObject known = find(rest.value(0));
    if (known.isEmpty())
        return notFound(QStringLiteral("The workflow is not known."));
    const QString &id = rest.at(0);
    if (method == "GET" && rest.size() == 1)
        return json(200, known);
    if (method == "GET" && rest.value(1) == QLatin1String("executions")) {
        QJsonArray all;
        for (const auto &e : std::as_const(m_executions)) {
            if (e.workflow == id)
                all.append(shown(e));
        }
        return json(200, all);
    }
    if (method == "POST" && rest.value(1) == QLatin1String("test")) {
        if (known.value(QLatin1String("enabled")).toBool())
            return dto(400, QStringLiteral("400.1 Bad request content"),
                QStringLiteral("An enabled workflow cannot be tested."));
        return json(200, QJsonObject{{QStringLiteral("workflowExecutionId"), run(id, input)}});
    }
    if (method == "POST" && rest.size() == 3 && rest.at(1) == QLatin1String("external") &&
        rest.at(2) == QLatin1String("oauth-clients")) {
        if (known.value(QLatin1String("trigger")).toObject().value(QLatin1String("type")).toString() !=
            QLatin1String("EXTERNAL"))
            return dto(400, QStringLiteral("400.1 Bad request content"),
                QStringLiteral("The workflow has no external trigger."));
        return json(200, QJsonObject{{QStringLiteral("id"), QString::fromLatin1(randomHex(32))},
                             {QStringLiteral("secret"), QString::fromLatin1(randomHex(64))},
                             {QStringLiteral("url"), QStringLiteral("/v2024/workflows/execute/external/%1").arg(id)}});
    }
    return dto(405, QStringLiteral("405 Method Not Allowed"), QStringLiteral("This method is not supported."));
}

Response Workflows::executions(const QByteArray &method, const QStringList &rest)
{
    const auto it = std::find_if(
        m_executions.begin(), m_executions.end(), [&rest](const Execution &e) { return e.id == rest.value(0); });
    if (it == m_executions.end())
        return notFound(QStringLiteral("The execution is not known."));
    if (method == "GET" && rest.size() == 1)
        return json(200, QJsonArray{shown(*it)}); // the published schema has it as an array of one
    if (method == "GET" && rest.value(1) == QLatin1String("history"))
        return json(200, history(*it));
    if (method == "POST" && rest.value(1) == QLatin1String("cancel")) {
        it->isCancelled = true;
        Response done;
        done.status = 204;
        return done;
    }
    return dto(405, QStringLiteral("405 Method Not Allowed"), QStringLiteral("This method is not supported."));
}

} // namespace lab
