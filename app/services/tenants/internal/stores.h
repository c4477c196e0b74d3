#pragma once
#include "store/ledger/ledger.h"

namespace services {

/// The ledger's stores, for the .cpp files of services: whoever only sees services::Context sees none of them. Which
/// source uses which store is written down in tests/architecture/stores.json. Thread: the object's.
class Stores
{
public:
    /// The ledger lives longer.
    explicit Stores(store::Ledger &ledger) : m_ledger(ledger) {}
    store::TenantStore &tenants() const { return m_ledger.tenants(); }
    store::SessionStore &sessions() const { return m_ledger.sessions(); }
    store::CallbackStore &callbacks() const { return m_ledger.callbacks(); }
    store::EventStore &events() const { return m_ledger.events(); }
    store::ProposalStore &proposals() const { return m_ledger.proposals(); }
    store::OperationStore &operations() const { return m_ledger.operations(); }
    store::CampaignStore &campaigns() const { return m_ledger.campaigns(); }
    store::ExemptionStore &exemptions() const { return m_ledger.exemptions(); }
    store::RetentionStore &retention() const { return m_ledger.retention(); }
    store::AuditStore &audit() const { return m_ledger.audit(); }
    store::LeaseStore &leases() const { return m_ledger.leases(); }
    store::SettingStore &settings() const { return m_ledger.settings(); }
    store::BackupStore &backup() const { return m_ledger.backup(); }
    /// What tells that another process wrote, and what waits for its end.
    store::Ledger &file() const { return m_ledger; }

private:
    store::Ledger &m_ledger;
};

/// What a services::Context is made of.
inline std::shared_ptr<Stores> storesOf(store::Ledger &ledger)
{
    return std::make_shared<Stores>(ledger);
}

} // namespace services
