#pragma once
#include "core/async.h"
#include "core/clock.h"
#include "core/ids.h"
#include "domain/audit/audit.h"
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace store {

class LedgerFile;

struct AuditHead
{
    qint64 sequence = 0;
    QByteArray hash;
    core::Instant at = 0, firstAt = 0;
};

/// Has this process written an entry, into whatever ledger? Thread: any.
bool hasWrittenAudit();

/// The audit log: written with what it is about, read in order, proved as a chain.
class AuditStore
{
public:
    explicit AuditStore(LedgerFile &file) : m_file(file) {}
    core::Async<core::Unit> append(const domain::AuditEvent &event);
    core::Async<QList<domain::AuditRecord>> records(qint64 fromSequence, int limit);
    /// About any of the subjects, newest first.
    core::Async<QList<domain::AuditRecord>> latestAbout(
        const core::TenantId &tenant, const QStringList &subjects, int limit);
    /// The same oldest first and for any number of subjects, on the reading thread; at most 100,000.
    core::Async<QList<domain::AuditRecord>> allAbout(const core::TenantId &tenant, const QStringList &subjects);
    /// Sequence number of the first record whose hash or link is wrong; 0 when the chain holds.
    core::Async<qint64> verify();
    /// Proves the next `limit` records behind `from`. On a connection of its own: nothing else waits for it.
    core::Async<domain::ChainState> prove(const domain::ChainState &from, int limit);
    /// Newest first. Those of a filter with text: at most 100,000.
    core::Async<std::shared_ptr<const std::vector<qint64>>> sequences(const domain::AuditFilter &filter);
    core::Async<QList<domain::AuditRecord>> bySequence(const std::vector<qint64> &sequences);
    /// Runs `line` for each record in order on the reading thread, as one line of JSON with a line end; with the
    /// values of those for which `hasValues` says so. False ends it with Cancelled. How many.
    core::Async<qint64> visit(qint64 from, qint64 to, std::function<bool(qint64)> hasValues,
        std::function<bool(const std::string &line)> line);
    core::Async<AuditHead> head();
    /// Where an account or a deadline depends on the time: the latest entry since a person accepted the clock; 0: none.
    core::Async<core::Instant> lastEntryAt();
    core::Async<core::Unit> addCheckpoint(const domain::Checkpoint &checkpoint);
    /// In order of their sequence numbers.
    core::Async<QList<domain::Checkpoint>> checkpoints();

private:
    LedgerFile &m_file;
};

} // namespace store
