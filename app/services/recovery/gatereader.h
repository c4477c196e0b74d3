#pragma once
#include "core/async.h"
#include "core/ids.h"
#include "domain/recovery/recovery.h"
#include "domain/verification/sessionstep.h"
#include <QObject>

namespace services {

class AccountActivity;
struct ActivitySeen;
struct Context;
class SignIn;
struct TenantConnections;
class TenantSession;

/// What domain::recoveryGate() is asked with, and its answer. Thread: the GUI's or main.
class GateReader : public QObject
{
    Q_OBJECT
public:
    /// All of them live longer.
    GateReader(TenantConnections &connections, Context &context, TenantSession &tenantSession,
        AccountActivity &activity, SignIn &signIn, QObject *parent = nullptr);
    ~GateReader() override;

    core::Async<domain::RecoveryGate> gate(const core::SessionId &id);
    /// Of what is stored; which differences hold a result is not among it. Thread: any.
    domain::GateFacts facts(
        const domain::SessionFacts &stored, const QString &principal, const ActivitySeen &seen) const;

private:
    core::Async<domain::RecoveryGate> gateBy(
        const core::SessionId &id, const ActivitySeen &seen, const QString &principal);

    TenantConnections &m_connections;
    Context &m_context;
    TenantSession &m_tenantSession;
    AccountActivity &m_activity;
    SignIn &m_signIn;
};

/// Why the gate is closed, in a sentence; empty when it is open.
QString gateSentence(const domain::RecoveryGate &gate);

} // namespace services
