#pragma once
#include "core/async.h"
#include "domain/operations/operation.h"
#include <QJsonObject>
#include <functional>

namespace cli {

class Shell;

QJsonObject operationJson(const domain::Operation &operation);
/// Prints what became of it.
void showOperation(Shell &shell, const domain::Operation &operation);
/// Prints what became of it and ends: 0, 7 while it is open or unknown, 9 when it failed.
void finishWith(Shell &shell, const domain::Operation &operation);
/// Destructive calls need --yes and every id twice; says what is missing and returns false.
bool isConfirmed(Shell &shell, const QStringList &ids, const QStringList &again);
/// With --dry-run only what would be asked; otherwise asks and ends with the operation's code.
void submit(Shell &shell, domain::OperationKind kind, const QStringList &subjects,
    const std::function<core::Async<domain::Operation>()> &run);

} // namespace cli
