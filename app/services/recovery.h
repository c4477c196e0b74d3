#pragma once
#include "core/async.h"
#include "core/secret.h"
#include "domain/identity.h"
#include "domain/recovery.h"
#include "services/context.h"
#include <QObject>

namespace domain {
struct AuditEvent;
}

namespace services {

struct Runtime;
class Workspace;

struct ResetRequest
{
    domain::ResetVia via = domain::ResetVia::WorkEmail;
    QString sourceName;      ///< SailPoint's sourceName; empty: null
    QString expectedAddress; ///< what the operator saw and confirmed; refused when the directory holds another by now
    QString contactReason;   ///< why a contact that changed lately, or whose age is not known, is used all the same
};

/// What follows a verification: the caller is bound, the password-reset mail is asked for, a held result is decided by
/// a second person. Every step goes through domain::recoveryGate() or the state machine inside the ledger's transaction.
/// Thread: the GUI's or main.
class Recovery : public QObject
{
    Q_OBJECT
public:
    Recovery(Runtime &runtime, Context &context, Workspace &workspace);

    core::Async<domain::Gate> gate(const core::SessionId &id);
    /// The caller read back the code. Rejected for a wrong one (five tries), Conflict when the session has none.
    core::Async<domain::Session> bindByCode(const core::SessionId &id, const QString &code);
    /// The caller scanned the QR code in front of the operator.
    core::Async<domain::Session> bindByQr(const core::SessionId &id);
    /// Reads the person from SailPoint, checks the gate, records the intent, sends once. Errors: Conflict with the
    /// obstacle's sentence; an answer that never came leaves the state "unknown" and is not tried again.
    core::Async<domain::Session> sendReset(const core::SessionId &id, const ResetRequest &request);

    /// A second person decides, with an own SailPoint client that is used once and never stored. Usage (comment),
    /// Conflict (not held, nothing to accept, no operator registered, the same person), Unauthorized.
    core::Async<domain::Session> review(const core::SessionId &id, bool isAccepted, const QString &comment, const core::SecretPtr &clientId, const core::SecretPtr &clientSecret);
    /// The SailPoint identity of whoever sits here; empty while none is registered.
    core::Async<QString> operatorIdentity();
    /// Proven by an own personal access token, used once: nobody registers somebody else.
    core::Async<QString> registerOperator(const core::SecretPtr &clientId, const core::SecretPtr &clientSecret);

private:
    void post(const domain::Session &session, const ResetRequest &request, const core::Deferred<domain::Session> &out);
    core::Async<domain::Session> bind(const core::SessionId &id, const QString &how);
    domain::AuditEvent event(const domain::Session &s, const QString &action, const QString &outcome) const;
    QString operatorSetting(const QString &operatorName) const;
    core::Async<QString> iiqIdentityBehind(const core::SecretPtr &userName, const core::SecretPtr &password);
    core::Async<QString> identityBehind(const core::SecretPtr &clientId, const core::SecretPtr &clientSecret);

    Runtime &m_runtime;
    Context &m_context;
    Workspace &m_workspace;
};

/// Why the gate is closed, in a sentence; empty when it is open.
QString gateSentence(const domain::Gate &gate);

} // namespace services
