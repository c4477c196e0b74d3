#pragma once
#include "core/error.h"
#include "domain/audit/audit.h"
#include "domain/events/eventrule.h"

// What the services about proposals have in common.
namespace services {

/// In the words of "Proposals".
QString sayProposals(const char *text);
/// The entry of the audit log about one proposal.
domain::AuditEvent proposalEvent(
    const QString &actor, const domain::Proposal &proposal, const QString &action, const QString &outcome);
/// Conflict: somebody was first.
core::Error decidedAlready();

} // namespace services
