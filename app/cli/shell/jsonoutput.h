#pragma once
#include "cli/shell/shell.h"
#include "core/async.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace cli {

/// Usage with the place of the fault when it is no JSON.
core::Result<QJsonDocument> documentIn(const QString &name);
/// A setting from a file: one JSON object without a key that stands there twice.
core::Result<QJsonObject> settingIn(const QString &name);
/// One named value, and the end.
void print(Shell &shell, const char *name, const QJsonValue &value);
void showArray(Shell &shell, const char *name, const core::Async<QJsonArray> &run);
void showObject(Shell &shell, const char *name, const core::Async<QJsonObject> &run);

} // namespace cli
