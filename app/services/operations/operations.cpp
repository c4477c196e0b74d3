#include "services/operations/operations.h"
#include "core/killpoint.h"
#include "domain/text/messages.h"
#include "net/sailpoint/identities.h"
#include "net/sailpoint/identityactions.h"
#include "services/tenants/tenantconnections.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/verifier.h"
#include <QCoreApplication>
#include <QUuid>

// From the intent to the outcome; what it is asked about identities. Profiles: operationprofiles.cpp, the end:
// operationfollow.cpp.
namespace services {

using core::Async;
using core::ErrorCode;
using core::Result;
using domain::FollowBy;
using domain::Operation;
using domain::OperationKind;
using domain::OperationState;
using net::sailpoint::Accepted;

static QString sayOperations(const char *text)
{
    return QCoreApplication::translate("Operations", text);
}

Operations::Operations(TenantConnections &connections, Context &context, TenantSession &tenantSession, QObject *parent)
    : QObject(parent), m_connections(connections), m_context(context), m_tenantSession(tenantSession)
{
    connect(&context.ledger, &store::Ledger::operationsChanged, this, &Operations::changed);
    connect(&context.ledger, &store::Ledger::changedElsewhere, this, &Operations::changed);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Operations::onTimer);
}

Operations::~Operations()
{
    // Steps that are queued on the ledger's thread read this object: they run first.
    m_context.ledger.drain();
}

domain::AuditEvent Operations::event(const Operation &o, const QString &outcome) const
{
    domain::AuditEvent a;
    a.actor = m_context.operatorName;
    a.action = domain::operationKindKey(o.kind);
    a.tenant = o.tenant.str();
    a.subject = o.subjects.size() == 1 ? o.subjects.first() : o.id;
    a.outcome = outcome;
    a.data = {
        {QStringLiteral("operation"), o.id}, {QStringLiteral("subjects"), QJsonArray::fromStringList(o.subjects)}};
    if (!o.taskId.isEmpty())
        a.data.insert(QStringLiteral("task"), o.taskId);
    if (!o.trackingId.isEmpty())
        a.data.insert(QStringLiteral("trackingId"), o.trackingId);
    return a;
}

// No record, no call. The call is made once; without an answer the outcome is unknown, and is looked for, not repeated.
Async<Operation> Operations::submit(OperationKind kind, const QStringList &subjects, Call call, core::Instant basedOn)
{
    return perform(kind, subjects, FollowBy::Nothing, std::move(call), basedOn);
}

Async<Operation> Operations::perform(
    OperationKind kind, const QStringList &subjects, FollowBy followBy, Call call, core::Instant basedOn)
{
    if (m_connections.tenant.readOnly)
        return core::ready<Operation>(core::makeError(
            ErrorCode::Conflict, sayOperations(QT_TRANSLATE_NOOP("Operations", "This tenant is locked: read only."))));
    if (domain::isIdentityIq(m_connections.tenant) && !domain::isOfIdentityIq(kind))
        return core::ready<Operation>(domain::notAvailableWith(m_connections.tenant.product));
    Operation o;
    o.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    o.tenant = m_connections.tenant.id;
    o.kind = kind;
    o.subjects = subjects;
    o.followBy = followBy;
    o.operatorName = m_context.operatorName;
    o.createdAt = o.updatedAt = m_context.clock->now();
    o.basedOn = basedOn > 0 ? basedOn : o.createdAt;
    core::Deferred<Operation> out;
    ++m_asking;
    core::whenDone<Operation>(out.future(), this, [this](const Result<Operation> &) {
        if (--m_asking == 0)
            Q_EMIT idle();
    });
    core::whenDone<core::Unit>(m_context.ledger.addOperation(o, event(o, QStringLiteral("intent"))), this,
        [this, o, call, out](const core::Status &stored) {
            if (!stored)
                return out.resolve(stored.error());
            core::killPoint("operation-stored");
            core::whenDone<Accepted>(call(), this, [this, o, out](const Result<Accepted> &r) {
                core::killPoint("operation-answered");
                const bool isUnknown = !r && r.error().mayHaveReachedServer;
                // A synchronisation names a job that nothing public can be asked about.
                const bool isEndless = o.kind == OperationKind::SynchronizeAttributes ||
                                       (o.followBy == FollowBy::Task && r && r->taskId.isEmpty());
                const OperationState state = r && !r->isWhole ? OperationState::Failed
                                             : r              ? (isEndless                            ? OperationState::Submitted
                                                                    : o.followBy == FollowBy::Nothing ? OperationState::Done
                                                                                                      : OperationState::Asked)
                                             : isUnknown      ? OperationState::Unknown
                                                              : OperationState::Refused;
                // Accepted, and yet not all of it: said, not hidden behind a 200.
                const QString text = r ? (r->isWhole ? QString()
                                                     : sayOperations(QT_TRANSLATE_NOOP("Operations",
                                                           "SailPoint took the file, but not all of it.")))
                                       : domain::userMessage(r.error(), domain::Vendor::SailPoint).headline;
                const QString tracking = r ? r->trackingId : r.error().trackingId;
                core::whenDone<Operation>(finalize(o.id, state, text, r ? r->taskId : QString(), tracking, -1), this,
                    [this, out, r, isUnknown](const Result<Operation> &settled) {
                        follow();
                        if (!settled)
                            return out.resolve(settled.error());
                        // What may have been done is an operation to look after, not only an error.
                        if (!r && !isUnknown)
                            return out.resolve(r.error());
                        out.resolve(*settled);
                    });
            });
        });
    return out.future();
}

