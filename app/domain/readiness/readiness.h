#pragma once
#include "domain/identities/attributes.h"
#include <QJsonArray>
#include <QJsonObject>
#include <QList>

namespace domain {

enum class Readiness { Ready, NotMapped, NoAttribute, WrongType };

/// One of the seven IDV attributes in one identity profile.
struct ReadyLine
{
    QString attribute; ///< technical name in this tenant
    QString expected;  ///< "Boolean", "String", "Integer", "Date"
    Readiness state = Readiness::NotMapped;
    QString mappedFrom; ///< mappingText(); empty when it is not mapped
};

/// The seven, in the order of Field. `profile` and `attributes` as SailPoint sends them.
QList<ReadyLine> readinessOf(const QJsonObject &profile, const QJsonArray &attributes, const AttributeMap &map);
int readyCount(const QList<ReadyLine> &lines);
/// "IDV Results · idvStatus", "Rule: …", "Transform: …"; an unknown kind as its type.
QString mappingText(const QJsonObject &transformDefinition);

struct ProfileChange
{
    QString what; ///< a field, or an attribute's mapping
    QString before;
    QString after;
};
/// What an import or a patch changes, mappings attribute by attribute. Ids and time stamps do not count.
QList<ProfileChange> changesOf(const QJsonObject &before, const QJsonObject &after);

/// The JSON Patch that maps an attribute from an account attribute of a source.
QJsonArray mappingPatch(
    const QJsonObject &profile, const QString &attribute, const QString &sourceId, const QString &sourceName);

} // namespace domain
