#pragma once
#include "core/async.h"
#include "domain/operations/operation.h"
#include "domain/verification/writeback/writeback.h"
#include "services/tenants/context.h"
#include <QHash>
#include <QObject>

namespace services {

struct TenantConnections;

/// Sends a planned change to SailPoint or IdentityIQ by the tenant's strategy, once. Whether it arrived is read back by
/// WriteBack. Thread: the GUI's or main.
class ResultWriter : public QObject
{
    Q_OBJECT
public:
    ResultWriter(TenantConnections &connections, Context &context);
    core::Async<core::Unit> send(const domain::WriteBackPlan &plan, const domain::Session &session);
    /// Runs a workflow. In IdentityIQ by its name; in the cloud an external-trigger workflow with the tenant's token,
    /// or with the workflow's own client where that may not. An answer without an execution did not run: Rejected.
    core::Async<core::Unit> runWorkflow(const QString &workflow, const QJsonObject &input);
    /// The task that processes a session's person, as far as this run knows; empty otherwise.
    QString taskOf(const core::SessionId &id) const { return m_tasks.value(id.str()); }
    void forgetTask(const core::SessionId &id) { m_tasks.remove(id.str()); }
    core::Async<domain::TaskState> taskState(const QString &task);

private:
    core::Async<core::Unit> toAccount(const domain::WriteBackPlan &plan, const domain::Session &session);
    core::Async<core::Unit> toWorkflow(const domain::WriteBackPlan &plan, const domain::Session &session);
    core::Async<core::Unit> toScim(const domain::WriteBackPlan &plan, const domain::Session &session);
    core::Async<core::Unit> byDirectPatch(const domain::WriteBackPlan &plan, const domain::Session &session);
    core::Async<QString> launch(const QString &workflow, const QJsonObject &input);

    TenantConnections &m_connections;
    Context &m_context;
    QHash<QString, QString> m_tasks; ///< by session
};

} // namespace services
