#include "services/verifier.h"
#include "core/killpoint.h"
#include "domain/contact.h"
#include "domain/recovery.h"
#include "services/runtime.h"
#include "services/policy.h"
#include "services/workspace.h"
#include "services/writeback.h"
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

static QString say(const char *text) { return QCoreApplication::translate("Verifier", text); }

Verifier::Verifier(Runtime &runtime, Context &context, Workspace &workspace)
    : m_runtime(runtime), m_context(context), m_workspace(workspace), m_writeBack(std::make_unique<WriteBack>(runtime, context, workspace))
{
    connect(&context.ledger, &store::Ledger::sessionChanged, this, [this](const core::SessionId &id) {
        Q_EMIT sessionChanged(id);
        Q_EMIT sessionsChanged();
    });
    connect(&context.ledger, &store::Ledger::changedElsewhere, this, &Verifier::sessionsChanged);
    // Many callbacks at once are one reason to look, not many.
    m_soon.setSingleShot(true);
    m_soon.setInterval(20);
    connect(&m_soon, &QTimer::timeout, this, &Verifier::tick);
    connect(&context.ledger, &store::Ledger::inboxChanged, this, [this] {
        if (m_timer.isActive() && !m_soon.isActive())
            m_soon.start();
    });
    connect(&m_timer, &QTimer::timeout, this, &Verifier::tick);
}

Verifier::~Verifier()
{
    // Steps that are queued on the ledger's thread read this object: they run first.
    m_context.ledger.drain();
}

bool Verifier::canCancel() const { return m_runtime.provider->canCancel(); }
bool Verifier::canSendAgain() const { return m_runtime.provider->canResend(); }

QString Verifier::obstacle(const domain::Identity &p, const domain::VerificationRequest &r) const
{
    if (m_runtime.tenant.readOnly)
        return say(QT_TRANSLATE_NOOP("Verifier", "This tenant is locked: read only."));
    if (m_runtime.tenant.secretsMissing)
        return say(QT_TRANSLATE_NOOP("Verifier", "The secrets of this tenant are missing. Enter them in Settings, Tenants."));
    if (!domain::isActiveLifecycle(p.lifecycle))
        return say(QT_TRANSLATE_NOOP("Verifier", "This person's lifecycle state is not active."));
    if (!domain::hasContact(p, r.delivery))
        return say(QT_TRANSLATE_NOOP("Verifier", "No usable contact on file for this way of sending. Show the QR code, or have the record corrected first."));
    if (!m_runtime.provider->canSend(r.delivery))
        return say(QT_TRANSLATE_NOOP("Verifier", "The provider's profile has no such way of sending."));
    if (r.documents.size() > 1 && !m_runtime.provider->takesSeveralDocuments())
        return say(QT_TRANSLATE_NOOP("Verifier", "This provider takes one type of document a session: choose one."));
    return {};
}

static std::optional<core::Error> faultOf(const domain::VerificationRequest &r)
{
    if (domain::needsTicket(r.reason) && r.ticket.isEmpty())
        return core::fieldError(QStringLiteral("ticket"), say(QT_TRANSLATE_NOOP("Verifier", "This reason needs a ticket number.")));
    if (r.ticket.size() > 64)
        return core::fieldError(QStringLiteral("ticket"), say(QT_TRANSLATE_NOOP("Verifier", "The ticket number is longer than 64 characters.")));
    if (r.requiredIal < 1 || r.requiredIal > 2)
        return core::fieldError(QStringLiteral("ial"), say(QT_TRANSLATE_NOOP("Verifier", "The assurance level is 1 or 2.")));
    if (r.reason == domain::Reason::AccountRecovery && r.requiredIal < 2)
        return core::fieldError(QStringLiteral("ial"), say(QT_TRANSLATE_NOOP("Verifier", "Account recovery asks for IAL2 at least.")));
    if (r.documents.isEmpty())
        return core::fieldError(QStringLiteral("documents"), say(QT_TRANSLATE_NOOP("Verifier", "Choose at least one document.")));
    for (const QString &d : r.documents) {
        if (!domain::documentTypes().contains(d))
            return core::fieldError(QStringLiteral("documents"), say(QT_TRANSLATE_NOOP("Verifier", "\"%1\" is no document type. Known: passport, drivers_license, national_id.")).arg(d));
    }
    return std::nullopt;
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
              {QStringLiteral("reason"), domain::reasonKey(s.request.reason)},
              {QStringLiteral("ticket"), s.request.ticket},
              {QStringLiteral("requiredIal"), s.request.requiredIal},
              {QStringLiteral("state"), domain::stateKey(s.state)}};
    if (!s.providerId.isEmpty())
        a.data.insert(QStringLiteral("providerSession"), s.providerId.str());
    return a;
}

