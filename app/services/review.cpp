#include "domain/judgement.h"
#include "domain/principal.h"
#include "domain/resultproof.h"
#include "net/iiq/scim.h"
#include "services/recovery.h"
#include "services/runtime.h"
#include "services/verifier.h"
#include "services/workspace.h"
#include <QCoreApplication>
#include <QJsonDocument>

// A held result and the second person.
namespace services {

using core::Async;
using core::ErrorCode;
using core::Result;
using core::SecretPtr;
using core::Unit;
using domain::Session;
using domain::SessionEvent;

static QString say(const char *text) { return QCoreApplication::translate("Recovery", text); }

QString Recovery::operatorSetting(const QString &operatorName) const { return domain::operatorSetting(m_runtime.tenant.id, operatorName); }

Async<QString> Recovery::operatorIdentity() { return m_context.ledger.setting(operatorSetting(m_context.operatorName)); }

// IdentityIQ's clients belong to nobody: there a person signs in with their own user name and password, once.
Async<QString> Recovery::iiqIdentityBehind(const SecretPtr &userName, const SecretPtr &password)
{
    const QString name = QString::fromUtf8(userName->reveal().toByteArray());
    core::Deferred<QString> out;
    core::whenDone<Unit>(net::iiq::signInOnce(m_runtime.api, name, password), this, [this, name, out](const core::Status &r) {
        if (!r && r.error().code == ErrorCode::Unauthorized)
            return out.resolve(core::makeError(ErrorCode::Unauthorized, say(QT_TRANSLATE_NOOP("Recovery", "IdentityIQ does not accept the user name and password that were typed here. Where only single sign-on is allowed, nobody can sign in here."))));
        if (!r && r.error().code == ErrorCode::Forbidden)
            return out.resolve(core::makeError(ErrorCode::Forbidden, say(QT_TRANSLATE_NOOP("Recovery", "IdentityIQ answers this user name with 403 and does not say whether the password is right. The sign-in needs the right to call /rest/ping: an administrator of IdentityIQ can give it, or somebody who has it signs in."))));
        if (!r)
            return out.resolve(r.error());
        core::whenDone<net::sailpoint::RawPage>(net::iiq::listUsers(m_runtime.api, 0, 2, domain::scimEquals(QStringLiteral("userName"), name)), this, [out, name](const Result<net::sailpoint::RawPage> &page) {
            if (!page)
                return out.resolve(page.error());
            const QJsonArray found = QJsonDocument::fromJson(page->body).object().value(QLatin1String("Resources")).toArray();
            const QJsonObject only = found.size() == 1 ? found.first().toObject() : QJsonObject();
            // A server that ignores the filter answers with somebody else.
            const bool isNamed = only.value(QLatin1String("userName")).toString().compare(name, Qt::CaseInsensitive) == 0;
            const QString id = isNamed ? only.value(QLatin1String("id")).toString() : QString();
            out.resolve(id.isEmpty() ? Result<QString>(core::makeError(ErrorCode::Conflict, say(QT_TRANSLATE_NOOP("Recovery", "IdentityIQ shows nobody, or more than one person, with this user name.")))) : Result<QString>(id));
        });
    });
    return out.future();
}

// One token, for one question; it dies with this call.
Async<QString> Recovery::identityBehind(const SecretPtr &clientId, const SecretPtr &clientSecret)
{
    if (domain::isIdentityIq(m_runtime.tenant))
        return iiqIdentityBehind(clientId, clientSecret);
    auto tokens = std::make_shared<net::sailpoint::Tokens>(m_runtime.sailpointHttp, m_runtime.tenant.sailpointUrl, QString::fromUtf8(clientId->reveal().toByteArray()),
                                                           [clientSecret] { return core::ready<SecretPtr>(clientSecret); }, m_context.clock);
    core::Deferred<QString> out;
    core::whenDone<SecretPtr>(tokens->token(), this, [tokens, out](const Result<SecretPtr> &r) {
        if (!r && r.error().code == ErrorCode::Unauthorized)
            return out.resolve(core::makeError(ErrorCode::Unauthorized, say(QT_TRANSLATE_NOOP("Recovery", "SailPoint does not accept the client ID and secret that were typed here."))));
        if (!r)
            return out.resolve(r.error());
        if (tokens->info().identityId.isEmpty())
            return out.resolve(core::makeError(ErrorCode::Conflict, say(QT_TRANSLATE_NOOP("Recovery", "These credentials belong to no person: a personal access token is needed, not an API client."))));
        out.resolve(tokens->info().identityId);
    });
    return out.future();
}

Async<QString> Recovery::registerOperator(const SecretPtr &clientId, const SecretPtr &clientSecret)
{
    if (!clientId || !clientSecret || clientId->isEmpty() || clientSecret->isEmpty())
        return core::ready<QString>(core::fieldError(QStringLiteral("secrets"), say(QT_TRANSLATE_NOOP("Recovery", "The operator registers with an own SailPoint personal access token: client ID and secret; with IdentityIQ, user name and password."))));
    return core::andThen<QString>(identityBehind(clientId, clientSecret), this, [this](const QString &identity) {
        domain::AuditEvent a;
        a.actor = m_context.operatorName;
        a.action = QStringLiteral("operator.register");
        a.tenant = m_runtime.tenant.id.str();
        a.subject = identity;
        a.outcome = QStringLiteral("done");
        return core::andThen<Unit>(m_context.ledger.audit(a), this, [this, identity](Unit) {
            return core::mapped<QString, Unit>(m_context.ledger.setSetting(operatorSetting(m_context.operatorName), identity), this, [identity](Unit) -> Result<QString> { return identity; });
        });
    });
}

namespace {

core::Error conflict(const char *text) { return core::makeError(ErrorCode::Conflict, say(text)); }

std::optional<core::Error> faultOf(const Session &s, bool isAccepted, const QString &comment)
{
    if (s.state != domain::SessionState::Held)
        return conflict(QT_TRANSLATE_NOOP("Recovery", "This result is not held: there is nothing to decide."));
    if (isAccepted && !domain::canBeAccepted(s))
        return conflict(QT_TRANSLATE_NOOP("Recovery", "Nobody can accept this: only a new verification helps."));
    if (comment.trimmed().isEmpty() || comment.size() > 1000)
        return core::fieldError(QStringLiteral("comment"), say(QT_TRANSLATE_NOOP("Recovery", "A comment of 1 to 1,000 characters says why.")));
    return std::nullopt;
}

} // namespace

static QString obstacleText(domain::ReviewObstacle o)
{
    using domain::ReviewObstacle;
    switch (o) {
    case ReviewObstacle::None: return {};
    case ReviewObstacle::NotSignedIn: return say(QT_TRANSLATE_NOOP("Recovery", "These credentials belong to no person: a personal access token is needed, not an API client."));
    case ReviewObstacle::StarterUnknown: return say(QT_TRANSLATE_NOOP("Recovery", "It is not known who started this verification, so nobody can be somebody else. Only a new one helps."));
    case ReviewObstacle::OwnVerification: return say(QT_TRANSLATE_NOOP("Recovery", "Nobody decides about the own verification."));
    case ReviewObstacle::Starter: return say(QT_TRANSLATE_NOOP("Recovery", "Whoever started this verification, or released what started it, does not decide about it."));
    case ReviewObstacle::TokenOwner:
    case ReviewObstacle::DeskOperator: break;
    }
    return say(QT_TRANSLATE_NOOP("Recovery", "The second person must be somebody else than the operator and than the owner of the tenant's credentials."));
}

Async<QString> Recovery::secondPerson(const std::optional<Session> &session, const SecretPtr &clientId, const SecretPtr &clientSecret)
{
    if (!clientId || !clientSecret || clientId->isEmpty() || clientSecret->isEmpty())
        return core::ready<QString>(core::fieldError(QStringLiteral("secrets"), say(QT_TRANSLATE_NOOP("Recovery", "The second person signs in with an own SailPoint personal access token: client ID and secret; with IdentityIQ, user name and password."))));
    return core::andThen<QString>(operatorIdentity(), this, [this, session, clientId, clientSecret](const QString &operatorId) {
        if (operatorId.isEmpty() && (!session || session->startedAs != domain::StartedAs::Program))
            return core::ready<QString>(conflict(QT_TRANSLATE_NOOP("Recovery", "Nobody knows who sits here: register the operator's SailPoint identity first (Settings, Tenants).")));
        // The person behind the tenant's own token may not be the second one either: it is asked for before anything is compared.
        return core::andThen<SecretPtr>(m_runtime.api.tokens().token(), this, [this, session, clientId, clientSecret, operatorId](const SecretPtr &) {
            return core::mapped<QString, QString>(identityBehind(clientId, clientSecret), this, [this, session, operatorId](const QString &reviewer) -> Result<QString> {
                Session s = session.value_or(Session());
                if (!session) { // about no session: whoever sits here is whoever wants it
                    s.startedAs = domain::StartedAs::Person;
                    s.startedBy = operatorId;
                }
                const bool isIq = domain::isIdentityIq(m_runtime.tenant);
                const QString owner = isIq ? m_runtime.tenant.identityIq.operatorId : m_runtime.api.tokens().info().identityId;
                const auto obstacle = domain::mayDecide(s, {reviewer, owner, operatorId});
                if (obstacle != domain::ReviewObstacle::None)
                    return core::makeError(ErrorCode::Conflict, obstacleText(obstacle));
                return reviewer;
            });
        });
    });
}

Async<Session> Recovery::review(const core::SessionId &id, bool isAccepted, const QString &comment, const SecretPtr &clientId, const SecretPtr &clientSecret)
{
    if (m_runtime.tenant.readOnly)
        return core::ready<Session>(conflict(QT_TRANSLATE_NOOP("Recovery", "This tenant is locked: read only.")));
    return core::andThen<Session>(m_workspace.verifier().session(id), this, [this, id, isAccepted, comment, clientId, clientSecret](const Session &s) {
        if (const auto fault = faultOf(s, isAccepted, comment))
            return core::ready<Session>(*fault);
        return core::andThen<QString>(secondPerson(s, clientId, clientSecret), this, [this, id, isAccepted, comment](const QString &reviewer) { return decided(id, isAccepted, comment, reviewer); });
    });
}

Async<Session> Recovery::decided(const core::SessionId &id, bool isAccepted, const QString &comment, const QString &reviewer)
{
    const auto done = m_workspace.verifier().changeByFacts(id, [this, isAccepted, comment, reviewer](const store::SessionFacts &facts) -> Result<store::SessionStep> {
        const Session &now = facts.session;
        if (const auto fault = faultOf(now, isAccepted, comment))
            return *fault;
        if (isAccepted && domain::rowProof(now, facts.recorded) != domain::RowProof::Proved)
            return conflict(QT_TRANSLATE_NOOP("Recovery", "The log does not prove what this session says. Nobody can accept it: only a new verification helps."));
        const auto t = domain::next(now.state, isAccepted ? SessionEvent::ReviewAccepted : SessionEvent::ReviewRejected);
        store::SessionStep to;
        to.session = now;
        to.session.state = t.to;
        to.session.closedAt = m_context.clock->now();
        to.session.reviewer = reviewer;
        const QString decision = isAccepted ? QStringLiteral("accepted") : QStringLiteral("rejected");
        const QString cause = now.closingReason;
        to.session.closingReason = isAccepted ? QString() : say(QT_TRANSLATE_NOOP("Recovery", "A second person decided that this is somebody else."));
        const auto plan = domain::planFor(to.session, m_runtime.tenant);
        to.session.writeBack = domain::writeBackKey(domain::initialWriteBack(plan, m_runtime.tenant));
        to.session.writeBackDetail.clear();
        to.notes << store::SessionNote{*to.session.closedAt, QStringLiteral("review"), {{QStringLiteral("decision"), decision}, {QStringLiteral("reviewer"), reviewer}, {QStringLiteral("cause"), cause}}};
        auto a = event(to.session, QStringLiteral("verification.review"), QStringLiteral("done"));
        a.data.insert(QStringLiteral("decision"), decision);
        a.data.insert(QStringLiteral("reviewer"), reviewer);
        a.data.insert(QStringLiteral("cause"), cause);
        a.data.insert(domain::resultDigestKey, domain::resultDigest(to.session));
        a.personal << domain::personal(QStringLiteral("comment"), comment.trimmed());
        to.audit << a;
        return to;
    });
    core::whenDone<Session>(done, this, [this](const Result<Session> &s) {
        if (s)
            m_workspace.verifier().settle(*s);
    });
    return done;
}

static std::optional<core::Error> commentFault(const QString &comment)
{
    if (comment.trimmed().isEmpty() || comment.size() > 1000)
        return core::fieldError(QStringLiteral("comment"), say(QT_TRANSLATE_NOOP("Recovery", "A comment of 1 to 1,000 characters says why.")));
    return std::nullopt;
}

Async<Session> Recovery::acceptActivity(const core::SessionId &id, const QString &comment, const SecretPtr &clientId, const SecretPtr &clientSecret)
{
    if (const auto fault = commentFault(comment))
        return core::ready<Session>(*fault);
    return core::andThen<Session>(m_workspace.verifier().session(id), this, [this, id, comment, clientId, clientSecret](const Session &s) {
        return core::andThen<QString>(secondPerson(s, clientId, clientSecret), this, [this, id, comment](const QString &reviewer) {
            return m_workspace.verifier().change(id, [this, comment, reviewer](const Session &now) -> Result<store::SessionStep> {
                store::SessionStep to;
                to.session = now;
                to.isChanged = false;
                to.notes << store::SessionNote{m_context.clock->now(), QStringLiteral("activity-accepted"), {{QStringLiteral("reviewer"), reviewer}}};
                auto a = event(now, QStringLiteral("recovery.activity-accepted"), QStringLiteral("done"));
                a.data.insert(QStringLiteral("reviewer"), reviewer);
                a.personal << domain::personal(QStringLiteral("comment"), comment.trimmed());
                to.audit << a;
                return to;
            });
        });
    });
}

Async<Unit> Recovery::acceptClock(const QString &comment, const SecretPtr &clientId, const SecretPtr &clientSecret)
{
    if (const auto fault = commentFault(comment))
        return core::ready<Unit>(*fault);
    return core::andThen<QString>(secondPerson(std::nullopt, clientId, clientSecret), this, [this, comment](const QString &reviewer) {
        // The sign-in asked SailPoint: a clock that is wrong now is not accepted, only a log that lies ahead of a right one.
        if (domain::timeDoubt(m_context.clock->now(), m_runtime.vendorTime(), 0) != domain::TimeDoubt::None)
            return core::ready<Unit>(conflict(QT_TRANSLATE_NOOP("Recovery", "This computer's clock differs from the vendor's by more than five minutes. Set the clock right, then try again.")));
        domain::AuditEvent a;
        a.actor = m_context.operatorName;
        a.action = QStringLiteral("audit.accept-clock");
        a.tenant = m_runtime.tenant.id.str();
        a.subject = QStringLiteral("clock");
        a.outcome = QStringLiteral("done");
        a.data = {{QStringLiteral("reviewer"), reviewer}};
        a.personal << domain::personal(QStringLiteral("comment"), comment.trimmed());
        return m_context.ledger.audit(a);
    });
}

} // namespace services
