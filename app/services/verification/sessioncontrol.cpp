#include "services/verification/sessioncontrol.h"
#include "services/tenants/tenantconnections.h"
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
        if (!domain::isOpen(s.state) || !canCancel() || s.providerId.isEmpty())
            return m_sessions.advance(id, SessionEvent::OperatorStopped, why, QStringLiteral("stopped"));
        // Intent first: a crash between here and the answer leaves a trace.
        return core::andThen<Unit>(m_context.ledger.audit().append(m_sessions.audit(
                                       s, QStringLiteral("verification.cancel"), QStringLiteral("intent"))),
            this, [this, id, why, s](Unit) {
                return core::andThen<Unit>(m_connections.provider->cancel(s.providerId), this, [this, id, why](Unit) {
                    return m_sessions.advance(id, SessionEvent::ProviderCancelled, why, QStringLiteral("cancelled"));
                });
            });
    });
}

core::Instant sendAgainAt(const Session &s, const QList<domain::SessionNote> &notes)
{
    core::Instant last = s.createdAt;
    for (const auto &n : notes)
        last = n.kind == QLatin1String("sent-again") ? std::max(last, n.at) : last;
    return last + SessionControl::resendPause;
}

Async<Unit> SessionControl::sendAgain(const core::SessionId &id)
{
    return core::andThen<Session>(m_sessions.session(id), this, [this, id](const Session &s) {
        if (!canSendAgain() || s.providerId.isEmpty() || !domain::isOpen(s.state))
            return core::ready<Unit>(core::makeError(ErrorCode::Conflict,
                sayVerifier(QT_TRANSLATE_NOOP("Verifier",
                    "This link cannot be sent again: the provider has no call for it, or the session is closed."))));
        return core::andThen<QList<domain::SessionNote>>(
            m_sessions.notes(id), this, [this, id, s](const QList<domain::SessionNote> &list) {
                if (const core::Instant left = sendAgainAt(s, list) - m_context.clock->now(); left > 0) {
                    const qint64 seconds = (left + 999) / 1000;
                    auto e = core::makeError(ErrorCode::RateLimited,
                        sayVerifier(QT_TRANSLATE_NOOP(
                                        "Verifier", "The link was sent a moment ago. It can be sent again in %1 s."))
                            .arg(seconds));
                    e.retryAfter = std::chrono::seconds(seconds);
                    return core::ready<Unit>(e);
                }
                // The note is the intent: it also keeps the next try away while this one is on its way.
                const auto intent = m_sessions.changeByFacts(
                    id, [this](const store::SessionFacts &facts) -> Result<store::SessionStep> {
                        const Session &current = facts.session;
                        // Another window, or the result, may have come between.
                        if (current.providerId.isEmpty() || !domain::isOpen(current.state) ||
                            sendAgainAt(current, facts.notes) > m_context.clock->now())
                            return core::makeError(ErrorCode::Conflict,
                                sayVerifier(QT_TRANSLATE_NOOP("Verifier", "The session has moved on meanwhile.")));
                        store::SessionStep to;
                        to.session = current;
                        to.isChanged = false;
                        to.notes << store::SessionNote{m_context.clock->now(), QStringLiteral("sent-again"), {}};
                        to.audit << m_sessions.audit(
                            current, QStringLiteral("verification.resend"), QStringLiteral("intent"));
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
    const auto noted = m_sessions.change(id, [this, error](const Session &now) -> Result<store::SessionStep> {
        store::SessionStep to;
        to.session = now;
        to.isChanged = false;
        to.notes << store::SessionNote{m_context.clock->now(), QStringLiteral("not-sent-again"),
            {{QStringLiteral("code"), core::codeName(error.code)},
                {QStringLiteral("isUnknown"), error.mayHaveReachedServer}}};
        auto audit = m_sessions.audit(now, QStringLiteral("verification.resend"),
            error.mayHaveReachedServer ? QStringLiteral("unknown") : QStringLiteral("failed"));
        audit.data.insert(QStringLiteral("error"), core::codeName(error.code));
        to.audit << audit;
        return to;
    });
    core::whenDone<Session>(noted, this, [](const Result<Session> &) {});
}

} // namespace services
