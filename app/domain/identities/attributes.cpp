#include "domain/identities/attributes.h"
#include <QRegularExpression>
#include <QSet>

namespace domain {

namespace {
struct Row
{
    const char *key;
    const char *attribute;
};
constexpr std::array<Row, fieldCount> rows{{
    {"idvVerified", "idvVerified"},
    {"idvStatus", "idvStatus"},
    {"idvIAL", "idvIAL"},
    {"idvVerifiedName", "idvVerifiedName"},
    {"idvDocumentType", "idvDocumentType"},
    {"idvSessionId", "idvSessionId"},
    {"idvVerifiedDate", "idvVerifiedDate"},
    {"firstName", "firstname"},
    {"lastName", "lastname"},
    {"mobile", "phone"},
    {"workEmail", "email"},
    {"personalEmail", "personalEmail"},
    {"employeeNumber", "employeeNumber"},
    {"riskGroup", "riskGroup"},
}};
} // namespace

QString fieldKey(Field f)
{
    return QString::fromLatin1(rows[size_t(f)].key);
}

std::optional<Field> fieldFromKey(const QString &key)
{
    for (size_t i = 0; i < rows.size(); ++i) {
        if (key == QLatin1String(rows[i].key))
            return Field(i);
    }
    return std::nullopt;
}

AttributeMap::AttributeMap()
{
    for (size_t i = 0; i < rows.size(); ++i)
        m_names[i] = QString::fromLatin1(rows[i].attribute);
}

QJsonObject AttributeMap::toJson() const
{
    QJsonObject out;
    for (size_t i = 0; i < rows.size(); ++i)
        out.insert(QString::fromLatin1(rows[i].key), m_names[i]);
    return out;
}

core::Result<AttributeMap> AttributeMap::fromJson(const QJsonObject &json)
{
    static const QRegularExpression technicalName(QStringLiteral("^[A-Za-z][A-Za-z0-9_.-]{0,127}$"));
    AttributeMap map;
    for (auto it = json.begin(); it != json.end(); ++it) {
        const auto field = fieldFromKey(it.key());
        if (!field)
            return core::fieldError(QStringLiteral("map"),
                QStringLiteral("The mapping names \"%1\", which is no field of the console.").arg(it.key()));
        const QString name = it.value().toString().trimmed();
        if (!technicalName.match(name).hasMatch())
            return core::fieldError(QStringLiteral("map"),
                QStringLiteral("The mapping of \"%1\" is not the technical name of an attribute.").arg(it.key()));
        map.set(*field, name);
    }
    QSet<QString> seen;
    for (int i = 0; i < idvFieldCount; ++i) {
        const QString &name = map.m_names[size_t(i)];
        if (seen.contains(name))
            return core::fieldError(
                QStringLiteral("map"), QStringLiteral("Two IDV fields are mapped to the attribute \"%1\".").arg(name));
        seen.insert(name);
    }
    return map;
}

} // namespace domain
