#pragma once
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

// What the simulated tenant has of identity profiles and attributes before anybody changes something.
namespace lab {

/// By id. `idvSource`: the flat-file source; `identities`: how many people there are.
QMap<QString, QJsonObject> inventedProfiles(const QString &idvSource, quint32 identities);
/// Without the IDV attributes in `missing`.
QJsonArray inventedAttributes(const QStringList &missing);
/// The transforms that every profile has: what the people's directory says.
QJsonArray directoryTransforms();

} // namespace lab
