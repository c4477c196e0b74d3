#include "services/recovery.h"
#include "core/killpoint.h"
#include "domain/contact.h"
#include "net/sailpoint/resets.h"
#include "services/runtime.h"
#include "services/verifier.h"
#include "services/workspace.h"
#include <QCoreApplication>
#include <openssl/crypto.h>

namespace services {

using core::Async;
using core::ErrorCode;
using core::Result;
using core::Unit;
using domain::Gate;
using domain::GateObstacle;
using domain::Session;

static QString say(const char *text) { return QCoreApplication::translate("Recovery", text); }

QString gateSentence(const Gate &g)
{
    switch (g.obstacle) {
    case GateObstacle::None: return {};
    case GateObstacle::OtherReason: return say(QT_TRANSLATE_NOOP("Recovery", "Only a verification for account recovery opens a password reset."));
    case GateObstacle::OtherOperator: return say(QT_TRANSLATE_NOOP("Recovery", "Only the operator who started this verification can send the reset."));
    case GateObstacle::NotVerified: return say(QT_TRANSLATE_NOOP("Recovery", "The reset opens when the person is verified."));
    case GateObstacle::TooOld: return say(QT_TRANSLATE_NOOP("Recovery", "The result is older than 15 minutes. Verify again."));
    case GateObstacle::AlreadyUsed: return say(QT_TRANSLATE_NOOP("Recovery", "A reset was sent for this verification. Another one needs another verification."));
    case GateObstacle::Unknown: return say(QT_TRANSLATE_NOOP("Recovery", "SailPoint did not answer: the e-mail may have been sent. Ask the caller; another try needs another verification."));
    case GateObstacle::Locked: return say(QT_TRANSLATE_NOOP("Recovery", "This tenant is locked: read only."));
    case GateObstacle::Conditions: break;
    }
    if (g.marks[size_t(domain::GateCondition::CallerBound)] != domain::GateMark::Met)
        return say(QT_TRANSLATE_NOOP("Recovery", "Ask the caller for the last four characters of the link."));
    return say(QT_TRANSLATE_NOOP("Recovery", "The account is not active in SailPoint."));
}

Recovery::Recovery(Runtime &runtime, Context &context, Workspace &workspace) : m_runtime(runtime), m_context(context), m_workspace(workspace) {}

domain::AuditEvent Recovery::event(const Session &s, const QString &action, const QString &outcome) const
{
    domain::AuditEvent a;
    a.actor = m_context.operatorName;
    a.action = action;
    a.tenant = s.tenant.str();
    a.subject = s.id.str();
    a.outcome = outcome;
    a.data = {{QStringLiteral("identity"), s.request.identity.str()}, {QStringLiteral("ticket"), s.request.ticket}, {QStringLiteral("state"), domain::stateKey(s.state)}};
    return a;
}

Async<Gate> Recovery::gate(const core::SessionId &id)
{
    return core::andThen<Session>(m_workspace.verifier().session(id), this, [this](const Session &s) {
        core::Deferred<Gate> out;
        core::whenDone<domain::Identity>(m_workspace.person(s.request.identity), this, [this, s, out](const Result<domain::Identity> &p) {
            const std::optional<bool> isActive = p ? domain::isAccountActive(*p) : std::nullopt;
            out.resolve(domain::recoveryGate(s, isActive, m_context.operatorName, m_runtime.tenant.readOnly, m_context.clock->now()));
        });
        return out.future();
    });
}

Async<Session> Recovery::bind(const core::SessionId &id, const QString &how)
{
    return m_workspace.verifier().change(id, [this, how](const Session &now) -> Result<store::SessionStep> {
        store::SessionStep to;
        to.session = now;
        if (now.operatorName != m_context.operatorName)
            return core::makeError(ErrorCode::Conflict, say(QT_TRANSLATE_NOOP("Recovery", "Only the operator who started this verification can say that the caller holds the link.")));
        if (how == QLatin1String("qr") && now.request.delivery != domain::Delivery::Link)
            return core::makeError(ErrorCode::Conflict, say(QT_TRANSLATE_NOOP("Recovery", "This link was sent, not shown: ask for its last four characters.")));
        if (!domain::isOpen(now.state) && now.state != domain::SessionState::Verified && now.state != domain::SessionState::Held)
            return core::makeError(ErrorCode::Conflict, say(QT_TRANSLATE_NOOP("Recovery", "This session is closed.")));
        if (now.boundAt) {
            to.isChanged = false;
            return to;
        }
        to.session.boundAt = m_context.clock->now();
        to.session.boundHow = how;
        to.notes << store::SessionNote{*to.session.boundAt, QStringLiteral("bound"), {{QStringLiteral("how"), how}}};
        auto a = event(to.session, QStringLiteral("recovery.caller-bound"), QStringLiteral("done"));
        a.data.insert(QStringLiteral("how"), how);
        to.audit << a;
        return to;
    });
}

static int wrongCodes(const QList<domain::SessionNote> &notes)
{
    return int(std::count_if(notes.begin(), notes.end(), [](const auto &n) { return n.kind == QLatin1String("wrong-code"); }));
}

static core::Error tooManyCodes() { return core::makeError(ErrorCode::Conflict, say(QT_TRANSLATE_NOOP("Recovery", "Five wrong codes were entered. Start a new verification."))); }

Async<Session> Recovery::bindByQr(const core::SessionId &id)
{
    return core::andThen<QList<domain::SessionNote>>(m_workspace.verifier().notes(id), this, [this, id](const QList<domain::SessionNote> &notes) {
        return wrongCodes(notes) >= domain::mostCodeTries ? core::ready<Session>(tooManyCodes()) : bind(id, QStringLiteral("qr"));
    });
}

Async<Session> Recovery::bindByCode(const core::SessionId &id, const QString &code)
{
    return core::andThen<QList<domain::SessionNote>>(m_workspace.verifier().notes(id), this, [this, id, code](const QList<domain::SessionNote> &notes) {
        QByteArray known;
        for (const auto &n : notes) {
            if (n.detail.contains(QLatin1String("readBack")))
                known = n.detail.value(QLatin1String("readBack")).toString().toLatin1();
        }
        if (known.isEmpty())
            return core::ready<Session>(core::makeError(ErrorCode::Conflict, say(QT_TRANSLATE_NOOP("Recovery", "This session's link is not known here, so there is no code to compare."))));
        if (wrongCodes(notes) >= domain::mostCodeTries)
            return core::ready<Session>(tooManyCodes());
        const QByteArray given = domain::codeDigest(code, id.str());
        if (given.size() == known.size() && CRYPTO_memcmp(given.constData(), known.constData(), size_t(known.size())) == 0)
            return bind(id, QStringLiteral("code"));
        const auto noted = m_workspace.verifier().change(id, [this](const Session &now) -> Result<store::SessionStep> {
            store::SessionStep to;
            to.session = now;
            to.isChanged = false;
            to.notes << store::SessionNote{m_context.clock->now(), QStringLiteral("wrong-code"), {}};
            to.audit << event(now, QStringLiteral("recovery.wrong-code"), QStringLiteral("refused"));
            return to;
        });
        return core::mapped<Session, Session>(noted, this, [](const Session &) -> Result<Session> {
            return core::makeError(ErrorCode::Rejected, say(QT_TRANSLATE_NOOP("Recovery", "That is not the code of this link.")));
        });
    });
}

Async<Session> Recovery::sendReset(const core::SessionId &id, const ResetRequest &request)
{
    if (domain::isIdentityIq(m_runtime.tenant))
        return core::ready<Session>(domain::notAvailableWith(m_runtime.tenant.product));
    return core::andThen<Session>(m_workspace.verifier().session(id), this, [this, id, request](const Session &s) {
        // SailPoint, not the local copy, says whether the account is active.
        return core::andThen<domain::Identity>(m_workspace.refresh(s.request.identity), this, [this, id, request](const domain::Identity &p) {
            return core::andThen<domain::ContactHistory>(m_workspace.contactHistory(p.id), this, [this, id, request, p](const domain::ContactHistory &history) {
                const auto channel = domain::isPersonal(request.via) ? domain::Channel::PersonalEmail : domain::Channel::WorkEmail;
                const QString address = domain::isPersonal(request.via) ? p.personalEmail : p.email;
                if (address.isEmpty())
                    return core::ready<Session>(core::fieldError(QStringLiteral("via"), say(QT_TRANSLATE_NOOP("Recovery", "The directory holds no such address for this person."))));
                if (!request.expectedAddress.isEmpty() && request.expectedAddress != address)
                    return core::ready<Session>(core::makeError(ErrorCode::Conflict, say(QT_TRANSLATE_NOOP("Recovery", "The address in the directory changed meanwhile. Nothing was sent; look at it again."))));
                if (domain::contactAge(history, channel, m_context.clock->now()) != domain::ContactAge::Unchanged && request.contactReason.trimmed().isEmpty())
                    return core::ready<Session>(core::fieldError(QStringLiteral("contact-reason"), say(QT_TRANSLATE_NOOP("Recovery", "This address changed in the last 14 days, or its age is not known. Say why it is used."))));
                const std::optional<bool> isActive = domain::isAccountActive(p);
                core::Deferred<Session> out;
                const auto intent = m_workspace.verifier().change(id, [this, request, isActive, address](const Session &now) -> Result<store::SessionStep> {
                    const Gate g = domain::recoveryGate(now, isActive, m_context.operatorName, m_runtime.tenant.readOnly, m_context.clock->now());
                    if (!g.isOpen())
                        return core::makeError(ErrorCode::Conflict, gateSentence(g));
                    store::SessionStep to;
                    to.session = now;
                    to.session.resetState = QStringLiteral("asking");
                    to.session.resetAt = m_context.clock->now();
                    to.session.resetVia = domain::resetViaKey(request.via);
                    auto a = event(to.session, QStringLiteral("recovery.reset"), QStringLiteral("intent"));
                    a.data.insert(QStringLiteral("via"), to.session.resetVia);
                    a.personal << domain::personal(QStringLiteral("sentTo"), domain::maskEmail(address));
                    if (!request.contactReason.isEmpty())
                        a.personal << domain::personal(QStringLiteral("contactReason"), request.contactReason.left(500));
                    to.audit << a;
                    return to;
                });
                core::whenDone<Session>(intent, this, [this, request, out](const Result<Session> &stored) {
                    if (!stored)
                        return out.resolve(stored.error());
                    core::killPoint("reset-intent");
                    post(*stored, request, out);
                });
                return out.future();
            });
        });
    });
}

void Recovery::post(const Session &s, const ResetRequest &request, const core::Deferred<Session> &out)
{
    core::whenDone<Unit>(net::sailpoint::sendAccountReset(m_runtime.api, s.request.identity, domain::resetViaKey(request.via), request.sourceName), this, [this, s, out](const core::Status &r) {
        core::killPoint("reset-answered");
        const auto stored = m_workspace.verifier().change(s.id, [this, r](const Session &now) -> Result<store::SessionStep> {
            store::SessionStep to;
            to.session = now;
            to.session.resetState = r ? QStringLiteral("asked") : r.error().mayHaveReachedServer ? QStringLiteral("unknown") : QStringLiteral("refused");
            to.notes << store::SessionNote{m_context.clock->now(), QStringLiteral("reset"), {{QStringLiteral("state"), to.session.resetState}, {QStringLiteral("via"), now.resetVia}}};
            auto a = event(to.session, QStringLiteral("recovery.reset"), r ? QStringLiteral("done") : QStringLiteral("failed"));
            a.data.insert(QStringLiteral("via"), now.resetVia);
            if (!r)
                a.data.insert(QStringLiteral("error"), core::codeName(r.error().code));
            to.audit << a;
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