// Everything that may stand against a start, asked before anything is written or ended.
Async<Unit> Verifier::mayStart(const domain::Identity &person, const domain::VerificationRequest &request)
{
    if (const auto fault = faultOf(request))
        return core::ready<Unit>(*fault);
    if (const QString why = obstacle(person, request); !why.isEmpty())
        return core::ready<Unit>(core::fieldError(QStringLiteral("identity"), why));
    const auto fits = core::mapped<Unit, domain::VerificationPolicy>(readPolicy(m_context, this), this, [request](const domain::VerificationPolicy &p) -> core::Status {
        if (!domain::ticketFits(p, request.ticket))
            return core::fieldError(QStringLiteral("ticket"), say(QT_TRANSLATE_NOOP("Verifier", "The ticket number does not have the agreed form.")) + (p.ticketExample.isEmpty() ? QString() : QLatin1Char(' ') + say(QT_TRANSLATE_NOOP("Verifier", "Example: %1")).arg(p.ticketExample)));
        return core::ok();
    });
    const auto earlier = core::andThen<Unit>(fits, this, [this, id = person.id](Unit) { return sessionsOf(id); });
    return core::andThen<QList<Session>>(earlier, this, [this, person, request](const QList<Session> &known) {
        if (request.reason == domain::Reason::AccountRecovery && domain::mustEscalate(known, m_context.clock->now()))
            return core::ready<Unit>(core::makeError(ErrorCode::Conflict, say(QT_TRANSLATE_NOOP("Verifier", "Three verifications of this person failed within 24 hours. Stop and follow your escalation procedure."))));
        return core::mapped<Unit, domain::ContactHistory>(m_workspace.contactHistory(person.id), this, [this, request](const domain::ContactHistory &h) -> core::Status {
            const auto channel = request.delivery == domain::Delivery::Sms ? domain::Channel::Mobile : domain::Channel::WorkEmail;
            const bool isRecent = request.delivery != domain::Delivery::Link && domain::contactAge(h, channel, m_context.clock->now()) != domain::ContactAge::Unchanged;
            if (isRecent && request.reason == domain::Reason::AccountRecovery && request.contactReason.trimmed().isEmpty())
                return core::fieldError(QStringLiteral("contact-reason"), say(QT_TRANSLATE_NOOP("Verifier", "This contact changed in the last 14 days, or its age is not known. Say why it is used (contact reason), or show the QR code.")));
            return core::ok();
        });
    });
}

// What the provider is told to call the person.
static QString identifierFor(const domain::Identity &person, domain::Delivery delivery)
{
    if (delivery == domain::Delivery::Email || person.alias.isEmpty())
        return person.email;
    return person.email.isEmpty() || delivery == domain::Delivery::Sms ? person.alias : person.email;
}

