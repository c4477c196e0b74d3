#include "domain/access/approval.h"
#include "domain/access/accessname.h"
#include "domain/text/instant.h"
#include "domain/text/strictjson.h"
#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace domain {

static QString sayApprovals(const char *text)
{
    return QCoreApplication::translate("Approvals", text);
}
static QString textOf(const QJsonObject &o, const char *key)
{
    return o.value(QLatin1String(key)).toString();
}
static QJsonObject objectOf(const QJsonObject &o, const char *key)
{
    return o.value(QLatin1String(key)).toObject();
}

static std::optional<core::Instant> instantOf(const QJsonObject &o, const char *key)
{
    return parseInstant(textOf(o, key), 0).at; // due dates lie ahead: that is no fault here
}

static Approval::Doing doingFrom(const QString &word)
{
    if (word == QLatin1String("APPROVED"))
        return Approval::Approving;
    if (word == QLatin1String("REJECTED"))
        return Approval::Denying;
    return word == QLatin1String("FORWARDED") ? Approval::Forwarding : Approval::Waiting;
}

std::optional<Approval> approvalFrom(const QJsonObject &o)
{
    Approval a;
    a.id = textOf(o, "id");
    a.requestId = textOf(o, "accessRequestId");
    const QJsonObject access = objectOf(o, "requestedObject"), person = objectOf(o, "requestedFor"),
                      owner = objectOf(o, "owner");
    a.accessId = textOf(access, "id");
    a.access = textOf(access, "name");
    a.accessType = textOf(access, "type");
    a.description = textOf(access, "description");
    a.requestType = textOf(o, "requestType");
    a.forId = core::IdentityId(textOf(person, "id"));
    a.forName = textOf(person, "name");
    a.askedBy = textOf(objectOf(o, "requester"), "name");
    a.ownerId = textOf(owner, "id");
    a.owner = textOf(owner, "name");
    a.reason = textOf(objectOf(o, "requesterComment"), "comment");
    a.asked = instantOf(o, "requestCreated");
    if (!a.asked)
        a.asked = instantOf(o, "created");
    a.until = instantOf(o, "removeDate");
    // Said otherwise, it may be empty; not said, it is asked for, which SailPoint takes in any case.
    a.needsCommentToDeny = true;
    a.doing = doingFrom(textOf(o, "actionInProcess"));
    const QJsonArray earlier = o.value(QLatin1String("previousReviewersComments")).toArray();
    for (const auto &v : earlier) {
        const QJsonObject step = v.toObject();
        a.earlier << ApprovalStep{
            textOf(objectOf(step, "author"), "name"), textOf(step, "comment"), instantOf(step, "created")};
    }
    a.isPartial = !isReadableName(a.access) || a.accessId.isEmpty(); // a requirement may name either
    if (a.id.isEmpty() || a.forId.isEmpty())
        return std::nullopt;
    return a;
}

std::optional<Decided> decidedFrom(const QJsonObject &o)
{
    Decided d;
    d.state = textOf(o, "state");
    d.by = textOf(objectOf(o, "reviewedBy"), "name");
    d.at = instantOf(o, "modified");
    if (d.state != QLatin1String("APPROVED") && d.state != QLatin1String("REJECTED"))
        return std::nullopt;
    return d;
}

QString decidedText(const Decided &d)
{
    const QString who = d.by.isEmpty() ? sayApprovals(QT_TRANSLATE_NOOP("Approvals", "somebody else")) : d.by;
    const QString at =
        d.at ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(*d.at).time(), QLocale::ShortFormat) : QString();
    const bool isApproved = d.state == QLatin1String("APPROVED");
    if (at.isEmpty())
        return (isApproved ? sayApprovals(QT_TRANSLATE_NOOP("Approvals", "Already approved by %1."))
                           : sayApprovals(QT_TRANSLATE_NOOP("Approvals", "Already denied by %1.")))
            .arg(who);
    return (isApproved ? sayApprovals(QT_TRANSLATE_NOOP("Approvals", "Already approved by %1 at %2."))
                       : sayApprovals(QT_TRANSLATE_NOOP("Approvals", "Already denied by %1 at %2.")))
        .arg(who, at);
}

std::optional<AccessReview> reviewFrom(const QJsonObject &o)
{
    AccessReview r;
    r.id = textOf(o, "id");
    r.name = textOf(o, "name");
    r.campaign = textOf(objectOf(o, "campaign"), "name");
    r.reviewer = textOf(objectOf(o, "reviewer"), "name");
    r.decided = o.value(QLatin1String("decisionsMade")).toInt();
    r.total = o.value(QLatin1String("decisionsTotal")).toInt();
    r.due = instantOf(o, "due");
    r.signedAt = instantOf(o, "signed");
    r.phase = textOf(o, "phase");
    if (r.id.isEmpty())
        return std::nullopt;
    return r;
}

QString reviewReminder(const QList<AccessReview> &reviews, core::Instant now)
{
    int late = 0, soon = 0;
    for (const AccessReview &r : reviews) {
        late += r.due && *r.due < now ? 1 : 0;
        soon += r.due && *r.due >= now && *r.due - now <= 3 * core::dayMs ? 1 : 0;
    }
    QStringList parts;
    if (late > 0)
        parts << QCoreApplication::translate(
            "Approvals", "%n access review(s) should have ended already.", nullptr, late);
    if (soon > 0)
        parts << QCoreApplication::translate("Approvals", "%n access review(s) end within three days.", nullptr, soon);
    return parts.join(QLatin1Char(' '));
}

