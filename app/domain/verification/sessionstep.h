#pragma once
#include "domain/audit/audit.h"
#include "domain/verification/sessionlog.h"
#include "domain/verification/verification.h"

// How a session moves on: what a step is decided by, and what it writes.
namespace domain {

/// What a decision may have to know beside the row, read in the transaction that makes it.
struct SessionFacts
{
    Session session;
    QList<SessionNote> notes;
    std::optional<AuditRecord> recorded; ///< newest entry about a result or review of it
    core::Instant lastEntryAt = 0;       ///< latest time in the log since the clock was last accepted
};

/// What one step of a session writes, all or nothing.
struct SessionStep
{
    Session session;       ///< as it shall be
    bool isChanged = true; ///< false: only notes and audit
    QList<SessionNote> notes;
    QList<AuditEvent> audit;
    std::optional<qint64> callback;         ///< an inbox entry that this step finishes
    std::optional<qint64> assignedCallback; ///< an unmatched entry that now belongs to this session, as a hint
};

} // namespace domain