Async<Session> Verifier::start(const domain::Identity &person, domain::VerificationRequest request)
{
    request.identity = person.id;
    request.ticket = request.ticket.trimmed();
    if (const auto fault = faultOf(request))
        return core::ready<Session>(*fault);
    if (const QString why = obstacle(person, request); !why.isEmpty())
        return core::ready<Session>(core::fieldError(QStringLiteral("identity"), why));

    Session s;
    s.id = core::SessionId(QUuid::createUuid().toString(QUuid::WithoutBraces));
    s.tenant = m_runtime.tenant.id;
    s.request = request;
    s.personName = person.name;
    s.firstName = person.firstName;
    s.lastName = person.lastName;
    s.sentTo = domain::maskedContact(person, request.delivery);
    s.operatorName = m_context.operatorName;
    s.createdAt = m_context.clock->now();
    s.userHash = domain::userDigest(identifierFor(person, request.delivery));
    s.expiresAt = s.createdAt + m_runtime.tenant.provider.linkLifetimeMinutes * core::minuteMs;

    auto audit = auditEvent(s, QStringLiteral("verification.start"), QStringLiteral("intent"));
    audit.personal << domain::personal(QStringLiteral("name"), person.name);
    if (!s.sentTo.isEmpty())
        audit.personal << domain::personal(QStringLiteral("sentTo"), s.sentTo);
    // A one-time value in the callback's address: only its hash is stored, and only whoever got the address knows it.
    QString callbackUrl = callbackBase();
    QString nonceHash;
    if (!callbackUrl.isEmpty() && !domain::callbackGoesToSailPoint(m_runtime.tenant)) {
        QByteArray nonce(24, Qt::Uninitialized);
        QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(nonce.data()), 6);
        nonce = nonce.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        nonceHash = QString::fromLatin1(QCryptographicHash::hash(nonce, QCryptographicHash::Sha256).toHex());
        callbackUrl += (callbackUrl.contains(QLatin1Char('?')) ? QLatin1String("&n=") : QLatin1String("?n=")) + QString::fromLatin1(nonce);
    }
    core::Deferred<Session> out;
    ++m_launching;
    core::whenDone<Session>(out.future(), this, [this](const Result<Session> &) {
        if (--m_launching == 0)
            Q_EMIT idle();
    });
    if (!request.contactReason.isEmpty())
        audit.personal << domain::personal(QStringLiteral("contactReason"), request.contactReason.left(500));
    const auto allowed = core::andThen<Unit>(mayStart(person, request), this, [this, s, nonceHash, audit](Unit) { return m_context.ledger.startSession(s, nonceHash, audit); });
    core::whenDone<Unit>(allowed, this, [this, s, person, callbackUrl, out](const core::Status &r) {
        if (!r) {
            out.resolve(r.error());
            return;
        }
        core::killPoint("intent-stored");
        core::whenDone<Unit>(m_runtime.mirror->setOverlay(s.request.identity, {domain::SessionOverlay::Open, s.createdAt}), this, [](const core::Status &) {});
        post(s, person, callbackUrl, out);
    });
    return out.future();
}

void Verifier::post(const Session &s, const domain::Identity &person, const QString &callbackUrl, const core::Deferred<Session> &out)
{
    net::CreateRequest r;
    r.userIdentifier = identifierFor(person, s.request.delivery);
    r.firstName = person.firstName.isEmpty() ? person.name : person.firstName;
    r.lastName = person.lastName.isEmpty() ? person.name : person.lastName;
    if (s.request.delivery == domain::Delivery::Sms)
        r.phone = domain::e164(person.mobile);
    r.requiredIal = s.request.requiredIal;
    r.documents = s.request.documents;
    r.callbackUrl = callbackUrl;

    core::whenDone<net::Created>(m_runtime.provider->create(r), this, [this, s, out](const Result<net::Created> &created) {
        core::killPoint("post-answered");
        const auto step = [this, created](const Session &now) -> Result<store::SessionStep> {
            store::SessionStep to;
            to.session = now;
            SessionEvent e = SessionEvent::Created;
            store::SessionNote note{m_context.clock->now(), QStringLiteral("created"), {}};
            // A callback may have come before this answer and moved the session on: only what is missing is added.
            const bool isMoved = now.state != SessionState::Launching && now.state != SessionState::LaunchUnknown;
            if (created) {
                if (!now.providerId.isEmpty() && now.providerId != created->session) {
                    to.session.state = SessionState::Held;
                    to.session.closingReason = domain::holdCauseKey(domain::HoldCause::OtherSession);
                    to.notes << store::SessionNote{m_context.clock->now(), QStringLiteral("result"), {{QStringLiteral("state"), domain::stateKey(SessionState::Held)}, {QStringLiteral("cause"), to.session.closingReason}}};
                    to.audit << auditEvent(to.session, QStringLiteral("verification.result"), QStringLiteral("noted"));
                    return to;
                }
                to.session.providerId = created->session;
                // What the caller may read back later; the link itself stays in memory.
                if (const QString code = domain::readBackCode(created->invitationUrl); !code.isEmpty())
                    note.detail.insert(QStringLiteral("readBack"), QString::fromLatin1(domain::codeDigest(code, now.id.str())));
                if (created->expiresAt && *created->expiresAt > now.createdAt)
                    to.session.expiresAt = *created->expiresAt;
            } else {
                const core::Error &error = created.error();
                e = error.mayHaveReachedServer ? SessionEvent::LaunchUnanswered : SessionEvent::LaunchRefused;
                note.kind = error.mayHaveReachedServer ? QStringLiteral("unanswered") : QStringLiteral("refused");
                note.detail = {{QStringLiteral("code"), core::codeName(error.code)}, {QStringLiteral("status"), error.httpStatus},
                               {QStringLiteral("requestId"), error.requestId}};
                if (!isMoved)
                    to.session.closingReason = domain::userMessage(error, domain::Vendor::Provider).headline;
            }
            const auto t = domain::next(now.state, e);
            if (t.kind == domain::Transition::Move)
                to.session.state = t.to;
            if (domain::isTerminal(to.session.state) && !isMoved)
                to.session.closedAt = m_context.clock->now();
            if (to.session.state == SessionState::Pending) {
                const auto plan = domain::planFor(to.session, m_runtime.tenant);
                to.session.writeBack = domain::writeBackKey(domain::initialWriteBack(plan, m_runtime.tenant));
            }
            to.notes << note;
            auto audit = auditEvent(to.session, QStringLiteral("verification.start"), created ? QStringLiteral("done") : QStringLiteral("failed"));
            if (!created)
                audit.data.insert(QStringLiteral("error"), core::codeName(created.error().code));
            to.audit << audit;
            return to;
        };
        if (created && !created->invitationUrl.isEmpty())
            m_links.insert(s.id.str(), created->invitationUrl);
        core::whenDone<Session>(change(s.id, step), this, [this, out](Result<Session> stored) {
            core::killPoint("session-stored");
            if (stored)
                settled(*stored);
            out.resolve(std::move(stored));
        });
    });
}

