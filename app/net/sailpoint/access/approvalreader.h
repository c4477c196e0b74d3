#pragma once
#include "domain/access/approval.h"

// Reads what the cloud says about access requests and its certifications (contract 13). Another type than expected is
// as good as missing.
namespace net::sailpoint {

/// Nothing without an id or the person it is for.
std::optional<domain::Approval> approvalFrom(const QJsonObject &object);
/// Nothing for a state that is no decision.
std::optional<domain::Decided> decidedFrom(const QJsonObject &object);
domain::ApprovalSummary approvalSummaryFrom(const QJsonObject &object);
/// Nothing without an id.
std::optional<domain::AccessReview> reviewFrom(const QJsonObject &object);

} // namespace net::sailpoint
