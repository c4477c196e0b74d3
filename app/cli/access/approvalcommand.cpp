#include "cli/access/accesscommands.h"
#include "cli/operations/operationoutput.h"
#include "cli/shell/jsonoutput.h"
#include "cli/shell/shell.h"
#include "services/access/approvals.h"
#include "services/tenantsession/tenantsession.h"
#include <QHash>

// idvctl approvals, idvctl reviews: what waits for the operator in SailPoint.
namespace cli {

using core::Result;
using domain::Approval;
using domain::OperationKind;

static QJsonValue instantJson(const std::optional<core::Instant> &at)
{
    return at ? QJsonValue(domain::formatInstant(*at)) : QJsonValue();
}

static QJsonValue countJson(const std::optional<int> &count)
{
    return count ? QJsonValue(*count) : QJsonValue();
}

static QJsonObject approvalJson(const Approval &a)
{
    static const char *const doing[] = {"", "approving", "denying", "forwarding", "in-process"};
    QJsonArray earlier;
    for (const auto &s : a.earlier)
        earlier.append(QJsonObject{{QStringLiteral("who"), s.who}, {QStringLiteral("comment"), s.comment},
            {QStringLiteral("at"), instantJson(s.at)}});
    QJsonArray lines;
    for (const auto &l : a.lines)
        lines.append(QJsonObject{{QStringLiteral("access"), l.access}, {QStringLiteral("operation"), l.operation.text},
            {QStringLiteral("application"), l.application}, {QStringLiteral("description"), l.description}});
    return {{QStringLiteral("lines"), lines}, {QStringLiteral("owner"), a.owner},
        {QStringLiteral("workGroup"), a.isGroups}, {QStringLiteral("members"), QJsonArray::fromStringList(a.members)},
        {QStringLiteral("inNameOf"), a.isForeign ? QJsonValue(a.owner) : QJsonValue()}, {QStringLiteral("id"), a.id},
        {QStringLiteral("request"), a.requestId}, {QStringLiteral("access"), a.access},
        {QStringLiteral("accessType"), a.accessType.text}, {QStringLiteral("requestType"), a.requestType.text},
        {QStringLiteral("forId"), a.forId.str()}, {QStringLiteral("for"), a.forName},
        {QStringLiteral("forMachine"), a.isForMachine}, {QStringLiteral("askedBy"), a.askedBy},
        {QStringLiteral("reason"), a.reason}, {QStringLiteral("asked"), instantJson(a.asked)},
        {QStringLiteral("until"), instantJson(a.until)}, {QStringLiteral("inProcess"), QLatin1String(doing[a.doing])},
        {QStringLiteral("earlier"), earlier}};
}

static void show(Shell &s, services::TenantSession &w, const Approval &a)
{
    using Steps = QList<domain::ApprovalStep>;
    core::whenDone<Steps>(w.approvals().history(a), &s, [&s, &w, a](const Result<Steps> &steps) {
        core::whenDone<domain::Eligibility>(w.approvals().requirementsTable().eligibility(a), &s,
            [&s, &w, a, steps](const Result<domain::Eligibility> &eligibility) {
                Approval whole = a;
                if (steps)
                    whole.earlier = *steps;
                const QString obstacle = w.approvals().obstacle(OperationKind::ApproveRequest, a);
                QJsonObject o = approvalJson(whole);
                o.insert(QStringLiteral("obstacle"), obstacle);
                o.insert(QStringLiteral("mayBeApproved"), obstacle.isEmpty() && eligibility && eligibility->isEnough);
                o.insert(QStringLiteral("why"), eligibility ? eligibility->why : eligibility.error().text);
                if (s.isJson()) {
                    s.output().print(o);
                    return s.finish(Done);
                }
                s.output().line(a.access);
                const QString person = a.isForMachine ? a.forName + QStringLiteral(" (a machine identity)") : a.forName;
                s.output().line(QStringLiteral("for %1, asked by %2").arg(person, a.askedBy));
                s.output().line(a.reason);
                if (!obstacle.isEmpty())
                    s.output().line(obstacle);
                else if (eligibility && eligibility->isEnough)
                    s.output().line(QStringLiteral("may be approved"));
                else
                    s.output().line(QStringLiteral("verify first: ") + o.value(QLatin1String("why")).toString());
                s.finish(Done);
            });
    });
}

static void list(Shell &s, services::TenantSession &w, const QString &one)
{
    core::whenDone<QList<Approval>>(w.approvals().pending(), &s, [&s, &w, one](const Result<QList<Approval>> &all) {
        if (!all)
            return s.fail(all.error());
        QJsonArray shown;
        for (const Approval &a : *all) {
            if (!one.isEmpty() && a.id != one)
                continue;
            shown.append(approvalJson(a));
            if (!s.isJson() && one.isEmpty())
                s.output().line(QStringLiteral("%1  %2  %3  %4")
                                    .arg(a.id, a.forName, a.access, a.asked ? localTime(*a.asked) : QString()));
            if (!one.isEmpty()) {
                return show(s, w, a);
            }
        }
        if (!one.isEmpty())
            return s.fail(
                core::makeError(core::ErrorCode::NotFound, QStringLiteral("Nothing of this id waits for you.")));
        using Summary = std::optional<domain::ApprovalSummary>;
        core::whenDone<Summary>(w.approvals().summary(), &s, [&s, shown](const Result<Summary> &counts) {
            QJsonObject o{{QStringLiteral("approvals"), shown}};
            if (counts && *counts)
                o.insert(
                    QStringLiteral("summary"), QJsonObject{{QStringLiteral("pending"), countJson((*counts)->pending)},
                                                   {QStringLiteral("approved"), countJson((*counts)->approved)},
                                                   {QStringLiteral("denied"), countJson((*counts)->denied)}});
            if (s.isJson())
                s.output().print(o);
            s.finish(Done);
        });
    });
}

static void requirements(Shell &s, services::TenantSession &w, const std::optional<domain::AccessRequirements> &wanted)
{
    const auto stored = wanted ? core::andThen<core::Unit>(w.approvals().requirementsTable().setRequirements(*wanted),
                                     &s, [&w](core::Unit) { return w.approvals().requirementsTable().requirements(); })
                               : w.approvals().requirementsTable().requirements();
    core::whenDone<domain::AccessRequirements>(stored, &s, [&s](const Result<domain::AccessRequirements> &r) {
        if (!r)
            return s.fail(r.error());
        if (s.isJson())
            s.output().print(domain::toJson(*r));
        for (qsizetype i = 0; !s.isJson() && i < r->all.size(); ++i)
            s.output().line(QStringLiteral("%1  IAL%2  %3")
                                .arg(r->all.at(i).access, QString::number(r->all.at(i).requiredIal),
                                    r->all.at(i).notOlderThanDays > 0
                                        ? QStringLiteral("not older than %1 days").arg(r->all.at(i).notOlderThanDays)
                                        : QStringLiteral("as the policy says")));
        s.finish(Done);
    });
}

static void approvalsCommand(Shell &s)
{
    const QString verb = s.positional().at(0), id = s.positional().value(1);
    static const QStringList with{
        QStringLiteral("show"), QStringLiteral("approve"), QStringLiteral("deny"), QStringLiteral("forward")};
    if (verb != QLatin1String("requirements") &&
        (with.contains(verb) == id.isEmpty() || (!with.contains(verb) && verb != QLatin1String("list"))))
        return s.usage(QStringLiteral("approvals: list, show ID, approve ID, deny ID --comment TEXT, forward ID --to "
                                      "IDENTITY --comment TEXT, requirements [FILE]."));
    std::optional<domain::AccessRequirements> wanted;
    if (verb == QLatin1String("requirements") && !id.isEmpty()) {
        const auto doc = settingIn(id);
        if (!doc)
            return s.fail(doc.error());
        const auto read = domain::requirementsFromJson(*doc);
        if (!read)
            return s.fail(read.error());
        wanted = *read;
    }
    s.opening().withTenantSession([&s, verb, id, wanted](services::TenantSession &w) {
        const QString comment = s.value("comment");
        auto &a = w.approvals();
        if (verb == QLatin1String("list") || verb == QLatin1String("show"))
            return list(s, w, id);
        if (verb == QLatin1String("requirements"))
            return requirements(s, w, wanted);
        if (verb == QLatin1String("approve"))
            return submit(s, OperationKind::ApproveRequest, {id}, [&a, id, comment] { return a.approve(id, comment); });
        if (verb == QLatin1String("deny"))
            return submit(s, OperationKind::DenyRequest, {id}, [&a, id, comment] { return a.deny(id, comment); });
        submit(s, OperationKind::ForwardRequest, {id},
            [&a, id, comment, to = s.value("to")] { return a.forward(id, to, comment); });
    });
}

static void reviewsCommand(Shell &s)
{
    static const QHash<QString, OperationKind> verbs{{QStringLiteral("approve"), OperationKind::ApproveReview},
        {QStringLiteral("deny"), OperationKind::DenyReview}, {QStringLiteral("sign"), OperationKind::SignReview}};
    const QString verb = s.positional().first(), id = s.positional().value(1);
    if (verbs.contains(verb)) {
        if (id.isEmpty() || (!s.isSet("dry-run") && (s.positional().value(2) != id || !s.isSet("yes"))))
            return s.usage(
                QStringLiteral("reviews %1 decides everything in the review: give its ID twice, and --yes.").arg(verb));
        return s.opening().withTenantSession([&s, kind = verbs.value(verb), id](services::TenantSession &w) {
            submit(s, kind, {id}, [&w, kind, id, comment = s.value("comment")] {
                return w.approvals().accessReviews().decideReview(kind, id, comment);
            });
        });
    }
    if (verb != QLatin1String("list"))
        return s.usage(
            QStringLiteral("reviews: list, approve ID ID --yes, deny ID ID --yes --comment TEXT, sign ID ID --yes."));
    s.opening().withTenantSession([&s](services::TenantSession &w) {
        core::whenDone<QList<domain::AccessReview>>(
            w.approvals().accessReviews().reviews(), &s, [&s](const Result<QList<domain::AccessReview>> &all) {
                if (!all)
                    return s.fail(all.error());
                QJsonArray shown;
                for (const auto &r : *all) {
                    shown.append(QJsonObject{{QStringLiteral("id"), r.id}, {QStringLiteral("name"), r.name},
                        {QStringLiteral("campaign"), r.campaign}, {QStringLiteral("decided"), countJson(r.decided)},
                        {QStringLiteral("total"), countJson(r.total)}, {QStringLiteral("due"), instantJson(r.due)},
                        {QStringLiteral("phase"), r.phase.text}, {QStringLiteral("created"), instantJson(r.created)},
                        {QStringLiteral("decidedHere"), r.isDecidedHere}});
                    if (!s.isJson())
                        s.output().line(
                            QStringLiteral("%1  %2  %3 decided  %4")
                                .arg(r.id, r.name, domain::decidedCountText(r), r.due ? localTime(*r.due) : QString()));
                }
                if (s.isJson())
                    s.output().print({{QStringLiteral("reviews"), shown}});
                s.finish(Done);
            });
    });
}

void registerApprovalCommands(CommandTable &table)
{
    table.add("approvals",
        "  idvctl approvals list | show ID | approve ID [--comment TEXT] | deny ID --comment TEXT | forward ID --to "
        "IDENTITY --comment TEXT | requirements [FILE]\n",
        {{},
            QStringLiteral("approvals list | show ID | approve ID [--comment TEXT] | deny ID --comment TEXT | forward "
                           "ID --to IDENTITY --comment TEXT | requirements [FILE]   --tenant NAME [--json]"),
            {valueOption("tenant"), valueOption("comment"), valueOption("to"), flagOption("dry-run")}, 1, 2,
            approvalsCommand});
    table.add("reviews",
        "  idvctl reviews list | approve|deny|sign ID ID --yes [--comment TEXT]   --tenant NAME [--json]    what waits "
        "for the token's user; reviews are decided here in IdentityIQ only\n",
        {{},
            QStringLiteral("reviews list | approve ID ID --yes [--comment TEXT] | deny ID ID --yes --comment TEXT | "
                           "sign ID ID --yes   --tenant NAME [--json]"),
            {valueOption("tenant"), valueOption("comment"), flagOption("yes"), flagOption("dry-run")}, 1, 3,
            reviewsCommand});
}

} // namespace cli
