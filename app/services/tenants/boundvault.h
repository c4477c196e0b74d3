#pragma once
#include "domain/tenants/tenant.h"
#include "services/tenants/context.h"

namespace services {

/// The vault of one open tenant, as it was opened. Another process may have edited the tenant meanwhile: where its
/// address, its client or the way its provider is called is another one by now, reading is a Conflict that says so.
/// Everything else goes through. Thread: the object's.
class BoundVault final : public core::Vault
{
    Q_OBJECT
public:
    /// `context` lives longer.
    BoundVault(domain::Tenant opened, Context &context, QObject *parent = nullptr);
    core::Async<core::KeyringState> probe() override;
    core::Async<core::SecretPtr> read(const QString &key) override;
    core::Async<core::Unit> write(const QString &key, const core::SecretPtr &secret) override;
    core::Async<core::Unit> remove(const QString &key) override;

private:
    core::Async<core::Unit> requireSameAddress();
    domain::Tenant m_opened;
    Context &m_context;
};

} // namespace services
