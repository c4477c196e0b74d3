#include "domain/judgement.h"
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

QString Recovery::operatorSetting(const QString &operatorName) const { return QStringLiteral("operator-identity:%1:%2").arg(m_runtime.tenant.id.str(), operatorName); }

Async<QString> Recovery::operatorIdentity() { return m_context.ledger.setting(operatorSetting(m_context.operatorName)); }

// IdentityIQ's clients belong to nobody: there a person signs in with their own user name and password, once.
Async<QString> Recovery::iiqIdentityBehind(const SecretPtr &userName, const SecretPtr &password)
{
    const QString name = QString::fromUtf8(userName->reveal().toByteArray());
    core::Deferred<QString> out;
    core::whenDone<Unit>(net::iiq::signInOnce(m_runtime.api, name, password), this, [this, name, out](const core::Status &r) {
        if (!r && r.error().code == ErrorCode::Unauthorized)
            return out.resolve(core::makeError(ErrorCode::Unauthorized, say(QT_TRANSLATE_NOOP("Recovery", "IdentityIQ does not accept the user name and password that were typed here. Where only single sign-on is allowed, nobody can sign in here."))));
        if (!r)
            return out.resolve(r.error());
        core::whenDone<net::sailpoint::RawPage>(net::iiq::listUsers(m_runtime.api, 0, 2, domain::scimEquals(QStringLiteral("userName"), name)), this, [out](const Result<net::sailpoint::RawPage> &page) {
            if (!page)
                return out.resolve(page.error());
            const QJsonArray found = QJsonDocument::fromJson(page->body).object().value(QLatin1String("Resources")).toArray();
            const QString id = found.size() == 1 ? found.first().toObject().value(QLatin1String("id")).toString() : QString();
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

Async<Session> Recovery::review(const core::SessionId &id, bool isAccepted, const QString &comment, const SecretPtr &clientId, const SecretPtr &clientSecret)
{
    if (m_runtime.tenant.readOnly)
        return core::ready<Session>(conflict(QT_TRANSLATE_NOOP("Recovery", "This tenant is locked: read only.")));
    if (!clientId || !clientSecret || clientId->isEmpty() || clientSecret->isEmpty())
        return core::ready<Session>(core::fieldError(QStringLiteral("secrets"), say(QT_TRANSLATE_NOOP("Recovery", "The second person signs in with an own SailPoint personal access token: client ID and secret; with IdentityIQ, user name and password."))));
    return core::andThen<Session>(m_workspace.verifier().session(id), this, [this, id, isAccepted, comment, clientId, clientSecret](const Session &s) {
        if (const auto fault = faultOf(s, isAccepted, comment))
            return core::ready<Session>(*fault);
        return core::andThen<QString>(operatorIdentity(), this, [this, id, isAccepted, comment, clientId, clientSecret, s](const QString &operatorId) {
            if (operatorId.isEmpty())
                return core::ready<Session>(conflict(QT_TRANSLATE_NOOP("Recovery", "Nobody knows who sits here: register the operator's SailPoint identity first (Settings, Tenants).")));
            // The person behind the tenant's own token and whoever started the session may not be the second one either.
            return core::andThen<SecretPtr>(m_runtime.api.tokens().token(), this, [this, id, isAccepted, comment, s, clientId, clientSecret, operatorId](const SecretPtr &) {
              return core::andThen<QString>(m_context.ledger.setting(operatorSetting(s.operatorName)), this, [this, id, isAccepted, comment, s, clientId, clientSecret, operatorId](const QString &starter) {
                return core::andThen<QString>(identityBehind(clientId, clientSecret), this, [this, id, isAccepted, comment, s, starter, operatorId](const QString &reviewer) {
                    if (reviewer == operatorId || reviewer == starter || reviewer == m_runtime.api.tokens().info().identityId || (domain::isIdentityIq(m_runtime.tenant) && reviewer == m_runtime.tenant.identityIq.operatorId))
                        return core::ready<Session>(conflict(QT_TRANSLATE_NOOP("Recovery", "The second person must be somebody else than the operator and than the owner of the tenant's credentials.")));
                    if (reviewer == s.request.identity.str())
                        return core::ready<Session>(conflict(QT_TRANSLATE_NOOP("Recovery", "Nobody decides about the own verification.")));
                    const auto decided = m_workspace.verifier().change(id, [this, isAccepted, comment, reviewer](const Session &now) -> Result<store::SessionStep> {
                        if (const auto fault = faultOf(now, isAccepted, comment))
                            return *fault;
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
                        a.personal << domain::personal(QStringLiteral("comment"), comment.trimmed());
                        to.audit << a;
                        return to;
                    });
                    core::whenDone<Session>(decided, this, [this](const Result<Session> &done) {
                        if (done)
                            m_workspace.verifier().settle(*done);
                    });
                    return decided;
                });
              });
            });
        });
    });
}

} // namespace services
