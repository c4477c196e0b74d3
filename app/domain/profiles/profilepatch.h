#pragma once
#include "domain/profiles/identityprofile.h"

// What is sent to change an identity profile, made before it is sent so that it can be shown. Pure.
namespace domain {

/// A JSON Patch (RFC 6902).
struct ProfilePatch
{
    QJsonArray operations; ///< as they are sent
    bool isEmpty() const { return operations.isEmpty(); }
};
/// Exactly what is sent, as indented JSON.
QString indented(const ProfilePatch &patch);

/// What a person may write into a profile.
struct ProfileEdit
{
    QString name, description;
    std::optional<int> priority; ///< nothing: it stays as it is
};
/// Replaces what differs; empty when nothing does.
ProfilePatch editPatch(const IdentityProfile &before, const ProfileEdit &wanted);

/// Maps an attribute from the account attribute of the same name of a source.
ProfilePatch mappingPatch(
    const IdentityProfile &profile, const QString &attribute, const QString &sourceId, const QString &sourceName);
/// The same for each of the attributes.
ProfilePatch mappingsPatch(
    const IdentityProfile &profile, const QStringList &attributes, const QString &sourceId, const QString &sourceName);
/// The profile after such a patch, for its preview: its mappings only, `raw` stays as it came.
IdentityProfile withMappings(
    IdentityProfile profile, const QStringList &attributes, const QString &sourceId, const QString &sourceName);

} // namespace domain
