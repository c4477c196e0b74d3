#pragma once
#include "core/async.h"
#include "domain/access/approval.h"
#include "domain/operations/operation.h"
#include "services/access/accessreviews.h"
#include "services/access/decisiongate.h"
#include "services/access/requirementstable.h"
#include "services/tenants/context.h"
#include <QObject>
#include <QTimer>

namespace services {

class ApprovalSource;
class OperationTracker;
class TenantSession;
struct TenantConnections;

/// Access requests of the tenant that wait for the operator, beside them its access reviews and what the console asks
/// of people before an access. Read from SailPoint each time, never kept. A decision is an operation: recorded before
/// it is asked, asked once. Thread: the GUI's or main.
class Approvals : public QObject
{
    Q_OBJECT
public:
    Approvals(TenantConnections &connections, Context &context, OperationTracker &operations,
        TenantSession &tenantSession, QObject *parent = nullptr);
    ~Approvals() override;

    /// Oldest first, at most 250.
    core::Async<QList<domain::Approval>> pending();
    /// Nothing where the product does not count (IdentityIQ).
    core::Async<std::optional<domain::ApprovalSummary>> summary();
    /// Reads the person's standing and what the console's table asks for; refuses with Conflict and the reason
    /// VerifyFirst while they lack it, and with Decided when somebody was faster (its text says who).
    core::Async<domain::Operation> approve(const QString &id, const QString &comment);
    core::Async<domain::Operation> deny(const QString &id, const QString &comment);
    /// At most 255 characters of comment. The cloud's only.
    core::Async<domain::Operation> forward(const QString &id, const QString &newOwner, const QString &comment);
    /// Why it cannot be approved, denied or forwarded from here; empty when it can. Asks nobody.
    QString obstacle(domain::OperationKind kind, const domain::Approval &approval) const;
    /// Decisions before this one.
    core::Async<QList<domain::ApprovalStep>> history(const domain::Approval &approval);

    RequirementsTable &requirementsTable() { return m_requirements; }
    AccessReviews &accessReviews() { return m_accessReviews; }

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

    Context &m_context;
    OperationTracker &m_operations;
    std::unique_ptr<ApprovalSource> m_source;
    DecisionGate m_gate;
    RequirementsTable m_requirements;
    AccessReviews m_accessReviews;
    QTimer m_timer;
    QList<domain::Approval> m_seen;
    core::Instant m_seenAt = 0;
    bool m_isLooking = false;
    bool m_looksAgain = false;
};

} // namespace services