Async<Operation> Operations::finalize(const QString &id, OperationState state, const QString &text,
    const QString &taskId, const QString &trackingId, int percent)
{
    return m_context.ledger.changeOperation(
        id, [this, state, text, taskId, trackingId, percent](const Operation &now) -> Result<store::OperationStep> {
            store::OperationStep to{now, {}};
            const bool isNews = state != now.state;
            to.operation.state = state;
            if (!text.isEmpty())
                to.operation.text = text;
            if (!taskId.isEmpty())
                to.operation.taskId = taskId;
            if (!trackingId.isEmpty())
                to.operation.trackingId = trackingId;
            to.operation.percent = percent;
            if (isNews) {
                const bool isBad = state == OperationState::Refused || state == OperationState::Failed;
                to.audit = event(to.operation, isBad                              ? QStringLiteral("failed")
                                               : state == OperationState::Unknown ? QStringLiteral("unknown")
                                               : domain::isOver(state)            ? QStringLiteral("done")
                                                                                  : QStringLiteral("noted"));
                to.audit->data.insert(QStringLiteral("state"), domain::operationStateKey(state));
            }
            return to;
        });
}

Async<QJsonArray> Operations::identities(const LiveQuery &q)
{
    return net::sailpoint::identityPage(
        m_connections.api, {q.filters, q.sorters, q.uncorrelatedToo, q.offset, q.limit});
}
Async<QJsonObject> Operations::identity(const core::IdentityId &id)
{
    return net::sailpoint::getIdentity(m_connections.api, id);
}
Async<domain::Ownership> Operations::ownership(const core::IdentityId &id)
{
    return net::sailpoint::identityOwnership(m_connections.api, id);
}
Async<QList<domain::RoleAssignment>> Operations::roleAssignments(
    const core::IdentityId &id, const QString &roleId, const QString &roleName)
{
    return net::sailpoint::roleAssignments(m_connections.api, id, roleId, roleName);
}
Async<domain::RoleAssignment> Operations::roleAssignment(const core::IdentityId &id, const QString &assignment)
{
    return net::sailpoint::roleAssignment(m_connections.api, id, assignment);
}

Async<Operation> Operations::deleteIdentity(const core::IdentityId &id)
{
    return core::andThen<domain::Ownership>(ownership(id), this, [this, id](const domain::Ownership &owned) {
        if (owned.count() > 0)
            return core::ready<Operation>(core::makeError(ErrorCode::Conflict,
                sayOperations(QT_TRANSLATE_NOOP("Operations",
                    "This identity owns something. Give it to somebody else in SailPoint first; nothing was deleted.")),
                owned.text()));
        const auto run = perform(OperationKind::DeleteIdentity, {id.str()}, FollowBy::Gone,
            [this, id] { return net::sailpoint::deleteIdentity(m_connections.api, id); });
        // Gone is seen, not believed; the local copy learns it with the same read.
        return core::andThen<Operation>(run, this, [this](const Operation &o) { return poll(o); });
    });
}

