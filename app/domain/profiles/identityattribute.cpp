#include "domain/profiles/identityattribute.h"
#include <QJsonArray>
#include <QJsonDocument>

namespace domain {

QString attributeTypeKey(AttributeType type)
{
    switch (type) {
    case AttributeType::Text: return QStringLiteral("string");
    case AttributeType::Boolean: return QStringLiteral("boolean");
    case AttributeType::Integer: return QStringLiteral("int");
    case AttributeType::Date: return QStringLiteral("date");
    case AttributeType::Unsaid:
    case AttributeType::Other: break;
    }
    return {};
}

AttributeType attributeTypeFromKey(const QString &word)
{
    const QString w = word.toLower();
    if (w.isEmpty())
        return AttributeType::Unsaid;
    for (const AttributeType type :
        {AttributeType::Text, AttributeType::Boolean, AttributeType::Integer, AttributeType::Date}) {
        if (w == attributeTypeKey(type))
            return type;
    }
    return w == QLatin1String("integer") || w == QLatin1String("long") ? AttributeType::Integer : AttributeType::Other;
}

QString attributeDisplayName(const QString &name)
{
    QString out;
    for (const QChar c : name) {
        const bool isStart = out.isEmpty() || (c.isUpper() && !out.back().isUpper());
        if (isStart && !out.isEmpty())
            out += QLatin1Char(' ');
        out += out.isEmpty() ? c.toUpper() : c;
    }
    return out.startsWith(QLatin1String("Idv ")) ? QStringLiteral("IDV ") + out.mid(4) : out;
}

IdentityAttribute textAttribute(const QString &name)
{
    IdentityAttribute a;
    a.name = name;
    a.type = AttributeType::Text;
    a.typeWord = attributeTypeKey(a.type);
    a.raw = {{QStringLiteral("name"), name}, {QStringLiteral("displayName"), attributeDisplayName(name)},
        {QStringLiteral("standard"), false}, {QStringLiteral("type"), a.typeWord}, {QStringLiteral("multi"), false},
        {QStringLiteral("searchable"), false}, {QStringLiteral("system"), false},
        {QStringLiteral("sources"), QJsonArray()}};
    return a;
}

QString indented(const IdentityAttribute &attribute)
{
    return QString::fromUtf8(QJsonDocument(attribute.raw).toJson());
}

} // namespace domain
