#pragma once
#include <QJsonObject>
#include <QList>
#include <QString>

// How an identity profile fills the attributes of its identities (contract 6).
namespace domain {

enum class TransformKind {
    AccountAttribute, ///< taken from an account of a source
    Reference,        ///< by a transform that SailPoint keeps
    Rule,
    Other ///< what the console does not know; `type` says which
};
QString transformKindKey(TransformKind kind); ///< SailPoint's word; empty for Other
TransformKind transformKindFromKey(const QString &word);

/// One mapping of an identity profile. What SailPoint did not give, or gave as another type, is empty.
struct AttributeTransform
{
    QString target; ///< the identity attribute's technical name
    TransformKind kind = TransformKind::Other;
    QString type; ///< SailPoint's word for the kind
    QString sourceId, sourceName;
    QString attributeName;                         ///< of the account
    QString transform;                             ///< the id of the transform referred to
    QString rule;                                  ///< its name
    QString definitionText = QStringLiteral("{}"); ///< the whole definition as text, where its words tell nothing
    QJsonObject definition;                        ///< as it came; only compared
    QJsonObject raw;                               ///< the mapping as it came, or as it is sent
};

/// All mappings of an identity profile, in SailPoint's order, which a JSON Patch counts by.
struct AttributeConfig
{
    QList<AttributeTransform> transforms;
    QJsonObject raw; ///< as it came, or as it is sent
};

/// "IDV Results · idvStatus", "Rule: …", "Transform: …"; an unknown kind as its type.
QString mappingText(const AttributeTransform &transform);
/// Takes the value from an account attribute of the same name.
AttributeTransform accountMapping(const QString &attribute, const QString &sourceId, const QString &sourceName);
/// A mapping that is there already gives way where it stands; another one comes at the end.
AttributeConfig withMapping(AttributeConfig config, const AttributeTransform &transform);
/// The position of the first mapping of the attribute; -1 when there is none.
qsizetype mappingPosition(const AttributeConfig &config, const QString &attribute);

} // namespace domain
