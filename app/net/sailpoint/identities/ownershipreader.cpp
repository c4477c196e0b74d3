#include "net/sailpoint/identities/ownershipreader.h"
#include "net/http/members.h"
#include <QJsonArray>

namespace net::sailpoint {

static domain::Ownership::Association associationFrom(const QJsonObject &o)
{
    domain::Ownership::Association a;
    a.type = memberText(o, "associationType");
    const auto entities = o.value(QLatin1String("entities")).toArray();
    for (const auto &v : entities) {
        const QJsonObject flat = v.toObject();
        const QJsonObject e =
            flat.contains(QLatin1String("identityEntity")) ? memberObject(flat, "identityEntity") : flat;
        if (e.contains(QLatin1String("id")) || e.contains(QLatin1String("name")))
            a.entities.append({memberText(e, "id"), memberText(e, "name"), memberText(e, "type")});
    }
    return a;
}

domain::Ownership ownershipFrom(const QJsonObject &answer)
{
    domain::Ownership out;
    const auto add = [&out](const QJsonObject &o) {
        const auto a = associationFrom(o);
        if (!a.type.isEmpty() || !a.entities.isEmpty())
            out.associations << a;
    };
    const QJsonValue details = answer.value(QLatin1String("associationDetails"));
    if (details.isObject())
        add(details.toObject());
    const auto list = details.toArray();
    for (const auto &v : list)
        add(v.toObject());
    return out;
}

domain::RoleAssignment roleAssignmentFrom(const QJsonObject &o)
{
    const QJsonObject role = memberObject(o, "role");
    return {memberText(o, "id"), memberText(role, "id"), memberText(role, "name"), memberText(o, "assignmentSource"),
        memberText(memberObject(o, "assigner"), "name"), memberText(o, "comments"), memberInstant(o, "addedDate"),
        memberInstant(o, "startDate"), memberInstant(o, "removeDate")};
}

} // namespace net::sailpoint
