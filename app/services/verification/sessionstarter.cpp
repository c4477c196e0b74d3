#include "services/verification/sessionstarter.h"
#include "core/killpoint.h"
#include "core/logfailure.h"
#include "domain/audit/sessionevents.h"
#include "domain/identities/contact.h"
#include "domain/recovery/recovery.h"
#include "domain/tenants/callbackaddress.h"
#include "domain/tenants/principal.h"
#include "domain/tenants/tenantguard.h"
#include "domain/verification/startobstacles.h"
#include "services/identities/identitydirectory.h"
#include "services/tenants/internal/tenantconnections.h"
#include "services/verification/invitationlinks.h"
#include "services/verification/keeptrying.h"
#include "services/verification/launchstep.h"
#include "services/verification/readback.h"
#include "services/verification/sessioncontrol.h"
#include "services/verification/sessions.h"
#include "services/verification/verificationpolicy.h"
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

SessionStarter::SessionStarter(TenantConnections &connections, Context &context, Sessions &sessions,
    SessionControl &control, InvitationLinks &links, IdentityDirectory &directory)
    : m_connections(connections), m_context(context), m_sessions(sessions), m_control(control), m_links(links),
      m_directory(directory)
{
}

bool SessionStarter::canSend(domain::Delivery delivery) const
{
    return m_connections.provider->canSend(delivery);
}

std::optional<core::Error> SessionStarter::takeLaunchFault(const core::SessionId &id)
{
    const auto it = m_launchFaults.find(id.str());
    if (it == m_launchFaults.end())
        return std::nullopt;
    const core::Error fault = *it;
    m_launchFaults.erase(it);
    return fault;
}

QString SessionStarter::callbackUrl() const
{
    const domain::Tenant &tenant = m_connections.tenant;
    const bool isSimulator = tenant.environment == domain::Environment::Simulator;
    return tenant.callbackBaseUrl.isEmpty() && isSimulator ? m_localCallback : domain::callbackUrl(tenant);
}

QString SessionStarter::obstacle(const domain::Identity &person, const domain::VerificationRequest &request) const
{
    return domain::startObstacle(person, request,
        {m_connections.tenant.readOnly, m_connections.tenant.secretsMissing, canSend(request.delivery),
            m_connections.provider->takesSeveralDocuments()});
}

// Everything that may stand against a start, asked before anything is written or ended.
Async<Unit> SessionStarter::mayStart(const domain::Identity &person, const domain::VerificationRequest &request)
{
    if (const auto locked = domain::lockFault(m_connections.tenant))
        return core::ready<Unit>(*locked);
    if (const auto fault = domain::requestFault(request))
        return core::ready<Unit>(*fault);
    if (const QString why = obstacle(person, request); !why.isEmpty())
        return core::ready<Unit>(core::fieldError(QStringLiteral("identity"), why));
    const auto fits = core::mapped<Unit, domain::VerificationPolicy>(readPolicy(m_context, this), this,
        [request](const domain::VerificationPolicy &p) { return domain::policyFault(p, request); });
    // Asked again in the transaction of the start; here so that nothing is ended for a start that cannot be.
    const auto registered = core::andThen<Unit>(fits, this, [this, request](Unit) {
        return core::mapped<Unit, QString>(m_context.ledger->settings().value(domain::operatorSetting(
                                               m_connections.tenant.id, m_context.operatorName)),
            this, [request](const QString &who) -> core::Status {
                return request.reason == domain::Reason::AccountRecovery && who.isEmpty() ? domain::operatorUnknown()
                                                                                          : core::ok();
            });
    });
    const auto earlier =
        core::andThen<Unit>(registered, this, [this, id = person.id](Unit) { return m_sessions.of(id); });
    return core::andThen<QList<Session>>(earlier, this, [this, person, request](const QList<Session> &known) {
        if (request.reason == domain::Reason::AccountRecovery && domain::mustEscalate(known, m_context.clock->now()))
            return core::ready<Unit>(core::makeError(ErrorCode::Conflict,
                QCoreApplication::translate("Verifier", "Three verifications of this person failed within 24 hours. "
                                                        "Stop and follow your escalation procedure.")));
        return core::mapped<Unit, domain::ContactHistory>(m_directory.contactHistory(person.id), this,
            [request, now = m_context.clock->now()](
                const domain::ContactHistory &h) { return domain::contactFault(h, request, now); });
    });
}

// What the provider is told to call the person.
static QString identifierFor(const domain::Identity &person, domain::Delivery delivery)
{
    if (delivery == domain::Delivery::Email || person.alias.isEmpty())
        return person.email;
    return person.email.isEmpty() || delivery == domain::Delivery::Sms ? person.alias : person.email;
}

// What a rule or campaign says beside the request is kept in the session and not in the request.
SessionStarter::StartedFor SessionStarter::takenFrom(domain::VerificationRequest &request)
{
    return {std::exchange(request.campaign, {}), std::exchange(request.releasedBy, {}),
        std::exchange(request.linkMinutes, 0), std::exchange(request.clearsVerified, false),
        std::exchange(request.isByProgram, false)};
}

