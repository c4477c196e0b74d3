#include "net/sailpoint/profiles/profilereader.h"
#include "core/jsontext.h"
#include "net/http/members.h"

namespace net::sailpoint {

// A number or a boolean too, as it is written.
static QString writtenText(const QJsonObject &o, const char *key)
{
    return o.value(QLatin1String(key)).toVariant().toString();
}

static QString shownValue(const QJsonValue &v)
{
    if (v.isObject())
        return v.toObject().contains(QLatin1String("name")) ? memberText(v.toObject(), "name")
                                                            : core::compactJson(v.toObject());
    if (v.isArray())
        return core::compactJson(v.toArray());
    return v.isNull() || v.isUndefined() ? QString() : v.toVariant().toString();
}

static QStringList textsIn(const QJsonValue &list, const char *key)
{
    QStringList out;
    const QJsonArray all = list.toArray();
    for (const auto &v : all)
        out << memberText(v.toObject(), key);
    return out;
}

static domain::AttributeTransform attributeTransformFrom(const QJsonObject &o)
{
    domain::AttributeTransform t;
    t.target = memberText(o, "identityAttributeName");
    t.definition = memberObject(o, "transformDefinition");
    t.definitionText = shownValue(t.definition);
    t.type = memberText(t.definition, "type");
    t.kind = domain::transformKindFromKey(t.type);
    const QJsonObject a = memberObject(t.definition, "attributes");
    t.sourceId = memberText(a, "sourceId");
    t.sourceName = memberText(a, "sourceName");
    t.attributeName = memberText(a, "attributeName");
    t.transform = memberText(a, "id");
    t.rule = memberText(a, "name");
    t.raw = o;
    return t;
}

domain::AttributeConfig attributeConfigFrom(const QJsonObject &o)
{
    return {allFrom(o.value(QLatin1String("attributeTransforms")).toArray(), attributeTransformFrom), o};
}

static domain::SourceReference sourceReferenceFrom(const QJsonObject &o)
{
    return {memberText(o, "id"), memberText(o, "name"), o};
}

static QMap<QString, domain::ProfileField> fieldsOf(const QJsonObject &o)
{
    static const QStringList others{QStringLiteral("id"), QStringLiteral("created"), QStringLiteral("modified"),
        QStringLiteral("identityCount"), QStringLiteral("identityRefreshRequired"),
        QStringLiteral("identityExceptionReportReference"), QStringLiteral("identityAttributeConfig")};
    QMap<QString, domain::ProfileField> out;
    for (auto i = o.begin(); i != o.end(); ++i) {
        if (!others.contains(i.key()))
            out.insert(i.key(), {shownValue(i.value()), i.value()});
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
    p.id = memberText(o, "id");
    p.name = memberText(o, "name");
    p.description = memberText(o, "description");
    p.created = memberText(o, "created");
    p.modified = memberText(o, "modified");
    p.priority = wholeNumber(o.value(QLatin1String("priority")));
    p.priorityText = writtenText(o, "priority");
    p.ownerName = memberText(memberObject(o, "owner"), "name");
    p.source = sourceReferenceFrom(memberObject(o, "authoritativeSource"));
    p.needsRefresh = memberFlag(o, "identityRefreshRequired");
    p.hasTimeBasedAttributes = memberFlag(o, "hasTimeBasedAttr");
    p.identityCount = memberCount(o, "identityCount");
    p.config = attributeConfigFrom(memberObject(o, "identityAttributeConfig"));
    p.fields = fieldsOf(o);
    p.raw = o;
    return p;
}

domain::ExportedProfile exportedProfileFrom(const QJsonObject &o)
{
    return {memberText(memberObject(o, "self"), "name"), identityProfileFrom(memberObject(o, "object")), o};
}

domain::ImportResult importResultFrom(const QJsonObject &o)
{
    domain::ImportResult r;
    r.imported = textsIn(o.value(QLatin1String("importedObjects")), "name");
    const QJsonValue errors = o.value(QLatin1String("errors"));
    if (errors.isArray() || errors.isNull() || errors.isUndefined())
        r.faults = textsIn(errors, "text");
    else
        r.faults << shownValue(errors); // what is no list of errors is no success either
    return r;
}

static domain::PreviewLine previewLineFrom(const QJsonObject &o)
{
    domain::PreviewLine line{memberText(o, "name"), writtenText(o, "previousValue"), writtenText(o, "value"), {}};
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
    return {memberText(o, "name"), memberText(o, "technicalName"), memberText(o, "description"),
        memberFlag(o, "enabled"), memberCount(o, "identityCount"), memberText(o, "identityState"), o};
}

domain::IdentityAttribute identityAttributeFrom(const QJsonObject &o)
{
    const QString type = memberText(o, "type");
    return {memberText(o, "name"), domain::attributeTypeFromKey(type), type, o};
}

domain::Source sourceFrom(const QJsonObject &o)
{
    return {memberText(o, "name"), memberText(o, "type"), memberFlag(o, "authoritative").value_or(false)};
}

} // namespace net::sailpoint
