#pragma once
#include "services/approvalsource.h"
#include <QHash>

namespace services {

/// Work items and certifications of IdentityIQ through the approvals plug-in. The operator's are those of their own and
/// of their work groups; with the permission for it, everybody's. Whose is whose is asked once per work group and run.
class IiqApprovals : public ApprovalSource
{
public:
    IiqApprovals(Runtime &runtime, Context &context, QObject *parent) : ApprovalSource(runtime, parent), m_context(context) {}
    core::Async<QList<domain::Approval>> pending() override;
    void forget() override { m_window.forget(); }
    core::Async<QList<domain::AccessReview>> reviews() override;
    core::Async<domain::Approval> waiting(const QString &id) override;
    core::Async<QList<domain::ApprovalStep>> history(const domain::Approval &approval) override;
    QString obstacle(ApprovalVerb verb, const domain::Approval &approval) const override;
    QString decider(const domain::Approval &approval) const override;
    core::Async<net::sailpoint::Accepted> decide(ApprovalVerb verb, const domain::Approval &approval, const QString &comment, const QString &to) override;
    QString reviewObstacle(domain::OperationKind kind) const override;
    core::Async<net::sailpoint::Accepted> decideReview(domain::OperationKind kind, const QString &id, const QString &comment) override;

private:
    enum class Owner { Me, MyGroup, ForeignGroup, Other };
    using Items = QList<domain::Approval>;
    /// All pages of a query, at most 2,500 items.
    core::Async<QJsonArray> everything(const QString &filter, int offset = 0, const QJsonArray &before = {});
    core::Async<core::Unit> look();
    core::Async<core::Unit> recheck(QStringList ids);
    core::Async<core::Unit> learnOwners(QStringList ids);
    Items mine() const;
    domain::Approval marked(domain::Approval approval) const;
    core::Async<QJsonObject> requestOf(const QString &number, const QString &item);
    const domain::IdentityIqSettings &settings() const;

    Context &m_context;
    domain::WorkItemWindow m_window;
    QHash<QString, Owner> m_owners;
    QHash<QString, QStringList> m_members;  ///< of work groups, by name
};

} // namespace services
