#pragma once
#include <QJsonObject>
#include <QString>

// Identity attributes of SailPoint (contract 7).
namespace domain {

enum class AttributeType {
    Unsaid, ///< SailPoint names no type
    Text,
    Boolean,
    Integer,
    Date,
    Other ///< what the console does not know; `typeWord` says which
};
/// "string", "boolean", "int", "date"; empty for the others.
QString attributeTypeKey(AttributeType type);
/// Letter case aside; "integer" and "long" are whole numbers too.
AttributeType attributeTypeFromKey(const QString &word);

struct IdentityAttribute
{
    QString name; ///< technical
    AttributeType type = AttributeType::Unsaid;
    QString typeWord; ///< as SailPoint gave it
    QJsonObject raw;  ///< as it came, or as it is sent
};

/// A new identity attribute as text (contract 7): not searchable, of which a tenant has only six.
IdentityAttribute textAttribute(const QString &name);
/// "idvVerifiedDate" as "IDV Verified Date".
QString attributeDisplayName(const QString &name);
/// What is sent to create it, as indented JSON.
QString indented(const IdentityAttribute &attribute);

} // namespace domain
