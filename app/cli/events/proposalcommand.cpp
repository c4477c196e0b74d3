#include "cli/shell/jsonoutput.h"
#include "services/events/proposals.h"
#include "services/tenantsession/tenantsession.h"

// idvctl proposals: verifications that SailPoint's events propose; idvctl event-rules: which events do.
namespace cli {

using core::Result;
using domain::Proposal;

static QJsonObject proposalJson(const Proposal &p)
{
    return {{QStringLiteral("id"), p.id}, {QStringLiteral("at"), domain::formatInstant(p.at)},
        {QStringLiteral("identity"), p.identity.str()}, {QStringLiteral("person"), p.personName},
        {QStringLiteral("state"), domain::proposalStateKey(p.state)}, {QStringLiteral("trigger"), p.triggerId},
        {QStringLiteral("object"), p.object}, {QStringLiteral("items"), QJsonArray::fromStringList(p.items)},
        {QStringLiteral("rule"), p.rule}, {QStringLiteral("reason"), domain::reasonKey(p.reason)},
        {QStringLiteral("ial"), p.requiredIal}, {QStringLiteral("delivery"), domain::deliveryKey(p.delivery)},
        {QStringLiteral("waits"), !p.invocation.isEmpty()}, {QStringLiteral("session"), p.session.str()},
        {QStringLiteral("why"), p.why}};
}

static void list(Shell &s, services::TenantSession &w)
{
    core::whenDone<QList<Proposal>>(w.proposals().list(!s.isSet("all")), &s, [&s](const Result<QList<Proposal>> &all) {
        if (!all)
            return s.fail(all.error());
        QJsonArray shown;
        for (const Proposal &p : *all) {
            shown.append(proposalJson(p));
            if (!s.isJson())
                s.line(QStringLiteral("%1  %2  %3  %4  %5")
                           .arg(p.id, localTime(p.at), domain::proposalStateKey(p.state).leftJustified(9), p.personName,
                               domain::proposalText(p)));
        }
        if (s.isJson())
            s.print({{QStringLiteral("proposals"), shown}});
        s.finish(Done);
    });
}

void proposalsCommand(Shell &s)
{
    const auto o = [](const char *name) { return QCommandLineOption(QLatin1String(name), {}, QLatin1String("VALUE")); };
    if (!s.parse(
            QStringLiteral("proposals list [--all] | start ID | dismiss ID [--reason TEXT]   --tenant NAME [--json]"),
            {o("tenant"), o("reason"), QCommandLineOption(QStringLiteral("all"))}, 1, 2))
        return;
    const QString verb = s.positional().at(0), id = s.positional().value(1);
    const bool isList = verb == QLatin1String("list");
    if ((!isList && verb != QLatin1String("start") && verb != QLatin1String("dismiss")) || isList != id.isEmpty())
        return s.usage(QStringLiteral("proposals: list [--all], start ID or dismiss ID."));
    s.withTenantSession([&s, verb, id](services::TenantSession &w) {
        if (verb == QLatin1String("list"))
            return list(s, w);
        if (verb == QLatin1String("dismiss")) {
            core::whenDone<Proposal>(w.proposals().dismiss(id, s.value("reason")), &s, [&s](const Result<Proposal> &p) {
                if (!p)
                    return s.fail(p.error());
                s.isJson() ? s.print(proposalJson(*p)) : s.line(QStringLiteral("%1  dismissed").arg(p->id));
                s.finish(Done);
            });
            return;
        }
        core::whenDone<domain::Session>(w.proposals().start(id), &s, [&s](const Result<domain::Session> &x) {
            if (!x)
                return s.fail(x.error());
            s.isJson()
                ? s.print(sessionJson(*x))
                : s.line(QStringLiteral("%1  %2  %3").arg(x->id.str(), domain::stateKey(x->state), x->personName));
            s.finish(x->state == domain::SessionState::LaunchUnknown  ? IsUnknown
                     : x->state == domain::SessionState::LaunchFailed ? Refused
                                                                      : Done);
        });
    });
}

static void show(Shell &s, const domain::EventRules &rules)
{
    if (s.isJson()) {
        s.print(domain::toJson(rules));
        return s.finish(Done);
    }
    for (const auto &r : rules.rules) {
        const QString what = !r.attribute.isEmpty()
                                 ? r.attribute + (r.value.isEmpty() ? QString() : QStringLiteral(" = ") + r.value)
                                 : r.item;
        s.line(QStringLiteral("%1  %2  %3  %4  IAL%5  %6  %7")
                   .arg(r.isOn ? QStringLiteral("on ") : QStringLiteral("off"), r.triggerId,
                       what.isEmpty() ? QStringLiteral("any") : what, domain::reasonKey(r.reason),
                       QString::number(r.requiredIal),
                       r.startsItself ? QStringLiteral("starts by itself") : QStringLiteral("asks"), r.name));
    }
    s.finish(Done);
}

void eventRulesCommand(Shell &s)
{
    if (!s.parse(QStringLiteral("event-rules show | set FILE   --tenant NAME [--json]"),
            {QCommandLineOption(QStringLiteral("tenant"), {}, QStringLiteral("NAME"))}, 1, 2))
        return;
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
    s.withTenantSession([&s, isSet, wanted](services::TenantSession &w) {
        const auto stored = isSet ? core::andThen<core::Unit>(w.proposals().setRules(wanted), &s,
                                        [&w](core::Unit) { return w.proposals().rules(); })
                                  : w.proposals().rules();
        core::whenDone<domain::EventRules>(
            stored, &s, [&s](const Result<domain::EventRules> &r) { r ? show(s, *r) : s.fail(r.error()); });
    });
}

} // namespace cli
