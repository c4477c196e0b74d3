#include "cli/events/eventcommands.h"
#include "cli/shell/jsonoutput.h"
#include "cli/shell/shell.h"
#include "domain/events/eventrule.h"
#include "services/events/proposals.h"
#include "services/tenantsession/tenantsession.h"

// idvctl event-rules: which of SailPoint's events propose a verification.
namespace cli {

using core::Result;

// The attribute, with its value where one is named; without an attribute the item.
static QString whatOf(const domain::EventRule &r)
{
    if (r.attribute.isEmpty())
        return r.item;
    return r.value.isEmpty() ? r.attribute : r.attribute + QStringLiteral(" = ") + r.value;
}

static void show(Shell &s, const domain::EventRules &rules)
{
    if (s.isJson()) {
        s.output().print(domain::toJson(rules));
        return s.finish(Done);
    }
    for (const auto &r : rules.rules) {
        const QString what = whatOf(r);
        s.output().line(QStringLiteral("%1  %2  %3  %4  IAL%5  %6  %7")
                            .arg(r.isOn ? QStringLiteral("on ") : QStringLiteral("off"), r.triggerId,
                                what.isEmpty() ? QStringLiteral("any") : what, domain::reasonKey(r.reason),
                                QString::number(r.requiredIal),
                                r.startsItself ? QStringLiteral("starts by itself") : QStringLiteral("asks"), r.name));
    }
    s.finish(Done);
}

static void eventRulesCommand(Shell &s)
{
    const QString verb = s.positional().at(0);
    const bool isSet = verb == QLatin1String("set");
    if ((!isSet && verb != QLatin1String("show")) || isSet != (s.positional().size() == 2))
        return s.usage(QStringLiteral("event-rules: show, or set FILE with what “show --json” prints."));
    domain::EventRules wanted;
    if (isSet) {
        const auto doc = settingIn(s.positional().at(1));
        if (!doc)
            return s.fail(doc.error());
        const auto read = domain::eventRulesFromJson(*doc);
        if (!read)
            return s.fail(read.error());
        wanted = *read;
    }
    s.opening().withTenantSession([&s, isSet, wanted](services::TenantSession &w) {
        const auto stored = isSet ? core::andThen<core::Unit>(w.proposals().setRules(wanted), &s,
                                        [&w](core::Unit) { return w.proposals().rules(); })
                                  : w.proposals().rules();
        core::whenDone<domain::EventRules>(
            stored, &s, [&s](const Result<domain::EventRules> &r) { r ? show(s, *r) : s.fail(r.error()); });
    });
}

void registerEventRuleCommands(CommandTable &table)
{
    table.add("event-rules", "  idvctl event-rules show | set FILE   --tenant NAME [--json]    which events do\n",
        {{}, QStringLiteral("event-rules show | set FILE   --tenant NAME [--json]"), {valueOption("tenant", "NAME")}, 1,
            2, eventRulesCommand});
}

} // namespace cli
