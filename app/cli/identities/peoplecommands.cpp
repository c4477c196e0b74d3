#include "assembly/console.h"
#include "cli/identities/identitycommands.h"
#include "cli/shell/shell.h"
#include "domain/text/messages.h"
#include "domain/verification/resending.h"
#include "services/identities/identitydirectory.h"
#include "services/identities/peopleexport.h"
#include "services/sync/syncer.h"
#include "services/tenantsession/tenantsession.h"
#include <QJsonArray>

namespace cli {

using core::Result;
using core::Unit;

static QJsonObject healthJson(const domain::SyncHealth &h)
{
    const auto instant = [](core::Instant at) { return at > 0 ? QJsonValue(domain::formatInstant(at)) : QJsonValue(); };
    QJsonValue failure;
    if (h.failure)
        failure = QJsonObject{{QStringLiteral("code"), core::codeName(h.failure->error.code)},
            {QStringLiteral("text"), domain::userMessage(h.failure->error, domain::Vendor::SailPoint).headline},
            {QStringLiteral("since"), instant(h.failure->since)}, {QStringLiteral("at"), instant(h.failure->at)}};
    return {{QStringLiteral("lastSyncAt"), instant(h.state.lastSyncAt)}, {QStringLiteral("failure"), failure}};
}

// Asks nobody: when the copy last succeeded, and what became of the last try.
static void syncStatus(Shell &s, services::TenantSession &w)
{
    core::whenDone<domain::SyncHealth>(w.syncer().health(), &s, [&s, &w](const Result<domain::SyncHealth> &h) {
        if (!h)
            return s.fail(h.error());
        const auto line = domain::syncLine(*h, w.tenant().product, false, w.context().clock->now());
        QJsonObject o = healthJson(*h);
        o.insert(QStringLiteral("state"), domain::syncLineKey(line.kind));
        if (s.isJson())
            s.output().print(o);
        else
            s.output().line(h->failure ? line.text + QStringLiteral(". ") + line.copy + QLatin1Char('.') : line.text);
        s.finish(h->failure ? exitCodeOf(h->failure->error) : int(Done));
    });
}

static void syncCommand(Shell &s)
{
    s.opening().withTenantSession([&s](services::TenantSession &w) {
        if (s.isSet("status"))
            return syncStatus(s, w);
        if (s.isSet("no-rate-limit") && !domain::isLoopback(QUrl(w.tenant().sailpointUrl)))
            return s.usage(QStringLiteral("--no-rate-limit: only for a tenant on this computer."));
        QObject::connect(&w.syncer(), &services::Syncer::progress, &s, [&s](qint64 done, qint64 of) {
            s.output().progress(QStringLiteral("Synchronising %1 of %2").arg(done).arg(of));
        });
        QObject::connect(&w, &services::TenantSession::throttled, &s, [&s, &w](core::Instant until, bool asked) {
            s.output().note(QStringLiteral("%1: continuing in %2 s")
                                .arg(asked ? QStringLiteral("SailPoint asked to wait")
                                           : QStringLiteral("Keeping under SailPoint's limit"))
                                .arg(domain::secondsUntil(until, w.context().clock->now())));
        });
        services::SyncOptions o;
        o.full = s.isSet("full");
        o.includeUncorrelated = s.isSet("include-uncorrelated");
        core::whenDone<services::SyncResult>(w.syncer().run(o), &s, [&s, &w](const Result<services::SyncResult> &r) {
            if (!r)
                return s.fail(r.error());
            // The answer is out before the search index is built: a cron job need not wait for it to read the result.
            if (s.isJson())
                s.output().print({{QStringLiteral("lastSyncAt"), domain::formatInstant(w.context().clock->now())},
                    {QStringLiteral("failure"), QJsonValue()}, {QStringLiteral("identities"), r->identities},
                    {QStringLiteral("uncorrelated"), r->uncorrelated}, {QStringLiteral("requests"), r->requests},
                    {QStringLiteral("seconds"), r->seconds}, {QStringLiteral("mode"), r->mode},
                    {QStringLiteral("gone"), r->gone}, {QStringLiteral("added"), r->added},
                    {QStringLiteral("changed"), r->changed}, {QStringLiteral("resumed"), r->isResumed}});
            else
                s.output().line(QStringLiteral("%1 identities (%2), %3 new, %4 changed, %5 gone, %6 requests, %7 s")
                                    .arg(r->identities)
                                    .arg(r->mode)
                                    .arg(r->added)
                                    .arg(r->changed)
                                    .arg(r->gone)
                                    .arg(r->requests)
                                    .arg(r->seconds, 0, 'f', 1));
            core::whenDone<Unit>(w.syncer().buildSearch(), &s, [&s](const core::Status &built) {
                if (!built)
                    return s.fail(built.error());
                s.finish(Done);
            });
        });
    });
}

static QJsonObject personJson(const domain::Identity &p, core::Instant now)
{
    const auto due = domain::shownDue(p.lapse, p.due, now);
    const auto part = domain::pastDuePart(p.kind, p.lapse, p.due, now);
    const auto reason = domain::overdueReasonAt(p.lapse, p.due, now);
    QJsonObject o{{QStringLiteral("id"), p.id.str()}, {QStringLiteral("name"), p.name},
        {QStringLiteral("email"), p.email}, {QStringLiteral("profile"), p.profile},
        {QStringLiteral("lifecycle"), p.lifecycle}, {QStringLiteral("employeeNumber"), p.employeeNumber},
        {QStringLiteral("status"), domain::statusKey(domain::statusAt(p.kind, p.due, p.warnAt, now))},
        {QStringLiteral("held"), p.kind == domain::StatusKind::Held},
        {QStringLiteral("ial"), p.idv.ial ? QJsonValue(*p.idv.ial) : QJsonValue()},
        {QStringLiteral("verifiedDate"),
            p.idv.date.at ? QJsonValue(domain::formatInstant(*p.idv.date.at)) : QJsonValue()},
        {QStringLiteral("dateQuality"), domain::qualityName(p.idv.date.quality)},
        {QStringLiteral("due"), due ? QJsonValue(domain::formatInstant(*due)) : QJsonValue()},
        {QStringLiteral("pastDue"), part ? QJsonValue(domain::pastDueKey(*part)) : QJsonValue()},
        {QStringLiteral("reason"), reason ? QJsonValue(domain::overdueReasonKey(*reason)) : QJsonValue()},
        {QStringLiteral("idvStatus"), p.idv.status},
        {QStringLiteral("idvVerified"), p.idv.verified ? QJsonValue(*p.idv.verified) : QJsonValue()},
        {QStringLiteral("idvSessionId"), p.idv.sessionId}};
    return o;
}

// Everyone who matches, in every column; the format by the file's ending.
static void exportIdentities(Shell &s, const domain::PeopleQuery &q, const QString &path)
{
    const bool isLines = path.endsWith(QLatin1String(".jsonl"));
    if (!isLines && path != QLatin1String("-") && !path.endsWith(QLatin1String(".csv")))
        return s.usage(QStringLiteral("--export: a file that ends with .csv or .jsonl; - for CSV on standard output."));
    s.opening().withTenantSession([&s, q, path, isLines](services::TenantSession &w) {
        domain::PeopleExportLayout layout{
            isLines ? domain::ExportFormat::JsonLines : domain::ExportFormat::Csv, {}, false};
        for (size_t c = 0; c < domain::peopleColumnCount; ++c)
            layout.columns.push_back(domain::PeopleColumn(c));
        auto *e = new services::PeopleExport(w, w.context(), &w);
        core::whenDone<services::ExportReport>(
            e->run(q, layout, path), &s, [&s](const Result<services::ExportReport> &r) {
                if (!r)
                    return s.fail(r.error());
                if (s.isJson())
                    s.output().print({{QStringLiteral("file"), r->path}, {QStringLiteral("rows"), r->rows},
                        {QStringLiteral("sha256"), QString::fromLatin1(r->sha256)}});
                else
                    s.output().line(
                        QStringLiteral("%1 rows, SHA-256 %2").arg(r->rows).arg(QString::fromLatin1(r->sha256)));
                s.finish(Done);
            });
    });
}

static void identitiesCommand(Shell &s)
{
    domain::PeopleQuery q;
    q.text = s.value("search");
    if (s.isSet("status")) {
        q.status = domain::statusFromKey(s.value("status"));
        if (!q.status)
            return s.usage(QStringLiteral("--status: verified, due-soon, overdue, pending, failed or never."));
    }
    if (s.isSet("profile"))
        q.filter.profiles = {s.value("profile")};
    if (s.isSet("lifecycle"))
        q.filter.lifecycles = {s.value("lifecycle")};
    if (s.isSet("contact")) {
        q.filter.contact = domain::filterFromJson({{QStringLiteral("contact"), s.value("contact")}}).contact;
        if (q.filter.contact == domain::ContactFilter::Any)
            return s.usage(QStringLiteral("--contact: phone, email or none."));
    }
    if (s.isSet("export"))
        return exportIdentities(s, q, s.value("export"));
    bool isNumber = false;
    const int limit = s.value("limit").toInt(&isNumber);
    if (!isNumber || limit < 1 || limit > 1'000'000)
        return s.usage(QStringLiteral("--limit: a number from 1 to 1000000."));
    s.opening().withTenantSession([&s, q, limit](services::TenantSession &w) {
        const auto found = core::andThen<domain::PeopleResult>(w.directory().quick(q, limit), &s,
            [&w](const domain::PeopleResult &r) { return w.directory().people(*r.rows); });
        core::whenDone<QList<domain::Identity>>(found, &s, [&s, &w](const Result<QList<domain::Identity>> &people) {
            if (!people)
                return s.fail(people.error());
            QJsonArray list;
            const core::Instant now = w.context().clock->now();
            for (const auto &p : *people) {
                const QJsonObject o = personJson(p, now);
                list.append(o);
                if (!s.isJson())
                    s.output().line(QStringLiteral("%1  %2  %3  %4")
                                        .arg(p.id.str(), o.value(QLatin1String("status")).toString().leftJustified(8),
                                            p.email.leftJustified(40), p.name));
            }
            if (s.isJson())
                s.output().print({{QStringLiteral("identities"), list}});
            s.finish(Done);
        });
    });
}

void registerPeopleCommands(CommandTable &table)
{
    table.add("sync",
        "  idvctl sync --tenant NAME [--full] [--include-uncorrelated] [--no-rate-limit] [--json]\n"
        "  idvctl sync --tenant NAME --status [--json]   (asks nobody: the last success, and since when it fails)\n",
        {{},
            QStringLiteral("sync --tenant NAME [--full] [--include-uncorrelated] [--no-rate-limit] [--json] | sync "
                           "--tenant NAME --status [--json]"),
            {valueOption("tenant", "NAME"), flagOption("full"), flagOption("status"),
                flagOption("include-uncorrelated"), flagOption("no-rate-limit")},
            0, 0, syncCommand});
    table.add("identities",
        "  idvctl identities --tenant NAME [--search TEXT] [--status S] [--profile P] [--lifecycle L] [--contact C] "
        "[--limit N] [--export FILE] [--json]\n",
        {{},
            QStringLiteral("identities --tenant NAME [--search TEXT] [--status S] [--profile P] [--lifecycle L] "
                           "[--contact C] [--limit N] [--export FILE] [--json]"),
            {valueOption("tenant", "NAME"), valueOption("search", "TEXT"), valueOption("status", "STATUS"),
                valueOption("profile", "NAME"), valueOption("lifecycle", "STATE"),
                valueOption("contact", "phone|email|none"), valueOption("export", "FILE"),
                valueOption("limit", "N", "50")},
            0, 0, identitiesCommand});
}

} // namespace cli
