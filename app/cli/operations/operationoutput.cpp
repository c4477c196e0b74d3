#include "cli/operations/operationoutput.h"
#include "cli/shell/shell.h"
#include <QJsonArray>

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

void showOperation(Shell &s, const Operation &o)
{
    if (s.isJson())
        s.output().print(operationJson(o));
    else
        s.output().line(QStringLiteral("%1  %2  %3%4")
                            .arg(o.id, domain::operationText(o.kind), domain::operationStateText(o.state),
                                o.taskId.isEmpty() ? QString() : QStringLiteral("  task ") + o.taskId));
}

static int codeOf(OperationState state)
{
    if (state == OperationState::Failed || state == OperationState::Refused)
        return Refused;
    return state == OperationState::Unknown ? IsUnknown : Done;
}

void finishWith(Shell &s, const Operation &o)
{
    showOperation(s, o);
    s.finish(codeOf(o.state));
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

void submit(Shell &s, domain::OperationKind kind, const QStringList &subjects,
    const std::function<core::Async<Operation>()> &run)
{
    if (s.isSet("dry-run")) {
        const QJsonObject o{{QStringLiteral("dryRun"), true}, {QStringLiteral("kind"), domain::operationKindKey(kind)},
            {QStringLiteral("subjects"), QJsonArray::fromStringList(subjects)}};
        if (s.isJson())
            s.output().print(o);
        else
            s.output().line(QStringLiteral("Would ask: %1, %2. Nothing was asked.")
                                .arg(domain::operationText(kind), subjects.join(QStringLiteral(", "))));
        return s.finish(Done);
    }
    core::whenDone<Operation>(
        run(), &s, [&s](const Result<Operation> &o) { o ? finishWith(s, *o) : s.fail(o.error()); });
}

} // namespace cli
