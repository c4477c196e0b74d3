#include "services/recovery/secondpersondecisions.h"
#include "domain/recovery/recoveryevents.h"
#include "domain/tenants/principal.h"
#include "domain/tenants/tenantguard.h"
#include "domain/verification/resultproof.h"
#include "domain/verification/writeback/writeback.h"
#include "services/identities/identitydirectory.h"
#include "services/readiness/signin.h"
#include "services/recovery/gatereader.h"
#include "services/recovery/recoverytext.h"
#include "services/tenants/internal/tenantconnections.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessions.h"
#include "services/verification/verifier.h"

namespace services {

using core::Async;
using core::ErrorCode;
using core::Result;
using core::SecretPtr;
using core::Unit;
using domain::Session;
using domain::SessionEvent;

SecondPersonDecisions::SecondPersonDecisions(TenantConnections &connections, Context &context,
    TenantSession &tenantSession, GateReader &gate, SignIn &signIn, QObject *parent)
    : QObject(parent), m_connections(connections), m_context(context), m_tenantSession(tenantSession), m_gate(gate),
      m_signIn(signIn)
{
}

SecondPersonDecisions::~SecondPersonDecisions() = default;

namespace {

core::Error conflict(const char *text)
{
    return core::makeError(ErrorCode::Conflict, sayRecovery(text));
}

std::optional<core::Error> commentFault(const QString &comment)
{
    if (comment.trimmed().isEmpty() || comment.size() > 1000)
        return core::fieldError(QStringLiteral("comment"),
            sayRecovery(QT_TRANSLATE_NOOP("Recovery", "A comment of 1 to 1,000 characters says why.")));
    return std::nullopt;
}

std::optional<core::Error> faultOf(const Session &s, bool isAccepted, const QString &comment)
{
    switch (domain::decisionObstacle(s, isAccepted)) {
    case domain::DecisionObstacle::None: break;
    case domain::DecisionObstacle::NotHeld:
        return conflict(QT_TRANSLATE_NOOP("Recovery", "This result is not held: there is nothing to decide."));
    case domain::DecisionObstacle::OnlyNewSession:
        return conflict(QT_TRANSLATE_NOOP("Recovery", "Nobody can accept this: only a new verification helps."));
    }
    return commentFault(comment);
}

} // namespace

Async<Session> SecondPersonDecisions::review(const core::SessionId &id, bool isAccepted, const QString &comment,
    const SecretPtr &clientId, const SecretPtr &clientSecret)
{
    if (const auto locked = domain::lockFault(m_connections.tenant))
        return core::ready<Session>(*locked);
    return core::andThen<Session>(m_tenantSession.verifier().sessions().session(id), this,
        [this, id, isAccepted, comment, clientId, clientSecret](const Session &s) {
            if (const auto fault = faultOf(s, isAccepted, comment))
                return core::ready<Session>(*fault);
            return core::andThen<QString>(m_signIn.secondPerson(s, clientId, clientSecret), this,
                [this, id, isAccepted, comment](
                    const QString &reviewer) { return decided(id, isAccepted, comment, reviewer); });
        });
}

Async<Session> SecondPersonDecisions::decided(
    const core::SessionId &id, bool isAccepted, const QString &comment, const QString &reviewer)
{
    const auto done = m_tenantSession.verifier().sessions().changeByFacts(
        id, [this, isAccepted, comment, reviewer](const domain::SessionFacts &facts) -> Result<domain::SessionStep> {
            const Session &now = facts.session;
            if (const auto fault = faultOf(now, isAccepted, comment))
                return *fault;
            if (isAccepted && domain::rowProof(now, facts.recorded) != domain::RowProof::Proved)
                return conflict(QT_TRANSLATE_NOOP("Recovery", "The log does not prove what this session says. Nobody "
                                                              "can accept it: only a new verification helps."));
            const auto t =
                domain::next(now.state, isAccepted ? SessionEvent::ReviewAccepted : SessionEvent::ReviewRejected);
            domain::SessionStep to;
            to.session = now;
            to.session.state = t.to;
            to.session.closedAt = m_context.clock->now();
            to.session.reviewer = reviewer;
            const QString decision = isAccepted ? QStringLiteral("accepted") : QStringLiteral("rejected");
            const QString cause = now.closingReason;
            to.session.closingReason =
                isAccepted
                    ? QString()
                    : sayRecovery(QT_TRANSLATE_NOOP("Recovery", "A second person decided that this is somebody else."));
            const auto plan = domain::planFor(to.session, m_connections.tenant);
            to.session.writeBack = domain::writeBackKey(domain::initialWriteBack(plan, m_connections.tenant));
            to.session.writeBackDetail.clear();
            to.notes << domain::SessionNote{*to.session.closedAt, QStringLiteral("review"),
                {{QStringLiteral("decision"), decision}, {QStringLiteral("reviewer"), reviewer},
                    {QStringLiteral("cause"), cause}}};
            to.audit << domain::reviewEvent(m_context.operatorName, to.session,
                {{QStringLiteral("decision"), decision}, {QStringLiteral("reviewer"), reviewer},
                    {QStringLiteral("cause"), cause}, {domain::resultDigestKey, domain::resultDigest(to.session)}},
                comment);
            return to;
        });
    core::whenDone<Session>(done, this, [this](const Result<Session> &s) {
        if (s)
            m_tenantSession.verifier().sessions().finalize(*s);
    });
    return done;
}

Async<Session> SecondPersonDecisions::acceptActivity(
    const core::SessionId &id, const QString &comment, const SecretPtr &clientId, const SecretPtr &clientSecret)
{
    if (const auto fault = commentFault(comment))
        return core::ready<Session>(*fault);
    return core::andThen<Session>(m_tenantSession.verifier().sessions().session(id), this,
        [this, id, comment, clientId, clientSecret](const Session &s) {
            // An answer given in advance would be to another question.
            return core::andThen<domain::RecoveryGate>(
                m_gate.gate(id), this, [this, id, comment, clientId, clientSecret, s](const domain::RecoveryGate &g) {
                    if (!g.canAcceptActivity)
                        return core::ready<Session>(conflict(
                            QT_TRANSLATE_NOOP("Recovery", "Only an account recovery that is verified, and whose "
                                                          "account is not known to be active, asks for this.")));
                    return core::andThen<domain::Identity>(m_tenantSession.directory().person(s.request.identity), this,
                        [this, id, comment, clientId, clientSecret, s](const domain::Identity &p) {
                            return core::andThen<QString>(m_signIn.secondPerson(s, clientId, clientSecret), this,
                                [this, id, comment, of = domain::activityMark(p)](const QString &reviewer) {
                                    return noteActivity(id,
                                        {{QStringLiteral("reviewer"), reviewer}, {QStringLiteral("of"), of}}, comment);
                                });
                        });
                });
        });
}

Async<Session> SecondPersonDecisions::noteActivity(
    const core::SessionId &id, const QJsonObject &detail, const QString &comment)
{
    return m_tenantSession.verifier().sessions().change(
        id, [this, detail, comment](const Session &now) -> Result<domain::SessionStep> {
            if (const auto locked = domain::lockFault(m_connections.tenant))
                return *locked;
            domain::SessionStep to;
            to.session = now;
            to.isChanged = false;
            to.notes << domain::SessionNote{m_context.clock->now(), QStringLiteral("activity-accepted"), detail};
            to.audit << domain::activityAcceptedEvent(m_context.operatorName, now, detail, comment);
            return to;
        });
}

Async<Unit> SecondPersonDecisions::acceptClock(
    const QString &comment, const SecretPtr &clientId, const SecretPtr &clientSecret)
{
    if (const auto fault = commentFault(comment))
        return core::ready<Unit>(*fault);
    return core::andThen<QString>(
        m_signIn.secondPerson(std::nullopt, clientId, clientSecret), this, [this, comment](const QString &reviewer) {
            // The sign-in asked SailPoint: a clock that is wrong now is not accepted, only a log that lies ahead of a
            // right one.
            if (domain::timeDoubt(m_context.clock->now(), m_connections.vendorTime(), 0) != domain::TimeDoubt::None)
                return core::ready<Unit>(
                    conflict(QT_TRANSLATE_NOOP("Recovery", "This computer's clock differs from the vendor's by more "
                                                           "than five minutes. Set the clock right, then try again.")));
            domain::AuditEvent a;
            a.actor = m_context.operatorName;
            a.action = QStringLiteral("audit.accept-clock");
            a.tenant = m_connections.tenant.id.str();
            a.subject = QStringLiteral("clock");
            a.outcome = QStringLiteral("done");
            a.data = {{QStringLiteral("reviewer"), reviewer}};
            a.personal << domain::personal(QStringLiteral("comment"), comment.trimmed());
            return m_context.ledger->audit().append(a);
        });
}

} // namespace services
