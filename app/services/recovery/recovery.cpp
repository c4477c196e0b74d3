#include "services/recovery/recovery.h"
#include "domain/tenants/principal.h"
#include "services/recovery/recoverytext.h"
#include "services/tenants/internal/tenantconnections.h"

namespace services {

using core::Async;
using core::Result;
using core::SecretPtr;
using core::Unit;
using domain::Session;

Recovery::Recovery(TenantConnections &connections, Context &context, TenantSession &tenantSession)
    : m_connections(connections), m_context(context), m_signIn(connections, context), m_activity(connections, context),
      m_gate(connections, context, tenantSession, m_activity, m_signIn), m_binding(context, tenantSession),
      m_reset(PasswordReset::Sources{connections, context, tenantSession, m_activity, m_gate, m_signIn}),
      m_decisions(connections, context, tenantSession, m_gate, m_signIn)
{
}

Async<domain::RecoveryGate> Recovery::gate(const core::SessionId &id)
{
    return m_gate.gate(id);
}

Async<domain::ActivityTable> Recovery::activityTable()
{
    return m_activity.table();
}

Async<Unit> Recovery::setActivityTable(const domain::ActivityTable &table)
{
    return m_activity.setTable(table);
}

Async<Session> Recovery::acceptActivity(
    const core::SessionId &id, const QString &comment, const SecretPtr &clientId, const SecretPtr &clientSecret)
{
    return m_decisions.acceptActivity(id, comment, clientId, clientSecret);
}

Async<Unit> Recovery::acceptClock(const QString &comment, const SecretPtr &clientId, const SecretPtr &clientSecret)
{
    return m_decisions.acceptClock(comment, clientId, clientSecret);
}

Async<Session> Recovery::bindByCode(const core::SessionId &id, const QString &code)
{
    return m_binding.bindByCode(id, code);
}

Async<Session> Recovery::bindByQr(const core::SessionId &id)
{
    return m_binding.bindByQr(id);
}

Async<Session> Recovery::sendReset(const core::SessionId &id, const ResetRequest &request)
{
    return m_reset.send(id, request);
}

Async<Session> Recovery::review(const core::SessionId &id, bool isAccepted, const QString &comment,
    const SecretPtr &clientId, const SecretPtr &clientSecret)
{
    return m_decisions.review(id, isAccepted, comment, clientId, clientSecret);
}

Async<QString> Recovery::operatorIdentity()
{
    return m_signIn.operatorIdentity();
}

Async<QString> Recovery::registerOperator(const SecretPtr &clientId, const SecretPtr &clientSecret)
{
    if (!clientId || !clientSecret || clientId->isEmpty() || clientSecret->isEmpty())
        return core::ready<QString>(core::fieldError(QStringLiteral("secrets"),
            sayRecovery(
                QT_TRANSLATE_NOOP("Recovery", "The operator registers with an own SailPoint personal access token: "
                                              "client ID and secret; with IdentityIQ, user name and password."))));
    return core::andThen<QString>(
        m_signIn.identityBehind(clientId, clientSecret), this, [this](const QString &identity) {
            domain::AuditEvent a;
            a.actor = m_context.operatorName;
            a.action = QStringLiteral("operator.register");
            a.tenant = m_connections.tenant.id.str();
            a.subject = identity;
            a.outcome = QStringLiteral("done");
            return core::andThen<Unit>(m_context.ledger->audit().append(a), this, [this, identity](Unit) {
                return core::mapped<QString, Unit>(
                    m_context.ledger->settings().set(
                        domain::operatorSetting(m_connections.tenant.id, m_context.operatorName), identity),
                    this, [identity](Unit) -> Result<QString> { return identity; });
            });
        });
}

} // namespace services
