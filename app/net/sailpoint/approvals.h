#pragma once
#include "net/sailpoint/identityactions.h"
#include <QJsonArray>
#include <QJsonObject>

// Approvals of access requests and certifications (contract 13). A decision is accepted, not done: the item may stay
// listed for a while.
namespace net::sailpoint {

/// `owner`: "me", an identity, or empty for everybody's (organisation administrators only). At most 250.
core::Async<QJsonArray> pendingApprovals(Api &api, const QString &owner, const QString &id = {});
core::Async<QJsonArray> completedApprovals(Api &api, const QString &owner, const QString &id);
core::Async<Accepted> approveRequest(Api &api, const QString &id, const QString &comment);
core::Async<Accepted> rejectRequest(Api &api, const QString &id, const QString &comment);
core::Async<Accepted> forwardRequest(Api &api, const QString &id, const QString &newOwner, const QString &comment);
core::Async<QJsonObject> approvalSummary(Api &api, const QString &owner);
/// Active and staged ones of a reviewer ("me", or empty).
core::Async<QJsonArray> certifications(Api &api, const QString &reviewer);

} // namespace net::sailpoint
