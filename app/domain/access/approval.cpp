#include "domain/access/approval.h"
#include "domain/access/accessname.h"
#include "domain/text/strictjson.h"
#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QLocale>

namespace domain {

static QString sayApprovals(const char *text)
{
    return QCoreApplication::translate("Approvals", text);
}

QString decidedText(const Decided &d)
{
    const QString who = d.by.isEmpty() ? sayApprovals(QT_TRANSLATE_NOOP("Approvals", "somebody else")) : d.by;
    const QString at =
        d.at ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(*d.at).time(), QLocale::ShortFormat) : QString();
    const bool isApproved = d.decision == Decision::Approved;
    if (at.isEmpty())
        return (isApproved ? sayApprovals(QT_TRANSLATE_NOOP("Approvals", "Already approved by %1."))
                           : sayApprovals(QT_TRANSLATE_NOOP("Approvals", "Already denied by %1.")))
            .arg(who);
    return (isApproved ? sayApprovals(QT_TRANSLATE_NOOP("Approvals", "Already approved by %1 at %2."))
                       : sayApprovals(QT_TRANSLATE_NOOP("Approvals", "Already denied by %1 at %2.")))
        .arg(who, at);
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
    if (a.requestType.is(RequestType::Revoke) || a.isForMachine)
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

static QString countText(const std::optional<int> &n)
{
    return n ? QString::number(*n) : QStringLiteral("–");
}

QString decidedCountText(const AccessReview &r)
{
    return sayApprovals(QT_TRANSLATE_NOOP("Approvals", "%1 of %2")).arg(countText(r.decided), countText(r.total));
}

bool isAllDecided(const AccessReview &r)
{
    return r.total && *r.total > 0 && r.decided && *r.decided >= *r.total;
}

} // namespace domain
