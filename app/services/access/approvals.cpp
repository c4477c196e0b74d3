#include "services/access/approvals.h"
#include "domain/text/strictjson.h"
#include "services/access/approvalsource.h"
#include "services/operations/operations.h"
#include "services/reverification/reverification.h"
#include "services/tenants/tenantconnections.h"
#include "services/tenantsession/tenantsession.h"
#include <QCoreApplication>
#include <QJsonDocument>

namespace services {

using core::Async;
using core::ErrorCode;
using core::Result;
using core::Unit;
using domain::AccessRequirements;
using domain::AccessReview;
using domain::Approval;
using domain::Eligibility;
using domain::Operation;
using domain::OperationKind;

static QString sayApprovals(const char *text)
{
    return QCoreApplication::translate("Approvals", text);
}

Approvals::Approvals(TenantConnections &connections, Context &context, Operations &operations,
    TenantSession &tenantSession, QObject *parent)
    : QObject(parent), m_connections(connections), m_context(context), m_operations(operations),
      m_tenantSession(tenantSession), m_source(makeApprovalSource(connections, context, nullptr))
{
    connect(&m_timer, &QTimer::timeout, this, &Approvals::poll);
}

Approvals::~Approvals() = default;

QString Approvals::settingName() const
{
    return QStringLiteral("access-requirements:") + m_connections.tenant.id.str();
}
Async<QList<Approval>> Approvals::pending()
{
    return m_source->pending();
}
Async<QList<AccessReview>> Approvals::reviews()
{
    return m_source->reviews();
}
Async<std::optional<domain::ApprovalSummary>> Approvals::summary()
{
    return m_source->summary();
}
Async<QList<domain::ApprovalStep>> Approvals::history(const Approval &a)
{
    return m_source->history(a);
}
QString Approvals::reviewObstacle(OperationKind kind, const AccessReview &r) const
{
    return m_source->reviewObstacle(kind, r);
}
QString Approvals::remark() const
{
    return m_source->remark();
}

static ApprovalVerb verbOf(OperationKind kind)
{
    return kind == OperationKind::ApproveRequest ? ApprovalVerb::Approve
           : kind == OperationKind::DenyRequest  ? ApprovalVerb::Deny
                                                 : ApprovalVerb::Forward;
}
QString Approvals::obstacle(OperationKind kind, const Approval &a) const
{
    return m_source->obstacle(verbOf(kind), a);
}

Async<Eligibility> Approvals::eligibility(const Approval &a)
{
    return core::andThen<AccessRequirements>(requirements(), this, [this, a](const AccessRequirements &all) {
        const auto wanted = domain::requirementFor(all, a);
        if (!wanted)
            return core::ready<Eligibility>(Eligibility{true, {}});
        // How long a verification lasts is known, or nobody stands well enough.
        const auto read = core::andThen<Unit>(m_tenantSession.reverification().load(), this,
            [this, a](Unit) { return m_tenantSession.refresh(a.forId); });
        return core::mapped<Eligibility, domain::Identity>(
            read, this, [this, wanted](const domain::Identity &person) -> Result<Eligibility> {
                return domain::eligibilityFor(person, *wanted, m_context.clock->now());
            });
    });
}

// Whoever decides in another approver's name is named beside them, before anything is asked.
Async<Unit> Approvals::recordName(const QString &id, const QString &approver)
{
    if (approver.isEmpty())
        return core::ready<Unit>(
            core::makeError(ErrorCode::Internal, QStringLiteral("Nobody is named as the approver.")));
    domain::AuditEvent e;
    e.actor = m_context.operatorName;
    e.action = QStringLiteral("approval.in-name-of");
    e.tenant = m_connections.tenant.id.str();
    e.subject = id;
    e.outcome = QStringLiteral("intent");
    e.data = {{QStringLiteral("approver"), approver}};
    return m_context.ledger.audit(e);
}

Async<Operation> Approvals::once(const QString &id, std::function<Async<Operation>()> decision)
{
    if (m_deciding.contains(id))
        return core::ready<Operation>(core::makeError(ErrorCode::Conflict,
            sayApprovals(QT_TRANSLATE_NOOP("Approvals", "A decision about it is on its way already."))));
    m_deciding.insert(id);
    core::Deferred<Operation> out;
    core::whenDone<Operation>(decision(), this, [this, id, out](const Result<Operation> &r) {
        m_deciding.remove(id);
        out.resolve(r);
    });
    return out.future();
}

Async<Operation> Approvals::decide(
    const Async<Approval> &waiting, OperationKind kind, const QString &comment, const QString &to)
{
    const core::Instant basedOn = m_context.clock->now();
    return core::andThen<Approval>(waiting, this, [this, kind, comment, to, basedOn](const Approval &a) {
        if (const QString why = obstacle(kind, a); !why.isEmpty())
            return core::ready<Operation>(core::makeError(ErrorCode::Conflict, why));
        const auto recorded = a.isForeign ? recordName(a.id, m_source->decider(a)) : core::ready<Unit>(core::ok());
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
    return once(id, [this, id, comment] { return decide(enough(id), OperationKind::ApproveRequest, comment); });
}

// Still waiting, and the person has what the console's table asks for.
Async<Approval> Approvals::enough(const QString &id)
{
    return core::andThen<Approval>(m_source->waiting(id), this, [this](const Approval &a) {
        return core::mapped<Approval, Eligibility>(eligibility(a), this, [a](const Eligibility &s) -> Result<Approval> {
            if (s.isEnough)
                return a;
            core::Error e = core::makeError(ErrorCode::Conflict,
                sayApprovals(QT_TRANSLATE_NOOP("Approvals", "%1 cannot have “%2” yet: %3. Verify first."))
                    .arg(a.forName, a.access, s.why));
            e.field = QStringLiteral("verify-first");
            return e;
        });
    });
}

Async<Operation> Approvals::deny(const QString &id, const QString &comment)
{
    if (const auto fault = domain::commentFault(comment, true); !fault)
        return core::ready<Operation>(fault.error());
    return once(id, [this, id, comment] { return decide(m_source->waiting(id), OperationKind::DenyRequest, comment); });
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
    return once(id, [this, id, comment, to = newOwner.trimmed()] {
        return decide(m_source->waiting(id), OperationKind::ForwardRequest, comment, to);
    });
}

Async<Operation> Approvals::decideReview(OperationKind kind, const QString &id, const QString &comment)
{
    if (const auto fault = domain::commentFault(comment, kind == OperationKind::DenyReview); !fault)
        return core::ready<Operation>(fault.error());
    // As it stands now: whose it is, and whether it is still open.
    return once(id, [this, kind, id, comment] {
        const core::Instant basedOn = m_context.clock->now();
        return core::andThen<AccessReview>(
            m_source->openReview(id), this, [this, kind, comment, basedOn](const AccessReview &r) {
                if (const QString why = m_source->reviewObstacle(kind, r); !why.isEmpty())
                    return core::ready<Operation>(core::makeError(ErrorCode::Conflict, why));
                const auto recorded = r.isForeign ? recordName(r.id, r.reviewerId) : core::ready<Unit>(core::ok());
                return core::andThen<Unit>(recorded, this, [this, kind, r, comment, basedOn](Unit) {
                    return m_operations.submit(
                        kind, {r.id},
                        [this, kind, r, comment] { return m_source->decideReview(kind, r, comment.trimmed()); },
                        basedOn);
                });
            });
    });
}

Async<AccessRequirements> Approvals::requirements()
{
    return core::mapped<AccessRequirements, QString>(
        m_context.ledger.setting(settingName()), this, [](const QString &text) -> Result<AccessRequirements> {
            return domain::readSetting(text, AccessRequirements(), domain::requirementsFromJson,
                {sayApprovals(QT_TRANSLATE_NOOP("Approvals", "What people need before they get some access")),
                    sayApprovals(QT_TRANSLATE_NOOP(
                        "Approvals", "Approvals, Requirements…, or idvctl approvals requirements FILE"))});
        });
}

Async<Unit> Approvals::setRequirements(const AccessRequirements &wanted)
{
    if (const auto fault = domain::validate(wanted); !fault)
        return core::ready<Unit>(fault);
    domain::AuditEvent a;
    a.actor = m_context.operatorName;
    a.action = QStringLiteral("access-requirements.change");
    a.tenant = a.subject = m_connections.tenant.id.str();
    a.outcome = QStringLiteral("done");
    a.data = {{QStringLiteral("after"), domain::toJson(wanted)}};
    const auto stored = m_context.ledger.setSetting(
        settingName(), QString::fromUtf8(QJsonDocument(domain::toJson(wanted)).toJson(QJsonDocument::Compact)), a);
    core::whenDone<Unit>(stored, this, [this](const core::Status &r) {
        if (r)
            Q_EMIT changed();
    });
    return stored;
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
