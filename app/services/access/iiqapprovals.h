#pragma once
#include "services/access/approvalsource.h"
#include "services/access/iiqcertifications.h"
#include "services/access/iiqowners.h"
#include <QHash>

namespace services {

/// Work items and certifications of IdentityIQ through the approvals plug-in. The operator's are those of their own and
/// of their work groups; with the permission for it, everybody's. Whose is whose is asked at every full look, and again
/// before a decision; what could not be asked is nobody's to decide.
class IiqApprovals : public ApprovalSource
{
public:
    IiqApprovals(TenantConnections &connections, Context &context, QObject *parent);
    core::Async<QList<domain::Approval>> pending() override;
    void forget() override;
    core::Async<QList<domain::AccessReview>> reviews() override;
    core::Async<domain::Approval> waiting(const QString &id) override;
    core::Async<QList<domain::ApprovalStep>> history(const domain::Approval &approval) override;
    QString obstacle(ApprovalVerb verb, const domain::Approval &approval) const override;
    QString decider(const domain::Approval &approval) const override;
    core::Async<domain::Accepted> decide(
        ApprovalVerb verb, const domain::Approval &approval, const QString &comment, const QString &to) override;
    core::Async<domain::AccessReview> openReview(const QString &id) override;
    QString reviewObstacle(domain::OperationKind kind, const domain::AccessReview &review) const override;
    core::Async<domain::Accepted> decideReview(
        domain::OperationKind kind, const domain::AccessReview &review, const QString &comment) override;
    QString remark() const override;

private:
    using Items = QList<domain::Approval>;
    core::Async<core::Unit> poll();
    core::Async<core::Unit> taken(const QList<domain::WorkItem> &all, core::Instant from, bool isAll);
    core::Async<core::Unit> recheck(QStringList ids);
    Items mine() const;
    /// Empty when none is about it.
    core::Async<domain::IdentityRequest> requestOf(const QString &number, const QString &item);
    const domain::IdentityIqSettings &settings() const;

    Context &m_context;
    domain::WorkItemWindow m_window;
    IiqOwners m_owners;
    IiqCertifications m_certifications;
    QHash<QString, core::Instant>
        m_left; ///< items that were seen to be over: a look that began before brings none back
    int m_nextRecheck = 0;
    bool m_areItemsCut = false;
};

} // namespace services
