#pragma once
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

/// GET /object/{WorkItem|IdentityRequest}, newest first.
core::Async<QJsonArray> objects(Api &api, const QString &type, const PluginQuery &query);
core::Async<QJsonObject> object(Api &api, const QString &type, const QString &id);
/// GET /table/{Identity|CertificationEntity}, newest first.
core::Async<QJsonArray> rows(Api &api, const QString &type, const PluginQuery &query);
/// The same of Identity, for the copy: parsed on the thread that stores it (PageKind::Table).
core::Async<RawPage> identityRows(Api &api, const PluginQuery &query);
core::Async<QJsonObject> row(Api &api, const QString &type, const QString &id);
struct Member
{
    QString id, name;
};
/// GET /object/workgroup/{id}/members. A refusal, or nobody, when it is no work group.
core::Async<QList<Member>> workgroupMembers(Api &api, const QString &id);

struct Decision
{
    QString approver; ///< who completes it: an identity's id
    QString state;
    QString comment;
};
/// PUT (or, as the tenant says, POST) /object/{WorkItem|CertificationEntity}/{id}. Sent once.
core::Async<core::Unit> decide(Api &api, const QString &type, const QString &id, const Decision &decision);

} // namespace net::iiq
