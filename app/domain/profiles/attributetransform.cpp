#include "domain/profiles/attributetransform.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace domain {

QString transformKindKey(TransformKind kind)
{
    switch (kind) {
    case TransformKind::AccountAttribute: return QStringLiteral("accountAttribute");
    case TransformKind::Reference: return QStringLiteral("reference");
    case TransformKind::Rule: return QStringLiteral("rule");
    case TransformKind::Other: break;
    }
    return {};
}

TransformKind transformKindFromKey(const QString &word)
{
    for (const TransformKind kind : {TransformKind::AccountAttribute, TransformKind::Reference, TransformKind::Rule}) {
        if (word == transformKindKey(kind))
            return kind;
    }
    return TransformKind::Other;
}

QString mappingText(const AttributeTransform &t)
{
    switch (t.kind) {
    case TransformKind::AccountAttribute: return t.sourceName + QStringLiteral(" · ") + t.attributeName;
    case TransformKind::Reference: return QCoreApplication::translate("Readiness", "Transform: %1").arg(t.transform);
    case TransformKind::Rule: return QCoreApplication::translate("Readiness", "Rule: %1").arg(t.rule);
    case TransformKind::Other: break;
    }
    return t.type;
}

AttributeTransform accountMapping(const QString &attribute, const QString &sourceId, const QString &sourceName)
{
    AttributeTransform t;
    t.target = t.attributeName = attribute;
    t.kind = TransformKind::AccountAttribute;
    t.type = transformKindKey(t.kind);
    t.sourceId = sourceId;
    t.sourceName = sourceName;
    t.definition = {{QStringLiteral("type"), t.type},
        {QStringLiteral("attributes"),
            QJsonObject{{QStringLiteral("sourceName"), sourceName}, {QStringLiteral("sourceId"), sourceId},
                {QStringLiteral("attributeName"), attribute}}}};
    t.definitionText = QString::fromUtf8(QJsonDocument(t.definition).toJson(QJsonDocument::Compact));
    t.raw = {
        {QStringLiteral("identityAttributeName"), attribute}, {QStringLiteral("transformDefinition"), t.definition}};
    return t;
}

qsizetype mappingPosition(const AttributeConfig &config, const QString &attribute)
{
    for (qsizetype i = 0; i < config.transforms.size(); ++i) {
        if (config.transforms.at(i).target == attribute)
            return i;
    }
    return -1;
}

AttributeConfig withMapping(AttributeConfig config, const AttributeTransform &transform)
{
    if (const qsizetype at = mappingPosition(config, transform.target); at >= 0)
        config.transforms.replace(at, transform);
    else
        config.transforms.append(transform);
    QJsonArray list;
    for (const AttributeTransform &t : std::as_const(config.transforms))
        list.append(t.raw);
    config.raw.insert(QStringLiteral("attributeTransforms"), list);
    return config;
}

} // namespace domain
