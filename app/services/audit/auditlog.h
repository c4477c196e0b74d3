#pragma once
#include "core/async.h"
#include "core/ids.h"
#include "domain/audit/audit.h"
#include <memory>
#include <vector>

namespace services {

struct Context;

// Reading the audit log of the data folder; on a thread of its own.

/// Newest first. Those of a filter with text: at most 100,000.
core::Async<std::shared_ptr<const std::vector<qint64>>> auditSequences(
    Context &context, const domain::AuditFilter &filter);
core::Async<QList<domain::AuditRecord>> auditEntries(Context &context, const std::vector<qint64> &sequences);

/// Oldest first, at most 100,000.
core::Async<QList<domain::AuditRecord>> auditAbout(
    Context &context, const core::TenantId &tenant, const QStringList &subjects);

} // namespace services
