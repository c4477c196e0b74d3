#pragma once
#include "core/async.h"
#include "core/clock.h"
#include "core/ids.h"
#include "domain/audit/audit.h"
#include <QStringList>
#include <functional>

namespace store {

class LedgerFile;

/// The ledger as a whole: copied for a backup, and made harmless when it comes back from one.
class BackupStore
{
public:
    explicit BackupStore(LedgerFile &file) : m_file(file) {}
    /// The ledger as it is at one moment, into a new file of its own that only its owner reads. Storage.
    core::Async<core::Unit> copyTo(const QString &path);
    /// In one transaction with `audit`: locks every tenant, marks those of `withoutSecrets` (ids), pauses running
    /// campaigns and lets go of every lease. For a ledger that comes from a backup.
    core::Async<core::Unit> finalizeRestored(const QStringList &withoutSecrets, const domain::AuditEvent &audit);

private:
    LedgerFile &m_file;
};

/// How many entries the log of the file at `path` has; 0 when there is none. Storage when it cannot be read. Blocks.
core::Result<qint64> auditEntriesIn(const QString &path);

} // namespace store
