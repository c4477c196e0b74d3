#pragma once
#include "core/async.h"
#include "core/secret.h"
#include "domain/identities/identity.h"
#include "domain/recovery/recovery.h"
#include "services/readiness/signin.h"
#include "services/recovery/accountactivity.h"
#include "services/recovery/callerbinding.h"
#include "services/recovery/gatereader.h"
#include "services/recovery/passwordreset.h"
#include "services/recovery/secondpersondecisions.h"
#include <QObject>

namespace services {

struct TenantConnections;
class TenantSession;

/// What follows a verification: the caller is bound, the password-reset mail is asked for, a held result is decided by
/// a second person. Every step goes through domain::recoveryGate() or the state machine inside the ledger's
/// transaction. Thread: the GUI's or main.
class Recovery : public QObject
{
    Q_OBJECT
public:
    Recovery(TenantConnections &connections, Context &context, TenantSession &tenantSession);

    core::Async<domain::RecoveryGate> gate(const core::SessionId &id);
    /// What counts as an active account here; "active" for every profile until something else is set.
    core::Async<domain::ActivityTable> activityTable();
    /// Usage with the place. Recorded.
    core::Async<core::Unit> setActivityTable(const domain::ActivityTable &table);
    /// A second person signs in and says that the account may be recovered although it is not known to be active. As
    /// review().
    core::Async<domain::Session> acceptActivity(const core::SessionId &id, const QString &comment,
        const core::SecretPtr &clientId, const core::SecretPtr &clientSecret);
    /// A second person signs in and says that the present time is right although the log lies ahead. Recorded.
    core::Async<core::Unit> acceptClock(
        const QString &comment, const core::SecretPtr &clientId, const core::SecretPtr &clientSecret);
    /// The caller read back the code. Rejected for a wrong one (five tries; the text says how many are left), Conflict
    /// when the session has none.
    core::Async<domain::Session> bindByCode(const core::SessionId &id, const QString &code);
    /// The caller scanned the QR code in front of the operator. Conflict when no code of it is on a screen of this
    /// process.
    core::Async<domain::Session> bindByQr(const core::SessionId &id);
    /// Reads the person from SailPoint, checks the gate, records the intent, sends once. Errors: Conflict with the
    /// obstacle's sentence; an answer that never came leaves the state "unknown" and is not tried again.
    core::Async<domain::Session> sendReset(const core::SessionId &id, const ResetRequest &request);

    /// A second person decides, with an own SailPoint client that is used once and never stored. Usage (comment),
    /// Conflict (not held, nothing to accept, no operator registered, the same person), Unauthorized.
    core::Async<domain::Session> review(const core::SessionId &id, bool isAccepted, const QString &comment,
        const core::SecretPtr &clientId, const core::SecretPtr &clientSecret);
    /// The SailPoint identity of whoever sits here; empty while none is registered.
    core::Async<QString> operatorIdentity();
    /// Proven by an own personal access token, used once: nobody registers somebody else.
    core::Async<QString> registerOperator(const core::SecretPtr &clientId, const core::SecretPtr &clientSecret);

private:
    TenantConnections &m_connections;
    Context &m_context;
    SignIn m_signIn;
    AccountActivity m_activity;
    GateReader m_gate;
    CallerBinding m_binding;
    PasswordReset m_reset;
    SecondPersonDecisions m_decisions;
};

} // namespace services
