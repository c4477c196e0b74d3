#pragma once
#include "core/async.h"
#include "domain/tenants/accesstoken/accesstoken.h"
#include "services/tenants/context.h"
#include <QObject>

namespace services {

struct ClientDoor;

/// How long the clients of the tenants are good for: what SailPoint told last is kept in the ledger, so that it can be
/// shown without asking. Thread: the object's.
class ClientExpiries : public QObject
{
    Q_OBJECT
public:
    /// `context` lives longer.
    explicit ClientExpiries(Context &context, QObject *parent = nullptr);
    ~ClientExpiries() override;
    /// As it was read last; NotRead for another client than the tenant's, and where what is kept cannot be read.
    core::Async<domain::ClientExpiry> known(const domain::Tenant &tenant);
    /// Keeps what the list of the client's own tokens says.
    core::Async<domain::ClientExpiry> note(const domain::Tenant &tenant, const QList<domain::AccessToken> &own);
    /// Asks SailPoint and keeps the answer. Conflict (Unsupported) with IdentityIQ.
    core::Async<domain::ClientExpiry> read(const domain::Tenant &tenant);

private:
    Context &m_context;
    QList<std::shared_ptr<ClientDoor>> m_doors; ///< that are asked through
};

} // namespace services
