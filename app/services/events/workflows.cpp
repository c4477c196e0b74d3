#include "services/events/workflows.h"
#include "net/sailpoint/events/workflows.h"
#include "net/sailpoint/identityactions.h"
#include "services/operations/operationtracker.h"
#include "services/tenants/internal/tenantconnections.h"
#include <QCoreApplication>

namespace services {

using core::Async;
using core::Result;
using domain::Accepted;
using domain::Operation;
using domain::OperationKind;

static QString sayEvents(const char *text)
{
    return QCoreApplication::translate("Events", text);
}

Workflows::Workflows(TenantConnections &connections, Context &context, OperationTracker &operations, QObject *parent)
    : QObject(parent), m_connections(connections), m_context(context), m_operations(operations)
{
}

Async<QList<domain::Workflow>> Workflows::workflows()
{
    return net::sailpoint::listWorkflows(m_connections.api);
}

Async<domain::Workflow> Workflows::workflow(const QString &id)
{
    return net::sailpoint::workflow(m_connections.api, id);
}

Async<QList<domain::WorkflowExecution>> Workflows::executions(const QString &workflow)
{
    return net::sailpoint::workflowExecutions(m_connections.api, workflow);
}

Async<domain::WorkflowExecution> Workflows::execution(const QString &id)
{
    return net::sailpoint::workflowExecution(m_connections.api, id);
}

Async<QList<domain::ExecutionStep>> Workflows::history(const QString &execution)
{
    return net::sailpoint::executionHistory(m_connections.api, execution);
}

Async<Operation> Workflows::testWorkflow(const QString &id, const QJsonObject &input)
{
    auto execution = std::make_shared<QString>();
    const auto asked = m_operations.submit(OperationKind::TestWorkflow, {id}, [this, id, input, execution] {
        return core::mapped<Accepted, QString>(net::sailpoint::testWorkflow(m_connections.api, id, input), this,
            [execution](const QString &run) -> Result<Accepted> {
                *execution = run;
                return Accepted{};
            });
    });
    return core::mapped<Operation, Operation>(asked, this, [execution](Operation o) -> Result<Operation> {
        if (!execution->isEmpty())
            o.text = *execution;
        return o;
    });
}

// The secret is shown this once: it is in the keychain before anything else can go wrong.
Async<core::Unit> Workflows::keepClient(const QString &id, const core::SecretPtr &secret)
{
    const QString idKey = secretKey(m_connections.tenant, secretname::workflowId);
    core::Deferred<core::Unit> out;
    core::whenDone<core::SecretPtr>(
        m_context.vault.read(idKey), this, [this, id, secret, idKey, out](const Result<core::SecretPtr> &before) {
            const auto written = core::andThen<core::Unit>(
                m_context.vault.write(idKey, core::makeSecret(id.toUtf8())), this, [this, secret](core::Unit) {
                    return m_context.vault.write(secretKey(m_connections.tenant, secretname::workflow), secret);
                });
            core::whenDone<core::Unit>(written, this, [this, before, idKey, out](const core::Status &kept) {
                if (kept || !before)
                    return out.resolve(kept);
                // Half a pair would be worse than the old one.
                core::whenDone<core::Unit>(m_context.vault.write(idKey, *before), this,
                    [kept, out](const core::Status &) { out.resolve(kept); });
            });
        });
    return out.future();
}

Async<ExternalClient> Workflows::createExternalClient(const QString &workflow, bool keep)
{
    if (keep && workflow != m_connections.tenant.workflowId)
        return core::ready<ExternalClient>(core::fieldError(QStringLiteral("workflow"),
            sayEvents(QT_TRANSLATE_NOOP("Events", "Only the client of the workflow that this tenant's results are sent "
                                                  "to is kept: another one's would take its place."))));
    auto made = std::make_shared<ExternalClient>();
    const auto asked =
        m_operations.submit(OperationKind::CreateWorkflowClient, {workflow}, [this, workflow, made, keep] {
            return core::andThen<domain::WorkflowClient>(
                net::sailpoint::createExternalClient(m_connections.api, workflow), this,
                [this, made, keep](const domain::WorkflowClient &client) {
                    made->id = client.id;
                    made->secret = client.secret;
                    if (!keep)
                        return core::ready<Accepted>(Accepted{});
                    core::Deferred<Accepted> out;
                    core::whenDone<core::Unit>(
                        keepClient(made->id, made->secret), this, [made, out](const core::Status &kept) {
                            made->isKept = bool(kept); // handed on even when it could not be kept
                            out.resolve(Accepted{});
                        });
                    return out.future();
                });
        });
    core::Deferred<ExternalClient> out;
    core::whenDone<Operation>(asked, this, [made, out](const Result<Operation> &o) {
        if (!o && made->id.isEmpty())
            return out.resolve(o.error());
        if (o) // a client that was made is handed on, whatever became of its record
            made->operation = *o;
        out.resolve(*made);
    });
    return out.future();
}

} // namespace services
