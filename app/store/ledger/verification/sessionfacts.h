#pragma once
#include "core/result.h"
#include "domain/audit/audit.h"
#include "domain/verification/sessionlog.h"
#include "domain/verification/verification.h"

namespace store {

class Connection;

/// What a decision may have to know beside the row, read in the transaction that makes it.
struct SessionFacts
{
    domain::Session session;
    QList<domain::SessionNote> notes;
    std::optional<domain::AuditRecord> recorded; ///< newest entry about a result or review of it
    core::Instant lastEntryAt = 0;               ///< latest time in the log since the clock was last accepted
};

namespace sql {

/// What an account depends on is what the log says: a column or a note that was set by hand is not a fact.
core::Result<SessionFacts> readFacts(Connection &c, const domain::Session &s);

} // namespace sql

} // namespace store
