#include "services/verification/verifier.h"
#include "core/killpoint.h"
#include "domain/identities/contact.h"
#include "domain/recovery/recovery.h"
#include "services/tenants/tenantconnections.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/readback.h"
#include "services/verification/verificationpolicy.h"
#include "services/verification/writeback.h"
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QUuid>

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

Verifier::Verifier(TenantConnections &connections, Context &context, TenantSession &tenantSession)
    : m_connections(connections), m_context(context), m_tenantSession(tenantSession),
      m_writeBack(std::make_unique<WriteBack>(connections, context, tenantSession))
{
    connect(&context.ledger, &store::Ledger::sessionChanged, this, [this](const core::SessionId &id) {
        Q_EMIT sessionChanged(id);
        Q_EMIT sessionsChanged();
    });
    connect(&context.ledger, &store::Ledger::changedElsewhere, this, &Verifier::sessionsChanged);
    // Many callbacks at once are one reason to look, not many.
    m_soon.setSingleShot(true);
    m_soon.setInterval(20);
    connect(&m_soon, &QTimer::timeout, this, &Verifier::onTimer);
    connect(&context.ledger, &store::Ledger::inboxChanged, this, [this] {
        if (m_timer.isActive() && !m_soon.isActive())
            m_soon.start();
    });
    connect(&m_timer, &QTimer::timeout, this, &Verifier::onTimer);
}

Verifier::~Verifier()
{
    // Steps that are queued on the ledger's thread read this object: they run first.
    m_context.ledger.drain();
}

bool Verifier::canSend(domain::Delivery delivery) const
{
    return m_connections.provider->canSend(delivery);
}

std::optional<core::Error> Verifier::takeLaunchFault(const core::SessionId &id)
{
    const auto it = m_launchFaults.find(id.str());
    if (it == m_launchFaults.end())
        return std::nullopt;
    const core::Error fault = *it;
    m_launchFaults.erase(it);
    return fault;
}

Async<domain::SessionSummary> Verifier::summary()
{
    return m_context.ledger.sessionSummary(m_connections.tenant.id);
}

bool Verifier::canCancel() const
{
    return m_connections.provider->canCancel();
}
bool Verifier::canSendAgain() const
{
    return m_connections.provider->canResend();
}

domain::AuditEvent Verifier::auditEvent(const Session &s, const QString &action, const QString &outcome) const
{
    domain::AuditEvent a;
    a.actor = m_context.operatorName;
    a.action = action;
    a.tenant = s.tenant.str();
    a.subject = s.id.str();
    a.outcome = outcome;
    a.data = {{QStringLiteral("identity"), s.request.identity.str()},
        {QStringLiteral("reason"), domain::reasonKey(s.request.reason)}, {QStringLiteral("ticket"), s.request.ticket},
        {QStringLiteral("requiredIal"), s.request.requiredIal}, {QStringLiteral("state"), domain::stateKey(s.state)}};
    if (!s.campaign.isEmpty())
        a.data.insert(QStringLiteral("campaign"), s.campaign);
    if (!s.providerId.isEmpty())
        a.data.insert(QStringLiteral("providerSession"), s.providerId.str());
    return a;
}

void Verifier::settled(const Session &s)
{
    // All sessions of the person decide together, by the ledger's one rule.
    m_tenantSession.applyOverlays();
    if (!domain::isOpen(s.state)) {
        m_links.remove(s.id.str());
        if (s.source != QLatin1String("callback")) // else the query is still to agree, at its pace
            m_plans.remove(s.id.str());
    }
    m_writeBack->advance(s, false);
}

Async<Session> Verifier::check(const core::SessionId &id)
{
    core::Deferred<Session> out;
    core::whenDone<Session>(session(id), this, [this, id, out](const Result<Session> &s) {
        if (!s || s->providerId.isEmpty()) {
            out.resolve(s);
            return;
        }
        core::whenDone<domain::ProviderResult>(m_connections.provider->status(s->providerId), this,
            [this, id, out](const Result<domain::ProviderResult> &r) {
                noteFault(id, r);
                if (!r) {
                    out.resolve(r.error());
                    return;
                }
                if (!r->invitationUrl.isEmpty() && link(id).isEmpty()) {
                    m_links.insert(id.str(), r->invitationUrl);
                    Q_EMIT linkChanged(id);
                    noteLink(id, r->invitationUrl);
                }
                core::whenDone<Session>(
                    apply(id, *r, {}), this, [out](Result<Session> done) { out.resolve(std::move(done)); });
            });
    });
    return out.future();
}

