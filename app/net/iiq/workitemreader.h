#pragma once
#include "domain/access/workitem.h"

// Reads work items, access requests and certifications of IdentityIQ as the approvals plug-in shows them. Their shape
// is not published: names of IdentityIQ's own objects are read, and what is missing or of another type stays empty.
namespace net::iiq {

domain::WorkItem workItemFrom(const QJsonObject &object);
domain::IdentityRequest identityRequestFrom(const QJsonObject &object);
/// An object with an id and names, or only an id.
domain::WorkgroupMember workgroupMemberFrom(const QJsonValue &value);
/// An open certification of one person's or one object's access; nothing for one that is over or has no id.
std::optional<domain::AccessReview> certificationFrom(const QJsonObject &row);

} // namespace net::iiq
