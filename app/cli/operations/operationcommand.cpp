#include "cli/operations/operationcommands.h"
#include "cli/operations/operationoutput.h"
#include "cli/shell/shell.h"
#include "services/operations/operationtracker.h"
#include "services/tenantsession/tenantsession.h"
#include <QJsonArray>
#include <QTimer>

// idvctl task: what was asked for, and its end.
namespace cli {

using core::Result;
using domain::Operation;
using domain::OperationState;

static void waitFor(Shell &s, services::TenantSession &w, const QString &id, core::Instant until)
{
    core::whenDone<Operation>(w.operations().operation(id), &s, [&s, &w, id, until](const Result<Operation> &o) {
        if (!o)
            return s.fail(o.error());
        if (domain::isOver(o->state))
            return finishWith(s, *o);
        if (w.context().clock->now() >= until || o->state == OperationState::Unknown) {
            showOperation(s, *o);
            return s.finish(IsUnknown);
        }
        s.output().progress(QStringLiteral("%1 %2").arg(domain::operationStateText(o->state),
            o->percent < 0 ? QString() : QString::number(o->percent) + QLatin1Char('%')));
        QTimer::singleShot(200, &s, [&s, &w, id, until] { waitFor(s, w, id, until); });
    });
}

static void taskCommand(Shell &s)
{
    const QString verb = s.positional().at(0);
    const int seconds = s.value("timeout").toInt();
    if ((verb != QLatin1String("list") && verb != QLatin1String("wait")) ||
        (verb == QLatin1String("wait")) != (s.positional().size() == 2) || seconds < 1)
        return s.usage(QStringLiteral("task: list, or wait OPERATION."));
    s.opening().withTenantSession([&s, verb, seconds](services::TenantSession &w) {
        w.operations().follow();
        if (verb == QLatin1String("wait"))
            return waitFor(s, w, s.positional().at(1), w.context().clock->now() + seconds * core::secondMs);
        core::whenDone<QList<Operation>>(w.operations().list(), &s, [&s](const Result<QList<Operation>> &all) {
            if (!all)
                return s.fail(all.error());
            QJsonArray list;
            for (const auto &o : *all) {
                list.append(operationJson(o));
                if (!s.isJson())
                    showOperation(s, o);
            }
            if (s.isJson())
                s.output().print({{QStringLiteral("operations"), list}});
            s.finish(Done);
        });
    });
}

void registerOperationCommands(CommandTable &table)
{
    table.add("task", "  idvctl task list | wait OPERATION [--timeout SECONDS]   --tenant NAME [--json]\n",
        {{}, QStringLiteral("task list | wait OPERATION [--timeout SECONDS] --tenant NAME [--json]"),
            {valueOption("tenant", "NAME"), valueOption("timeout", "SECONDS", "600")}, 1, 2, taskCommand});
}

} // namespace cli
