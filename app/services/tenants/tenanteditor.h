#pragma once
#include "core/async.h"
#include "domain/tenants/tenantedit.h"
#include "services/readiness/connectiontest.h"
#include "services/tenants/tenantkeychain.h"
#include "services/tenants/tenants.h"
#include <QObject>

namespace services {

/// Edits a tenant that is there: tried before it is saved, recorded with what differs; the local copy and the history
/// stay. Thread: the object's.
class TenantEditor : public QObject
{
    Q_OBJECT
public:
    /// Both live longer.
    TenantEditor(Context &context, Tenants &tenants, QObject *parent = nullptr);

    struct Edit
    {
        domain::Tenant before;
        domain::Tenant after;
        TenantSecrets secrets; ///< only those that are replaced
        QString reason;
        bool needsKeychain = false; ///< a tenant without its secrets would be lost: rather nothing is changed
    };
    static domain::TenantEditGiven givenBy(const Edit &edit);
    /// The first fault, those of what has to be given again among them; nothing is asked.
    static core::Status fits(const Edit &edit);
    /// Asks SailPoint and the provider as they would be, with what is given, else with what is stored for the same
    /// address. `line` as in testConnection().
    core::Async<TestReport> tryOut(const Edit &edit, std::function<void(const TestLine &)> line);
    /// Saves what was tried. `tried`: Conflict where the organisation is another one; without a new address or client
    /// it may be empty. New secrets get entries of their own in the keychain, before the tenant that owns them is
    /// stored; those that belong to nobody afterwards are removed, then or with the next start: nothing that was given
    /// for one address is ever read for another, and a refused edit changes nothing. Without a keychain the tenant is
    /// stored without its secrets. Conflicts as TenantStore::edit(), and while another process stores secrets. The
    /// tenant as it is stored.
    core::Async<domain::Tenant> save(const Edit &edit, const TestReport &tried);

private:
    core::Async<domain::Tenant> withSecrets(const Edit &edit, domain::Tenant after);
    core::Async<domain::Tenant> writeAndStore(const Edit &edit, const domain::Tenant &after);
    core::Async<domain::Tenant> store(const Edit &edit, domain::Tenant after, bool areSecretsThere);
    core::Async<core::Unit> writeSecrets(const Edit &edit, const domain::Tenant &after);

    Context &m_context;
    Tenants &m_tenants;
    TenantKeychain m_keychain;
};

} // namespace services
