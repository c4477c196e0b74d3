#include "services/tenants/accesstoken/clientexpiries.h"
#include "domain/text/strictjson.h"
#include "net/sailpoint/tenants/accesstokens.h"
#include "services/tenants/internal/clientdoor.h"
#include "services/tenants/internal/stores.h"
#include <QJsonDocument>

namespace services {

using core::Async;
using core::Result;
using domain::ClientExpiry;

ClientExpiries::ClientExpiries(Context &context, QObject *parent) : QObject(parent), m_context(context) {}

ClientExpiries::~ClientExpiries() = default;

static QString settingOf(const domain::Tenant &t)
{
    return QStringLiteral("client-expiry:") + t.id.str();
}

// It only informs: what cannot be read is not known, and is written anew with the next look.
static ClientExpiry expiryIn(const QString &stored, const QString &clientId)
{
    const auto document = domain::strictDocument(stored.toUtf8());
    const auto expiry = document ? domain::clientExpiryFromJson(*document) : Result<ClientExpiry>(document.error());
    return domain::expiryFor(expiry ? *expiry : ClientExpiry(), clientId);
}

Async<ClientExpiry> ClientExpiries::known(const domain::Tenant &t)
{
    return core::mapped<ClientExpiry, QString>(m_context.ledger->settings().value(settingOf(t)), this,
        [clientId = t.clientId](const QString &stored) -> Result<ClientExpiry> { return expiryIn(stored, clientId); });
}

Async<ClientExpiry> ClientExpiries::note(const domain::Tenant &t, const QList<domain::AccessToken> &own)
{
    const ClientExpiry e = domain::expiryOf(own, t.clientId, m_context.clock->now());
    const auto json = QString::fromUtf8(QJsonDocument(domain::toJson(e)).toJson(QJsonDocument::Compact));
    return core::mapped<ClientExpiry, core::Unit>(m_context.ledger->settings().set(settingOf(t), json), this,
        [e](core::Unit) -> Result<ClientExpiry> { return e; });
}

Async<ClientExpiry> ClientExpiries::read(const domain::Tenant &t)
{
    if (domain::isIdentityIq(t))
        return core::ready<ClientExpiry>(domain::notAvailableWith(t.product));
    const auto door = std::make_shared<ClientDoor>(m_context, t);
    m_doors << door;
    core::Deferred<ClientExpiry> out;
    using Tokens = QList<domain::AccessToken>;
    const auto asked = core::andThen<Tokens>(
        net::sailpoint::ownAccessTokens(door->api), this, [this, t](const Tokens &own) { return note(t, own); });
    core::whenDone<ClientExpiry>(asked, this, [this, door, out](const Result<ClientExpiry> &e) {
        m_doors.removeAll(door);
        out.resolve(e);
    });
    return out.future();
}

} // namespace services
