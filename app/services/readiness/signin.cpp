#include "services/readiness/signin.h"
#include "domain/tenants/principal.h"
#include "net/iiq/scim.h"
#include "services/recovery/recoverytext.h"
#include "services/tenants/internal/tenantconnections.h"

// Somebody proves who they are, for one decision.
namespace services {

using core::Async;
using core::ErrorCode;
using core::Result;
using core::SecretPtr;
using core::Unit;
using domain::Session;

static core::Error conflict(const char *text)
{
    return core::makeError(ErrorCode::Conflict, sayRecovery(text));
}

SignIn::SignIn(TenantConnections &connections, Context &context) : m_connections(connections), m_context(context) {}

Async<QString> SignIn::operatorIdentity()
{
    return m_context.ledger->settings().value(domain::operatorSetting(m_connections.tenant.id, m_context.operatorName));
}

// IdentityIQ's clients belong to nobody: there a person signs in with their own user name and password, once.
Async<QString> SignIn::iiqIdentityBehind(const SecretPtr &userName, const SecretPtr &password)
{
    const QString name = QString::fromUtf8(userName->reveal().toByteArray());
    core::Deferred<QString> out;
    core::whenDone<Unit>(
        net::iiq::signInOnce(m_connections.api, name, password), this, [this, name, out](const core::Status &r) {
            if (!r && r.error().code == ErrorCode::Unauthorized)
                return out.resolve(core::makeError(ErrorCode::Unauthorized,
                    sayRecovery(QT_TRANSLATE_NOOP("Recovery",
                        "IdentityIQ does not accept the user name and password that were typed here. Where "
                        "only single sign-on is allowed, nobody can sign in here."))));
            if (!r && r.error().code == ErrorCode::Forbidden)
                return out.resolve(core::makeError(ErrorCode::Forbidden,
                    sayRecovery(QT_TRANSLATE_NOOP("Recovery",
                        "IdentityIQ answers this user name with 403 and does not say whether the password "
                        "is right. The sign-in needs the right to call /rest/ping: an administrator of "
                        "IdentityIQ can give it, or somebody who has it signs in."))));
            if (!r)
                return out.resolve(r.error());
            using Names = QList<domain::LoginName>;
            core::whenDone<Names>(
                net::iiq::usersNamed(m_connections.api, name), this, [out, name](const Result<Names> &found) {
                    if (!found)
                        return out.resolve(found.error());
                    const domain::LoginName only = found->size() == 1 ? found->first() : domain::LoginName();
                    // A server that ignores the filter answers with somebody else.
                    const bool isNamed = only.userName.compare(name, Qt::CaseInsensitive) == 0;
                    const QString id = isNamed ? only.id : QString();
                    out.resolve(
                        id.isEmpty()
                            ? Result<QString>(core::makeError(ErrorCode::Conflict,
                                  sayRecovery(QT_TRANSLATE_NOOP("Recovery",
                                      "IdentityIQ shows nobody, or more than one person, with this user name."))))
                            : Result<QString>(id));
                });
        });
    return out.future();
}

// One token, for one question; it dies with this call.
Async<QString> SignIn::identityBehind(const SecretPtr &clientId, const SecretPtr &clientSecret)
{
    if (domain::isIdentityIq(m_connections.tenant))
        return iiqIdentityBehind(clientId, clientSecret);
    auto tokens = std::make_shared<net::sailpoint::Tokens>(
        m_connections.sailpointHttp,
        net::sailpoint::TokenClient{
            m_connections.tenant.sailpointUrl, QString::fromUtf8(clientId->reveal().toByteArray())},
        [clientSecret] { return core::ready<SecretPtr>(clientSecret); }, m_context.clock);
    core::Deferred<QString> out;
    core::whenDone<SecretPtr>(tokens->token(), this, [tokens, out](const Result<SecretPtr> &r) {
        if (!r && r.error().code == ErrorCode::Unauthorized)
            return out.resolve(core::makeError(ErrorCode::Unauthorized,
                sayRecovery(QT_TRANSLATE_NOOP(
                    "Recovery", "SailPoint does not accept the client ID and secret that were typed here."))));
        if (!r)
            return out.resolve(r.error());
        if (tokens->info().identityId.isEmpty())
            return out.resolve(core::makeError(ErrorCode::Conflict,
                sayRecovery(QT_TRANSLATE_NOOP("Recovery",
                    "These credentials belong to no person: a personal access token is needed, not an API client."))));
        out.resolve(tokens->info().identityId);
    });
    return out.future();
}

static QString obstacleText(domain::ReviewObstacle o)
{
    using domain::ReviewObstacle;
    switch (o) {
    case ReviewObstacle::None: return {};
    case ReviewObstacle::NotSignedIn:
        return sayRecovery(QT_TRANSLATE_NOOP("Recovery",
            "These credentials belong to no person: a personal access token is needed, not an API client."));
    case ReviewObstacle::StarterUnknown:
        return sayRecovery(QT_TRANSLATE_NOOP("Recovery",
            "It is not known who started this verification, so nobody can be somebody else. Only a new one helps."));
    case ReviewObstacle::OwnVerification:
        return sayRecovery(QT_TRANSLATE_NOOP("Recovery", "Nobody decides about the own verification."));
    case ReviewObstacle::Starter:
        return sayRecovery(QT_TRANSLATE_NOOP(
            "Recovery", "Whoever started this verification, or released what started it, does not decide about it."));
    case ReviewObstacle::TokenOwner:
    case ReviewObstacle::DeskOperator: break;
    }
    return sayRecovery(QT_TRANSLATE_NOOP("Recovery",
        "The second person must be somebody else than the operator and than the owner of the tenant's credentials."));
}

Async<QString> SignIn::secondPerson(
    const std::optional<Session> &session, const SecretPtr &clientId, const SecretPtr &clientSecret)
{
    if (!clientId || !clientSecret || clientId->isEmpty() || clientSecret->isEmpty())
        return core::ready<QString>(core::fieldError(QStringLiteral("secrets"),
            sayRecovery(
                QT_TRANSLATE_NOOP("Recovery", "The second person signs in with an own SailPoint personal access token: "
                                              "client ID and secret; with IdentityIQ, user name and password."))));
    return core::andThen<
        QString>(operatorIdentity(), this, [this, session, clientId, clientSecret](const QString &operatorId) {
        if (!domain::canHaveSecondPerson(session, operatorId))
            return core::ready<QString>(conflict(QT_TRANSLATE_NOOP("Recovery",
                "Nobody knows who sits here: register the operator's SailPoint identity first (Settings, Tenants).")));
        // The person behind the tenant's own token may not be the second one either: it is asked for before anything is
        // compared.
        return core::andThen<SecretPtr>(m_connections.api.tokens().token(), this,
            [this, session, clientId, clientSecret, operatorId](const SecretPtr &) {
                return core::mapped<QString, QString>(identityBehind(clientId, clientSecret), this,
                    [this, session, operatorId](const QString &reviewer) -> Result<QString> {
                        const bool isIq = domain::isIdentityIq(m_connections.tenant);
                        const QString owner = isIq ? m_connections.tenant.identityIq.operatorId
                                                   : m_connections.api.tokens().info().identityId;
                        const domain::ReviewParties parties{reviewer, owner, operatorId};
                        const auto obstacle =
                            session ? domain::mayDecide(*session, parties) : domain::mayDecide(parties);
                        if (obstacle != domain::ReviewObstacle::None)
                            return core::makeError(ErrorCode::Conflict, obstacleText(obstacle));
                        return reviewer;
                    });
            });
    });
}

} // namespace services
