#include "domain/tenants/tenantevents.h"
#include "domain/tenants/tenantedit.h"
#include <QJsonArray>

namespace domain {

AuditEvent tenantEvent(const QString &by, const Tenant &t, const QString &action, const QString &outcome)
{
    AuditEvent a;
    a.actor = by;
    a.action = action;
    a.tenant = t.id.str();
    a.subject = t.id.str();
    a.outcome = outcome;
    a.data = {{QStringLiteral("name"), t.name}, {QStringLiteral("environment"), environmentKey(t.environment)},
        {QStringLiteral("tunnel"), t.isTunnel}, {QStringLiteral("readOnly"), t.readOnly},
        {QStringLiteral("writeBack"), writeBackStrategyKey(t.writeBack)}};
    if (isIdentityIq(t)) {
        a.data.insert(QStringLiteral("product"), productKey(t.product));
        a.data.insert(QStringLiteral("approver"), t.identityIq.operatorId);
        a.data.insert(QStringLiteral("decidesForOthers"), t.identityIq.decidesForOthers);
    }
    return a;
}

AuditEvent tenantEditEvent(const QString &by, const Tenant &before, const Tenant &after, const QString &reason)
{
    AuditEvent a = tenantEvent(by, after, QStringLiteral("tenant.edit"), QStringLiteral("done"));
    a.data.insert(QStringLiteral("changes"), toJson(changesBetween(before, after)));
    if (!reason.trimmed().isEmpty())
        a.data.insert(QStringLiteral("reason"), reason.trimmed());
    return a;
}

AuditEvent tenantFromFileEvent(const QString &by, const Tenant &t)
{
    AuditEvent a = tenantEvent(by, t, QStringLiteral("tenant.add"), QStringLiteral("done"));
    a.data = {{QStringLiteral("name"), t.name}, {QStringLiteral("from"), QStringLiteral("settings file")}};
    return a;
}

} // namespace domain
