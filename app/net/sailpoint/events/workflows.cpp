#include "net/sailpoint/events/workflows.h"
#include "net/sailpoint/calls.h"
#include "net/sailpoint/events/listreader.h"
#include "net/sailpoint/events/workflowreader.h"

namespace net::sailpoint {

using core::Async;
using core::Result;
using domain::ExecutionStep;
using domain::Workflow;
using domain::WorkflowClient;
using domain::WorkflowExecution;

static const QString workflowCalls = QStringLiteral("/workflows");
static const QString workflowExecutionCalls = QStringLiteral("/workflow-executions");

Async<QList<Workflow>> listWorkflows(Api &api)
{
    return core::mapped<QList<Workflow>, HttpResponse>(
        api.send(readCall(workflowCalls, {}, workflowCalls, "limit=250&offset=0")), &api, listReader(workflowFrom));
}

Async<Workflow> workflow(Api &api, const QString &id)
{
    return core::mapped<Workflow, HttpResponse>(
        api.send(readCall(workflowCalls, idSegment(id), workflowCalls + QStringLiteral("/{id}"))), &api,
        objectReader(workflowFrom));
}

Async<QList<WorkflowExecution>> workflowExecutions(Api &api, const QString &id)
{
    return core::mapped<QList<WorkflowExecution>, HttpResponse>(
        api.send(readCall(workflowCalls, idSegment(id) + QStringLiteral("/executions"),
            workflowCalls + QStringLiteral("/{id}/executions"), "limit=100&offset=0")),
        &api, listReader(executionFrom));
}

Async<WorkflowExecution> workflowExecution(Api &api, const QString &execution)
{
    return core::mapped<WorkflowExecution, HttpResponse>(api.send(readCall(workflowExecutionCalls, idSegment(execution),
                                                             workflowExecutionCalls + QStringLiteral("/{id}"))),
        &api, [](const HttpResponse &r) -> Result<WorkflowExecution> {
            if (const auto list = arrayFrom(r); list)
                return executionFrom(list->at(0).toObject());
            return objectReader(executionFrom)(r);
        });
}

Async<QList<ExecutionStep>> executionHistory(Api &api, const QString &execution)
{
    return core::mapped<QList<ExecutionStep>, HttpResponse>(
        api.send(readCall(workflowExecutionCalls, idSegment(execution) + QStringLiteral("/history"),
            workflowExecutionCalls + QStringLiteral("/{id}/history"), "limit=250&offset=0")),
        &api, listReader(executionStepFrom));
}

Async<QString> testWorkflow(Api &api, const QString &id, const QJsonObject &input)
{
    Call c = bodyCall("POST", workflowCalls, idSegment(id) + QStringLiteral("/test"),
        QJsonDocument(QJsonObject{{QStringLiteral("input"), input}}));
    c.operation = workflowCalls + QStringLiteral("/{id}/test");
    return core::mapped<QString, HttpResponse>(api.send(c), &api, [](const HttpResponse &r) -> Result<QString> {
        const auto o = objectFrom(r);
        if (!o)
            return o.error();
        return executionIdFrom(*o);
    });
}

Async<WorkflowClient> createExternalClient(Api &api, const QString &id)
{
    Call c =
        bodyCall("POST", workflowCalls, idSegment(id) + QStringLiteral("/external/oauth-clients"), QJsonDocument());
    c.operation = workflowCalls + QStringLiteral("/{id}/external/oauth-clients");
    c.body.clear();
    c.contentType.clear();
    return core::mapped<WorkflowClient, HttpResponse>(api.send(c), &api, objectReader(workflowClientFrom));
}

} // namespace net::sailpoint
