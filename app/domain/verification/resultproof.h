#pragma once
#include "domain/audit/audit.h"
#include "domain/verification/verification.h"

// A row is proved by the log: whatever an account depends on was also recorded in the hash chain.
namespace domain {

/// SHA-256 in hexadecimal over what a result rests on: session, tenant, identity, purpose, state, level, document,
/// completed_at, the provider's id, source and reviewer. Nothing personal, and nothing that changes later by right.
QString resultDigest(const Session &session);

/// The key under which resultDigest() stands in the data of an entry about a result or a review.
inline const QString resultDigestKey = QStringLiteral("result");

enum class RowProof {
    Proved,      ///< the newest recorded result is what the row says
    NotAnchored, ///< the result was recorded before digests were: nothing shows whether the row was changed
    Differs,     ///< the log says something else
    Missing,     ///< the row has a result and the log has none
};
/// By the newest entry about a result or review of this session; nothing when the log has none. Its own hash is checked
/// too.
RowProof rowProof(const Session &session, const std::optional<AuditRecord> &newest);

} // namespace domain
