#include "net/iiq/scim.h"
#include "net/sailpoint/identityactions.h"
#include "services/tenants/tenantconnections.h"
#include "services/verification/writeback.h"

// How a result reaches IdentityIQ: by a workflow of the customer's, or by replacing the person's record.
namespace services {

using core::Async;
using core::Result;
using core::Unit;

Async<QString> WriteBack::launch(const QString &workflow, const QJsonObject &input)
{
    return net::iiq::launchWorkflow(m_connections.api, workflow, input);
}

// Read, merge, replace: IdentityIQ has no PATCH. The version that was read goes along, so that a server which knows
// versions refuses the record when somebody changed it in between; then nothing was written, and it may be tried anew.
Async<Unit> WriteBack::toScim(const domain::WriteBackPlan &p, const domain::Session &s)
{
    return core::andThen<QJsonObject>(
        net::iiq::getUser(m_connections.api, s.request.identity), this, [this, p](const QJsonObject &user) {
            QList<std::pair<QString, QString>> attributes;
            for (const auto &w : p.writes)
                attributes << std::pair{w.attribute, w.value};
            return net::iiq::putUser(m_connections.api, net::iiq::merged(user, attributes));
        });
}

Async<domain::TaskState> WriteBack::taskState(const QString &task)
{
    if (!domain::isIdentityIq(m_connections.tenant))
        return net::sailpoint::taskStatus(m_connections.api, task);
    return core::mapped<domain::TaskState, QJsonObject>(
        net::iiq::taskResult(m_connections.api, task), this, [](const QJsonObject &o) -> Result<domain::TaskState> {
            domain::TaskState t;
            t.word = o.value(QLatin1String("completionStatus")).toString();
            t.isOver = !t.word.isEmpty();
            t.isGood = t.word == QLatin1String("Success") || t.word == QLatin1String("Warning");
            return t;
        });
}

} // namespace services
