#include "cli/shell/shell.h"
#include "services/operations/operations.h"
#include "services/tenantsession/tenantsession.h"
#include <QJsonArray>
#include <QTimer>

// idvctl task: what was asked for, and its end.
namespace cli {

using core::Result;
using domain::Operation;
using domain::OperationState;

QJsonObject operationJson(const Operation &o)
{
    return {{QStringLiteral("operation"), o.id}, {QStringLiteral("kind"), domain::operationKindKey(o.kind)},
        {QStringLiteral("state"), domain::operationStateKey(o.state)},
        {QStringLiteral("subjects"), QJsonArray::fromStringList(o.subjects)}, {QStringLiteral("task"), o.taskId},
        {QStringLiteral("trackingId"), o.trackingId}, {QStringLiteral("text"), o.text},
        {QStringLiteral("percent"), o.percent < 0 ? QJsonValue() : QJsonValue(o.percent)},
        {QStringLiteral("createdAt"), domain::formatInstant(o.createdAt)}};
}

static void show(Shell &s, const Operation &o)
{
    if (s.isJson())
        s.print(operationJson(o));
    else
        s.line(QStringLiteral("%1  %2  %3%4")
                   .arg(o.id, domain::operationText(o.kind), domain::operationStateText(o.state),
                       o.taskId.isEmpty() ? QString() : QStringLiteral("  task ") + o.taskId));
}

void finishWith(Shell &s, const Operation &o)
{
    show(s, o);
    const bool isBad = o.state == OperationState::Failed || o.state == OperationState::Refused;
    s.finish(isBad ? Refused : o.state == OperationState::Unknown ? IsUnknown : Done);
}

bool isConfirmed(Shell &s, const QStringList &ids, const QStringList &again)
{
    if (!s.isSet("yes")) {
        s.usage(QStringLiteral("This cannot be taken back: give --yes, and every id twice."));
        return false;
    }
    if (ids.isEmpty() || ids != again) {
        s.usage(QStringLiteral("This cannot be taken back: give every id twice, in the same order."));
        return false;
    }
    return true;
}

static void waitFor(Shell &s, services::TenantSession &w, const QString &id, core::Instant until)
{
    core::whenDone<Operation>(w.operations().operation(id), &s, [&s, &w, id, until](const Result<Operation> &o) {
        if (!o)
            return s.fail(o.error());
        if (domain::isOver(o->state))
            return finishWith(s, *o);
        if (w.context().clock->now() >= until || o->state == OperationState::Unknown) {
            show(s, *o);
            return s.finish(IsUnknown);
        }
        s.progress(QStringLiteral("%1 %2").arg(domain::operationStateText(o->state),
            o->percent < 0 ? QString() : QString::number(o->percent) + QLatin1Char('%')));
        QTimer::singleShot(200, &s, [&s, &w, id, until] { waitFor(s, w, id, until); });
    });
}

void taskCommand(Shell &s)
{
    if (!s.parse(QStringLiteral("task list | wait OPERATION [--timeout SECONDS] --tenant NAME [--json]"),
            {{QStringLiteral("tenant"), {}, QStringLiteral("NAME")},
                {QStringLiteral("timeout"), {}, QStringLiteral("SECONDS"), QStringLiteral("600")}},
            1, 2))
        return;
    const QString verb = s.positional().at(0);
    const int seconds = s.value("timeout").toInt();
    if ((verb != QLatin1String("list") && verb != QLatin1String("wait")) ||
        (verb == QLatin1String("wait")) != (s.positional().size() == 2) || seconds < 1)
        return s.usage(QStringLiteral("task: list, or wait OPERATION."));
    s.withTenantSession([&s, verb, seconds](services::TenantSession &w) {
        w.operations().follow();
        if (verb == QLatin1String("wait"))
            return waitFor(s, w, s.positional().at(1), w.context().clock->now() + seconds * core::secondMs);
        core::whenDone<QList<Operation>>(w.operations().operations(), &s, [&s](const Result<QList<Operation>> &all) {
            if (!all)
                return s.fail(all.error());
            QJsonArray list;
            for (const auto &o : *all) {
                list.append(operationJson(o));
                if (!s.isJson())
                    show(s, o);
            }
            if (s.isJson())
                s.print({{QStringLiteral("operations"), list}});
            s.finish(Done);
        });
    });
}

} // namespace cli
