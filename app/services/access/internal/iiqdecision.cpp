#include "services/access/internal/iiqdecision.h"
#include "services/access/approvalsource.h"
#include "services/access/approvaltext.h"
#include "services/tenants/internal/tenantconnections.h"

namespace services {

using core::Async;
using core::Unit;
using domain::Accepted;

QString iiqOperatorMissing()
{
    return sayApprovals(QT_TRANSLATE_NOOP("Approvals", "Say first who decides here: Settings, Tenants, Approvals…"));
}

QString iiqDenialMissing()
{
    return sayApprovals(
        QT_TRANSLATE_NOOP("Approvals", "The state that denies is not set: Settings, Tenants, Approvals…"));
}

QString iiqOwnerUntold()
{
    return sayApprovals(
        QT_TRANSLATE_NOOP("Approvals", "IdentityIQ does not say whose decision it is. Decide it there."));
}

QString iiqNotYours()
{
    return sayApprovals(
        QT_TRANSLATE_NOOP("Approvals", "It waits for somebody else, and deciding for others is not allowed here."));
}

static core::Error refusal(core::Error e, domain::WorkItemMethod method)
{
    if (e.httpStatus == 404)
        return ApprovalSource::decided(); // between the question and the decision somebody was faster
    if (e.httpStatus == 405) {
        e.text = sayApprovals(
            QT_TRANSLATE_NOOP("Approvals", "The plug-in does not take decisions by %1. Nothing was decided; "
                                           "choose the other way: Settings, Tenants, Approvals…"))
                     .arg(method == domain::WorkItemMethod::Put ? QStringLiteral("PUT") : QStringLiteral("POST"));
        e.reason = core::ErrorReason::Explained;
    }
    return e;
}

Async<Accepted> sendIiqDecision(TenantConnections &connections, QObject *context, net::iiq::PluginType type,
    const QString &id, const net::iiq::Decision &decision, const std::function<void()> &taken)
{
    core::Deferred<Accepted> out;
    core::whenDone<Unit>(net::iiq::decide(connections.api, type, id, decision), context,
        [&connections, taken, out](const core::Status &r) {
            if (!r)
                return out.resolve(refusal(r.error(), connections.tenant.identityIq.method));
            taken();
            out.resolve(Accepted());
        });
    return out.future();
}

} // namespace services
