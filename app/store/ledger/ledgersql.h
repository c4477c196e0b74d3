#pragma once
#include "domain/audit/audit.h"
#include "domain/verification/verification.h"
#include "store/connection.h"
#include "store/ledger/ledger.h"

// The ledger's statements, run on its worker inside the caller's transaction.
namespace store::sql {

QString tenantJson(const domain::Tenant &tenant);
core::Result<domain::Tenant> readTenant(const QString &stored);
/// Has this process written an entry?
bool hasWrittenAudit();
core::Status appendAudit(Connection &c, const domain::AuditEvent &event, core::Instant now);
/// Conflict when the tenant was removed (field "tenant-removed"), is locked ("tenant-locked"), or its settings cannot
/// be read.
core::Status requireOpenTenant(Connection &c, const QString &tenant);
core::Result<domain::AuditRecord> auditFromRow(const QVariantList &row);
extern const char *const auditColumns;

core::Result<bool> hasTenant(Connection &c, const QString &tenant);
/// The newest entry about a result or review of this session; nothing when there is none.
core::Result<std::optional<domain::AuditRecord>> recordedResult(Connection &c, const QString &session);
/// The latest time in the log behind the last acceptance of the clock; 0: none.
core::Result<core::Instant> lastEntryAt(Connection &c);
core::Status insertSession(Connection &c, const domain::Session &s, const QString &nonceHash);
/// The person's place in the campaign becomes this session. Conflict when it is not their turn, or the campaign does
/// not run.
core::Status claimRecipient(Connection &c, const domain::Session &s);
/// Who holds the lease; empty when nobody does, its time is over, or its process is gone from this host.
core::Result<QString> leaseHolder(Connection &c, const QString &name, core::Instant now);
core::Status updateSession(Connection &c, const domain::Session &s);
/// Without a one-time value in its address, a callback may come before the answer that names the session: it is taken
/// up. Returns how many.
core::Result<int> takeUpAside(Connection &c, const domain::Session &s);
/// Conflict when the entry is not put aside any more.
core::Status assignCallback(Connection &c, const domain::Session &s, qint64 sequence);
core::Status appendNote(Connection &c, const core::SessionId &id, const SessionNote &note);
core::Result<domain::Session> sessionFromRow(const QVariantList &row);
extern const char *const sessionColumns;

} // namespace store::sql
