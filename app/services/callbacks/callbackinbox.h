#pragma once
#include "core/async.h"
#include "domain/verification/verification.h"
#include "services/tenants/context.h"
#include <QHash>
#include <QObject>

namespace services {

struct TenantConnections;
class ResultApplier;
class SessionMonitor;

/// Applies the stored callbacks to their sessions, in the rhythm of the monitor. Thread: the GUI's or main.
class CallbackInbox : public QObject
{
    Q_OBJECT
public:
    CallbackInbox(TenantConnections &connections, Context &context, ResultApplier &applier, SessionMonitor &monitor);
    void poll();

private:
    void applied(const core::SessionId &id, qint64 sequence, bool isLast, const core::Result<domain::Session> &outcome);
    void giveUpOn(qint64 sequence, const core::SessionId &id, const core::Error &error);
    TenantConnections &m_connections;
    Context &m_context;
    ResultApplier &m_applier;
    SessionMonitor &m_monitor;
    QHash<qint64, int> m_faults; ///< how often each entry failed
    bool m_isReading = false;
};

} // namespace services
