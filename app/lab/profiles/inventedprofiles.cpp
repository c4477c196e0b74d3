#include "lab/profiles/inventedprofiles.h"

namespace lab {

static const char *const hrAttributes[] = {
    "uid", "firstname", "lastname", "displayName", "email", "phone", "personalEmail", "employeeNumber"};
static const char *const idvAttributes[] = {
    "idvVerified", "idvStatus", "idvIAL", "idvVerifiedName", "idvDocumentType", "idvSessionId", "idvVerifiedDate"};

static QJsonObject mapping(const QString &attribute, const QString &source, const QString &sourceId)
{
    return {{QStringLiteral("identityAttributeName"), attribute},
        {QStringLiteral("transformDefinition"),
            QJsonObject{{QStringLiteral("type"), QStringLiteral("accountAttribute")},
                {QStringLiteral("attributes"),
                    QJsonObject{{QStringLiteral("sourceName"), source}, {QStringLiteral("attributeName"), attribute},
                        {QStringLiteral("sourceId"), sourceId}}}}}};
}

QJsonArray directoryTransforms()
{
    QJsonArray transforms;
    for (const char *a : hrAttributes)
        transforms.append(mapping(
            QLatin1String(a), QStringLiteral("HR Directory"), QStringLiteral("2c918087682f9a86016839c0000000hr")));
    return transforms;
}

QMap<QString, QJsonObject> inventedProfiles(const QString &idvSource, quint32 identities)
{
    QMap<QString, QJsonObject> profiles;
    int priority = 10;
    for (const char *name : {"Employees", "Contractors", "Seasonal", "Non-employees", "Board"}) {
        QJsonArray transforms = directoryTransforms();
        for (const char *a : idvAttributes) {
            // One profile is not ready: two of the seven are not mapped.
            if (QLatin1String(name) != QLatin1String("Board") ||
                (QLatin1String(a) != QLatin1String("idvIAL") && QLatin1String(a) != QLatin1String("idvVerifiedDate")))
                transforms.append(mapping(QLatin1String(a), QStringLiteral("IDV Results"), idvSource));
        }
        const QString id = QStringLiteral("2c9180850000000000000000000000%1").arg(priority, 2, 10, QLatin1Char('0'));
        profiles.insert(id,
            QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("name"), QLatin1String(name)},
                {QStringLiteral("created"), QStringLiteral("2019-04-01T08:00:00.000Z")},
                {QStringLiteral("modified"), QStringLiteral("2026-03-01T08:00:00.000Z")},
                {QStringLiteral("description"), QStringLiteral("Invented")},
                {QStringLiteral("owner"),
                    QJsonObject{{QStringLiteral("type"), QStringLiteral("IDENTITY")},
                        {QStringLiteral("id"), QStringLiteral("2c9180a46faadee4016fb4e018c20626")},
                        {QStringLiteral("name"), QStringLiteral("Lab Owner")}}},
                {QStringLiteral("priority"), priority},
                {QStringLiteral("authoritativeSource"),
                    QJsonObject{{QStringLiteral("type"), QStringLiteral("SOURCE")},
                        {QStringLiteral("id"), QStringLiteral("2c918087682f9a86016839c0000000hr")},
                        {QStringLiteral("name"), QStringLiteral("HR Directory")}}},
                {QStringLiteral("identityRefreshRequired"), QLatin1String(name) == QLatin1String("Contractors")},
                {QStringLiteral("identityCount"), int(identities / 5)},
                {QStringLiteral("identityAttributeConfig"), QJsonObject{{QStringLiteral("enabled"), true},
                                                                {QStringLiteral("attributeTransforms"), transforms}}},
                {QStringLiteral("identityExceptionReportReference"), QJsonValue()},
                {QStringLiteral("hasTimeBasedAttr"), false}});
        priority += 10;
    }
    return profiles;
}

QJsonArray inventedAttributes(const QStringList &missing)
{
    QJsonArray attributes;
    const auto attribute = [&attributes](const char *name) {
        attributes.append(QJsonObject{{QStringLiteral("name"), QLatin1String(name)},
            {QStringLiteral("displayName"), QLatin1String(name)}, {QStringLiteral("type"), QStringLiteral("string")},
            {QStringLiteral("standard"), false}, {QStringLiteral("multi"), false},
            {QStringLiteral("searchable"), false}, {QStringLiteral("system"), false},
            {QStringLiteral("sources"), QJsonArray{}}});
    };
    for (const char *a : hrAttributes)
        attribute(a);
    for (const char *a : idvAttributes) {
        if (!missing.contains(QLatin1String(a)))
            attribute(a);
    }
    return attributes;
}

} // namespace lab
