#include "cli/reverification/policyloading.h"
#include "cli/reverification/reverificationcommands.h"
#include "cli/shell/jsonoutput.h"
#include "cli/shell/shell.h"
#include "domain/reverification/reverificationpolicy.h"
#include "domain/text/instant.h"
#include "services/reverification/reverification.h"
#include "services/tenantsession/tenantsession.h"
#include <QJsonArray>

// idvctl policy: what says who is due.
namespace cli {

using core::Result;

static QJsonObject outlookJson(const domain::Outlook &o)
{
    QJsonArray weeks, rules;
    for (const auto &w : o.weeks)
        weeks.append(QJsonObject{{QStringLiteral("from"), domain::formatInstant(w.from)},
            {QStringLiteral("due"), w.due}, {QStringLiteral("highRisk"), w.highRisk}});
    for (const auto &r : o.rules)
        rules.append(QJsonObject{{QStringLiteral("name"), r.name}, {QStringLiteral("people"), r.people},
            {QStringLiteral("overdue"), r.overdue}, {QStringLiteral("pastDue"), r.pastDue},
            {QStringLiteral("pastGrace"), r.pastGrace}});
    return {{QStringLiteral("overdue"), o.overdue}, {QStringLiteral("pastDue"), o.pastDue},
        {QStringLiteral("pastGrace"), o.pastGrace}, {QStringLiteral("dueSoon"), o.dueSoon},
        {QStringLiteral("weeks"), weeks}, {QStringLiteral("rules"), rules}};
}

static void showOutlook(Shell &s, services::TenantSession &w, const domain::ReverificationPolicy &policy, bool isSaved)
{
    core::whenDone<domain::Outlook>(
        w.reverification().preview(policy), &s, [&s, policy, isSaved](const Result<domain::Outlook> &o) {
            if (!o)
                return s.fail(o.error());
            if (s.isJson())
                s.output().print({{QStringLiteral("saved"), isSaved},
                    {QStringLiteral("policy"), domain::toJson(policy)}, {QStringLiteral("outlook"), outlookJson(*o)}});
            for (int i = 0; !s.isJson() && i < o->rules.size(); ++i) {
                const auto &rule = i < policy.rules.size() ? policy.rules.at(i).rule : policy.standard;
                s.output().line(
                    QStringLiteral("%1  every %2 days, warn %3, grace %4: %5 people, %6 past due")
                        .arg(o->rules.at(i).name.isEmpty() ? QStringLiteral("standard") : o->rules.at(i).name)
                        .arg(rule.intervalDays)
                        .arg(rule.warnDays)
                        .arg(rule.graceDays)
                        .arg(o->rules.at(i).people)
                        .arg(o->rules.at(i).pastDue));
            }
            s.finish(Done);
        });
}

static void showPolicy(Shell &s)
{
    s.opening().withTenantSession([&s](services::TenantSession &w) {
        withPolicy(s, w, [&s, &w] { showOutlook(s, w, w.reverification().policy(), true); });
    });
}

static Result<domain::ReverificationPolicy> policyIn(const QString &file)
{
    const auto given = settingIn(file);
    if (!given)
        return given.error();
    return domain::reverificationFromJson(*given);
}

static void setPolicy(Shell &s)
{
    const auto read = policyIn(s.positional().value(0));
    if (!read)
        return s.fail(read.error());
    s.opening().withTenantSession([&s, wanted = *read](services::TenantSession &w) {
        const bool isDry = s.isSet("dry-run");
        const auto saved =
            core::andThen<core::Unit>(w.reverification().namesFit(wanted), &s, [&w, wanted, isDry](core::Unit) {
                return isDry ? core::ready<core::Unit>(core::ok()) : w.reverification().save(wanted);
            });
        core::whenDone<core::Unit>(saved, &s, [&s, &w, wanted, isDry](const core::Status &r) {
            if (!r)
                return s.fail(r.error());
            showOutlook(s, w, wanted, !isDry);
        });
    });
}

static CommandForm policyForm(const char *verb, int files, void (*run)(Shell &))
{
    return {QLatin1String(verb), QStringLiteral("policy show | set FILE   --tenant NAME [--dry-run] [--json]"),
        {valueOption("tenant", "NAME"), flagOption("dry-run")}, files, files, run};
}

void registerPolicyCommands(CommandTable &table)
{
    table.add({QStringLiteral("policy"), "  idvctl policy show|set FILE --tenant NAME [--dry-run] [--json]\n",
        QStringLiteral("policy: show, set FILE."),
        {policyForm("show", 0, showPolicy), policyForm("set", 1, setPolicy)}});
}

} // namespace cli
