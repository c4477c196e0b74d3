#include "lab/events/workflows.h"
#include "lab/answers.h"
#include "lab/events/workflowpath.h"
#include "lab/sailpoint/jsonpatch.h"
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
    : m_options(options), m_ends(ends), m_clock(std::move(clock)), m_effect(std::move(effect)), m_machine(ends, m_clock)
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

// One that has steps is run by them; those that are there from the beginning only have their effect.
QString Workflows::run(const QString &workflow, const QJsonObject &input)
{
    Execution e{QUuid::createUuid().toString(QUuid::WithoutBraces), workflow, input, m_clock->now(), false, false, 0,
        false, {}};
    const QJsonObject definition = find(workflow).value(QLatin1String("definition")).toObject();
    e.isRun = !definition.value(QLatin1String("steps")).toObject().isEmpty();
    m_executions.prepend(e);
    if (e.isRun)
        m_machine.run(definition, input, [this, id = e.id](bool isSuccess, const QJsonArray &events) {
            for (Execution &known : m_executions) {
                if (known.id != id)
                    continue;
                known.isSuccess = isSuccess;
                known.events = events;
                known.endedAt = m_clock->now();
            }
        });
    else if (workflow == m_ends.workflowId)
        m_effect(input);
    return e.id;
}

bool Workflows::isOver(const Execution &e) const
{
    return e.isCancelled || (e.isRun ? e.endedAt > 0 : m_clock->now() >= e.startedAt + m_options.processing.count());
}

QJsonObject Workflows::shown(const Execution &e) const
{
    QString status = QStringLiteral("Running");
    if (e.isCancelled)
        status = QStringLiteral("Canceled");
    else if (isOver(e))
        status = e.isRun && !e.isSuccess ? QStringLiteral("Failed") : QStringLiteral("Completed");
    QJsonObject o{{QStringLiteral("id"), e.id}, {QStringLiteral("workflowId"), e.workflow},
        {QStringLiteral("requestId"), QString(e.id).replace(QLatin1Char('-'), QString())},
        {QStringLiteral("startTime"), QString::fromLatin1(isoTime(e.startedAt))}, {QStringLiteral("status"), status}};
    const core::Instant end = e.isRun ? e.endedAt : e.startedAt + m_options.processing.count();
    if (isOver(e))
        o.insert(QStringLiteral("closeTime"), QString::fromLatin1(isoTime(end)));
    return o;
}

QJsonArray Workflows::history(const Execution &e) const
{
    if (e.isRun && e.endedAt > 0)
        return e.events;
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

static Response badWorkflow(const QString &what)
{
    return dto(400, QStringLiteral("400.1 Bad request content"), what);
}

// As it is shown: what SailPoint adds to what was sent.
static QString faultOf(const QJsonObject &workflow)
{
    if (workflow.value(QLatin1String("name")).toString().isEmpty())
        return QStringLiteral("name is required.");
    const QJsonObject trigger = workflow.value(QLatin1String("trigger")).toObject();
    const QString type = trigger.value(QLatin1String("type")).toString();
    if (!trigger.isEmpty() && type != QLatin1String("EVENT") && type != QLatin1String("EXTERNAL"))
        return QStringLiteral("This simulator runs EVENT and EXTERNAL triggers only.");
    return faultOfDefinition(workflow.value(QLatin1String("definition")).toObject());
}

Response Workflows::create(const QJsonObject &body)
{
    if (const QString fault = faultOf(body); !fault.isEmpty())
        return badWorkflow(fault);
    QJsonObject made = workflow(
        QUuid::createUuid().toString(QUuid::WithoutBraces), "", false, body.value(QLatin1String("trigger")).toObject());
    for (const char *key : {"name", "description", "definition"})
        made.insert(QLatin1String(key), body.value(QLatin1String(key)));
    m_workflows << made;
    return json(200, made);
}

Response Workflows::change(QJsonObject &known, const httpd::Request &r)
{
    const QJsonArray operations = QJsonDocument::fromJson(r.body).array();
    const auto changed = patched(known, operations);
    const QString fault = changed ? faultOf(*changed) : QString();
    if (!changed || !fault.isEmpty() || changed->value(QLatin1String("id")) != known.value(QLatin1String("id")))
        return badWorkflow(fault.isEmpty() ? QStringLiteral("The patch does not apply.") : fault);
    known = *changed;
    return json(200, known);
}

Response Workflows::remove(const QString &id)
{
    if (find(id).value(QLatin1String("enabled")).toBool())
        return badWorkflow(QStringLiteral("An enabled workflow cannot be deleted."));
    m_workflows.removeIf([&id](const QJsonObject &w) { return w.value(QLatin1String("id")).toString() == id; });
    Response done;
    done.status = 204;
    return done;
}

Response Workflows::makeClient(const QJsonObject &known)
{
    const QString type = known.value(QLatin1String("trigger")).toObject().value(QLatin1String("type")).toString();
    if (type != QLatin1String("EXTERNAL"))
        return badWorkflow(QStringLiteral("The workflow has no external trigger."));
    const QString id = QString::fromLatin1(randomHex(32)), secret = QString::fromLatin1(randomHex(64));
    m_clients.insert(id, secret);
    return json(200, QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("secret"), secret},
                         {QStringLiteral("url"), QStringLiteral("/v2024/workflows/execute/external/%1")
                                                     .arg(known.value(QLatin1String("id")).toString())}});
}

