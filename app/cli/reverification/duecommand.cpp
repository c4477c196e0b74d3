#include "cli/reverification/policyloading.h"
#include "cli/reverification/reverificationcommands.h"
#include "cli/shell/shell.h"
#include "domain/text/instant.h"
#include "services/identities/identitydirectory.h"
#include "services/identities/peopleexport.h"
#include "services/reverification/reverification.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/storedcheck.h"
#include <QJsonArray>

// idvctl due: who is past due whatever the status, or due soon, for a nightly review.
namespace cli {

using core::Result;
using domain::IdentityStatus;

static QJsonObject dueJson(const domain::Identity &p, const domain::StoredFacts &stored, core::Instant now)
{
    const auto optional = [](const std::optional<core::Instant> &at) {
        return at ? QJsonValue(domain::formatInstant(*at)) : QJsonValue();
    };
    const auto status = domain::statusAt(p.kind, p.due, p.warnAt, now);
    const auto part = domain::pastDuePart(p.kind, p.lapse, p.due, now);
    const auto reason = domain::overdueReasonAt(p.lapse, p.due, now);
    const auto due = domain::shownDue(p.lapse, p.due, now);
    return {{QStringLiteral("id"), p.id.str()}, {QStringLiteral("name"), p.name}, {QStringLiteral("email"), p.email},
        {QStringLiteral("policy"), p.rule}, {QStringLiteral("highRisk"), p.isHighRisk},
        {QStringLiteral("status"), domain::statusKey(status)},
        {QStringLiteral("verifiedDate"), optional(p.idv.date.at)},
        {QStringLiteral("dateQuality"), domain::qualityName(p.idv.date.quality)},
        {QStringLiteral("due"), optional(due)},
        {QStringLiteral("graceEnds"), optional(domain::shownGrace(p.lapse, p.due, p.graceEnds, now))},
        {QStringLiteral("pastDue"), part ? QJsonValue(domain::pastDueKey(*part)) : QJsonValue()},
        {QStringLiteral("reason"), reason ? QJsonValue(domain::overdueReasonKey(*reason)) : QJsonValue()},
        {QStringLiteral("idvStatus"), p.idv.status},
        {QStringLiteral("idvVerified"), p.idv.verified ? QJsonValue(*p.idv.verified) : QJsonValue()},
        {QStringLiteral("notStored"), stored.notStored.contains(p.id.str())}};
}

static QJsonObject partsJson(const domain::StatusCounts &c)
{
    QJsonObject o;
    for (int i = 0; i < domain::pastDuePartCount; ++i)
        o.insert(domain::pastDueKey(domain::PastDuePart(i)), c.pastDue[size_t(i)]);
    return o;
}

static QJsonObject reasonsJson(const domain::StatusCounts &c)
{
    QJsonObject o;
    for (int i = 0; i < domain::overdueReasonCount; ++i)
        o.insert(domain::overdueReasonKey(domain::OverdueReason(i)), c.byReason[size_t(i)]);
    return o;
}

static QString partsText(const domain::StatusCounts &c, const domain::StoredFacts &stored)
{
    using P = domain::PastDuePart;
    const auto of = [&c](P part) { return c.pastDue[size_t(part)]; };
    return QStringLiteral("%1 overdue, %2 date unusable, %3 failed, %4 held, %5 in renewal; of them %6 exempt, %7 "
                          "inactive, %8 verified here, not stored")
        .arg(of(P::Overdue))
        .arg(of(P::DateUnusable))
        .arg(of(P::Failed))
        .arg(of(P::Held))
        .arg(of(P::InRenewal))
        .arg(c.pastDueExempt)
        .arg(c.pastDueInactive)
        .arg(stored.pastDue);
}

static void exportDue(Shell &s, services::TenantSession &w, const domain::PeopleQuery &q)
{
    using C = domain::PeopleColumn;
    auto *e = new services::PeopleExport(w, w.context(), &w);
    const std::vector<C> columns{C::Id, C::Name, C::Email, C::Policy, C::Status, C::PastDue, C::OverdueReason,
        C::VerifiedOn, C::Due, C::GraceEnds, C::Contact};
    const domain::PeopleExportLayout layout{domain::ExportFormat::Csv, columns, false};
    core::whenDone<services::ExportReport>(
        e->run(q, layout, s.value("csv")), &s, [&s](const Result<services::ExportReport> &r) {
            if (!r)
                return s.fail(r.error());
            if (s.isJson())
                s.output().print({{QStringLiteral("file"), r->path}, {QStringLiteral("rows"), r->rows},
                    {QStringLiteral("sha256"), QString::fromLatin1(r->sha256)}});
            else
                s.output().line(QStringLiteral("%1 rows, SHA-256 %2").arg(r->rows).arg(QString::fromLatin1(r->sha256)));
            s.finish(Done);
        });
}

static QString dueLine(const QJsonObject &o)
{
    const QString day = o.value(QLatin1String("due")).toString(QStringLiteral("no date")).left(10);
    const QString part = o.value(QLatin1String("pastDue")).toString(QStringLiteral("due-soon")).leftJustified(13);
    const auto text = [&o](const char *key) { return o.value(QLatin1String(key)).toString(); };
    const QString rule = text("policy").isEmpty() ? QStringLiteral("standard") : text("policy");
    const QString line = QStringLiteral("%1  %2  %3  %4  %5").arg(text("id"), day, part, rule, text("name"));
    return o.value(QLatin1String("notStored")).toBool() ? line + QStringLiteral("  (verified here, not stored)") : line;
}

static void listDue(Shell &s, services::TenantSession &w, const QList<domain::Identity> &people,
    const domain::StatusCounts &counts, const domain::StoredFacts &stored)
{
    QJsonArray list;
    const core::Instant now = w.context().clock->now();
    for (const auto &p : people) {
        const QJsonObject o = dueJson(p, stored, now);
        list.append(o);
        if (!s.isJson())
            s.output().line(dueLine(o));
    }
    const auto of = [&counts](IdentityStatus x) { return counts.byStatus[size_t(x)]; };
    if (s.isJson())
        s.output().print({{QStringLiteral("pastDue"), counts.allPastDue()},
            {QStringLiteral("parts"), partsJson(counts)}, {QStringLiteral("exempt"), counts.pastDueExempt},
            {QStringLiteral("inactive"), counts.pastDueInactive}, {QStringLiteral("notStored"), stored.pastDue},
            {QStringLiteral("notLookedAt"), stored.notLookedAt},
            {QStringLiteral("overdue"), of(IdentityStatus::Overdue)}, {QStringLiteral("reasons"), reasonsJson(counts)},
            {QStringLiteral("dueSoon"), of(IdentityStatus::DueSoon)}, {QStringLiteral("badDates"), counts.badDates},
            {QStringLiteral("people"), list}});
    else
        s.output().line(QStringLiteral("%1 past due (%2), %3 due soon")
                            .arg(counts.allPastDue())
                            .arg(partsText(counts, stored))
                            .arg(of(IdentityStatus::DueSoon)));
    if (!s.isJson() && stored.notLookedAt > 0)
        s.output().note(
            QStringLiteral("%1 results were not looked at yet (synchronise fifteen minutes after a result).")
                .arg(stored.notLookedAt));
    s.finish(Done);
}

static Result<domain::PeopleQuery> dueQuery(Shell &s)
{
    domain::PeopleQuery q;
    q.sort = domain::SortBy::Due;
    if (s.isSet("soon") && (s.isSet("part") || s.isSet("not-stored")))
        return core::fieldError(QStringLiteral("soon"), QStringLiteral("not together with --part or --not-stored."));
    if (s.isSet("soon"))
        q.status = IdentityStatus::DueSoon;
    q.onlyPastDue = !s.isSet("soon");
    if (!s.isSet("part"))
        return q;
    q.pastDuePart = domain::pastDueFromKey(s.value("part"));
    if (!q.pastDuePart)
        return core::fieldError(
            QStringLiteral("part"), QStringLiteral("overdue, date-unusable, failed, held or in-renewal."));
    return q;
}

static void dueCommand(Shell &s)
{
    bool isNumber = false;
    const int limit = s.value("limit").toInt(&isNumber);
    if (!isNumber || limit < 1 || limit > 1'000'000)
        return s.usage(QStringLiteral("--limit: a number from 1 to 1000000."));
    const auto query = dueQuery(s);
    if (!query)
        return s.fail(query.error());
    s.opening().withTenantSession([&s, query = *query, limit](services::TenantSession &w) {
        withPolicy(s, w, [&s, &w, query, limit] {
            core::whenDone<domain::StoredFacts>(
                w.stored().facts(), &s, [&s, &w, query, limit](const Result<domain::StoredFacts> &stored) {
                    if (!stored)
                        return s.fail(stored.error());
                    domain::PeopleQuery q = query;
                    if (s.isSet("not-stored"))
                        q.onlyIds = stored->pastDueIds();
                    if (s.isSet("csv"))
                        return exportDue(s, w, q);
                    const auto people = core::andThen<domain::PeopleResult>(w.directory().quick(q, limit), &s,
                        [&w](const domain::PeopleResult &r) { return w.directory().people(*r.rows); });
                    core::whenDone<QList<domain::Identity>>(
                        people, &s, [&s, &w, stored = *stored](const Result<QList<domain::Identity>> &found) {
                            if (!found)
                                return s.fail(found.error());
                            core::whenDone<domain::StatusCounts>(w.directory().counts(), &s,
                                [&s, &w, stored, found = *found](const Result<domain::StatusCounts> &counts) {
                                    counts ? listDue(s, w, found, *counts, stored) : s.fail(counts.error());
                                });
                        });
                });
        });
    });
}

void registerDueCommands(CommandTable &table)
{
    table.add("due",
        "  idvctl due --tenant NAME [--soon | [--part PART] [--not-stored]] [--limit N] [--csv FILE] [--json]\n",
        {{},
            QStringLiteral(
                "due --tenant NAME [--soon | [--part PART] [--not-stored]] [--limit N] [--csv FILE] [--json]"),
            {valueOption("tenant", "NAME"), valueOption("part", "PART"), flagOption("soon"), flagOption("not-stored"),
                valueOption("limit", "N", "1000"), valueOption("csv", "FILE")},
            0, 0, dueCommand});
}

} // namespace cli
