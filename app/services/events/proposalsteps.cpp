#include "services/events/proposalsteps.h"
#include <QCoreApplication>

namespace services {

QString sayProposals(const char *text)
{
    return QCoreApplication::translate("Proposals", text);
}

domain::AuditEvent proposalEvent(
    const QString &actor, const domain::Proposal &p, const QString &action, const QString &outcome)
{
    domain::AuditEvent a;
    a.actor = actor;
    a.action = action;
    a.tenant = p.tenant.str();
    a.subject = p.identity.str();
    a.outcome = outcome;
    a.data = {{QStringLiteral("proposal"), p.id}, {QStringLiteral("rule"), p.rule},
        {QStringLiteral("trigger"), p.triggerId}, {QStringLiteral("object"), p.object}};
    return a;
}

core::Error decidedAlready()
{
    return core::makeError(core::ErrorCode::Conflict,
        sayProposals(QT_TRANSLATE_NOOP("Proposals", "Somebody has decided about this proposal already.")));
}

} // namespace services
