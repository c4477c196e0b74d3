#pragma once
#include "domain/access/workitem.h"
#include "net/iiq/personreader.h"
#include "net/sailpoint/identities.h"

// The approvals plug-in that a customer may have installed in IdentityIQ (contract identityiq.md). Its answers are not
// published: lists are taken as an array, or as "objects", "Resources", "results", "items" or "data" of an object.
namespace net::iiq {

using sailpoint::Api;
using sailpoint::RawPage;

struct PluginQuery
{
    QString filter; ///< from domain/identityiq.h, or empty
    int offset = 0;
    int limit = 100;
};

/// What the plug-in lists, and the name it has there.
enum class PluginType {
    WorkItem,            ///< below /object
    IdentityRequest,     ///< below /object
    Identity,            ///< below /table
    CertificationEntity, ///< below /table
};
QString pluginTypeKey(PluginType t); ///< "WorkItem", "IdentityRequest", …

/// Does it answer with a list at all?
core::Async<core::Unit> probeList(Api &api, PluginType type, const PluginQuery &query);
/// One for each entry of the answer, newest first.
core::Async<QList<domain::WorkItem>> workItems(Api &api, const PluginQuery &query);
core::Async<domain::WorkItem> workItem(Api &api, const QString &id);
core::Async<QList<domain::IdentityRequest>> identityRequests(Api &api, const PluginQuery &query);
/// One for each entry of the answer, newest first; nothing for one that is over.
core::Async<QList<std::optional<domain::AccessReview>>> certifications(Api &api, const PluginQuery &query);
core::Async<std::optional<domain::AccessReview>> certification(Api &api, const QString &id);
/// Rows of Identity for the copy: parsed on the thread that stores it (PageKind::Table).
core::Async<RawPage> identityRows(Api &api, const PluginQuery &query);
/// The row of Identity with this id; nothing when the answer has none.
core::Async<std::optional<sailpoint::PersonRead>> identityRow(Api &api, const core::IdentityId &id);
/// GET /object/workgroup/{id}/members. A refusal, or nobody, when it is no work group.
core::Async<QList<domain::WorkgroupMember>> workgroupMembers(Api &api, const QString &id);

struct Decision
{
    QString approver; ///< who completes it: an identity's id
    QString state;
    QString comment;
};
/// PUT (or, as the tenant says, POST) /object/{WorkItem|CertificationEntity}/{id}. Sent once.
core::Async<core::Unit> decide(Api &api, PluginType type, const QString &id, const Decision &decision);

} // namespace net::iiq
