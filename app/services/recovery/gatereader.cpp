#include "services/recovery/gatereader.h"
#include "domain/tenants/tenantguard.h"
#include "services/identities/identitydirectory.h"
#include "services/readiness/signin.h"
#include "services/recovery/accountactivity.h"
#include "services/recovery/recoverytext.h"
#include "services/recovery/timecheck.h"
#include "services/tenants/internal/tenantconnections.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessions.h"
#include "services/verification/verificationpolicy.h"
#include "services/verification/verifier.h"

namespace services {

using core::Async;
using core::Result;
using domain::GateFacts;
using domain::GateObstacle;
using domain::RecoveryGate;
using domain::Session;

QString gateSentence(const RecoveryGate &g)
{
    switch (g.obstacle) {
    case GateObstacle::None: return {};
    case GateObstacle::OtherReason:
        return sayRecovery(
            QT_TRANSLATE_NOOP("Recovery", "Only a verification for account recovery opens a password reset."));
    case GateObstacle::OtherOperator:
        return sayRecovery(
            QT_TRANSLATE_NOOP("Recovery", "Only the operator who started this verification can send the reset."));
    case GateObstacle::NotVerified:
        return sayRecovery(QT_TRANSLATE_NOOP("Recovery", "The reset opens when the person is verified."));
    case GateObstacle::TooOld:
        return sayRecovery(QT_TRANSLATE_NOOP("Recovery", "The result is older than 15 minutes. Verify again."));
    case GateObstacle::AlreadyUsed:
        return sayRecovery(QT_TRANSLATE_NOOP(
            "Recovery", "A reset was sent for this verification. Another one needs another verification."));
    case GateObstacle::Unknown:
        return sayRecovery(QT_TRANSLATE_NOOP("Recovery", "SailPoint did not answer: the e-mail may have been sent. Ask "
                                                         "the caller; another try needs another verification."));
    case GateObstacle::StarterUnknown:
        return sayRecovery(QT_TRANSLATE_NOOP("Recovery",
            "It is not known who started this verification: it is from before that was kept. Verify again."));
    case GateObstacle::NotAnchored:
        return sayRecovery(
            QT_TRANSLATE_NOOP("Recovery", "This result is from before results were proved by the log. Verify again."));
    case GateObstacle::RowDiffers:
        return sayRecovery(QT_TRANSLATE_NOOP("Recovery",
            "The log does not say what this session says: it was changed outside the console. Nothing is "
            "sent. Tell whoever looks after this computer, and verify again."));
    case GateObstacle::NoVendorTime: return timeSentence(domain::TimeDoubt::NoVendorTime);
    case GateObstacle::ClocksDiffer: return timeSentence(domain::TimeDoubt::ClocksDiffer);
    case GateObstacle::LogAhead: return timeSentence(domain::TimeDoubt::LogAhead);
    case GateObstacle::Locked: return domain::lockedText();
    case GateObstacle::Conditions: break;
    }
    if (g.marks[size_t(domain::GateCondition::CallerBound)] != domain::GateMark::Met)
        return sayRecovery(QT_TRANSLATE_NOOP("Recovery", "Ask the caller for the last four characters of the link."));
    if (g.marks[size_t(domain::GateCondition::Active)] == domain::GateMark::NotKnown)
        return sayRecovery(QT_TRANSLATE_NOOP("Recovery",
            "Whether the account is active is not known. Say what its lifecycle state means (Settings, "
            "Tenants, Active accounts…), or let a second person accept it."));
    return sayRecovery(QT_TRANSLATE_NOOP("Recovery", "The account is not active in SailPoint."));
}

GateReader::GateReader(TenantConnections &connections, Context &context, TenantSession &tenantSession,
    AccountActivity &activity, SignIn &signIn, QObject *parent)
    : QObject(parent), m_connections(connections), m_context(context), m_tenantSession(tenantSession),
      m_activity(activity), m_signIn(signIn)
{
}

GateReader::~GateReader() = default;

Async<RecoveryGate> GateReader::gate(const core::SessionId &id)
{
    return core::andThen<Session>(
        m_tenantSession.verifier().sessions().session(id), this, [this, id](const Session &s) {
            core::Deferred<RecoveryGate> out;
            core::whenDone<domain::Identity>(m_tenantSession.directory().person(s.request.identity), this,
                [this, id, out](const Result<domain::Identity> &p) {
                    core::whenDone<domain::ActivityTable>(
                        m_activity.table(), this, [this, id, p, out](const Result<domain::ActivityTable> &table) {
                            ActivitySeen seen; // not asked where the person or the table cannot be read
                            if (p && table)
                                seen = m_activity.seenBefore(id, *p, *table);
                            const auto read = core::andThen<QString>(m_signIn.operatorIdentity(), this,
                                [this, id, seen](const QString &who) { return gateBy(id, seen, who); });
                            core::whenDone<RecoveryGate>(
                                read, this, [out](const Result<RecoveryGate> &g) { out.resolve(g); });
                        });
                });
            return out.future();
        });
}

// What is agreed on names has to be known as well: otherwise nothing is claimed.
Async<RecoveryGate> GateReader::gateBy(const core::SessionId &id, const ActivitySeen &seen, const QString &principal)
{
    using domain::SessionFacts;
    using domain::VerificationPolicy;
    return core::andThen<VerificationPolicy>(
        readPolicy(m_context, this), this, [this, id, seen, principal](const VerificationPolicy &policy) {
            const auto held = policy.heldDifferences;
            return core::mapped<RecoveryGate, SessionFacts>(m_context.ledger->sessions().facts(id), this,
                [this, seen, principal, held](const SessionFacts &stored) -> Result<RecoveryGate> {
                    GateFacts f = facts(stored, principal, seen);
                    f.heldDifferences = held;
                    // Sending asks SailPoint first: then somebody says what time it is.
                    if (f.time == domain::TimeDoubt::NoVendorTime)
                        f.time = domain::TimeDoubt::None;
                    return domain::recoveryGate(stored.session, f);
                });
        });
}

GateFacts GateReader::facts(
    const domain::SessionFacts &stored, const QString &principal, const ActivitySeen &seen) const
{
    GateFacts f;
    f.operatorName = m_context.operatorName;
    f.principal = principal;
    f.isReadOnly = m_connections.tenant.readOnly;
    f.proof = domain::rowProof(stored.session, stored.recorded);
    f.now = m_context.clock->now();
    f.time = domain::timeDoubt(f.now, m_connections.vendorTime(), stored.lastEntryAt);
    f.activity = seen.activity;
    f.isActivityAccepted = domain::isActivityAccepted(stored.notes, seen.mark);
    return f;
}

} // namespace services
