#pragma once
#include "domain/tenants/tenant.h"
#include "services/tenants/internal/stores.h"
#include "services/tenants/secrets.h"
#include "services/tenants/tenants.h"
#include "store/ledger/ledger.h"
#include "support/await.h"
#include "vault/vault.h"
#include <QTemporaryDir>

namespace support {

/// A keychain that stops working when it is told.
struct Fickle final : core::Vault
{
    core::Error why() const { return core::makeError(core::ErrorCode::VaultUnavailable, QStringLiteral("locked")); }
    core::Async<core::KeyringState> probe() override { return core::ready<core::KeyringState>(state); }
    core::Async<core::SecretPtr> read(const QString &key) override
    {
        return core::ready<core::SecretPtr>(held.contains(key) ? core::Result<core::SecretPtr>(held.value(key))
                                                               : core::makeError(core::ErrorCode::NotFound, key));
    }
    core::Async<core::Unit> write(const QString &key, const core::SecretPtr &s) override
    {
        if (writesLeft-- <= 0)
            return core::ready<core::Unit>(why());
        held.insert(key, s);
        return core::ready<core::Unit>(core::ok());
    }
    core::Async<core::Unit> remove(const QString &key) override
    {
        if (!canRemove)
            return core::ready<core::Unit>(why());
        held.remove(key);
        return core::ready<core::Unit>(core::ok());
    }
    QHash<QString, core::SecretPtr> held;
    core::KeyringState state = core::KeyringState::Unlocked;
    int writesLeft = 100;
    bool canRemove = true;
};

/// A ledger, such a keychain, and a tenant that is not added yet.
struct KeychainStand
{
    KeychainStand()
    {
        ledger = *store::Ledger::open(dir.filePath(QStringLiteral("ledger.db")), clock);
        context.reset(new services::Context{services::storesOf(*ledger), vault, clock, dir.path(),
            QStringLiteral("tester"), QStringLiteral("me"), false, std::nullopt});
        tenant.name = QStringLiteral("Acme");
        tenant.sailpointUrl = QStringLiteral("https://acme.api.identitynow.com");
        tenant.clientId = QStringLiteral("client");
        tenant.idvUrl = QStringLiteral("https://acme.1kosmos.net");
        tenant.communityId = QStringLiteral("c1");
        secrets.sailpoint = core::makeSecret("an-invented-secret");
        secrets.idv = core::makeSecret("an-invented-key-00");
    }
    QTemporaryDir dir;
    std::shared_ptr<core::Clock> clock = std::make_shared<core::SystemClock>();
    Fickle vault;
    std::unique_ptr<store::Ledger> ledger;
    std::unique_ptr<services::Context> context;
    domain::Tenant tenant;
    services::TenantSecrets secrets;
};

} // namespace support
