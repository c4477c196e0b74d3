#pragma once
#include "core/async.h"
#include "core/secret.h"
#include "domain/identities/identity.h"
#include "domain/recovery/recovery.h"
#include "services/readiness/signin.h"
#include <QHash>
#include <QObject>

namespace domain {
struct AuditEvent;
}
namespace store {
struct SessionFacts;
struct SessionStep;
} // namespace store

namespace services {

struct TenantConnections;
class TenantSession;

struct ResetRequest
{
    domain::ResetVia via = domain::ResetVia::WorkEmail;
    QString sourceName;      ///< SailPoint's sourceName; empty: null
    QString expectedAddress; ///< what the operator saw and confirmed; refused when the directory holds another by now
    QString contactReason;   ///< why a contact that changed lately, or whose age is not known, is used all the same
};

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
    void post(const domain::Session &session, const ResetRequest &request, const core::Deferred<domain::Session> &out);
    struct ActivitySeen
    {
        std::optional<domain::Activity> activity; ///< nothing while it was not asked
        QString mark;                             ///< of the words it was read from
    };
    struct Asked ///< before the transaction that decides
    {
        ActivitySeen seen;
        QString principal;
        QStringList heldDifferences;
    };
    core::Async<domain::Session> sendOnce(
        const core::SessionId &id, const ResetRequest &request, const domain::Identity &person, const Asked &asked);
    std::optional<core::Error> contactFault(
        const domain::Identity &person, const domain::ContactHistory &history, const ResetRequest &request) const;
    core::Async<domain::RecoveryGate> gateBy(
        const core::SessionId &id, const ActivitySeen &seen, const QString &principal);
    domain::GateFacts gateFacts(
        const store::SessionFacts &facts, const QString &principal, const ActivitySeen &seen) const;
    core::Async<domain::Session> noteActivity(
        const core::SessionId &id, const QJsonObject &detail, const QString &comment);
    core::Async<QString> identityState(const domain::Identity &person);
    core::Async<domain::Session> compareCode(const core::SessionId &id, const QByteArray &given);
    core::Async<domain::Session> decided(
        const core::SessionId &id, bool isAccepted, const QString &comment, const QString &reviewer);
    core::Result<store::SessionStep> bindStep(const store::SessionFacts &facts, const QString &how) const;
    core::Async<domain::Session> bind(const core::SessionId &id, const QString &how);
    QString activitySetting() const;
    domain::AuditEvent event(const domain::Session &s, const QString &action, const QString &outcome) const;

    TenantConnections &m_connections;
    Context &m_context;
    TenantSession &m_tenantSession;
    SignIn m_signIn;
    QHash<QString, QString> m_identityStates; ///< SailPoint's word for the person's lifecycle state, by session
};

/// Why the gate is closed, in a sentence; empty when it is open.
QString gateSentence(const domain::RecoveryGate &gate);

} // namespace services
