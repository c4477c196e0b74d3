#pragma once
#include "services/tenants/context.h"
#include <QObject>
#include <memory>

namespace services {

struct TenantConnections;
class CallbackInbox;
class IdentityDirectory;
class InvitationLinks;
class ResultApplier;
class SessionControl;
class SessionMonitor;
class SessionOverlays;
class SessionStarter;
class Sessions;
class WriteBack;

/// The verifications of one tenant: builds, owns and ends what starts them, watches them and decides on their results.
/// A session is a row of the ledger advanced by domain::next(); this object may die at any point and the next one goes
/// on. Thread: the GUI's or main.
class Verifier : public QObject
{
    Q_OBJECT
public:
    Verifier(TenantConnections &connections, Context &context, IdentityDirectory &directory, SessionOverlays &overlays);
    ~Verifier() override;

    Sessions &sessions() { return *m_sessions; }
    SessionStarter &starter() { return *m_starter; }
    SessionControl &control() { return *m_control; }
    SessionMonitor &monitor() { return *m_monitor; }
    InvitationLinks &links() { return *m_links; }
    WriteBack &writeBack() { return *m_writeBack; }

private:
    Context &m_context;
    std::unique_ptr<Sessions> m_sessions;
    std::unique_ptr<InvitationLinks> m_links;
    std::unique_ptr<WriteBack> m_writeBack;
    std::unique_ptr<ResultApplier> m_applier;
    std::unique_ptr<SessionControl> m_control;
    std::unique_ptr<SessionStarter> m_starter;
    std::unique_ptr<SessionMonitor> m_monitor;
    std::unique_ptr<CallbackInbox> m_inbox;
};

} // namespace services