void Verifier::settled(const Session &s)
{
    // All sessions of the person decide together, by the ledger's one rule.
    m_workspace.applyOverlays();
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
        core::whenDone<domain::ProviderResult>(m_runtime.provider->status(s->providerId), this, [this, id, out](const Result<domain::ProviderResult> &r) {
            if (!r) {
                out.resolve(r.error());
                return;
            }
            if (!r->invitationUrl.isEmpty() && link(id).isEmpty()) {
                m_links.insert(id.str(), r->invitationUrl);
                Q_EMIT linkChanged(id);
                noteLink(id, r->invitationUrl);
            }
            core::whenDone<Session>(apply(id, *r, {}), this, [out](Result<Session> done) { out.resolve(std::move(done)); });
        });
    });
    return out.future();
}

Async<Session> Verifier::advance(const core::SessionId &id, SessionEvent e, const QString &why, const QString &noteKind)
{
    const auto step = [this, e, why, noteKind](const Session &now) -> Result<store::SessionStep> {
        const auto t = domain::next(now.state, e);
        if (t.kind == domain::Transition::Illegal)
            return core::makeError(ErrorCode::Conflict, say(QT_TRANSLATE_NOOP("Verifier", "The session has moved on meanwhile.")));
        store::SessionStep to;
        to.session = now;
        to.isChanged = t.kind == domain::Transition::Move;
        if (!to.isChanged)
            return to;
        to.session.state = t.to;
        to.session.closingReason = t.to == SessionState::Held && why.isEmpty() ? domain::holdCauseKey(domain::HoldCause::Unconfirmed) : why;
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
        return core::andThen<Unit>(m_context.ledger.audit(auditEvent(s, QStringLiteral("verification.cancel"), QStringLiteral("intent"))), this, [this, id, why, s](Unit) {
            return core::andThen<Unit>(m_runtime.provider->cancel(s.providerId), this, [this, id, why](Unit) {
                return advance(id, SessionEvent::ProviderCancelled, why, QStringLiteral("cancelled"));
            });
        });
    });
}