Async<Session> Verifier::advance(const core::SessionId &id, SessionEvent e, const QString &why, const QString &noteKind)
{
    const auto step = [this, e, why, noteKind](const Session &now) -> Result<store::SessionStep> {
        const auto t = domain::next(now.state, e);
        if (t.kind == domain::Transition::Illegal)
            return core::makeError(
                ErrorCode::Conflict, sayVerifier(QT_TRANSLATE_NOOP("Verifier", "The session has moved on meanwhile.")));
        store::SessionStep to;
        to.session = now;
        to.isChanged = t.kind == domain::Transition::Move;
        if (!to.isChanged)
            return to;
        to.session.state = t.to;
        to.session.closingReason = t.to == SessionState::NeedsReview && why.isEmpty()
                                       ? domain::reviewReasonKey(domain::ReviewReason::Unconfirmed)
                                       : why;
        if (domain::isTerminal(t.to))
            to.session.closedAt = m_context.clock->now();
        to.notes << store::SessionNote{m_context.clock->now(), noteKind, {}};
        to.audit << auditEvent(to.session, QStringLiteral("verification.") + noteKind, QStringLiteral("done"));
        return to;
    };
    const auto done = change(id, step);
    core::whenDone<Session>(done, this, [this](const Result<Session> &s) {
        if (s)
            settled(*s);
    });
    return done;
}

Async<Session> Verifier::stop(const core::SessionId &id, const QString &why)
{
    return core::andThen<Session>(session(id), this, [this, id, why](const Session &s) {
        if (s.state == SessionState::LaunchUnknown)
            return advance(id, SessionEvent::GivenUpUnknown, why, QStringLiteral("stopped"));
        // What is held has its result: there is nothing left to cancel at the provider.
        if (!domain::isOpen(s.state) || !canCancel() || s.providerId.isEmpty())
            return advance(id, SessionEvent::OperatorStopped, why, QStringLiteral("stopped"));
        // Intent first: a crash between here and the answer leaves a trace.
        return core::andThen<Unit>(
            m_context.ledger.audit(auditEvent(s, QStringLiteral("verification.cancel"), QStringLiteral("intent"))),
            this, [this, id, why, s](Unit) {
                return core::andThen<Unit>(m_connections.provider->cancel(s.providerId), this, [this, id, why](Unit) {
                    return advance(id, SessionEvent::ProviderCancelled, why, QStringLiteral("cancelled"));
                });
            });
    });
}

core::Instant sendAgainAt(const Session &s, const QList<domain::SessionNote> &notes)
{
    core::Instant last = s.createdAt;
    for (const auto &n : notes)
        last = n.kind == QLatin1String("sent-again") ? std::max(last, n.at) : last;
    return last + Verifier::resendPause;
}