Session SessionStarter::newSession(
    const domain::Identity &person, const domain::VerificationRequest &request, const StartedFor &kept) const
{
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
    s.expiresAt =
        s.createdAt +
        (kept.linkMinutes > 0 ? kept.linkMinutes : m_connections.tenant.provider.linkLifetimeMinutes) * core::minuteMs;
    s.campaign = kept.campaign;
    s.clearsVerified = kept.clearsVerified;
    s.startedAs = kept.isByProgram ? domain::StartedAs::Program : domain::StartedAs::Person;
    s.startedBy = kept.releasedBy;
    return s;
}

// A one-time value in the callback's address: only its hash is stored, and only whoever got the address knows it.
SessionStarter::CallbackAddress SessionStarter::newAddress() const
{
    CallbackAddress out{callbackUrl(), {}};
    if (!out.url.isEmpty() && !domain::callbackGoesToSailPoint(m_connections.tenant)) {
        QByteArray nonce(24, Qt::Uninitialized);
        QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(nonce.data()), 6);
        nonce = nonce.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        out.nonceHash = QString::fromLatin1(QCryptographicHash::hash(nonce, QCryptographicHash::Sha256).toHex());
        out.url += (out.url.contains(QLatin1Char('?')) ? QLatin1String("&n=") : QLatin1String("?n=")) +
                   QString::fromLatin1(nonce);
    }
    return out;
}

Async<Session> SessionStarter::start(const domain::Identity &person, domain::VerificationRequest request)
{
    request.identity = person.id;
    request.ticket = request.ticket.trimmed();
    const StartedFor kept = takenFrom(request);
    if (const auto locked = domain::lockFault(m_connections.tenant))
        return core::ready<Session>(*locked);
    if (const auto fault = domain::requestFault(request))
        return core::ready<Session>(*fault);
    if (const QString why = obstacle(person, request); !why.isEmpty())
        return core::ready<Session>(core::fieldError(QStringLiteral("identity"), why));

    const Session s = newSession(person, request, kept);
    const auto audit = domain::startAnnouncedEvent(m_context.operatorName, s, person.name, request.contactReason);
    const CallbackAddress callback = newAddress();
    core::Deferred<Session> out;
    ++m_launching;
    core::whenDone<Session>(out.future(), this, [this](const Result<Session> &) {
        if (--m_launching == 0)
            Q_EMIT idle();
    });
    const auto allowed =
        core::andThen<Unit>(mayStart(person, request), this, [this, s, nonceHash = callback.nonceHash, audit](Unit) {
            return m_context.ledger->sessions().start(s, nonceHash, audit);
        });
    core::whenDone<Unit>(allowed, this, [this, s, person, callbackUrl = callback.url, out](const core::Status &r) {
        if (!r) {
            out.resolve(r.error());
            return;
        }
        core::killPoint("intent-stored");
        core::logFailure(
            m_connections.cache->setOverlay(s.request.identity, {domain::SessionOverlay::Open, s.createdAt}), this,
            lcService, "The open verification could not be noted in the local copy.");
        post(s, person, callbackUrl, out);
    });
    return out.future();
}

void SessionStarter::post(
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

    core::whenDone<domain::CreatedSession>(
        m_connections.provider->create(r), this, [this, s, out](const Result<domain::CreatedSession> &created) {
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

void SessionStarter::answered(const Session &s, const Result<domain::CreatedSession> &created,
    const QJsonObject &readBack, const core::Deferred<Session> &out)
{
    if (!created && !s.campaign.isEmpty())
        m_launchFaults.insert(s.id.str(), created.error());
    const auto step = [this, created, readBack](const Session &now) {
        const LaunchStep launch(m_connections.tenant, m_sessions, m_context.clock->now());
        return created ? launch.afterAnswer(now, *created, readBack) : launch.afterFailure(now, created.error());
    };
    if (created && !created->invitationUrl.isEmpty())
        m_links.set(s.id, created->invitationUrl);
    // The provider's answer is nowhere else: it is written whenever the ledger can be written again.
    const auto stored = keepTrying<Session>(
        this, [this, id = s.id, step] { return m_sessions.change(id, step); },
        [this](const core::Error &e) { Q_EMIT unwritten(e.text); });
    core::whenDone<Session>(stored, this, [this, out](Result<Session> now) {
        core::killPoint("session-stored");
        if (now)
            m_sessions.finalize(*now);
        out.resolve(std::move(now));
    });
}

Async<Session> SessionStarter::replace(
    const core::SessionId &open, const domain::Identity &person, const domain::VerificationRequest &request)
{
    domain::VerificationRequest asked = request;
    asked.identity = person.id;
    asked.ticket = asked.ticket.trimmed();
    return core::andThen<Unit>(mayStart(person, asked), this, [this, open, person, asked](Unit) {
        return core::andThen<Session>(
            m_control.stop(open, QCoreApplication::translate("Verifier", "Replaced by a new verification")), this,
            [this, person, asked](const Session &) { return start(person, asked); });
    });
}

} // namespace services
