#include "net/iiq/plugin.h"
#include "services/access/iiqapprovals.h"
#include "services/tenants/tenantconnections.h"
#include <QCoreApplication>

// Decisions about work items and certifications: in whose name, by which word, and what a refusal means.
namespace services {

using core::Async;
using core::Result;
using core::Unit;
using domain::AccessReview;
using domain::Approval;
using domain::OperationKind;
using net::sailpoint::Accepted;

static QString sayApprovals(const char *text)
{
    return QCoreApplication::translate("Approvals", text);
}
static const QString entity = QStringLiteral("CertificationEntity");

static QString noOperator()
{
    return sayApprovals(QT_TRANSLATE_NOOP("Approvals", "Say first who decides here: Settings, Tenants, Approvals…"));
}
static QString noDenial()
{
    return sayApprovals(
        QT_TRANSLATE_NOOP("Approvals", "The state that denies is not set: Settings, Tenants, Approvals…"));
}
static QString notYours()
{
    return sayApprovals(
        QT_TRANSLATE_NOOP("Approvals", "It waits for somebody else, and deciding for others is not allowed here."));
}

QString IiqApprovals::obstacle(ApprovalVerb verb, const Approval &a) const
{
    const auto &s = settings();
    if (verb == ApprovalVerb::Forward)
        return domain::notAvailableWith(m_connections.tenant.product).text;
    if (s.operatorId.isEmpty())
        return noOperator();
    if (verb == ApprovalVerb::Deny && s.deniedState.isEmpty())
        return noDenial();
    if (!a.isForeign)
        return {};
    if (a.isGroups)
        return sayApprovals(QT_TRANSLATE_NOOP("Approvals", "It waits for a work group that you are not a member of."));
    // Whose it is was not told, or could not be asked: nobody's name is guessed.
    if (a.ownerId.isEmpty() || m_owners.value(a.ownerId, Owner::Unknown) != Owner::Other)
        return sayApprovals(
            QT_TRANSLATE_NOOP("Approvals", "IdentityIQ does not say whose decision it is. Decide it there."));
    return s.decidesForOthers ? QString() : notYours();
}

QString IiqApprovals::decider(const Approval &a) const
{
    return a.isForeign ? a.ownerId : settings().operatorId;
}

Async<Accepted> IiqApprovals::send(
    const QString &type, const QString &id, const QString &approver, const QString &state, const QString &comment)
{
    core::Deferred<Accepted> out;
    core::whenDone<Unit>(net::iiq::decide(m_connections.api, type, id, {approver, state, comment}), this,
        [this, id, out](const core::Status &r) {
            if (r) {
                m_window.remove(id);
                m_left.insert(id, m_context.clock->now());
                return out.resolve(Accepted());
            }
            core::Error e = r.error();
            if (e.httpStatus == 404) {
                e = decided(); // between the question and the decision somebody was faster
            } else if (e.httpStatus == 405) {
                e.text = sayApprovals(
                    QT_TRANSLATE_NOOP("Approvals", "The plug-in does not take decisions by %1. Nothing was decided; "
                                                   "choose the other way: Settings, Tenants, Approvals…"))
                             .arg(settings().method == domain::WorkItemMethod::Put ? QStringLiteral("PUT")
                                                                                   : QStringLiteral("POST"));
                e.field = QStringLiteral("explained");
            }
            out.resolve(e);
        });
    return out.future();
}

Async<Accepted> IiqApprovals::decide(ApprovalVerb verb, const Approval &a, const QString &comment, const QString &)
{
    return send(QStringLiteral("WorkItem"), a.id, decider(a),
        verb == ApprovalVerb::Approve ? settings().approvedState : settings().deniedState, comment);
}

Async<AccessReview> IiqApprovals::openReview(const QString &id)
{
    core::Deferred<AccessReview> out;
    core::whenDone<QJsonObject>(
        net::iiq::row(m_connections.api, entity, id), this, [this, out](const Result<QJsonObject> &o) {
            const auto r = o ? domain::reviewFromEntity(*o) : std::nullopt;
            if (r)
                return out.resolve(marked(*r));
            if (!o && o.error().httpStatus != 404)
                return out.resolve(o.error());
            out.resolve(decided(sayApprovals(QT_TRANSLATE_NOOP("Approvals", "This access review is over."))));
        });
    return out.future();
}

QString IiqApprovals::reviewObstacle(OperationKind kind, const AccessReview &r) const
{
    const auto &s = settings();
    if (s.operatorId.isEmpty())
        return noOperator();
    if (kind == OperationKind::DenyReview && s.deniedState.isEmpty())
        return noDenial();
    if (kind == OperationKind::SignReview && s.signedState.isEmpty())
        return sayApprovals(
            QT_TRANSLATE_NOOP("Approvals", "The state that signs off is not set: Settings, Tenants, Approvals…"));
    if (!r.isForeign)
        return {};
    if (r.reviewerId.isEmpty())
        return sayApprovals(
            QT_TRANSLATE_NOOP("Approvals", "IdentityIQ does not say whose decision it is. Decide it there."));
    return s.decidesForOthers ? QString() : notYours();
}

Async<Accepted> IiqApprovals::decideReview(OperationKind kind, const AccessReview &r, const QString &comment)
{
    const auto &s = settings();
    return send(entity, r.id, r.isForeign ? r.reviewerId : s.operatorId,
        kind == OperationKind::ApproveReview ? s.approvedState
        : kind == OperationKind::DenyReview  ? s.deniedState
                                             : s.signedState,
        comment);
}

} // namespace services
