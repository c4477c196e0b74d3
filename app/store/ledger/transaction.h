#pragma once
#include "domain/audit/audit.h"
#include "store/connection.h"

namespace store {

/// One write of the ledger: what is done and the entries of the audit log about it stand together or not at all.
/// LedgerFile::write() makes it, commits it, and rolls it back when the job ends with an Error. Thread: the worker's.
class Transaction final : public Connection
{
public:
    /// `now`: when the write was asked for, UTC ms.
    Transaction(const Connection &connection, core::Instant now) : Connection(connection), m_now(now) {}
    core::Instant now() const { return m_now; }
    /// Appends to the chain. What is about to leave for a vendor needs an open tenant, see requireOpenTenant().
    core::Status record(const domain::AuditEvent &event);
    /// Conflict when the tenant was removed (reason TenantRemoved), is locked (TenantLocked), or its settings
    /// cannot be read (TenantUnreadable).
    core::Status requireOpenTenant(const QString &tenant);

private:
    core::Instant m_now;
};

} // namespace store
