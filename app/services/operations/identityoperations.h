#pragma once
#include "core/async.h"
#include "domain/audit/audit.h"
#include "domain/identities/liveidentity.h"
#include "domain/operations/operation.h"
#include "services/tenants/context.h"
#include <QHash>
#include <QObject>

namespace services {

struct TenantConnections;
class IdentityDirectory;
class OperationTracker;
class Sessions;

/// Who is invited, and who is left out because they have registered already.
struct InvitePlan
{
    QList<core::IdentityId> people;
    int registered = 0;
};

/// What SailPoint knows of identities now, and what it is asked to do to them; each change is an operation of the
/// tracker. Thread: the GUI's or main.
class IdentityOperations : public QObject
{
    Q_OBJECT
public:
    IdentityOperations(TenantConnections &connections, Context &context, OperationTracker &tracker,
        IdentityDirectory &directory, Sessions &sessions, QObject *parent = nullptr);

    struct LiveQuery
    {
        QString filters, sorters;
        bool uncorrelatedToo = false;
        int offset = 0, limit = 250;
    };
    /// As SailPoint holds them now; one page. Rejected for a filter that it does not know.
    core::Async<domain::LiveIdentities> identities(const LiveQuery &query);
    core::Async<domain::LiveIdentity> identity(const core::IdentityId &id);
    core::Async<domain::Ownership> ownership(const core::IdentityId &id);
    core::Async<QList<domain::RoleAssignment>> roleAssignments(
        const core::IdentityId &id, const QString &roleId = {}, const QString &roleName = {});
    core::Async<domain::RoleAssignment> roleAssignment(const core::IdentityId &id, const QString &assignment);
    /// Reads the ownership first: Conflict with what has to be reassigned in `detail`, and nothing is asked.
    core::Async<domain::Operation> deleteIdentity(const core::IdentityId &id);
    core::Async<domain::Operation> resetIdentity(const core::IdentityId &id);
    core::Async<InvitePlan> planInvitation(const QList<core::IdentityId> &people);
    /// Empty: everyone who was not invited yet.
    core::Async<domain::Operation> invite(const QList<core::IdentityId> &people);
    /// Chunks of 250; one operation each.
    core::Async<QList<domain::Operation>> process(const QList<core::IdentityId> &people);
    /// RateLimited with the seconds to wait within 10 s of the last one for this person.
    core::Async<domain::Operation> synchronize(const core::IdentityId &id);
    /// Seconds until synchronize() is allowed again; 0 when it is.
    int secondsToSynchronize(const core::IdentityId &id) const;
    /// This console's audit records about a person, newest first, at most 200.
    core::Async<QList<domain::AuditRecord>> activity(const core::IdentityId &id);

private:
    TenantConnections &m_connections;
    Context &m_context;
    OperationTracker &m_tracker;
    IdentityDirectory &m_directory;
    Sessions &m_sessions;
    QHash<QString, core::Instant> m_lastSync;
};

} // namespace services
