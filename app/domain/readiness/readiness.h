#pragma once
#include "domain/identities/attributes.h"
#include "domain/profiles/identityattribute.h"
#include "domain/profiles/identityprofile.h"

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

/// The seven, in the order of Field. `attributes`: all that SailPoint has.
QList<ReadyLine> readinessOf(
    const IdentityProfile &profile, const QList<IdentityAttribute> &attributes, const AttributeMap &map);
int readyCount(const QList<ReadyLine> &lines);

struct ProfileChange
{
    QString what; ///< a field, or an attribute's mapping
    QString before;
    QString after;
};
/// What an import or a patch changes, mappings attribute by attribute. Ids and time stamps do not count.
QList<ProfileChange> changesOf(const IdentityProfile &before, const IdentityProfile &after);
/// Of the mappings alone.
QList<ProfileChange> mappingChanges(const AttributeConfig &before, const AttributeConfig &after);

} // namespace domain
