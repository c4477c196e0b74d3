#include "net/sailpoint/access/approvalreader.h"
#include "domain/access/accessname.h"
#include "net/http/members.h"
#include <QJsonArray>

namespace net::sailpoint {

using domain::Approval;

static Approval::Doing doingFrom(const QString &word)
{
    if (word == QLatin1String("APPROVED"))
        return Approval::Approving;
    if (word == QLatin1String("REJECTED"))
        return Approval::Denying;
    if (word == QLatin1String("FORWARDED"))
        return Approval::Forwarding;
    return word.isEmpty() ? Approval::Waiting : Approval::InProcess; // a word of tomorrow is a decision, too
}

static QList<domain::ApprovalStep> earlierSteps(const QJsonArray &comments)
{
    QList<domain::ApprovalStep> out;
    for (const auto &v : comments) {
        const QJsonObject step = v.toObject();
        out << domain::ApprovalStep{memberText(memberObject(step, "author"), "name"), memberText(step, "comment"),
            memberInstantText(step, "created")};
    }
    return out;
}

// Older generations say neither, and know of people only. A word that nobody knows is a person: more is asked of those.
static bool isMachine(const QJsonObject &o, const QJsonObject &receiver)
{
    return memberText(o, "identityType") == QLatin1String("MACHINE") ||
           memberText(receiver, "type") == QLatin1String("MACHINE_IDENTITY");
}

std::optional<Approval> approvalFrom(const QJsonObject &o)
{
    Approval a;
    a.id = memberText(o, "id");
    a.requestId = memberText(o, "accessRequestId");
    const QJsonObject access = memberObject(o, "requestedObject"), person = memberObject(o, "requestedFor"),
                      owner = memberObject(o, "owner");
    a.accessId = memberText(access, "id");
    a.access = memberText(access, "name");
    a.accessType = domain::vendorWordFrom(memberText(access, "type"), domain::accessTypeFromKey);
    a.description = memberText(access, "description");
    a.requestType = domain::vendorWordFrom(memberText(o, "requestType"), domain::requestTypeFromKey);
    a.forId = core::IdentityId(memberText(person, "id"));
    a.forName = memberText(person, "name");
    a.isForMachine = isMachine(o, person);
    a.askedBy = memberText(memberObject(o, "requester"), "name");
    a.ownerId = memberText(owner, "id");
    a.owner = memberText(owner, "name");
    a.reason = memberText(memberObject(o, "requesterComment"), "comment");
    a.asked = memberInstantText(o, "requestCreated");
    if (!a.asked)
        a.asked = memberInstantText(o, "created");
    a.until = memberInstantText(o, "removeDate");
    a.doing = doingFrom(memberText(o, "actionInProcess"));
    a.earlier = earlierSteps(o.value(QLatin1String("previousReviewersComments")).toArray());
    a.isPartial = !domain::isReadableName(a.access) || a.accessId.isEmpty(); // a requirement may name either
    if (a.id.isEmpty() || a.forId.isEmpty())
        return std::nullopt;
    return a;
}

std::optional<domain::Decided> decidedFrom(const QJsonObject &o)
{
    const auto decision = domain::decisionFromKey(memberText(o, "state"));
    if (!decision)
        return std::nullopt;
    return domain::Decided{
        *decision, memberText(memberObject(o, "reviewedBy"), "name"), memberInstantText(o, "modified")};
}

domain::ApprovalSummary approvalSummaryFrom(const QJsonObject &o)
{
    return {memberCount(o, "pending"), memberCount(o, "approved"), memberCount(o, "rejected")};
}

std::optional<domain::AccessReview> reviewFrom(const QJsonObject &o)
{
    domain::AccessReview r;
    r.id = memberText(o, "id");
    r.name = memberText(o, "name");
    r.campaign = memberText(memberObject(o, "campaign"), "name");
    r.reviewer = memberText(memberObject(o, "reviewer"), "name");
    r.decided = memberCount(o, "decisionsMade");
    r.total = memberCount(o, "decisionsTotal");
    r.due = memberInstantText(o, "due");
    r.signedAt = memberInstantText(o, "signed");
    r.phase = domain::vendorWordFrom(memberText(o, "phase"), domain::reviewPhaseFromKey);
    if (r.id.isEmpty())
        return std::nullopt;
    return r;
}

} // namespace net::sailpoint