Async<Unit> Verifier::sendAgain(const core::SessionId &id)
{
    constexpr core::Instant pause = 30 * core::secondMs;
    return core::andThen<Session>(session(id), this, [this, id](const Session &s) {
        if (!canSendAgain() || s.providerId.isEmpty() || !domain::isOpen(s.state))
            return core::ready<Unit>(core::makeError(ErrorCode::Conflict, say(QT_TRANSLATE_NOOP("Verifier", "This link cannot be sent again: the provider has no call for it, or the session is closed."))));
        return core::andThen<QList<domain::SessionNote>>(notes(id), this, [this, id, s](const QList<domain::SessionNote> &list) {
            core::Instant last = s.createdAt;
            for (const auto &n : list)
                last = n.kind == QLatin1String("sent-again") ? std::max(last, n.at) : last;
            const core::Instant now = m_context.clock->now();
            if (now - last < pause) {
                auto e = core::makeError(ErrorCode::RateLimited, say(QT_TRANSLATE_NOOP("Verifier", "The link was sent a moment ago. It can be sent again in %1 s.")).arg((pause - (now - last) + 999) / 1000));
                e.retryAfter = std::chrono::seconds((pause - (now - last) + 999) / 1000);
                return core::ready<Unit>(e);
            }
            // The note is the intent: it also keeps the next try away while this one is on its way.
            const auto intent = change(id, [this](const Session &current) -> Result<store::SessionStep> {
                store::SessionStep to;
                to.session = current;
                to.isChanged = false;
                to.notes << store::SessionNote{m_context.clock->now(), QStringLiteral("sent-again"), {}};
                to.audit << auditEvent(current, QStringLiteral("verification.resend"), QStringLiteral("intent"));
                return to;
            });
            return core::andThen<Session>(intent, this, [this](const Session &current) { return m_runtime.provider->resend(current.providerId); });
        });
    });
}

// A link that only the status query gave can be read back like any other.
void Verifier::noteLink(const core::SessionId &id, const QString &link)
{
    const QString code = domain::readBackCode(link);
    if (code.isEmpty())
        return;
    const auto noted = change(id, [this, digest = QString::fromLatin1(domain::codeDigest(code, id.str()))](const Session &now) -> Result<store::SessionStep> {
        store::SessionStep to;
        to.session = now;
        to.isChanged = false;
        to.notes << store::SessionNote{m_context.clock->now(), QStringLiteral("link-known"), {{QStringLiteral("readBack"), digest}}};
        return to;
    });
    core::whenDone<Session>(noted, this, [](const Result<Session> &) {});
}

Async<Session> Verifier::replace(const core::SessionId &open, const domain::Identity &person, const domain::VerificationRequest &request)
{
    domain::VerificationRequest asked = request;
    asked.identity = person.id;
    asked.ticket = asked.ticket.trimmed();
    return core::andThen<Unit>(mayStart(person, asked), this, [this, open, person, asked](Unit) {
        return core::andThen<Session>(stop(open, say(QT_TRANSLATE_NOOP("Verifier", "Replaced by a new verification"))), this, [this, person, asked](const Session &) { return start(person, asked); });
    });
}

Async<QList<Session>> Verifier::sessionsOf(const core::IdentityId &person)
{
    domain::SessionFilter f;
    f.identity = person;
    return sessions(f);
}

static core::Error notOurs() { return core::makeError(ErrorCode::NotFound, say(QT_TRANSLATE_NOOP("Verifier", "This tenant has no such session."))); }

Async<Session> Verifier::session(const core::SessionId &id)
{
    return core::mapped<Session, Session>(m_context.ledger.session(id), this, [this](const Session &s) -> Result<Session> {
        if (s.tenant != m_runtime.tenant.id)
            return notOurs();
        return s;
    });
}

Async<Session> Verifier::change(const core::SessionId &id, std::function<Result<store::SessionStep>(const Session &)> step)
{
    return m_context.ledger.changeSession(id, [step = std::move(step), tenant = m_runtime.tenant.id](const Session &now) -> Result<store::SessionStep> {
        if (now.tenant != tenant)
            return notOurs();
        return step(now);
    });
}

Async<QList<Session>> Verifier::sessions(domain::SessionFilter filter)
{
    filter.tenant = m_runtime.tenant.id;
    return m_context.ledger.sessions(filter);
}

Async<QList<domain::SessionNote>> Verifier::notes(const core::SessionId &id) { return m_context.ledger.notes(id); }

Async<QList<domain::InboxEntry>> Verifier::callbacks(const core::SessionId &id) { return m_context.ledger.callbacksOf(id); }

std::optional<core::ErrorCode> Verifier::lastFault(const core::SessionId &id) const { return m_plans.value(id.str()).fault; }

} // namespace services
