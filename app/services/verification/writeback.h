#pragma once
#include "core/async.h"
#include "domain/operations/operation.h"
#include "domain/verification/writeback/writeback.h"
#include "services/tenants/context.h"
#include "services/verification/resultwriter.h"
#include <QHash>
#include <QObject>

namespace services {

struct TenantConnections;
class IdentityDirectory;

/// Brings a result into SailPoint by the tenant's strategy and proves it by reading back. Thread: the GUI's or main.
class WriteBack : public QObject
{
    Q_OBJECT
public:
    WriteBack(TenantConnections &connections, Context &context, IdentityDirectory &directory);
    ~WriteBack() override;

    domain::WriteBackPlan plan(const domain::Session &session) const;
    /// The next step of a session whose write-back is not final. `isConfirmed`: the operator has seen the plan.
    void advance(const domain::Session &session, bool isConfirmed);
    /// After a refusal or "not stored": plans the same change anew.
    core::Async<domain::Session> retry(const core::SessionId &id) { return replan(id, false); }
    /// The same for a result that was written once, or was never to be, and that SailPoint does not show now.
    core::Async<domain::Session> again(const core::SessionId &id) { return replan(id, true); }

    /// When this process last read the session's person without seeing the result; nothing: it has not looked.
    std::optional<core::Instant> lookedAt(const core::SessionId &id) const;

    /// What sends; also the workflow of an operator.
    ResultWriter &writer() { return m_writer; }

private:
    core::Async<domain::Session> replan(const core::SessionId &id, bool evenWritten);
    void send(const domain::Session &session);
    void readBack(const domain::Session &session);
    void followTask(const domain::Session &session);
    /// Moves the write-back of a session only from one of `from`: another process may have been quicker.
    core::Async<domain::Session> mark(const core::SessionId &id, const QList<domain::WriteBackState> &from,
        domain::WriteBackState to, const QString &detail, const QString &auditOutcome, const QString &trackingId = {});

    TenantConnections &m_connections;
    Context &m_context;
    IdentityDirectory &m_directory;
    ResultWriter m_writer;
    QHash<QString, core::Instant> m_nextRead;
    QHash<QString, core::Instant> m_looked;
    QSet<QString> m_busy;
    QSet<QString> m_repairs; ///< sessions whose result was there before: only the whole of it counts
};

} // namespace services
