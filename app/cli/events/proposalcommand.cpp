#include "cli/events/eventcommands.h"
#include "cli/sessions/sessionoutput.h"
#include "cli/shell/jsonoutput.h"
#include "cli/shell/shell.h"
#include "services/events/proposals.h"
#include "services/tenantsession/tenantsession.h"

// idvctl proposals: verifications that SailPoint's events propose.
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
                s.output().line(QStringLiteral("%1  %2  %3  %4  %5")
                                    .arg(p.id, localTime(p.at), domain::proposalStateKey(p.state).leftJustified(9),
                                        p.personName, domain::proposalText(p)));
        }
        if (s.isJson())
            s.output().print({{QStringLiteral("proposals"), shown}});
        s.finish(Done);
    });
}

static int codeOf(domain::SessionState started)
{
    switch (started) {
    case domain::SessionState::LaunchUnknown: return IsUnknown;
    case domain::SessionState::LaunchFailed: return Refused;
    default: return Done;
    }
}

static void proposalsCommand(Shell &s)
{
    const QString verb = s.positional().at(0), id = s.positional().value(1);
    const bool isList = verb == QLatin1String("list");
    if ((!isList && verb != QLatin1String("start") && verb != QLatin1String("dismiss")) || isList != id.isEmpty())
        return s.usage(QStringLiteral("proposals: list [--all], start ID or dismiss ID."));
    s.opening().withTenantSession([&s, verb, id](services::TenantSession &w) {
        if (verb == QLatin1String("list"))
            return list(s, w);
        if (verb == QLatin1String("dismiss")) {
            core::whenDone<Proposal>(w.proposals().dismiss(id, s.value("reason")), &s, [&s](const Result<Proposal> &p) {
                if (!p)
                    return s.fail(p.error());
                s.isJson() ? s.output().print(proposalJson(*p))
                           : s.output().line(QStringLiteral("%1  dismissed").arg(p->id));
                s.finish(Done);
            });
            return;
        }
        core::whenDone<domain::Session>(w.proposals().start(id), &s, [&s](const Result<domain::Session> &x) {
            if (!x)
                return s.fail(x.error());
            s.isJson() ? s.output().print(sessionJson(*x))
                       : s.output().line(
                             QStringLiteral("%1  %2  %3").arg(x->id.str(), domain::stateKey(x->state), x->personName));
            s.finish(codeOf(x->state));
        });
    });
}

void registerProposalCommands(CommandTable &table)
{
    table.add("proposals",
        "  idvctl proposals list [--all] | start ID | dismiss ID [--reason TEXT]   --tenant NAME [--json]    what "
        "SailPoint's events propose\n",
        {{}, QStringLiteral("proposals list [--all] | start ID | dismiss ID [--reason TEXT]   --tenant NAME [--json]"),
            {valueOption("tenant"), valueOption("reason"), flagOption("all")}, 1, 2, proposalsCommand});
}

} // namespace cli
