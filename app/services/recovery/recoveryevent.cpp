#include "services/recovery/recoveryevent.h"
#include "services/tenants/context.h"

namespace services {

domain::AuditEvent recoveryEvent(
    const Context &context, const domain::Session &s, const QString &action, const QString &outcome)
{
    domain::AuditEvent a;
    a.actor = context.operatorName;
    a.action = action;
    a.tenant = s.tenant.str();
    a.subject = s.id.str();
    a.outcome = outcome;
    a.data = {{QStringLiteral("identity"), s.request.identity.str()}, {QStringLiteral("ticket"), s.request.ticket},
        {QStringLiteral("state"), domain::stateKey(s.state)}};
    return a;
}

} // namespace services