Async<Operation> Operations::resetIdentity(const core::IdentityId &id)
{
    return perform(OperationKind::ResetIdentity, {id.str()}, FollowBy::Task,
        [this, id] { return net::sailpoint::resetIdentity(m_connections.api, id); });
}

Async<InvitePlan> Operations::planInvitation(const QList<core::IdentityId> &people)
{
    Async<InvitePlan> chain = core::ready<InvitePlan>(InvitePlan());
    for (const auto &id : people) {
        chain = core::andThen<InvitePlan>(chain, this, [this, id](const InvitePlan &so) {
            return core::mapped<InvitePlan, domain::Identity>(
                m_tenantSession.person(id), this, [so, id](const domain::Identity &p) -> Result<InvitePlan> {
                    InvitePlan next = so;
                    if (p.sailpointStatus.compare(QLatin1String("UNREGISTERED"), Qt::CaseInsensitive) == 0 ||
                        p.sailpointStatus.isEmpty())
                        next.people << id;
                    else
                        ++next.registered;
                    return next;
                });
        });
    }
    return chain;
}

Async<Operation> Operations::invite(const QList<core::IdentityId> &people)
{
    QStringList ids;
    for (const auto &id : people)
        ids << id.str();
    return perform(OperationKind::InviteIdentities, ids, FollowBy::Task,
        [this, people] { return net::sailpoint::inviteIdentities(m_connections.api, people); });
}

Async<QList<Operation>> Operations::process(const QList<core::IdentityId> &people)
{
    Async<QList<Operation>> chain = core::ready<QList<Operation>>(QList<Operation>());
    for (qsizetype from = 0; from < people.size(); from += 250) {
        const auto chunk = people.mid(from, 250);
        QStringList ids;
        for (const auto &id : chunk)
            ids << id.str();
        chain = core::andThen<QList<Operation>>(chain, this, [this, chunk, ids](const QList<Operation> &so) {
            return core::mapped<QList<Operation>, Operation>(
                perform(OperationKind::ProcessIdentities, ids, FollowBy::Task,
                    [this, chunk] { return net::sailpoint::processIdentities(m_connections.api, chunk); }),
                this, [so](const Operation &o) -> Result<QList<Operation>> { return so + QList<Operation>{o}; });
        });
    }
    return chain;
}

int Operations::secondsToSynchronize(const core::IdentityId &id) const
{
    const core::Instant left = m_lastSync.value(id.str(), -1) < 0
                                   ? 0
                                   : m_lastSync.value(id.str()) + 10 * core::secondMs - m_context.clock->now();
    return left <= 0 ? 0 : int((left + 999) / 1000);
}

Async<Operation> Operations::synchronize(const core::IdentityId &id)
{
    if (const int wait = secondsToSynchronize(id); wait > 0) {
        core::Error e = core::makeError(ErrorCode::RateLimited,
            sayOperations(QT_TRANSLATE_NOOP("Operations", "SailPoint takes this once in ten seconds for a person.")));
        e.retryAfter = std::chrono::seconds(wait);
        return core::ready<Operation>(e);
    }
    m_lastSync.insert(id.str(), m_context.clock->now());
    return perform(OperationKind::SynchronizeAttributes, {id.str()}, FollowBy::Nothing,
        [this, id] { return net::sailpoint::synchronizeAttributes(m_connections.api, id); });
}

Async<QList<domain::AuditRecord>> Operations::activity(const core::IdentityId &id)
{
    return core::andThen<QList<domain::Session>>(
        m_tenantSession.verifier().sessionsOf(id), this, [this, id](const QList<domain::Session> &sessions) {
            QStringList subjects{id.str()};
            for (const auto &s : sessions)
                subjects << s.id.str();
            return m_context.ledger.auditOf(m_connections.tenant.id, subjects.mid(0, 200), 200);
        });
}

Async<QList<Operation>> Operations::operations(bool onlyOpen)
{
    return m_context.ledger.operations(m_connections.tenant.id, onlyOpen);
}
Async<Operation> Operations::operation(const QString &id)
{
    return m_context.ledger.operation(m_connections.tenant.id, id);
}

} // namespace services
