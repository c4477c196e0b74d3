#include "services/access/decisiongate.h"
#include "services/access/approvaltext.h"
#include "services/tenants/internal/tenantconnections.h"

namespace services {

using core::Async;
using core::ErrorCode;
using core::Result;
using core::Unit;
using domain::Operation;

DecisionGate::DecisionGate(TenantConnections &connections, Context &context, QObject *parent)
    : QObject(parent), m_connections(connections), m_context(context)
{
}

DecisionGate::~DecisionGate() = default;

// Whoever decides in another approver's name is named beside them, before anything is asked.
Async<Unit> DecisionGate::recordName(const QString &id, const QString &approver)
{
    if (approver.isEmpty())
        return core::ready<Unit>(
            core::makeError(ErrorCode::Internal, QStringLiteral("Nobody is named as the approver.")));
    domain::AuditEvent e;
    e.actor = m_context.operatorName;
    e.action = QStringLiteral("approval.in-name-of");
    e.tenant = m_connections.tenant.id.str();
    e.subject = id;
    e.outcome = QStringLiteral("intent");
    e.data = {{QStringLiteral("approver"), approver}};
    return m_context.ledger->audit().append(e);
}

Async<Operation> DecisionGate::once(const QString &id, const std::function<Async<Operation>()> &decision)
{
    if (m_deciding.contains(id))
        return core::ready<Operation>(core::makeError(ErrorCode::Conflict,
            sayApprovals(QT_TRANSLATE_NOOP("Approvals", "A decision about it is on its way already."))));
    m_deciding.insert(id);
    core::Deferred<Operation> out;
    core::whenDone<Operation>(decision(), this, [this, id, out](const Result<Operation> &r) {
        m_deciding.remove(id);
        out.resolve(r);
    });
    return out.future();
}

} // namespace services
