#pragma once
#include "core/async.h"
#include "domain/access/approval.h"
#include "domain/operations/operation.h"
#include "services/tenants/context.h"
#include <QObject>
#include <QSet>
#include <QTimer>

namespace services {

class ApprovalSource;
class Operations;
class TenantSession;
struct TenantConnections;

/// What waits for the operator: access requests and access reviews of the tenant. Read from SailPoint each time, never
/// kept. A decision is an operation: recorded before it is asked, asked once. Thread: the GUI's or main.
class Approvals : public QObject
{
    Q_OBJECT
public:
    Approvals(TenantConnections &connections, Context &context, Operations &operations, TenantSession &tenantSession,
        QObject *parent = nullptr);
    ~Approvals() override;

    /// Oldest first, at most 250.
    core::Async<QList<domain::Approval>> pending();
    core::Async<QList<domain::AccessReview>> reviews();
    /// Nothing where the product does not count (IdentityIQ).
    core::Async<std::optional<domain::ApprovalSummary>> summary();
    /// Reads the person's standing and what the console's table asks for; refuses with Conflict and the field
    /// "verify-first" while they lack it, and with "decided" when somebody was faster (its text says who).
    core::Async<domain::Operation> approve(const QString &id, const QString &comment);
    core::Async<domain::Operation> deny(const QString &id, const QString &comment);
    /// At most 255 characters of comment. The cloud's only.
    core::Async<domain::Operation> forward(const QString &id, const QString &newOwner, const QString &comment);
    /// Why it cannot be approved, denied or forwarded from here; empty when it can. Asks nobody.
    QString obstacle(domain::OperationKind kind, const domain::Approval &approval) const;
    /// Decisions before this one.
    core::Async<QList<domain::ApprovalStep>> history(const domain::Approval &approval);
    /// ApproveReview, DenyReview or SignReview: everything in it at once. IdentityIQ only.
    QString reviewObstacle(domain::OperationKind kind, const domain::AccessReview &review) const;
    core::Async<domain::Operation> decideReview(domain::OperationKind kind, const QString &id, const QString &comment);
    /// What the person lacks for this access; nothing to say when they lack nothing.
    core::Async<domain::Eligibility> eligibility(const domain::Approval &approval);

    core::Async<domain::AccessRequirements> requirements();
    core::Async<core::Unit> setRequirements(const domain::AccessRequirements &requirements);

    /// Looks every minute from now on.
    void watch();
    void poll();
    /// The next look reads everything anew.
    void refresh();
    /// What the last look left out, said to the person; empty when nothing.
    QString remark() const;
    /// As last seen by watch().
    const QList<domain::Approval> &seen() const { return m_seen; }
    core::Instant seenAt() const { return m_seenAt; }

Q_SIGNALS:
    void changed();
    /// The last look failed.
    void failed(const core::Error &error);

private:
    core::Async<domain::Operation> decide(const core::Async<domain::Approval> &waiting, domain::OperationKind kind,
        const QString &comment, const QString &to = {});
    core::Async<domain::Approval> enough(const QString &id);
    core::Async<core::Unit> recordName(const QString &id, const QString &approver);
    /// Conflict while a decision about this one is on its way.
    core::Async<domain::Operation> once(const QString &id, std::function<core::Async<domain::Operation>()> decision);
    QString settingName() const;

    TenantConnections &m_connections;
    Context &m_context;
    Operations &m_operations;
    TenantSession &m_tenantSession;
    std::unique_ptr<ApprovalSource> m_source;
    QTimer m_timer;
    QList<domain::Approval> m_seen;
    core::Instant m_seenAt = 0;
    bool m_isLooking = false;
    bool m_looksAgain = false;
    QSet<QString> m_deciding; ///< ids of decisions on their way
};

} // namespace services
