#include "services/access/accessreviews.h"
#include "services/access/approvalsource.h"
#include "services/access/decisiongate.h"
#include "services/operations/operationtracker.h"

namespace services {

using core::Async;
using core::ErrorCode;
using core::Unit;
using domain::AccessReview;
using domain::Operation;
using domain::OperationKind;

AccessReviews::AccessReviews(
    ApprovalSource &source, DecisionGate &gate, OperationTracker &operations, Context &context, QObject *parent)
    : QObject(parent), m_source(source), m_gate(gate), m_operations(operations), m_context(context)
{
}

AccessReviews::~AccessReviews() = default;

Async<QList<AccessReview>> AccessReviews::reviews()
{
    return m_source.reviews();
}

QString AccessReviews::reviewObstacle(OperationKind kind, const AccessReview &r) const
{
    return m_source.reviewObstacle(kind, r);
}

Async<Operation> AccessReviews::decideReview(OperationKind kind, const QString &id, const QString &comment)
{
    if (const auto fault = domain::commentFault(comment, kind == OperationKind::DenyReview); !fault)
        return core::ready<Operation>(fault.error());
    // As it stands now: whose it is, and whether it is still open.
    return m_gate.once(id, [this, kind, id, comment] {
        const core::Instant basedOn = m_context.clock->now();
        return core::andThen<AccessReview>(
            m_source.openReview(id), this, [this, kind, comment, basedOn](const AccessReview &r) {
                if (const QString why = m_source.reviewObstacle(kind, r); !why.isEmpty())
                    return core::ready<Operation>(core::makeError(ErrorCode::Conflict, why));
                const auto recorded =
                    r.isForeign ? m_gate.recordName(r.id, r.reviewerId) : core::ready<Unit>(core::ok());
                return core::andThen<Unit>(recorded, this, [this, kind, r, comment, basedOn](Unit) {
                    return m_operations.submit(
                        kind, {r.id},
                        [this, kind, r, comment] { return m_source.decideReview(kind, r, comment.trimmed()); },
                        basedOn);
                });
            });
    });
}

} // namespace services
