#pragma once
#include "cli/shell/shell.h"
#include <QJsonArray>
#include <QJsonDocument>

namespace cli {

/// Usage with the place of the fault when it is no JSON.
core::Result<QJsonDocument> documentIn(const QString &name);
/// A setting from a file: one JSON object without a key that stands there twice.
core::Result<QJsonObject> settingIn(const QString &name);
/// One named value, and the end.
void print(Shell &shell, const char *name, const QJsonValue &value);
void showArray(Shell &shell, const char *name, const core::Async<QJsonArray> &run);
void showObject(Shell &shell, const char *name, const core::Async<QJsonObject> &run);
/// With --dry-run only what would be asked; otherwise asks and ends with the operation's code.
void submit(Shell &shell, domain::OperationKind kind, const QStringList &subjects,
    const std::function<core::Async<domain::Operation>()> &run);

} // namespace cli
