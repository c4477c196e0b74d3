#include "services/callbacks/receiversecrets.h"
#include "services/tenants/internal/stores.h"
#include "services/tenants/secrets.h"
#include "vault/vault.h"
#include <QRandomGenerator>

namespace services {

using core::Async;
using core::ErrorCode;
using core::Result;
using core::SecretPtr;
using core::Unit;

domain::AuditEvent receiverEvent(
    const Context &context, const domain::Tenant &tenant, const QString &action, const QString &outcome)
{
    domain::AuditEvent e;
    e.actor = context.operatorName;
    e.action = action;
    e.tenant = e.subject = tenant.id.str();
    e.outcome = outcome;
    e.data = {{QStringLiteral("address"), tenant.receiver.address}, {QStringLiteral("path"), tenant.receiver.path},
        {QStringLiteral("auth"), domain::callbackAuthKey(tenant.receiver.auth)},
        {QStringLiteral("tls"), domain::receiverTlsKey(tenant.receiver.tls)}};
    return e;
}

ReceiverSecrets::ReceiverSecrets(const domain::Tenant &tenant, Context &context) : m_tenant(tenant), m_context(context)
{
}

static SecretPtr freshSecret(const QByteArray &prefix)
{
    QByteArray bytes(32, Qt::Uninitialized);
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(bytes.data()), 8);
    QByteArray text = prefix + bytes.toBase64();
    auto secret = core::makeSecret(text);
    core::wipe(bytes);
    core::wipe(text);
    return secret;
}

// A secret that is not there is a null pointer, not an error.
Async<SecretPtr> ReceiverSecrets::optional(const QString &name)
{
    core::Deferred<SecretPtr> out;
    core::whenDone<SecretPtr>(m_context.vault.read(secretKey(m_tenant.id, name)), this,
        [out, isSecond = name == secretname::callbackNext](const Result<SecretPtr> &r) {
            // The second secret is a convenience: without a keychain there is none.
            if (!r &&
                (r.error().code == ErrorCode::NotFound || (r.error().code == ErrorCode::VaultUnavailable && isSecond)))
                out.resolve(SecretPtr());
            else
                out.resolve(r);
        });
    return out.future();
}

Async<SecretPtr> ReceiverSecrets::eventsToken()
{
    return core::andThen<SecretPtr>(optional(secretname::events), this, [this](const SecretPtr &known) {
        if (known)
            return core::ready<SecretPtr>(known);
        return core::andThen<Unit>(m_context.ledger->audit().append(receiverEvent(m_context, m_tenant,
                                       QStringLiteral("receiver.events-token"), QStringLiteral("intent"))),
            this, [this](Unit) {
                const auto made = freshSecret("");
                return core::mapped<SecretPtr, Unit>(
                    m_context.vault.write(secretKey(m_tenant.id, secretname::events), made), this,
                    [made](Unit) -> Result<SecretPtr> { return made; });
            });
    });
}

Async<SecretPtr> ReceiverSecrets::makeNext()
{
    return core::andThen<Unit>(m_context.ledger->audit().append(receiverEvent(m_context, m_tenant,
                                   QStringLiteral("receiver.new-secret"), QStringLiteral("intent"))),
        this, [this](Unit) {
            const auto secret = freshSecret("whsec_");
            return core::mapped<SecretPtr, Unit>(
                m_context.vault.write(secretKey(m_tenant.id, secretname::callbackNext), secret), this,
                [secret](Unit) -> Result<SecretPtr> { return secret; });
        });
}

Async<Unit> ReceiverSecrets::makeNextCurrent()
{
    return core::andThen<SecretPtr>(
        m_context.vault.read(secretKey(m_tenant.id, secretname::callbackNext)), this, [this](const SecretPtr &next) {
            return core::andThen<Unit>(set(next), this,
                [this](Unit) { return m_context.vault.remove(secretKey(m_tenant.id, secretname::callbackNext)); });
        });
}

Async<Unit> ReceiverSecrets::set(const SecretPtr &secret)
{
    return core::andThen<Unit>(m_context.ledger->audit().append(receiverEvent(
                                   m_context, m_tenant, QStringLiteral("receiver.secret"), QStringLiteral("intent"))),
        this,
        [this, secret](Unit) { return m_context.vault.write(secretKey(m_tenant.id, secretname::callback), secret); });
}

} // namespace services
