#include "domain/profiles/profilepatch.h"
#include <QJsonDocument>

namespace domain {

static QJsonObject patchStep(const char *what, const QString &path, const QJsonValue &value)
{
    return {
        {QStringLiteral("op"), QLatin1String(what)}, {QStringLiteral("path"), path}, {QStringLiteral("value"), value}};
}

QString indented(const ProfilePatch &patch)
{
    return QString::fromUtf8(QJsonDocument(patch.operations).toJson());
}

ProfilePatch editPatch(const IdentityProfile &before, const ProfileEdit &wanted)
{
    ProfilePatch out;
    if (before.name != wanted.name)
        out.operations.append(patchStep("replace", QStringLiteral("/name"), wanted.name));
    if (before.description != wanted.description)
        out.operations.append(patchStep("replace", QStringLiteral("/description"), wanted.description));
    if (wanted.priority && before.priority != wanted.priority) {
        const bool isThere = before.raw.contains(QLatin1String("priority")); // RFC 6902 replaces what is there only
        out.operations.append(patchStep(isThere ? "replace" : "add", QStringLiteral("/priority"), *wanted.priority));
    }
    return out;
}

ProfilePatch mappingPatch(
    const IdentityProfile &profile, const QString &attribute, const QString &sourceId, const QString &sourceName)
{
    const QJsonObject value = accountMapping(attribute, sourceId, sourceName).raw;
    const QString base = QStringLiteral("/identityAttributeConfig/attributeTransforms/");
    const qsizetype position = mappingPosition(profile.config, attribute);
    if (position < 0)
        return {QJsonArray{patchStep("add", base + QLatin1Char('-'), value)}};
    // A list position is only right while the list is as it was read: tested in the same patch.
    const QString at = base + QString::number(position);
    return {QJsonArray{
        patchStep("test", at + QStringLiteral("/identityAttributeName"), attribute), patchStep("replace", at, value)}};
}

ProfilePatch mappingsPatch(
    const IdentityProfile &profile, const QStringList &attributes, const QString &sourceId, const QString &sourceName)
{
    ProfilePatch all;
    for (const QString &a : attributes) {
        const QJsonArray one = mappingPatch(profile, a, sourceId, sourceName).operations;
        for (const auto &step : one)
            all.operations.append(step);
    }
    return all;
}

IdentityProfile withMappings(
    IdentityProfile profile, const QStringList &attributes, const QString &sourceId, const QString &sourceName)
{
    for (const QString &a : attributes)
        profile.config = withMapping(profile.config, accountMapping(a, sourceId, sourceName));
    return profile;
}

} // namespace domain
