#pragma once
#include "core/async.h"
#include "domain/access/approval.h"
#include "domain/operations/operation.h"
#include "services/tenants/context.h"
#include <QObject>

namespace services {

class ApprovalSource;
class DecisionGate;
class OperationTracker;

/// Access reviews of the tenant that wait for the operator. Read from SailPoint each time, never kept. A decision is an
/// operation: recorded before it is asked, asked once. Thread: the GUI's or main.
class AccessReviews : public QObject
{
    Q_OBJECT
public:
    AccessReviews(ApprovalSource &source, DecisionGate &gate, OperationTracker &operations, Context &context,
        QObject *parent = nullptr);
    ~AccessReviews() override;

    core::Async<QList<domain::AccessReview>> reviews();
    /// ApproveReview, DenyReview or SignReview: everything in it at once. IdentityIQ only.
    core::Async<domain::Operation> decideReview(domain::OperationKind kind, const QString &id, const QString &comment);
    /// Why it cannot be decided from here; empty when it can. Asks nobody.
    QString reviewObstacle(domain::OperationKind kind, const domain::AccessReview &review) const;

private:
    ApprovalSource &m_source;
    DecisionGate &m_gate;
    OperationTracker &m_operations;
    Context &m_context;
};

} // namespace services
