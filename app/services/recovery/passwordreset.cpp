#include "services/recovery/passwordreset.h"
#include "core/killpoint.h"
#include "domain/identities/contact.h"
#include "domain/recovery/recoveryevents.h"
#include "domain/recovery/resetaddress.h"
#include "net/sailpoint/resets.h"
#include "services/identities/identitydirectory.h"
#include "services/readiness/signin.h"
#include "services/recovery/gatereader.h"
#include "services/recovery/recoverytext.h"
#include "services/tenants/internal/tenantconnections.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessions.h"
#include "services/verification/verificationpolicy.h"
#include "services/verification/verifier.h"
#include <memory>

namespace services {

using core::Async;
using core::ErrorCode;
using core::Result;
using core::Unit;
using domain::GateFacts;
using domain::RecoveryGate;
using domain::Session;

PasswordReset::PasswordReset(const Sources &sources, QObject *parent)
    : QObject(parent), m_connections(sources.connections), m_context(sources.context),
      m_tenantSession(sources.tenantSession), m_activity(sources.activity), m_gate(sources.gate),
      m_signIn(sources.signIn)
{
}

PasswordReset::~PasswordReset() = default;

static std::optional<core::Error> addressFault(domain::ResetAddressFault fault)
{
    using domain::ResetAddressFault;
    switch (fault) {
    case ResetAddressFault::None: break;
    case ResetAddressFault::NoAddress:
        return core::fieldError(QStringLiteral("via"),
            sayRecovery(QT_TRANSLATE_NOOP("Recovery", "The directory holds no such address for this person.")));
    case ResetAddressFault::Changed:
        return core::makeError(ErrorCode::Conflict,
            sayRecovery(QT_TRANSLATE_NOOP(
                "Recovery", "The address in the directory changed meanwhile. Nothing was sent; look at it again.")));
    case ResetAddressFault::ReasonMissing:
        return core::fieldError(QStringLiteral("contact-reason"),
            sayRecovery(QT_TRANSLATE_NOOP(
                "Recovery", "This address changed in the last 14 days, or its age is not known. Say why it is used.")));
    }
    return std::nullopt;
}

// SailPoint, not the local copy, says whether the account is active.
Async<Session> PasswordReset::send(const core::SessionId &id, const ResetRequest &request)
{
    if (domain::isIdentityIq(m_connections.tenant))
        return core::ready<Session>(domain::notAvailableWith(m_connections.tenant.product));
    using domain::ActivityTable;
    using domain::ContactHistory;
    using domain::Identity;
    using domain::VerificationPolicy;
    const auto asked = std::make_shared<Asked>();
    asked->id = id;
    asked->request = request;
    const auto person = core::andThen<Session>(m_tenantSession.verifier().sessions().session(id), this,
        [this](const Session &s) { return m_tenantSession.directory().refresh(s.request.identity); });
    const auto history = core::andThen<Identity>(person, this, [this, asked](const Identity &p) {
        asked->person = p;
        return m_tenantSession.directory().contactHistory(p.id);
    });
    const auto table = core::andThen<ContactHistory>(history, this, [this, asked](const ContactHistory &h) {
        const ResetRequest &r = asked->request;
        const auto found = domain::resetAddressFault(
            asked->person, h, {r.via, r.expectedAddress, r.contactReason}, m_context.clock->now());
        if (const auto fault = addressFault(found))
            return core::ready<ActivityTable>(*fault);
        return m_activity.table();
    });
    const auto word = core::andThen<ActivityTable>(table, this, [this, asked](const ActivityTable &known) {
        asked->table = known;
        return m_activity.identityState(asked->person);
    });
    const auto policy = core::andThen<QString>(word, this, [this, asked](const QString &said) {
        asked->seen = m_activity.seenBy(said, asked->id, asked->person, asked->table);
        return readPolicy(m_context, this);
    });
    const auto principal = core::andThen<VerificationPolicy>(policy, this, [this, asked](const VerificationPolicy &p) {
        asked->heldDifferences = p.heldDifferences;
        return m_signIn.operatorIdentity();
    });
    return core::andThen<QString>(principal, this, [this, asked](const QString &who) {
        asked->principal = who;
        return sendOnce(*asked);
    });
}

Async<Session> PasswordReset::sendOnce(const Asked &asked)
{
    const ResetRequest &request = asked.request;
    const QString address = domain::addressOf(asked.person, request.via);
    core::Deferred<Session> out;
    const auto intent = m_tenantSession.verifier().sessions().changeByFacts(
        asked.id, [this, request, asked, address](const domain::SessionFacts &facts) -> Result<domain::SessionStep> {
            GateFacts f = m_gate.facts(facts, asked.principal, asked.seen);
            f.heldDifferences = asked.heldDifferences;
            const RecoveryGate g = domain::recoveryGate(facts.session, f);
            if (!g.isOpen())
                return core::makeError(ErrorCode::Conflict, gateSentence(g));
            domain::SessionStep to;
            to.session = facts.session;
            to.session.resetState = QStringLiteral("asking");
            to.session.resetAt = m_context.clock->now();
            to.session.resetVia = domain::resetViaKey(request.via);
            to.audit << domain::resetAnnouncedEvent(
                m_context.operatorName, to.session, asked.principal, domain::maskEmail(address), request.contactReason);
            return to;
        });
    core::whenDone<Session>(intent, this, [this, request, out](const Result<Session> &stored) {
        if (!stored)
            return out.resolve(stored.error());
        core::killPoint("reset-intent");
        post(*stored, request, out);
    });
    return out.future();
}

void PasswordReset::post(const Session &s, const ResetRequest &request, const core::Deferred<Session> &out)
{
    core::whenDone<Unit>(net::sailpoint::sendAccountReset(m_connections.api, s.request.identity,
                             domain::resetViaKey(request.via), request.sourceName),
        this, [this, s, out](const core::Status &r) {
            core::killPoint("reset-answered");
            const auto stored = m_tenantSession.verifier().sessions().change(
                s.id, [this, r](const Session &now) -> Result<domain::SessionStep> {
                    domain::SessionStep to;
                    to.session = now;
                    to.session.resetState = domain::resetStateAfter(r);
                    to.notes << domain::SessionNote{m_context.clock->now(), QStringLiteral("reset"),
                        {{QStringLiteral("state"), to.session.resetState}, {QStringLiteral("via"), now.resetVia}}};
                    to.audit << domain::resetAnsweredEvent(m_context.operatorName, to.session, r);
                    return to;
                });
            core::whenDone<Session>(stored, this, [r, out](const Result<Session> &done) {
                if (!r)
                    out.resolve(r.error());
                else
                    out.resolve(done);
            });
        });
}

} // namespace services
