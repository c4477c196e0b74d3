#pragma once
#include "domain/events/workflow.h"

// Workflows and their executions as SailPoint sends them (contract 11). What is missing, null or of another type is
// empty, and a word that is not known stands for nothing. Pure.
namespace net::sailpoint {

domain::Workflow workflowFrom(const QJsonObject &workflow);
domain::WorkflowExecution executionFrom(const QJsonObject &execution);
domain::ExecutionStep executionStepFrom(const QJsonObject &step);
domain::WorkflowClient workflowClientFrom(const QJsonObject &client);
/// The execution that was started; empty when none is named: it did not run.
QString executionIdFrom(const QJsonObject &answer);

} // namespace net::sailpoint
