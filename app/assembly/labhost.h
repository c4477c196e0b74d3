#pragma once
#include "core/async.h"
#include "domain/tenants/tenant.h"
#include "lab/options.h"
#include "vault/vault.h"
#include <memory>

namespace core {
class Clock;
}
namespace lab {
class Lab;
}
namespace store {
class Ledger;
}

namespace assembly {

/// Runs the simulators inside this process and keeps the simulated tenant's entry pointed at them. Its secrets live in
/// memory: they are new with every start.
class LabHost : public QObject
{
public:
    LabHost(store::Ledger &ledger, vault::MemoryVault &vault, std::shared_ptr<core::Clock> clock,
        QObject *parent = nullptr);
    ~LabHost() override;
    core::Async<domain::Tenant> start(const lab::Options &options);
    /// Fault rules of the running simulators, in force at once. Conflict while none runs, Usage for one that is not
    /// understood.
    core::Status setFaults(const QStringList &rules);
    /// Client ID and secret of the simulated second person; empty while nothing runs.
    const std::pair<QString, QString> &reviewer() const { return m_reviewer; }

private:
    void holdSecrets(const lab::Endpoints &endpoints, bool isIdentityIq);
    /// Keeps the simulated tenant's entry, one of `all` or a new one, pointed at the endpoints.
    core::Async<domain::Tenant> keepTenant(
        const QList<domain::Tenant> &all, const lab::Endpoints &endpoints, bool isIdentityIq);

    store::Ledger &m_ledger;
    vault::MemoryVault &m_vault;
    std::shared_ptr<core::Clock> m_clock;
    std::unique_ptr<lab::Lab> m_lab;
    std::pair<QString, QString> m_reviewer;
};

} // namespace assembly