Async<Unit> Verifier::sendAgain(const core::SessionId &id)
{
    return core::andThen<Session>(session(id), this, [this, id](const Session &s) {
        if (!canSendAgain() || s.providerId.isEmpty() || !domain::isOpen(s.state))
            return core::ready<Unit>(core::makeError(ErrorCode::Conflict,
                sayVerifier(QT_TRANSLATE_NOOP("Verifier",
                    "This link cannot be sent again: the provider has no call for it, or the session is closed."))));
        return core::andThen<QList<domain::SessionNote>>(
            notes(id), this, [this, id, s](const QList<domain::SessionNote> &list) {
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
                const auto intent =
                    changeByFacts(id, [this](const store::SessionFacts &facts) -> Result<store::SessionStep> {
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
                        to.audit << auditEvent(
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
void Verifier::noteNotSentAgain(const core::SessionId &id, const core::Error &error)
{
    const auto noted = change(id, [this, error](const Session &now) -> Result<store::SessionStep> {
        store::SessionStep to;
        to.session = now;
        to.isChanged = false;
        to.notes << store::SessionNote{m_context.clock->now(), QStringLiteral("not-sent-again"),
            {{QStringLiteral("code"), core::codeName(error.code)},
                {QStringLiteral("isUnknown"), error.mayHaveReachedServer}}};
        auto audit = auditEvent(now, QStringLiteral("verification.resend"),
            error.mayHaveReachedServer ? QStringLiteral("unknown") : QStringLiteral("failed"));
        audit.data.insert(QStringLiteral("error"), core::codeName(error.code));
        to.audit << audit;
        return to;
    });
    core::whenDone<Session>(noted, this, [](const Result<Session> &) {});
}

// A link that only the status query gave can be read back like any other.
void Verifier::noteLink(const core::SessionId &id, const QString &link)
{
    core::whenDone<QJsonObject>(readBackNote(m_context, this, m_connections.tenant.id, id, link), this,
        [this, id](const Result<QJsonObject> &readBack) {
            if (!readBack || readBack->isEmpty())
                return;
            const auto noted =
                change(id, [this, readBack = *readBack](const Session &now) -> Result<store::SessionStep> {
                    store::SessionStep to;
                    to.session = now;
                    to.isChanged = false;
                    to.notes << store::SessionNote{m_context.clock->now(), QStringLiteral("link-known"), readBack};
                    return to;
                });
            core::whenDone<Session>(noted, this, [](const Result<Session> &) {});
        });
}

Async<Session> Verifier::replace(
    const core::SessionId &open, const domain::Identity &person, const domain::VerificationRequest &request)
{
    domain::VerificationRequest asked = request;
    asked.identity = person.id;
    asked.ticket = asked.ticket.trimmed();
    return core::andThen<Unit>(mayStart(person, asked), this, [this, open, person, asked](Unit) {
        return core::andThen<Session>(
            stop(open, sayVerifier(QT_TRANSLATE_NOOP("Verifier", "Replaced by a new verification"))), this,
            [this, person, asked](const Session &) { return start(person, asked); });
    });
}

Async<QList<Session>> Verifier::sessionsOf(const core::IdentityId &person)
{
    domain::SessionFilter f;
    f.identity = person;
    return sessions(f);
}

static core::Error notOurs()
{
    return core::makeError(
        ErrorCode::NotFound, sayVerifier(QT_TRANSLATE_NOOP("Verifier", "This tenant has no such session.")));
}

Async<Session> Verifier::session(const core::SessionId &id)
{
    return core::mapped<Session, Session>(
        m_context.ledger.session(id), this, [this](const Session &s) -> Result<Session> {
            if (s.tenant != m_connections.tenant.id)
                return notOurs();
            return s;
        });
}

Async<Session> Verifier::change(
    const core::SessionId &id, std::function<Result<store::SessionStep>(const Session &)> step)
{
    return m_context.ledger.changeSession(id,
        [step = std::move(step), tenant = m_connections.tenant.id](const Session &now) -> Result<store::SessionStep> {
            if (now.tenant != tenant)
                return notOurs();
            return step(now);
        });
}

Async<Session> Verifier::changeByFacts(
    const core::SessionId &id, std::function<Result<store::SessionStep>(const store::SessionFacts &)> step)
{
    return m_context.ledger.changeSessionByFacts(id,
        [step = std::move(step), tenant = m_connections.tenant.id](
            const store::SessionFacts &now) -> Result<store::SessionStep> {
            if (now.session.tenant != tenant)
                return notOurs();
            return step(now);
        });
}

Async<QList<Session>> Verifier::sessions(domain::SessionFilter filter)
{
    filter.tenant = m_connections.tenant.id;
    return m_context.ledger.sessions(filter);
}

Async<QList<domain::SessionNote>> Verifier::notes(const core::SessionId &id)
{
    return m_context.ledger.notes(id);
}

Async<QList<domain::InboxEntry>> Verifier::callbacks(const core::SessionId &id)
{
    return m_context.ledger.callbacksOf(id);
}

std::optional<WatchFault> Verifier::lastFault(const core::SessionId &id) const
{
    return m_plans.value(id.str()).fault;
}

} // namespace services
