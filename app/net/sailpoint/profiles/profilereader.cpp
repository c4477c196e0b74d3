#include "net/sailpoint/profiles/profilereader.h"
#include <QJsonDocument>

namespace net::sailpoint {

static QString profileWord(const QJsonObject &o, const char *key)
{
    return o.value(QLatin1String(key)).toString();
}

// A number or a boolean too, as it is written.
static QString writtenText(const QJsonObject &o, const char *key)
{
    return o.value(QLatin1String(key)).toVariant().toString();
}

static QString memberText(const QJsonValue &v)
{
    if (v.isObject())
        return v.toObject().contains(QLatin1String("name"))
                   ? profileWord(v.toObject(), "name")
                   : QString::fromUtf8(QJsonDocument(v.toObject()).toJson(QJsonDocument::Compact));
    if (v.isArray())
        return QString::fromUtf8(QJsonDocument(v.toArray()).toJson(QJsonDocument::Compact));
    return v.isNull() || v.isUndefined() ? QString() : v.toVariant().toString();
}

static QStringList textsIn(const QJsonValue &list, const char *key)
{
    QStringList out;
    const QJsonArray all = list.toArray();
    for (const auto &v : all)
        out << profileWord(v.toObject(), key);
    return out;
}

static domain::AttributeTransform attributeTransformFrom(const QJsonObject &o)
{
    domain::AttributeTransform t;
    t.target = profileWord(o, "identityAttributeName");
    t.definition = o.value(QLatin1String("transformDefinition")).toObject();
    t.definitionText = memberText(t.definition);
    t.type = profileWord(t.definition, "type");
    t.kind = domain::transformKindFromKey(t.type);
    const QJsonObject a = t.definition.value(QLatin1String("attributes")).toObject();
    t.sourceId = profileWord(a, "sourceId");
    t.sourceName = profileWord(a, "sourceName");
    t.attributeName = profileWord(a, "attributeName");
    t.transform = profileWord(a, "id");
    t.rule = profileWord(a, "name");
    t.raw = o;
    return t;
}

domain::AttributeConfig attributeConfigFrom(const QJsonObject &o)
{
    return {allFrom(o.value(QLatin1String("attributeTransforms")).toArray(), attributeTransformFrom), o};
}

static domain::SourceReference sourceReferenceFrom(const QJsonObject &o)
{
    return {profileWord(o, "id"), profileWord(o, "name"), o};
}

static QMap<QString, domain::ProfileField> fieldsOf(const QJsonObject &o)
{
    static const QStringList others{QStringLiteral("id"), QStringLiteral("created"), QStringLiteral("modified"),
        QStringLiteral("identityCount"), QStringLiteral("identityRefreshRequired"),
        QStringLiteral("identityExceptionReportReference"), QStringLiteral("identityAttributeConfig")};
    QMap<QString, domain::ProfileField> out;
    for (auto i = o.begin(); i != o.end(); ++i) {
        if (!others.contains(i.key()))
            out.insert(i.key(), {memberText(i.value()), i.value()});
    }
    return out;
}

static std::optional<int> wholeNumber(const QJsonValue &v)
{
    const int low = v.toInt(0), high = v.toInt(1); // what is no whole number is the given one
    return low == high ? std::optional(low) : std::nullopt;
}

domain::IdentityProfile identityProfileFrom(const QJsonObject &o)
{
    domain::IdentityProfile p;
    p.id = profileWord(o, "id");
    p.name = profileWord(o, "name");
    p.description = profileWord(o, "description");
    p.created = profileWord(o, "created");
    p.modified = profileWord(o, "modified");
    p.priority = wholeNumber(o.value(QLatin1String("priority")));
    p.priorityText = writtenText(o, "priority");
    p.ownerName = profileWord(o.value(QLatin1String("owner")).toObject(), "name");
    p.source = sourceReferenceFrom(o.value(QLatin1String("authoritativeSource")).toObject());
    p.needsRefresh = o.value(QLatin1String("identityRefreshRequired")).toBool();
    p.hasTimeBasedAttributes = o.value(QLatin1String("hasTimeBasedAttr")).toBool();
    p.identityCount = o.value(QLatin1String("identityCount")).toInt();
    p.config = attributeConfigFrom(o.value(QLatin1String("identityAttributeConfig")).toObject());
    p.fields = fieldsOf(o);
    p.raw = o;
    return p;
}

domain::ExportedProfile exportedProfileFrom(const QJsonObject &o)
{
    return {profileWord(o.value(QLatin1String("self")).toObject(), "name"),
        identityProfileFrom(o.value(QLatin1String("object")).toObject()), o};
}

domain::ImportResult importResultFrom(const QJsonObject &o)
{
    return {
        textsIn(o.value(QLatin1String("importedObjects")), "name"), textsIn(o.value(QLatin1String("errors")), "text")};
}

static domain::PreviewLine previewLineFrom(const QJsonObject &o)
{
    domain::PreviewLine line{profileWord(o, "name"), writtenText(o, "previousValue"), writtenText(o, "value"), {}};
    if (const QStringList faults = textsIn(o.value(QLatin1String("errorMessages")), "text"); !faults.isEmpty())
        line.fault = faults.first();
    return line;
}

domain::IdentityPreview identityPreviewFrom(const QJsonObject &o)
{
    return {allFrom(o.value(QLatin1String("previewAttributes")).toArray(), previewLineFrom), o};
}

domain::LifecycleState lifecycleStateFrom(const QJsonObject &o)
{
    return {profileWord(o, "name"), profileWord(o, "technicalName"), profileWord(o, "description"),
        o.value(QLatin1String("enabled")).toBool(), o.value(QLatin1String("identityCount")).toInt(),
        profileWord(o, "identityState"), o};
}

domain::IdentityAttribute identityAttributeFrom(const QJsonObject &o)
{
    const QString type = profileWord(o, "type");
    return {profileWord(o, "name"), domain::attributeTypeFromKey(type), type, o};
}

domain::Source sourceFrom(const QJsonObject &o)
{
    return {profileWord(o, "name"), profileWord(o, "type"), o.value(QLatin1String("authoritative")).toBool()};
}

} // namespace net::sailpoint
