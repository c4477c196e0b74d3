#pragma once
#include "domain/events/workflow.h"
#include "net/sailpoint/api.h"

// Workflows and their executions (contract 11).
namespace net::sailpoint {

core::Async<QList<domain::Workflow>> listWorkflows(Api &api);
core::Async<domain::Workflow> workflow(Api &api, const QString &id);
core::Async<QList<domain::WorkflowExecution>> workflowExecutions(Api &api, const QString &id);
/// Takes an object or an array of one.
core::Async<domain::WorkflowExecution> workflowExecution(Api &api, const QString &execution);
core::Async<QList<domain::ExecutionStep>> executionHistory(Api &api, const QString &execution);
/// Runs for real; only while the workflow is disabled. The execution's id.
core::Async<QString> testWorkflow(Api &api, const QString &id, const QJsonObject &input);
/// The secret is shown this once.
core::Async<domain::WorkflowClient> createExternalClient(Api &api, const QString &workflow);

} // namespace net::sailpoint
