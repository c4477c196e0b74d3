#pragma once
#include "core/result.h"
#include <QJsonObject>
#include <QString>

namespace domain {

/// The JSON object that a person typed as the input of a test. Usage with the field "input": line, column and fault of
/// what is no JSON, or that an object is expected; translated.
core::Result<QJsonObject> testInputFrom(const QString &text);

} // namespace domain
