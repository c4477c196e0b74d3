#include "services/operations/identityoperations.h"
#include "net/sailpoint/identities.h"
#include "net/sailpoint/identityactions.h"
#include "services/identities/identitydirectory.h"
#include "services/operations/operationtracker.h"
#include "services/tenants/internal/tenantconnections.h"
#include "services/verification/sessions.h"
#include <QCoreApplication>

namespace services {

using core::Async;
using core::ErrorCode;
using core::Result;
using domain::FollowBy;
using domain::Operation;
using domain::OperationKind;

static QString sayOperations(const char *text)
{
    return QCoreApplication::translate("Operations", text);
}

IdentityOperations::IdentityOperations(TenantConnections &connections, Context &context, OperationTracker &tracker,
    IdentityDirectory &directory, Sessions &sessions, QObject *parent)
    : QObject(parent), m_connections(connections), m_context(context), m_tracker(tracker), m_directory(directory),
      m_sessions(sessions)
{
}

Async<domain::LiveIdentities> IdentityOperations::identities(const LiveQuery &q)
{
    return net::sailpoint::identityPage(
        m_connections.api, {q.filters, q.sorters, q.uncorrelatedToo, q.offset, q.limit});
}

Async<domain::LiveIdentity> IdentityOperations::identity(const core::IdentityId &id)
{
    return net::sailpoint::liveIdentity(m_connections.api, id);
}

Async<domain::Ownership> IdentityOperations::ownership(const core::IdentityId &id)
{
    return net::sailpoint::identityOwnership(m_connections.api, id);
}

Async<QList<domain::RoleAssignment>> IdentityOperations::roleAssignments(
    const core::IdentityId &id, const QString &roleId, const QString &roleName)
{
    return net::sailpoint::roleAssignments(m_connections.api, id, roleId, roleName);
}

Async<domain::RoleAssignment> IdentityOperations::roleAssignment(const core::IdentityId &id, const QString &assignment)
{
    return net::sailpoint::roleAssignment(m_connections.api, id, assignment);
}

Async<Operation> IdentityOperations::deleteIdentity(const core::IdentityId &id)
{
    return core::andThen<domain::Ownership>(ownership(id), this, [this, id](const domain::Ownership &owned) {
        if (owned.count() > 0)
            return core::ready<Operation>(core::makeError(ErrorCode::Conflict,
                sayOperations(QT_TRANSLATE_NOOP("Operations",
                    "This identity owns something. Give it to somebody else in SailPoint first; nothing was deleted.")),
                owned.text()));
        const auto run = m_tracker.perform(OperationKind::DeleteIdentity, {id.str()}, FollowBy::Gone,
            [this, id] { return net::sailpoint::deleteIdentity(m_connections.api, id); });
        // Gone is seen, not believed; the local copy learns it with the same read.
        return core::andThen<Operation>(run, this, [this](const Operation &o) { return m_tracker.poll(o); });
    });
}

Async<Operation> IdentityOperations::resetIdentity(const core::IdentityId &id)
{
    return m_tracker.perform(OperationKind::ResetIdentity, {id.str()}, FollowBy::Task,
        [this, id] { return net::sailpoint::resetIdentity(m_connections.api, id); });
}

Async<InvitePlan> IdentityOperations::planInvitation(const QList<core::IdentityId> &people)
{
    Async<InvitePlan> chain = core::ready<InvitePlan>(InvitePlan());
    for (const auto &id : people) {
        chain = core::andThen<InvitePlan>(chain, this, [this, id](const InvitePlan &so) {
            return core::mapped<InvitePlan, domain::Identity>(
                m_directory.person(id), this, [so, id](const domain::Identity &p) -> Result<InvitePlan> {
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

Async<Operation> IdentityOperations::invite(const QList<core::IdentityId> &people)
{
    QStringList ids;
    for (const auto &id : people)
        ids << id.str();
    return m_tracker.perform(OperationKind::InviteIdentities, ids, FollowBy::Task,
        [this, people] { return net::sailpoint::inviteIdentities(m_connections.api, people); });
}

Async<QList<Operation>> IdentityOperations::process(const QList<core::IdentityId> &people)
{
    Async<QList<Operation>> chain = core::ready<QList<Operation>>(QList<Operation>());
    for (qsizetype from = 0; from < people.size(); from += 250) {
        const auto chunk = people.mid(from, 250);
        QStringList ids;
        for (const auto &id : chunk)
            ids << id.str();
        chain = core::andThen<QList<Operation>>(chain, this, [this, chunk, ids](const QList<Operation> &so) {
            return core::mapped<QList<Operation>, Operation>(
                m_tracker.perform(OperationKind::ProcessIdentities, ids, FollowBy::Task,
                    [this, chunk] { return net::sailpoint::processIdentities(m_connections.api, chunk); }),
                this, [so](const Operation &o) -> Result<QList<Operation>> { return so + QList<Operation>{o}; });
        });
    }
    return chain;
}

int IdentityOperations::secondsToSynchronize(const core::IdentityId &id) const
{
    const core::Instant left = m_lastSync.value(id.str(), -1) < 0
                                   ? 0
                                   : m_lastSync.value(id.str()) + 10 * core::secondMs - m_context.clock->now();
    return left <= 0 ? 0 : int((left + 999) / 1000);
}

Async<Operation> IdentityOperations::synchronize(const core::IdentityId &id)
{
    if (const int wait = secondsToSynchronize(id); wait > 0) {
        core::Error e = core::makeError(ErrorCode::RateLimited,
            sayOperations(QT_TRANSLATE_NOOP("Operations", "SailPoint takes this once in ten seconds for a person.")));
        e.retryAfter = std::chrono::seconds(wait);
        return core::ready<Operation>(e);
    }
    m_lastSync.insert(id.str(), m_context.clock->now());
    return m_tracker.perform(OperationKind::SynchronizeAttributes, {id.str()}, FollowBy::Nothing,
        [this, id] { return net::sailpoint::synchronizeAttributes(m_connections.api, id); });
}

Async<QList<domain::AuditRecord>> IdentityOperations::activity(const core::IdentityId &id)
{
    return core::andThen<QList<domain::Session>>(
        m_sessions.of(id), this, [this, id](const QList<domain::Session> &sessions) {
            QStringList subjects{id.str()};
            for (const auto &s : sessions)
                subjects << s.id.str();
            return m_context.ledger->audit().latestAbout(m_connections.tenant.id, subjects.mid(0, 200), 200);
        });
}

} // namespace services
