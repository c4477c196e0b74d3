#include "core/killpoint.h"
#include "domain/identities/contact.h"
#include "domain/recovery/recovery.h"
#include "domain/tenants/principal.h"
#include "services/tenants/tenantconnections.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/keeptrying.h"
#include "services/verification/readback.h"
#include "services/verification/verificationpolicy.h"
#include "services/verification/verifier.h"
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QUuid>

// The starting half of Verifier: what stands against a start, the intent, the one POST.
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

QString Verifier::obstacle(const domain::Identity &p, const domain::VerificationRequest &r) const
{
    if (m_connections.tenant.readOnly)
        return sayVerifier(QT_TRANSLATE_NOOP("Verifier", "This tenant is locked: read only."));
    if (m_connections.tenant.secretsMissing)
        return sayVerifier(
            QT_TRANSLATE_NOOP("Verifier", "The secrets of this tenant are missing. Enter them in Settings, Tenants."));
    if (!domain::isActiveLifecycle(p.lifecycle))
        return sayVerifier(QT_TRANSLATE_NOOP("Verifier", "This person's lifecycle state is not active."));
    if (!domain::hasContact(p, r.delivery))
        return sayVerifier(QT_TRANSLATE_NOOP("Verifier", "No usable contact on file for this way of sending. Show the "
                                                         "QR code, or have the record corrected first."));
    if (!m_connections.provider->canSend(r.delivery))
        return sayVerifier(QT_TRANSLATE_NOOP("Verifier", "The provider's profile has no such way of sending."));
    if (r.documents.size() > 1 && !m_connections.provider->takesSeveralDocuments())
        return sayVerifier(
            QT_TRANSLATE_NOOP("Verifier", "This provider takes one type of document a session: choose one."));
    return {};
}

static std::optional<core::Error> faultOf(const domain::VerificationRequest &r)
{
    if (domain::needsTicket(r.reason) && r.ticket.isEmpty())
        return core::fieldError(
            QStringLiteral("ticket"), sayVerifier(QT_TRANSLATE_NOOP("Verifier", "This reason needs a ticket number.")));
    if (r.ticket.size() > 64)
        return core::fieldError(QStringLiteral("ticket"),
            sayVerifier(QT_TRANSLATE_NOOP("Verifier", "The ticket number is longer than 64 characters.")));
    if (r.requiredIal < 1 || r.requiredIal > 2)
        return core::fieldError(
            QStringLiteral("ial"), sayVerifier(QT_TRANSLATE_NOOP("Verifier", "The assurance level is 1 or 2.")));
    if (r.documents.isEmpty())
        return core::fieldError(
            QStringLiteral("documents"), sayVerifier(QT_TRANSLATE_NOOP("Verifier", "Choose at least one document.")));
    for (const QString &d : r.documents) {
        if (!domain::documentTypes().contains(d))
            return core::fieldError(QStringLiteral("documents"),
                sayVerifier(QT_TRANSLATE_NOOP("Verifier",
                                "\"%1\" is no document type. Known: passport, drivers_license, national_id."))
                    .arg(d));
    }
    return std::nullopt;
}

