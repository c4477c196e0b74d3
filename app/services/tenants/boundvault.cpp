#include "services/tenants/boundvault.h"
#include "core/async.h"
#include "domain/tenants/tenantedit.h"
#include "services/tenants/internal/stores.h"
#include <QCoreApplication>
#include <algorithm>

namespace services {

using core::Async;
using core::SecretPtr;
using core::Unit;

BoundVault::BoundVault(domain::Tenant opened, Context &context, QObject *parent)
    : Vault(parent), m_opened(std::move(opened)), m_context(context)
{
}

Async<core::KeyringState> BoundVault::probe()
{
    return m_context.vault.probe();
}

Async<Unit> BoundVault::requireSameAddress()
{
    // A simulator is somewhere else with every start.
    if (m_opened.environment == domain::Environment::Simulator)
        return core::ready<Unit>(core::ok());
    return core::mapped<Unit, QList<domain::Tenant>>(
        m_context.ledger->tenants().all(), this, [opened = m_opened](const QList<domain::Tenant> &all) -> core::Status {
            const auto stored =
                std::find_if(all.begin(), all.end(), [&opened](const domain::Tenant &t) { return t.id == opened.id; });
            if (stored == all.end()) // its secrets went with it
                return core::ok();
            if (!stored->problem.isEmpty())
                return domain::problemOf(*stored);
            const auto needs = domain::needsOf(opened, *stored);
            if (!needs.clientSecret && !needs.apiKey && !needs.proxySignIn && !needs.noOpenSessions)
                return core::ok();
            return core::conflict(core::ErrorReason::Explained,
                QCoreApplication::translate("Tenant",
                    "Where this tenant is, or how its provider is called, was changed in another window or by idvctl. "
                    "Open it again."));
        });
}

Async<SecretPtr> BoundVault::read(const QString &key)
{
    return core::andThen<Unit>(requireSameAddress(), this, [this, key](Unit) { return m_context.vault.read(key); });
}

Async<Unit> BoundVault::write(const QString &key, const SecretPtr &secret)
{
    return m_context.vault.write(key, secret);
}

Async<Unit> BoundVault::remove(const QString &key)
{
    return m_context.vault.remove(key);
}

} // namespace services