core::Status validate(const AccessRequirements &r)
{
    if (r.all.size() > 500)
        return core::fieldError(
            QStringLiteral("requirements"), sayApprovals(QT_TRANSLATE_NOOP("Approvals", "At most 500 requirements.")));
    for (qsizetype i = 0; i < r.all.size(); ++i) {
        const auto fault = [i](const char *member, const char *text) {
            return core::fieldError(
                QStringLiteral("requirements[%1].%2").arg(QString::number(i), QLatin1String(member)),
                sayApprovals(text));
        };
        if (r.all.at(i).access.trimmed().isEmpty())
            return fault("access", QT_TRANSLATE_NOOP("Approvals", "Name the access, or a part of its name."));
        if (r.all.at(i).requiredIal < 1 || r.all.at(i).requiredIal > 2)
            return fault("ial", QT_TRANSLATE_NOOP("Approvals", "The assurance level is 1 or 2."));
        if (r.all.at(i).notOlderThanDays < 0 || r.all.at(i).notOlderThanDays > 1095)
            return fault("days",
                QT_TRANSLATE_NOOP("Approvals", "Between 0 and 1,095 days; 0 is as the re-verification policy says."));
    }
    return core::ok();
}

QJsonObject toJson(const AccessRequirements &r)
{
    QJsonArray all;
    for (const auto &x : r.all)
        all.append(QJsonObject{{QStringLiteral("access"), x.access}, {QStringLiteral("ial"), x.requiredIal},
            {QStringLiteral("days"), x.notOlderThanDays}});
    return {{QStringLiteral("requirements"), all}};
}

core::Result<AccessRequirements> requirementsFromJson(const QJsonObject &j)
{
    StrictObject whole(j);
    AccessRequirements r;
    whole.need("requirements");
    for (StrictObject &o : whole.objects("requirements")) {
        AccessRequirement one;
        o.need("access");
        o.text("access", one.access);
        o.number("ial", one.requiredIal);
        o.number("days", one.notOlderThanDays);
        r.all << one;
    }
    if (const auto read = whole.status(); !read)
        return read.error();
    if (const auto ok = validate(r); !ok)
        return ok.error();
    return r;
}

static bool isAsked(const AccessRequirement &x, const QString &id, const QString &name)
{
    return (!id.isEmpty() && id == x.access) || holdsAccessName(name, x.access);
}

static bool concerns(const AccessRequirement &x, const Approval &a)
{
    if (a.isPartial || isAsked(x, a.accessId, a.access))
        return true;
    return std::any_of(a.lines.begin(), a.lines.end(),
        [&x](const ApprovalLine &l) { return isAsked(x, l.value, l.access) || holdsAccessName(l.value, x.access); });
}

std::optional<AccessRequirement> requirementFor(const AccessRequirements &r, const Approval &a)
{
    if (a.requestType == QLatin1String("REVOKE_ACCESS"))
        return std::nullopt;
    std::optional<AccessRequirement> found;
    const auto days = [](const AccessRequirement &x) { return x.notOlderThanDays == 0 ? 100'000 : x.notOlderThanDays; };
    for (const auto &x : r.all) {
        if (!concerns(x, a))
            continue;
        if (!found)
            found = x;
        found->requiredIal = std::max(found->requiredIal, x.requiredIal);
        if (days(x) < days(*found))
            found->notOlderThanDays = x.notOlderThanDays;
    }
    return found;
}

Eligibility eligibilityFor(const Identity &p, const AccessRequirement &r, core::Instant now)
{
    const Eligibility s = eligibilityOf(p, r.requiredIal, now);
    if (!s.isEnough || r.notOlderThanDays == 0)
        return s;
    if (!p.idv.date.at || now - *p.idv.date.at > r.notOlderThanDays * core::dayMs)
        return {false, QCoreApplication::translate("Approvals", "the identity verification is older than %n day(s)",
                           nullptr, r.notOlderThanDays)};
    return s;
}

core::Status commentFault(const QString &comment, bool isNeeded)
{
    const qsizetype n = comment.trimmed().size();
    if (n == 0 && isNeeded)
        return core::fieldError(QStringLiteral("comment"),
            sayApprovals(QT_TRANSLATE_NOOP("Approvals", "Say why: whoever asked reads it.")));
    if (n > 2000)
        return core::fieldError(QStringLiteral("comment"),
            sayApprovals(QT_TRANSLATE_NOOP("Approvals", "A comment has at most 2,000 characters.")));
    return core::ok();
}

VerificationRequest requestFor(const Approval &a, const AccessRequirement &r)
{
    VerificationRequest v;
    v.identity = a.forId;
    v.reason = Reason::PrivilegedAccess;
    v.ticket = a.requestId.left(64);
    v.requiredIal = r.requiredIal;
    v.documents = documentTypes();
    v.delivery = Delivery::Email;
    return v;
}

} // namespace domain
