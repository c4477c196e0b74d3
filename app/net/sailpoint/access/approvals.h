#pragma once
#include "domain/access/approval.h"
#include "net/sailpoint/identityactions.h"

// Approvals of access requests and certifications (contract 13). A decision is accepted, not done: the item may stay
// listed for a while.
namespace net::sailpoint {

/// One for each entry of the answer; nothing for an entry that cannot be used (approvalreader.h).
using ApprovalEntries = QList<std::optional<domain::Approval>>;

/// `owner`: "me", an identity, or empty for everybody's (organisation administrators only). At most 250.
core::Async<ApprovalEntries> pendingApprovals(Api &api, const QString &owner, const QString &id = {});
/// How the one with this id ended, as the first entry of the answer tells.
core::Async<std::optional<domain::Decided>> completedApproval(Api &api, const QString &owner, const QString &id);
core::Async<Accepted> approveRequest(Api &api, const QString &id, const QString &comment);
core::Async<Accepted> rejectRequest(Api &api, const QString &id, const QString &comment);
core::Async<Accepted> forwardRequest(Api &api, const QString &id, const QString &newOwner, const QString &comment);
core::Async<domain::ApprovalSummary> approvalSummary(Api &api, const QString &owner);
/// Active and staged ones of a reviewer ("me", or empty).
core::Async<QList<domain::AccessReview>> certifications(Api &api, const QString &reviewer);

} // namespace net::sailpoint
