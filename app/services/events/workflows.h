#pragma once
#include "core/async.h"
#include "core/secret.h"
#include "domain/events/workflow.h"
#include "domain/operations/operation.h"
#include "services/tenants/context.h"
#include <QObject>

namespace services {

class OperationTracker;
struct TenantConnections;

/// A workflow's own client. The secret is in the keychain when `isKept`, and otherwise in here and nowhere else.
struct ExternalClient
{
    domain::Operation operation;
    QString id;
    core::SecretPtr secret;
    bool isKept = false;
};

/// Workflows of a tenant and their runs. What changes something is an operation: recorded before it is asked, asked
/// once. Errors as of Triggers. Thread: the GUI's or main.
class Workflows : public QObject
{
    Q_OBJECT
public:
    Workflows(
        TenantConnections &connections, Context &context, OperationTracker &operations, QObject *parent = nullptr);

    core::Async<QList<domain::Workflow>> workflows();
    core::Async<domain::Workflow> workflow(const QString &id);
    core::Async<QList<domain::WorkflowExecution>> executions(const QString &workflow);
    core::Async<domain::WorkflowExecution> execution(const QString &id);
    core::Async<QList<domain::ExecutionStep>> history(const QString &execution);
    /// Runs for real. The operation's text is the execution's id.
    core::Async<domain::Operation> testWorkflow(const QString &id, const QJsonObject &input);
    /// With `keep` the secret goes into the tenant's keychain entry, with which its result workflow is run; Usage for
    /// any other workflow, and nothing is asked.
    core::Async<ExternalClient> createExternalClient(const QString &workflow, bool keep);

private:
    core::Async<core::Unit> keepClient(const QString &id, const core::SecretPtr &secret);
    TenantConnections &m_connections;
    Context &m_context;
    OperationTracker &m_operations;
};

} // namespace services
