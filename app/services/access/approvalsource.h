#pragma once
#include "core/async.h"
#include "domain/access/workitem.h"
#include "domain/operations/operation.h"
#include "services/tenants/context.h"
#include <QObject>

namespace services {

struct TenantConnections;

enum class ApprovalVerb { Approve, Deny, Forward };

/// Where approvals come from and where decisions go, one for each product. It asks and reads; records and gates are
/// the service's. Thread: the GUI's or main.
class ApprovalSource : public QObject
{
public:
    explicit ApprovalSource(TenantConnections &connections, QObject *parent)
        : QObject(parent), m_connections(connections)
    {
    }
    virtual core::Async<QList<domain::Approval>> pending() = 0;
    /// The next pending() reads everything anew.
    virtual void forget() {}
    virtual core::Async<QList<domain::AccessReview>> reviews() = 0;
    /// As it stands now; Conflict with the reason Decided when it waits no longer, its text says who was faster.
    virtual core::Async<domain::Approval> waiting(const QString &id) = 0;
    /// Decisions before this one, where the list does not have them.
    virtual core::Async<QList<domain::ApprovalStep>> history(const domain::Approval &approval)
    {
        return core::ready<QList<domain::ApprovalStep>>(approval.earlier);
    }
    /// Why it cannot be asked for at all; empty when it can.
    virtual QString obstacle(ApprovalVerb verb, const domain::Approval &approval) const = 0;
    /// The identity that decides in the vendor's books, where it is named; empty otherwise.
    virtual QString decider(const domain::Approval &) const { return {}; }
    virtual core::Async<domain::Accepted> decide(
        ApprovalVerb verb, const domain::Approval &approval, const QString &comment, const QString &to) = 0;

    /// Nothing where the product does not count.
    virtual core::Async<std::optional<domain::ApprovalSummary>> summary()
    {
        return core::ready<std::optional<domain::ApprovalSummary>>(std::optional<domain::ApprovalSummary>());
    }

    /// As it stands now; Conflict with the reason Decided when it is over.
    virtual core::Async<domain::AccessReview> openReview(const QString &id) = 0;
    virtual QString reviewObstacle(domain::OperationKind kind, const domain::AccessReview &review) const = 0;
    virtual core::Async<domain::Accepted> decideReview(
        domain::OperationKind kind, const domain::AccessReview &review, const QString &comment) = 0;
    /// What the list leaves out, said to the person; empty when nothing.
    virtual QString remark() const { return {}; }

    static core::Error decided(const QString &text = {});

protected:
    TenantConnections &m_connections;
};

std::unique_ptr<ApprovalSource> makeApprovalSource(TenantConnections &connections, Context &context, QObject *parent);

} // namespace services
