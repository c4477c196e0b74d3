#include "assembly/console.h"
#include "cli/audit/auditcommands.h"
#include "cli/shell/shell.h"
#include "services/audit/auditreport.h"
#include "services/audit/audittrail.h"
#include "services/audit/evidence.h"
#include "services/audit/trailverdict.h"
#include "services/reverification/reverification.h"
#include "services/tenantsession/tenantsession.h"

// idvctl report: what an auditor is handed. idvctl evidence: all that is known of one person, session or campaign.
namespace cli {

using core::Result;
using services::ExportReport;

// What is written over a log that is not whole says so, and does not end as done.
static void finishWith(Shell &s, services::AuditTrail *trail, const core::Async<ExportReport> &written)
{
    core::whenDone<ExportReport>(written, &s, [&s, trail](const Result<ExportReport> &r) {
        if (!r)
            return s.fail(r.error());
        if (s.isJson())
            s.output().print({{QStringLiteral("file"), r->path}, {QStringLiteral("rows"), r->rows},
                {QStringLiteral("sha256"), QString::fromLatin1(r->sha256)}});
        else
            s.output().line(QStringLiteral("%1, SHA-256 %2").arg(r->path, QString::fromLatin1(r->sha256)));
        const auto verdict = services::verdictOf(trail->state());
        const bool isBad = verdict == services::TrailVerdict::Broken || verdict == services::TrailVerdict::RowsDiffer;
        if (isBad)
            s.output().note(QStringLiteral("idvctl: ") + services::verdictText(trail->state()));
        s.finish(isBad ? NotProved : Done);
    });
}

static void reportCommand(Shell &s)
{
    s.opening().withTenantSession([&s](services::TenantSession &w) {
        core::whenDone<core::Unit>(w.reverification().load(), &s, [&s, &w](const core::Status &r) {
            if (!r)
                return s.fail(r.error());
            auto *trail = new services::AuditTrail(w.context(), &w);
            auto *report = new services::AuditReport(w, *trail, w.context(), trail);
            finishWith(s, trail, report->run({s.isSet("numbers"), {}}, s.positional().first()));
        });
    });
}

static void evidenceCommand(Shell &s)
{
    static const QStringList kinds{QStringLiteral("person"), QStringLiteral("session"), QStringLiteral("campaign")};
    const qsizetype kind = kinds.indexOf(s.positional().first());
    if (kind < 0)
        return s.usage(QStringLiteral("evidence: person, session or campaign."));
    s.opening().withTenantSession([&s, kind](services::TenantSession &w) {
        auto *trail = new services::AuditTrail(w.context(), &w);
        auto *pack = new services::Evidence(w, *trail, w.context(), trail);
        finishWith(s, trail, pack->run(services::Evidence::Kind(kind), s.positional().at(1), {}, s.positional().at(2)));
    });
}

void registerReportCommands(CommandTable &table)
{
    table.add("report",
        "  idvctl report FILE.md --tenant NAME [--numbers]    for auditors: policy, coverage, past due, campaigns, "
        "decisions, proof\n",
        {{}, QStringLiteral("report FILE.md --tenant NAME [--numbers] [--json]"),
            {valueOption("tenant", "NAME"), flagOption("numbers")}, 1, 1, reportCommand});
    table.add("evidence",
        "  idvctl evidence person|session|campaign ID FILE.md --tenant NAME    to read, and beside it FILE.jsonl that "
        "proves itself\n",
        {{}, QStringLiteral("evidence person|session|campaign ID FILE.md --tenant NAME [--json]"),
            {valueOption("tenant", "NAME")}, 3, 3, evidenceCommand});
}

} // namespace cli
