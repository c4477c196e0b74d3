#include "services/access/approvals.h"
#include "services/access/approvalsource.h"
#include "services/access/approvaltext.h"
#include "services/operations/operationtracker.h"

namespace services {

using core::Async;
using core::ErrorCode;
using core::Result;
using core::Unit;
using domain::Approval;
using domain::Eligibility;
using domain::Operation;
using domain::OperationKind;

Approvals::Approvals(TenantConnections &connections, Context &context, OperationTracker &operations,
    TenantSession &tenantSession, QObject *parent)
    : QObject(parent), m_context(context), m_operations(operations),
      m_source(makeApprovalSource(connections, context, nullptr)), m_gate(connections, context),
      m_requirements(connections, context, tenantSession), m_accessReviews(*m_source, m_gate, operations, context)
{
    connect(&m_requirements, &RequirementsTable::changed, this, &Approvals::changed);
    connect(&m_timer, &QTimer::timeout, this, &Approvals::poll);
}

Approvals::~Approvals() = default;

Async<QList<Approval>> Approvals::pending()
{
    return m_source->pending();
}
Async<std::optional<domain::ApprovalSummary>> Approvals::summary()
{
    return m_source->summary();
}
Async<QList<domain::ApprovalStep>> Approvals::history(const Approval &a)
{
    return m_source->history(a);
}
QString Approvals::remark() const
{
    return m_source->remark();
}

static ApprovalVerb verbOf(OperationKind kind)
{
    if (kind == OperationKind::ApproveRequest)
        return ApprovalVerb::Approve;
    return kind == OperationKind::DenyRequest ? ApprovalVerb::Deny : ApprovalVerb::Forward;
}
QString Approvals::obstacle(OperationKind kind, const Approval &a) const
{
    return m_source->obstacle(verbOf(kind), a);
}

Async<Operation> Approvals::decide(
    const Async<Approval> &waiting, OperationKind kind, const QString &comment, const QString &to)
{
    const core::Instant basedOn = m_context.clock->now();
    return core::andThen<Approval>(waiting, this, [this, kind, comment, to, basedOn](const Approval &a) {
        if (const QString why = obstacle(kind, a); !why.isEmpty())
            return core::ready<Operation>(core::makeError(ErrorCode::Conflict, why));
        const auto recorded =
            a.isForeign ? m_gate.recordName(a.id, m_source->decider(a)) : core::ready<Unit>(core::ok());
        return core::andThen<Unit>(recorded, this, [this, a, kind, comment, to, basedOn](Unit) {
            const QStringList subjects = to.isEmpty() ? QStringList{a.id} : QStringList{a.id, to};
            const auto asked = m_operations.submit(
                kind, subjects,
                [this, a, kind, comment, to] { return m_source->decide(verbOf(kind), a, comment.trimmed(), to); },
                basedOn);
            return core::mapped<Operation, Operation>(asked, this, [this](const Operation &o) -> Result<Operation> {
                QTimer::singleShot(0, this, &Approvals::poll);
                return o;
            });
        });
    });
}

Async<Operation> Approvals::approve(const QString &id, const QString &comment)
{
    if (const auto fault = domain::commentFault(comment, false); !fault)
        return core::ready<Operation>(fault.error());
    return m_gate.once(id, [this, id, comment] { return decide(enough(id), OperationKind::ApproveRequest, comment); });
}

// Still waiting, and the person has what the console's table asks for.
Async<Approval> Approvals::enough(const QString &id)
{
    return core::andThen<Approval>(m_source->waiting(id), this, [this](const Approval &a) {
        return core::mapped<Approval, Eligibility>(
            m_requirements.eligibility(a), this, [a](const Eligibility &s) -> Result<Approval> {
                if (s.isEnough)
                    return a;
                return core::conflict(core::ErrorReason::VerifyFirst,
                    sayApprovals(QT_TRANSLATE_NOOP("Approvals", "%1 cannot have “%2” yet: %3. Verify first."))
                        .arg(a.forName, a.access, s.why));
            });
    });
}

Async<Operation> Approvals::deny(const QString &id, const QString &comment)
{
    if (const auto fault = domain::commentFault(comment, true); !fault)
        return core::ready<Operation>(fault.error());
    return m_gate.once(
        id, [this, id, comment] { return decide(m_source->waiting(id), OperationKind::DenyRequest, comment); });
}

Async<Operation> Approvals::forward(const QString &id, const QString &newOwner, const QString &comment)
{
    if (const auto fault = domain::commentFault(comment, true); !fault)
        return core::ready<Operation>(fault.error());
    if (comment.trimmed().size() > 255)
        return core::ready<Operation>(core::fieldError(QStringLiteral("comment"),
            sayApprovals(
                QT_TRANSLATE_NOOP("Approvals", "Of a forwarded request a comment has at most 255 characters."))));
    if (newOwner.trimmed().isEmpty())
        return core::ready<Operation>(
            core::fieldError(QStringLiteral("to"), sayApprovals(QT_TRANSLATE_NOOP("Approvals", "Say to whom."))));
    return m_gate.once(id, [this, id, comment, to = newOwner.trimmed()] {
        return decide(m_source->waiting(id), OperationKind::ForwardRequest, comment, to);
    });
}

void Approvals::watch()
{
    if (m_timer.isActive())
        return;
    m_timer.start(std::chrono::minutes(1));
    poll();
}

void Approvals::refresh()
{
    m_source->forget();
    m_looksAgain = m_isLooking; // the one on its way began before
    poll();
}

void Approvals::poll()
{
    if (std::exchange(m_isLooking, true))
        return;
    core::whenDone<QList<Approval>>(pending(), this, [this](const Result<QList<Approval>> &all) {
        m_isLooking = false;
        if (std::exchange(m_looksAgain, false))
            return poll();
        if (!all)
            return Q_EMIT failed(all.error());
        m_seen = *all;
        m_seenAt = m_context.clock->now();
        Q_EMIT changed();
    });
}

} // namespace services
