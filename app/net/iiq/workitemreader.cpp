#include "net/iiq/workitemreader.h"
#include "domain/access/accessname.h"
#include "net/http/members.h"
#include <QJsonArray>

namespace net::iiq {

using domain::Approval;

namespace {
struct NamedPerson
{
    QString id, name;
};
} // namespace

// A person is an object with an id and names, or only a name.
static NamedPerson whoOf(const QJsonValue &v)
{
    if (v.isString())
        return {QString(), v.toString()};
    const QJsonObject o = v.toObject();
    return {memberText(o, "id"), firstMemberText(o, {"displayName", "name"})};
}

static NamedPerson whoAt(const QJsonObject &o, const char *key)
{
    return whoOf(o.value(QLatin1String(key)));
}

static QJsonArray linesOf(const QJsonObject &o)
{
    const QJsonValue set = o.value(QLatin1String("approvalSet"));
    if (set.isArray())
        return set.toArray();
    for (const char *key : {"items", "approvalItems"}) {
        if (const QJsonArray a = set.toObject().value(QLatin1String(key)).toArray(); !a.isEmpty())
            return a;
    }
    return o.value(QLatin1String("approvalItems")).toArray();
}

// Words that mean that access goes; a word that only begins so is another one.
static bool takesAway(const QString &operation)
{
    static const QStringList words{QStringLiteral("remove"), QStringLiteral("revoke")};
    return words.contains(operation.trimmed().toLower());
}

static void takeLines(Approval &a, const QJsonArray &lines)
{
    QStringList names;
    bool isOnlyTaken = true;
    for (const auto &v : lines) {
        const QJsonObject l = v.toObject();
        const domain::ApprovalLine line{firstMemberText(l, {"displayValue", "value", "displayName", "name"}),
            memberText(l, "value"), domain::vendorWordFrom(memberText(l, "operation"), domain::lineChangeFromKey),
            memberText(l, "application"), memberText(l, "description")};
        names << line.access;
        isOnlyTaken = isOnlyTaken && takesAway(line.operation.text);
        a.isPartial |= !domain::isReadableName(line.access);
        if (a.reason.isEmpty())
            a.reason = memberText(l, "requesterComments");
        if (a.accessId.isEmpty())
            a.accessId = memberText(l, "value");
        a.lines << line;
    }
    a.isPartial |= lines.isEmpty();
    a.access = names.isEmpty() ? a.description : names.join(QStringLiteral(", "));
    a.requestType =
        domain::vendorWordOf(!lines.isEmpty() && isOnlyTaken ? domain::RequestType::Revoke : domain::RequestType::Grant,
            domain::requestTypeKey);
}

static std::optional<Approval> openApprovalFrom(const QJsonObject &o)
{
    Approval a;
    a.id = memberText(o, "id");
    a.forId = core::IdentityId(memberText(o, "targetId"));
    const QString type = memberText(o, "type");
    if (a.id.isEmpty() || a.forId.isEmpty() || type.compare(QLatin1String("Approval"), Qt::CaseInsensitive) != 0 ||
        !memberText(o, "state").isEmpty())
        return std::nullopt;
    a.requestId = memberText(o, "identityRequestId");
    a.forName = firstMemberText(o, {"targetDisplayName", "targetName"});
    a.description = memberText(o, "description");
    const NamedPerson owner = whoAt(o, "owner");
    a.ownerId = owner.id;
    a.owner = owner.name;
    a.askedBy = whoAt(o, "requester").name;
    a.asked = memberInstant(o, "created");
    a.until = std::nullopt;
    a.modified = memberInstant(o, "modified").value_or(a.asked.value_or(0));
    takeLines(a, linesOf(o));
    return a;
}

domain::WorkItem workItemFrom(const QJsonObject &o)
{
    return {memberText(o, "id"), memberText(o, "identityRequestId"), openApprovalFrom(o)};
}

domain::IdentityRequest identityRequestFrom(const QJsonObject &o)
{
    domain::IdentityRequest out;
    const QJsonArray all = o.value(QLatin1String("approvalSummaries")).toArray();
    for (const auto &v : all) {
        const QJsonObject step = v.toObject();
        domain::RequestStep s{memberText(step, "workItemId"), memberText(step, "state"), whoAt(step, "completer").name,
            whoAt(step, "owner").name, {}, memberInstant(step, "endDate")};
        const QJsonArray comments = step.value(QLatin1String("comments")).toArray();
        for (const auto &c : comments)
            s.comments << (c.isString() ? c.toString() : memberText(c.toObject(), "comment"));
        out.steps << s;
    }
    return out;
}

domain::WorkgroupMember workgroupMemberFrom(const QJsonValue &v)
{
    const QJsonObject o = v.toObject();
    return {v.isString() ? v.toString() : memberText(o, "id"), firstMemberText(o, {"displayName", "name"})};
}

// As ids and names, whatever the row has.
static QStringList certifiersOf(const QJsonObject &row)
{
    QStringList out;
    const auto add = [&out](const NamedPerson &who) { out << who.id << who.name; };
    add(whoAt(row, "certifier"));
    const QJsonArray all = row.value(QLatin1String("certifiers")).toArray();
    for (const auto &v : all)
        add(whoOf(v));
    out.removeAll({});
    return out;
}

std::optional<domain::AccessReview> certificationFrom(const QJsonObject &o)
{
    domain::AccessReview r;
    r.id = memberText(o, "id");
    if (r.id.isEmpty() || memberInstant(o, "completed"))
        return std::nullopt;
    r.name = firstMemberText(o, {"targetDisplayName", "fullname", "identity", "accountGroup", "name"});
    r.campaign = whoAt(o, "certification").name;
    r.reviewers = certifiersOf(o);
    r.reviewerId = whoAt(o, "certifier").id;
    if (const QJsonArray all = o.value(QLatin1String("certifiers")).toArray(); r.reviewerId.isEmpty() && !all.isEmpty())
        r.reviewerId = whoOf(all.first()).id;
    r.reviewer = r.reviewers.value(1, r.reviewers.value(0));
    r.decided = memberCount(o, "completedItems");
    r.total = memberCount(o, "totalItems");
    r.due = memberInstant(o, "expiration");
    r.created = memberInstant(o, "created");
    r.phase = domain::vendorWordOf(domain::ReviewPhase::Active, domain::reviewPhaseKey);
    r.isDecidedHere = true;
    return r;
}

} // namespace net::iiq
