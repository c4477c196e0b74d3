#pragma once
#include "domain/identities/liveidentity.h"
#include "domain/operations/operation.h"
#include "net/sailpoint/api.h"

// What SailPoint does to identities (contract 5) and how its tasks end (12). Each changing call is sent once.
namespace net::sailpoint {

using domain::Accepted;

struct ListQuery
{
    QString filters, sorters; ///< in SailPoint's language; either may be empty
    bool uncorrelatedToo = false;
    int offset = 0;
    int limit = 250; ///< 1..250
};
/// One page of GET /identities.
core::Async<domain::LiveIdentities> identityPage(Api &api, const ListQuery &query);
/// Rejected with `ownership` in `detail`'s place when the identity still owns something: see ownershipIn().
core::Async<Accepted> deleteIdentity(Api &api, const core::IdentityId &id);
core::Async<domain::Ownership> identityOwnership(Api &api, const core::IdentityId &id);
/// Short form; with a role's id or name the full one.
core::Async<QList<domain::RoleAssignment>> roleAssignments(
    Api &api, const core::IdentityId &id, const QString &roleId = {}, const QString &roleName = {});
core::Async<domain::RoleAssignment> roleAssignment(Api &api, const core::IdentityId &id, const QString &assignment);
core::Async<Accepted> resetIdentity(Api &api, const core::IdentityId &id);
/// Empty: everyone who was not invited yet (SailPoint takes at most 1,000).
core::Async<Accepted> inviteIdentities(Api &api, const QList<core::IdentityId> &ids);
core::Async<Accepted> processIdentities(Api &api, const QList<core::IdentityId> &ids);
/// RateLimited within 10 s of the last one for the same identity.
core::Async<Accepted> synchronizeAttributes(Api &api, const core::IdentityId &id);
core::Async<domain::TaskState> taskStatus(Api &api, const QString &task);

} // namespace net::sailpoint
