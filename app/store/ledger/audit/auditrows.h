#pragma once
#include "domain/audit/audit.h"
#include "store/connection.h"

// Reads entries of the audit log for other stores. Thread: the worker's.
namespace store::sql {

/// The columns that auditFromRow() reads.
extern const char *const auditColumns;
core::Result<domain::AuditRecord> auditFromRow(const QVariantList &row);
/// The newest entry about a result or review of this session; nothing when there is none.
core::Result<std::optional<domain::AuditRecord>> recordedResult(Connection &c, const QString &session);
/// The latest time in the log behind the last acceptance of the clock, UTC ms; 0: none.
core::Result<core::Instant> lastEntryAt(Connection &c);

} // namespace store::sql
