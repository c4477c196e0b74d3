#pragma once
#include "core/async.h"
#include "domain/audit/audit.h"
#include "domain/operations/operation.h"
#include "services/tenants/context.h"
#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QTimer>
#include <functional>

namespace net::sailpoint {
struct Accepted;
}

namespace services {

struct TenantConnections;
class TenantSession;

/// Who is invited, and who is left out because they have registered already.
struct InvitePlan
{
    QList<core::IdentityId> people;
    int registered = 0;
};

struct ImportOutcome
{
    domain::Operation operation;
    QStringList imported; ///< names
    QStringList faults;   ///< SailPoint's sentences, of an import that was accepted in part
    QString backup;       ///< file with what stood there before; empty when nothing was overwritten
};

/// What SailPoint is asked to do to identities and identity profiles, from the intent to the task's end. Nothing is
/// asked before its record is durable; nothing is asked twice by itself. Errors: Conflict when the tenant is locked or
/// something stands in the way, Storage when it cannot be recorded, and the call's own. Thread: the GUI's or main.
class Operations : public QObject
{
    Q_OBJECT
public:
    Operations(
        TenantConnections &connections, Context &context, TenantSession &tenantSession, QObject *parent = nullptr);
    ~Operations() override;

    // Identities.
    struct LiveQuery
    {
        QString filters, sorters;
        bool uncorrelatedToo = false;
        int offset = 0, limit = 250;
    };
    /// As SailPoint holds them now; one page. Rejected for a filter that it does not know.
    core::Async<QJsonArray> identities(const LiveQuery &query);
    core::Async<QJsonObject> identity(const core::IdentityId &id);
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

    // Identity profiles; objects as SailPoint sends them.
    core::Async<QJsonArray> profiles();
    core::Async<QJsonArray> identityAttributes();
    /// Names of IdentityIQ's identity attributes.
    core::Async<QStringList> identityIqAttributes();
    core::Async<QJsonObject> profile(const QString &id);
    core::Async<QJsonObject> source(const QString &id);
    core::Async<QJsonArray> exportProfiles(const QString &id = {});
    core::Async<QJsonObject> defaultConfig(const QString &id);
    core::Async<QJsonObject> preview(const core::IdentityId &person, const QJsonObject &attributeConfig);
    core::Async<QJsonArray> lifecycleStates(const QString &id);
    core::Async<domain::Operation> createProfile(const QJsonObject &profile);
    /// Conflict when the profile is no longer as `expectedModified` says.
    core::Async<domain::Operation> updateProfile(
        const QString &id, const QJsonArray &patch, const QString &expectedModified);
    core::Async<domain::Operation> deleteProfiles(const QStringList &ids);
    /// What it overwrites is exported to the data folder first.
    core::Async<ImportOutcome> importProfiles(const QJsonArray &objects);
    /// Conflict when SailPoint does not mark the profile as needing it.
    core::Async<domain::Operation> refreshProfile(const QString &id);

    /// As text; Conflict when SailPoint has one of this name.
    core::Async<domain::Operation> createAttribute(const QJsonObject &attribute);

    /// What other services ask SailPoint for, in the same way: recorded first, asked once, over with its answer.
    /// `basedOn`: of a decision, UTC ms before what it decides about was asked for; Conflict when another process
    /// decided since.
    core::Async<domain::Operation> submit(domain::OperationKind kind, const QStringList &subjects,
        std::function<core::Async<net::sailpoint::Accepted>()> call, core::Instant basedOn = 0);

    core::Async<QList<domain::Operation>> operations(bool onlyOpen = false);
    core::Async<domain::Operation> operation(const QString &id);
    /// This console's audit records about a person, newest first, at most 200.
    core::Async<QList<domain::AuditRecord>> activity(const core::IdentityId &id);
    /// A call is on its way: its answer would be lost with this object.
    bool isAsking() const { return m_asking > 0; }
    /// Asks after everything that is open, now and in growing pauses.
    void follow();

Q_SIGNALS:
    void changed();
    void idle();
    /// The local copy is behind in a way that only a full copy mends.
    void copyIsStale();

private:
    using Call = std::function<core::Async<net::sailpoint::Accepted>()>;
    /// Intent, call, outcome. `after` is what shows the end.
    core::Async<domain::Operation> perform(domain::OperationKind kind, const QStringList &subjects,
        domain::FollowBy followBy, Call call, core::Instant basedOn = 0);
    core::Async<domain::Operation> finalize(const QString &id, domain::OperationState state, const QString &text,
        const QString &taskId, const QString &trackingId, int percent);
    core::Async<domain::Operation> poll(const domain::Operation &operation);
    void onTimer();
    core::Async<QString> backup(const QJsonArray &objects);
    domain::AuditEvent event(const domain::Operation &o, const QString &outcome) const;

    TenantConnections &m_connections;
    Context &m_context;
    TenantSession &m_tenantSession;
    QHash<QString, core::Instant> m_lastSync;
    QHash<QString, core::Instant> m_pauses;
    QHash<QString, core::Instant> m_nextLooks;
    QTimer m_timer;
    bool m_isLooking = false;
    int m_asking = 0;
};

} // namespace services
