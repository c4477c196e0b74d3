#pragma once
#include "core/async.h"
#include "domain/audit/audit.h"
#include "domain/operations/operation.h"
#include "services/tenants/context.h"
#include <QHash>
#include <QObject>
#include <QTimer>
#include <functional>

namespace services {

struct TenantConnections;
class IdentityDirectory;

/// What SailPoint was asked to do, from the intent to the task's end. Nothing is asked before its record is durable;
/// nothing is asked twice by itself. Errors: Conflict when the tenant is locked or something stands in the way, Storage
/// when it cannot be recorded, and the call's own. Thread: the GUI's or main.
class OperationTracker : public QObject
{
    Q_OBJECT
public:
    OperationTracker(
        TenantConnections &connections, Context &context, IdentityDirectory &directory, QObject *parent = nullptr);
    ~OperationTracker() override;

    using Call = std::function<core::Async<domain::Accepted>()>;
    /// Recorded first, asked once, over with its answer. `basedOn`: of a decision, UTC ms before what it decides about
    /// was asked for; Conflict when another process decided since.
    core::Async<domain::Operation> submit(
        domain::OperationKind kind, const QStringList &subjects, const Call &call, core::Instant basedOn = 0);
    /// The same for what ends later: `followBy` is what shows the end.
    core::Async<domain::Operation> perform(domain::OperationKind kind, const QStringList &subjects,
        domain::FollowBy followBy, const Call &call, core::Instant basedOn = 0);
    /// Looks for its end now.
    core::Async<domain::Operation> poll(const domain::Operation &operation);

    core::Async<QList<domain::Operation>> list(bool onlyOpen = false);
    core::Async<domain::Operation> operation(const QString &id);
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
    core::Async<domain::Operation> finalize(const QString &id, domain::OperationState state, const QString &text,
        const QString &taskId, const QString &trackingId, int percent);
    core::Async<domain::Operation> pollDeleted(const domain::Operation &operation);
    core::Async<domain::Operation> pollTask(const domain::Operation &operation);
    void afterTask(const domain::Operation &operation);
    void onTimer();
    domain::AuditEvent entry(const domain::Operation &o, const QString &outcome) const;

    TenantConnections &m_connections;
    Context &m_context;
    IdentityDirectory &m_directory;
    QHash<QString, core::Instant> m_pauses;
    QHash<QString, core::Instant> m_nextLooks;
    QTimer m_timer;
    bool m_isLooking = false;
    int m_asking = 0;
};

} // namespace services