// Everything that may stand against a start, asked before anything is written or ended.
Async<Unit> Verifier::mayStart(const domain::Identity &person, const domain::VerificationRequest &request)
{
    if (const auto fault = faultOf(request))
        return core::ready<Unit>(*fault);
    if (const QString why = obstacle(person, request); !why.isEmpty())
        return core::ready<Unit>(core::fieldError(QStringLiteral("identity"), why));
    const auto fits = core::mapped<Unit, domain::VerificationPolicy>(
        readPolicy(m_context, this), this, [request](const domain::VerificationPolicy &p) -> core::Status {
            if (request.requiredIal < domain::leastIal(p, request.reason))
                return core::fieldError(QStringLiteral("ial"),
                    request.reason == domain::Reason::AccountRecovery
                        ? sayVerifier(QT_TRANSLATE_NOOP("Verifier", "Account recovery asks for IAL2 at least."))
                        : sayVerifier(
                              QT_TRANSLATE_NOOP("Verifier", "By the settings this reason asks for IAL2 at least.")));
            if (!domain::ticketFits(p, request.ticket))
                return core::fieldError(QStringLiteral("ticket"),
                    sayVerifier(QT_TRANSLATE_NOOP("Verifier", "The ticket number does not have the agreed form.")) +
                        (p.ticketExample.isEmpty()
                                ? QString()
                                : QLatin1Char(' ') +
                                      sayVerifier(QT_TRANSLATE_NOOP("Verifier", "Example: %1")).arg(p.ticketExample)));
            return core::ok();
        });
    // Asked again in the transaction of the start; here so that nothing is ended for a start that cannot be.
    const auto registered = core::andThen<Unit>(fits, this, [this, request](Unit) {
        return core::mapped<Unit, QString>(
            m_context.ledger.setting(domain::operatorSetting(m_connections.tenant.id, m_context.operatorName)), this,
            [request](const QString &who) -> core::Status {
                return request.reason == domain::Reason::AccountRecovery && who.isEmpty() ? domain::operatorUnknown()
                                                                                          : core::ok();
            });
    });
    const auto earlier = core::andThen<Unit>(registered, this, [this, id = person.id](Unit) { return sessionsOf(id); });
    return core::andThen<QList<Session>>(earlier, this, [this, person, request](const QList<Session> &known) {
        if (request.reason == domain::Reason::AccountRecovery && domain::mustEscalate(known, m_context.clock->now()))
            return core::ready<Unit>(core::makeError(ErrorCode::Conflict,
                sayVerifier(QT_TRANSLATE_NOOP("Verifier", "Three verifications of this person failed within 24 hours. "
                                                          "Stop and follow your escalation procedure."))));
        return core::mapped<Unit, domain::ContactHistory>(m_tenantSession.contactHistory(person.id), this,
            [this, request](const domain::ContactHistory &h) -> core::Status {
                const auto channel =
                    request.delivery == domain::Delivery::Sms ? domain::Channel::Mobile : domain::Channel::WorkEmail;
                const bool isRecent =
                    request.delivery != domain::Delivery::Link &&
                    domain::contactAge(h, channel, m_context.clock->now()) != domain::ContactAge::Unchanged;
                if (isRecent && request.reason == domain::Reason::AccountRecovery &&
                    request.contactReason.trimmed().isEmpty())
                    return core::fieldError(QStringLiteral("contact-reason"),
                        sayVerifier(QT_TRANSLATE_NOOP("Verifier",
                            "This contact changed in the last 14 days, or its age is not known. Say why it "
                            "is used (contact reason), or show the QR code.")));
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
    const QString campaign = std::exchange(request.campaign, {});
    const bool clearsVerified = std::exchange(request.clearsVerified, false);
    const int linkMinutes = std::exchange(request.linkMinutes, 0);
    const bool isByProgram = std::exchange(request.isByProgram, false);
    const QString releasedBy = std::exchange(request.releasedBy, {});
    if (const auto fault = faultOf(request))
        return core::ready<Session>(*fault);
    if (const QString why = obstacle(person, request); !why.isEmpty())
        return core::ready<Session>(core::fieldError(QStringLiteral("identity"), why));

    Session s;
    s.id = core::SessionId(QUuid::createUuid().toString(QUuid::WithoutBraces));
    s.tenant = m_connections.tenant.id;
    s.request = request;
    s.personName = person.name;
    s.firstName = person.firstName;
    s.lastName = person.lastName;
    s.sentTo = domain::maskedContact(person, request.delivery);
    s.operatorName = m_context.operatorName;
    s.createdAt = m_context.clock->now();
    s.userHash = domain::userDigest(identifierFor(person, request.delivery));
    s.expiresAt = s.createdAt +
                  (linkMinutes > 0 ? linkMinutes : m_connections.tenant.provider.linkLifetimeMinutes) * core::minuteMs;
    s.campaign = campaign;
    s.clearsVerified = clearsVerified;
    s.startedAs = isByProgram ? domain::StartedAs::Program : domain::StartedAs::Person;
    s.startedBy = releasedBy;

    auto audit = auditEvent(s, QStringLiteral("verification.start"), QStringLiteral("intent"));
    audit.personal << domain::personal(QStringLiteral("name"), person.name);
    if (!s.sentTo.isEmpty())
        audit.personal << domain::personal(QStringLiteral("sentTo"), s.sentTo);
    // A one-time value in the callback's address: only its hash is stored, and only whoever got the address knows it.
    QString callbackUrl = callbackBase();
    QString nonceHash;
    if (!callbackUrl.isEmpty() && !domain::callbackGoesToSailPoint(m_connections.tenant)) {
        QByteArray nonce(24, Qt::Uninitialized);
        QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(nonce.data()), 6);
        nonce = nonce.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        nonceHash = QString::fromLatin1(QCryptographicHash::hash(nonce, QCryptographicHash::Sha256).toHex());
        callbackUrl += (callbackUrl.contains(QLatin1Char('?')) ? QLatin1String("&n=") : QLatin1String("?n=")) +
                       QString::fromLatin1(nonce);
    }
    core::Deferred<Session> out;
    ++m_launching;
    core::whenDone<Session>(out.future(), this, [this](const Result<Session> &) {
        if (--m_launching == 0)
            Q_EMIT idle();
    });
    if (!request.contactReason.isEmpty())
        audit.personal << domain::personal(QStringLiteral("contactReason"), request.contactReason.left(500));
    const auto allowed = core::andThen<Unit>(mayStart(person, request), this,
        [this, s, nonceHash, audit](Unit) { return m_context.ledger.startSession(s, nonceHash, audit); });
    core::whenDone<Unit>(allowed, this, [this, s, person, callbackUrl, out](const core::Status &r) {
        if (!r) {
            out.resolve(r.error());
            return;
        }
        core::killPoint("intent-stored");
        core::whenDone<Unit>(
            m_connections.cache->setOverlay(s.request.identity, {domain::SessionOverlay::Open, s.createdAt}), this,
            [](const core::Status &) {});
        post(s, person, callbackUrl, out);
    });
    return out.future();
}

void Verifier::post(
    const Session &s, const domain::Identity &person, const QString &callbackUrl, const core::Deferred<Session> &out)
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

    core::whenDone<net::Created>(
        m_connections.provider->create(r), this, [this, s, out](const Result<net::Created> &created) {
            core::killPoint("post-answered");
            // What the caller may read back later; the link itself stays in memory.
            const auto told = [this](const core::Error &e) { Q_EMIT unwritten(e.text); };
            const auto note = created ? keepTrying<QJsonObject>(
                                            this,
                                            [this, s, link = created->invitationUrl] {
                                                return readBackNote(m_context, this, s.tenant, s.id, link);
                                            },
                                            told)
                                      : core::ready<QJsonObject>(QJsonObject());
            core::whenDone<QJsonObject>(note, this, [this, s, out, created](const Result<QJsonObject> &readBack) {
                answered(s, created, readBack ? *readBack : QJsonObject(), out);
            });
        });
}

void Verifier::answered(const Session &s, const Result<net::Created> &created, const QJsonObject &readBack,
    const core::Deferred<Session> &out)
{
    {
        if (!created && !s.campaign.isEmpty())
            m_launchFaults.insert(s.id.str(), created.error());
        const auto step = [this, created, readBack](const Session &now) -> Result<store::SessionStep> {
            store::SessionStep to;
            to.session = now;
            SessionEvent e = SessionEvent::Created;
            store::SessionNote note{m_context.clock->now(), QStringLiteral("created"), {}};
            // A callback may have come before this answer and moved the session on: only what is missing is added.
            const bool isMoved = now.state != SessionState::Launching && now.state != SessionState::LaunchUnknown;
            if (created) {
                if (!now.providerId.isEmpty() && now.providerId != created->session) {
                    to.session.state = SessionState::NeedsReview;
                    to.session.closingReason = domain::reviewReasonKey(domain::ReviewReason::OtherSession);
                    to.notes << store::SessionNote{m_context.clock->now(), QStringLiteral("result"),
                        {{QStringLiteral("state"), domain::stateKey(SessionState::NeedsReview)},
                            {QStringLiteral("cause"), to.session.closingReason}}};
                    to.audit << auditEvent(to.session, QStringLiteral("verification.result"), QStringLiteral("noted"));
                    return to;
                }
                to.session.providerId = created->session;
                note.detail = readBack;
                if (created->expiresAt && *created->expiresAt > now.createdAt)
                    to.session.expiresAt = *created->expiresAt;
            } else {
                const core::Error &error = created.error();
                e = error.mayHaveReachedServer ? SessionEvent::LaunchUnanswered : SessionEvent::LaunchRefused;
                note.kind = error.mayHaveReachedServer ? QStringLiteral("unanswered") : QStringLiteral("refused");
                note.detail = {{QStringLiteral("code"), core::codeName(error.code)},
                    {QStringLiteral("status"), error.httpStatus}, {QStringLiteral("requestId"), error.requestId}};
                if (!isMoved)
                    to.session.closingReason = domain::userMessage(error, domain::Vendor::Provider).headline;
            }
            const auto t = domain::next(now.state, e);
            if (t.kind == domain::Transition::Move)
                to.session.state = t.to;
            if (domain::isTerminal(to.session.state) && !isMoved)
                to.session.closedAt = m_context.clock->now();
            if (to.session.state == SessionState::Pending) {
                const auto plan = domain::planFor(to.session, m_connections.tenant);
                to.session.writeBack = domain::writeBackKey(domain::initialWriteBack(plan, m_connections.tenant));
            }
            to.notes << note;
            auto audit = auditEvent(to.session, QStringLiteral("verification.start"),
                created ? QStringLiteral("done") : QStringLiteral("failed"));
            if (!created)
                audit.data.insert(QStringLiteral("error"), core::codeName(created.error().code));
            to.audit << audit;
            return to;
        };
        if (created && !created->invitationUrl.isEmpty())
            m_links.insert(s.id.str(), created->invitationUrl);
        // The provider's answer is nowhere else: it is written whenever the ledger can be written again.
        const auto stored = keepTrying<Session>(
            this, [this, id = s.id, step] { return change(id, step); },
            [this](const core::Error &e) { Q_EMIT unwritten(e.text); });
        core::whenDone<Session>(stored, this, [this, out](Result<Session> now) {
            core::killPoint("session-stored");
            if (now)
                settled(*now);
            out.resolve(std::move(now));
        });
    }
}

} // namespace services
