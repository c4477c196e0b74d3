#pragma once
#include "domain/events/eventrule.h"
#include "store/connection.h"

// Rows of proposed verifications. Thread: the worker's.
namespace store::sql {

/// Who has the same open proposal already gets no second one.
core::Status insertProposal(Connection &c, const domain::Proposal &p);
core::Result<QList<domain::Proposal>> proposalsWhere(Connection &c, const QString &where, const QVariantList &values);
/// How many rules have started by themselves since then.
core::Result<int> countStartedByRules(Connection &c, const core::TenantId &tenant, core::Instant since);

} // namespace store::sql
