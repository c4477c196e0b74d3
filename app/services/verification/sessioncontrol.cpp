#include "services/verification/sessioncontrol.h"
#include "core/logfailure.h"
#include "domain/audit/sessionevents.h"
#include "domain/verification/resending.h"
#include "domain/verification/sessionend.h"
#include "services/tenants/internal/tenantconnections.h"
#include "services/verification/sessions.h"
#include <QCoreApplication>

namespace services {

using core::Async;
using core::ErrorCode;
using core::Result;
using core::Unit;
using domain::Session;
using domain::SessionEvent;
using domain::SessionState;

static QString sayVerifier(const char *text)
{
    return QCoreApplication::translate("Verifier", text);
}

SessionControl::SessionControl(TenantConnections &connections, Context &context, Sessions &sessions)
    : m_connections(connections), m_context(context), m_sessions(sessions)
{
}

bool SessionControl::canCancel() const
{
    return m_connections.provider->canCancel();
}

bool SessionControl::canSendAgain() const
{
    return m_connections.provider->canResend();
}

Async<Session> SessionControl::stop(const core::SessionId &id, const QString &why)
{
    return core::andThen<Session>(m_sessions.session(id), this, [this, id, why](const Session &s) {
        if (s.state == SessionState::LaunchUnknown)
            return m_sessions.advance(id, SessionEvent::GivenUpUnknown, why, QStringLiteral("stopped"));
        // What is held has its result: there is nothing left to cancel at the provider.
        if (!domain::isCancelledThere(s, canCancel()))
            return m_sessions.advance(id, SessionEvent::OperatorStopped, why, QStringLiteral("stopped"));
        // Intent first: a crash between here and the answer leaves a trace.
        return core::andThen<Unit>(
            m_context.ledger->audit().append(domain::cancelAnnouncedEvent(m_context.operatorName, s)), this,
            [this, id, why, s](Unit) {
                return core::andThen<Unit>(m_connections.provider->cancel(s.providerId), this, [this, id, why](Unit) {
                    return m_sessions.advance(id, SessionEvent::ProviderCancelled, why, QStringLiteral("cancelled"));
                });
            });
    });
}

static core::Error resendFault(domain::ResendObstacle obstacle, core::Instant at, core::Instant now)
{
    if (obstacle == domain::ResendObstacle::NotPossible)
        return core::makeError(ErrorCode::Conflict,
            sayVerifier(QT_TRANSLATE_NOOP("Verifier",
                "This link cannot be sent again: the provider has no call for it, or the session is closed.")));
    const qint64 seconds = domain::secondsUntil(at, now);
    auto e = core::makeError(ErrorCode::RateLimited,
        sayVerifier(QT_TRANSLATE_NOOP("Verifier", "The link was sent a moment ago. It can be sent again in %1 s."))
            .arg(seconds));
    e.retryAfter = std::chrono::seconds(seconds);
    return e;
}

Async<Unit> SessionControl::sendAgain(const core::SessionId &id)
{
    return core::andThen<Session>(m_sessions.session(id), this, [this, id](const Session &s) {
        using domain::ResendObstacle;
        if (domain::resendObstacle(s, {}, canSendAgain(), m_context.clock->now()) == ResendObstacle::NotPossible)
            return core::ready<Unit>(resendFault(ResendObstacle::NotPossible, 0, 0));
        return core::andThen<QList<domain::SessionNote>>(
            m_sessions.notes(id), this, [this, id, s](const QList<domain::SessionNote> &list) {
                const core::Instant now = m_context.clock->now();
                if (const auto o = domain::resendObstacle(s, list, true, now); o != ResendObstacle::None)
                    return core::ready<Unit>(resendFault(o, domain::sendAgainAt(s, list), now));
                // The note is the intent: it also keeps the next try away while this one is on its way.
                const auto intent = m_sessions.changeByFacts(
                    id, [this](const domain::SessionFacts &facts) -> Result<domain::SessionStep> {
                        const Session &current = facts.session;
                        // Another window, or the result, may have come between.
                        if (domain::resendObstacle(current, facts.notes, true, m_context.clock->now()) !=
                            ResendObstacle::None)
                            return core::makeError(ErrorCode::Conflict,
                                sayVerifier(QT_TRANSLATE_NOOP("Verifier", "The session has moved on meanwhile.")));
                        domain::SessionStep to;
                        to.session = current;
                        to.isChanged = false;
                        to.notes << domain::SessionNote{m_context.clock->now(), QStringLiteral("sent-again"), {}};
                        to.audit << domain::resendAnnouncedEvent(m_context.operatorName, current);
                        return to;
                    });
                return core::andThen<Session>(intent, this, [this](const Session &current) {
                    const auto sent = m_connections.provider->resend(current.providerId);
                    core::whenDone<Unit>(sent, this, [this, id = current.id](const core::Status &r) {
                        if (!r)
                            noteNotSentAgain(id, r.error());
                    });
                    return sent;
                });
            });
    });
}

// The intent alone would look like a link that was sent.
void SessionControl::noteNotSentAgain(const core::SessionId &id, const core::Error &error)
{
    const auto noted = m_sessions.change(id, [this, error](const Session &now) -> Result<domain::SessionStep> {
        domain::SessionStep to;
        to.session = now;
        to.isChanged = false;
        to.notes << domain::SessionNote{m_context.clock->now(), QStringLiteral("not-sent-again"),
            {{QStringLiteral("code"), core::codeName(error.code)},
                {QStringLiteral("isUnknown"), error.mayHaveReachedServer}}};
        to.audit << domain::resendFailedEvent(m_context.operatorName, now, error);
        return to;
    });
    core::logFailure(noted, this, lcService, "That the link was not sent again could not be noted.");
}

} // namespace services
