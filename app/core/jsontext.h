#pragma once
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace core {

/// As one line without blanks, keys in the order of QJsonObject: as it stands in a file, a row or a report.
QString compactJson(const QJsonObject &object);
QString compactJson(const QJsonArray &array);

} // namespace core