bool Workflows::isClient(const QString &id, const QString &secret) const
{
    return !secret.isEmpty() && m_clients.value(id) == secret;
}

Response Workflows::listExecutions(const QString &id) const
{
    QJsonArray all;
    for (const auto &e : m_executions) {
        if (e.workflow == id)
            all.append(shown(e));
    }
    return json(200, all);
}

Response Workflows::execute(const QStringList &rest, const QJsonObject &input)
{
    if (rest.value(3) == QLatin1String("test"))
        return json(200, QJsonObject{{QStringLiteral("payload"), input}});
    if (!find(rest.at(2)).value(QLatin1String("enabled")).toBool())
        return json(200, QJsonObject{{QStringLiteral("message"), QStringLiteral("Workflow is disabled")}});
    return json(200, QJsonObject{{QStringLiteral("workflowExecutionId"), run(rest.at(2), input)}});
}

static bool beginsBy(const QJsonObject &workflow, const QString &triggerId)
{
    const QJsonObject trigger = workflow.value(QLatin1String("trigger")).toObject();
    const QJsonObject attributes = trigger.value(QLatin1String("attributes")).toObject();
    const bool hasSteps =
        !workflow.value(QLatin1String("definition")).toObject().value(QLatin1String("steps")).toObject().isEmpty();
    return hasSteps && workflow.value(QLatin1String("enabled")).toBool() &&
           trigger.value(QLatin1String("type")).toString() == QLatin1String("EVENT") &&
           (triggerId.isEmpty() || attributes.value(QLatin1String("id")).toString() == triggerId);
}

bool Workflows::listens() const
{
    return std::any_of(
        m_workflows.begin(), m_workflows.end(), [](const QJsonObject &w) { return beginsBy(w, QString()); });
}

void Workflows::raise(const QString &triggerId, const QJsonObject &input)
{
    QStringList begin;
    for (const auto &w : std::as_const(m_workflows)) {
        if (beginsBy(w, triggerId))
            begin << w.value(QLatin1String("id")).toString();
    }
    for (const QString &id : std::as_const(begin))
        run(id, input);
}

Response Workflows::handle(const QByteArray &method, const QStringList &rest, const httpd::Request &r)
{
    const QJsonObject body = QJsonDocument::fromJson(r.body).object();
    if (method == "GET" && rest.isEmpty()) {
        QJsonArray all;
        for (const auto &w : std::as_const(m_workflows))
            all.append(w);
        return json(200, all);
    }
    if (method == "POST" && rest.isEmpty())
        return create(body);
    if (method == "POST" && rest.size() >= 3 && rest.at(0) == QLatin1String("execute") &&
        rest.at(1) == QLatin1String("external"))
        return execute(rest, body.value(QLatin1String("input")).toObject());
    return find(rest.value(0)).isEmpty() ? notFound(QStringLiteral("The workflow is not known."))
                                         : one(method, rest, r);
}

Response Workflows::one(const QByteArray &method, const QStringList &rest, const httpd::Request &r)
{
    const QString &id = rest.at(0);
    const auto known = std::find_if(m_workflows.begin(), m_workflows.end(),
        [&id](const QJsonObject &w) { return w.value(QLatin1String("id")).toString() == id; });
    if (rest.size() == 1 && method == "GET")
        return json(200, *known);
    if (rest.size() == 1 && method == "PATCH")
        return change(*known, r);
    if (rest.size() == 1 && method == "DELETE")
        return remove(id);
    if (method == "GET" && rest.value(1) == QLatin1String("executions"))
        return listExecutions(id);
    if (method == "POST" && rest.value(1) == QLatin1String("test")) {
        if (known->value(QLatin1String("enabled")).toBool())
            return badWorkflow(QStringLiteral("An enabled workflow cannot be tested."));
        const QJsonObject input = QJsonDocument::fromJson(r.body).object().value(QLatin1String("input")).toObject();
        return json(200, QJsonObject{{QStringLiteral("workflowExecutionId"), run(id, input)}});
    }
    if (method == "POST" && rest.size() == 3 && rest.at(1) == QLatin1String("external") &&
        rest.at(2) == QLatin1String("oauth-clients"))
        return makeClient(*known);
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
