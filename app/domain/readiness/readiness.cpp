#include "domain/readiness/readiness.h"
#include "core/jsontext.h"
#include <QCoreApplication>
#include <QMap>

namespace domain {

static const QString config = QStringLiteral("identityAttributeConfig");
static const QString transforms = QStringLiteral("attributeTransforms");

// Values travel as text: "string" fits everything.
static bool fits(const QString &type, const QString &expected)
{
    const QString t = type.toLower();
    return t.isEmpty() || t == QLatin1String("string") || t == expected.toLower() ||
           (expected == QLatin1String("Integer") && (t == QLatin1String("int") || t == QLatin1String("long")));
}

static QMap<QString, QJsonObject> mappings(const QJsonObject &profile)
{
    QMap<QString, QJsonObject> out;
    const auto list = profile.value(config).toObject().value(transforms).toArray();
    for (const auto &v : list) {
        const QJsonObject o = v.toObject();
        out.insert(o.value(QLatin1String("identityAttributeName")).toString(),
            o.value(QLatin1String("transformDefinition")).toObject());
    }
    return out;
}

QString mappingText(const QJsonObject &t)
{
    const QString type = t.value(QLatin1String("type")).toString();
    const QJsonObject a = t.value(QLatin1String("attributes")).toObject();
    if (type == QLatin1String("accountAttribute"))
        return a.value(QLatin1String("sourceName")).toString() + QStringLiteral(" · ") +
               a.value(QLatin1String("attributeName")).toString();
    if (type == QLatin1String("reference"))
        return QCoreApplication::translate("Readiness", "Transform: %1").arg(a.value(QLatin1String("id")).toString());
    if (type == QLatin1String("rule"))
        return QCoreApplication::translate("Readiness", "Rule: %1").arg(a.value(QLatin1String("name")).toString());
    return type;
}

QList<ReadyLine> readinessOf(const QJsonObject &profile, const QJsonArray &attributes, const AttributeMap &map)
{
    static const std::array<const char *, idvFieldCount> expected{
        "Boolean", "String", "Integer", "String", "String", "String", "Date"};
    const auto mapped = mappings(profile);
    QList<ReadyLine> out;
    for (int i = 0; i < idvFieldCount; ++i) {
        ReadyLine line{map.name(Field(i)), QString::fromLatin1(expected[size_t(i)]), Readiness::NoAttribute, {}};
        for (const auto &v : attributes) {
            const QJsonObject a = v.toObject();
            if (a.value(QLatin1String("name")).toString() == line.attribute)
                line.state = fits(a.value(QLatin1String("type")).toString(), line.expected) ? Readiness::NotMapped
                                                                                            : Readiness::WrongType;
        }
        if (mapped.contains(line.attribute)) {
            line.mappedFrom = mappingText(mapped.value(line.attribute));
            if (line.state == Readiness::NotMapped)
                line.state = Readiness::Ready;
        }
        out << line;
    }
    return out;
}

int readyCount(const QList<ReadyLine> &lines)
{
    return int(
        std::count_if(lines.begin(), lines.end(), [](const ReadyLine &l) { return l.state == Readiness::Ready; }));
}

static QString plain(const QJsonValue &v)
{
    if (v.isObject())
        return v.toObject().contains(QLatin1String("name")) ? v.toObject().value(QLatin1String("name")).toString()
                                                            : core::compactJson(v.toObject());
    if (v.isArray())
        return core::compactJson(v.toArray());
    return v.isNull() || v.isUndefined() ? QString() : v.toVariant().toString();
}

QList<ProfileChange> changesOf(const QJsonObject &before, const QJsonObject &after)
{
    static const QStringList ignored{QStringLiteral("id"), QStringLiteral("created"), QStringLiteral("modified"),
        QStringLiteral("identityCount"), QStringLiteral("identityRefreshRequired"),
        QStringLiteral("identityExceptionReportReference"), config};
    QList<ProfileChange> out;
    QStringList keys = before.keys() + after.keys();
    keys.sort();
    keys.removeDuplicates();
    for (const QString &key : std::as_const(keys)) {
        if (!ignored.contains(key) && before.value(key) != after.value(key))
            out.append({key, plain(before.value(key)), plain(after.value(key))});
    }
    const auto x = mappings(before), y = mappings(after);
    QStringList names = x.keys() + y.keys();
    names.sort();
    names.removeDuplicates();
    for (const QString &name : std::as_const(names)) {
        if (x.value(name) == y.value(name) && x.contains(name) == y.contains(name))
            continue;
        QString was = x.contains(name) ? mappingText(x.value(name)) : QString(),
                is = y.contains(name) ? mappingText(y.value(name)) : QString();
        if (was == is) { // the same words, other details
            was = plain(x.value(name));
            is = plain(y.value(name));
        }
        out.append({name, was, is});
    }
    return out;
}

QJsonArray mappingPatch(
    const QJsonObject &profile, const QString &attribute, const QString &sourceId, const QString &sourceName)
{
    const QJsonObject value{{QStringLiteral("identityAttributeName"), attribute},
        {QStringLiteral("transformDefinition"),
            QJsonObject{{QStringLiteral("type"), QStringLiteral("accountAttribute")},
                {QStringLiteral("attributes"),
                    QJsonObject{{QStringLiteral("sourceName"), sourceName}, {QStringLiteral("sourceId"), sourceId},
                        {QStringLiteral("attributeName"), attribute}}}}}};
    const auto list = profile.value(config).toObject().value(transforms).toArray();
    const QString base = QStringLiteral("/%1/%2/").arg(config, transforms);
    for (qsizetype i = 0; i < list.size(); ++i) {
        if (list.at(i).toObject().value(QLatin1String("identityAttributeName")).toString() != attribute)
            continue;
        // A list position is only right while the list is as it was read: tested in the same patch.
        const QString at = base + QString::number(i);
        return {QJsonObject{{QStringLiteral("op"), QStringLiteral("test")},
                    {QStringLiteral("path"), at + QStringLiteral("/identityAttributeName")},
                    {QStringLiteral("value"), attribute}},
            QJsonObject{{QStringLiteral("op"), QStringLiteral("replace")}, {QStringLiteral("path"), at},
                {QStringLiteral("value"), value}}};
    }
    return {QJsonObject{{QStringLiteral("op"), QStringLiteral("add")},
        {QStringLiteral("path"), base + QLatin1Char('-')}, {QStringLiteral("value"), value}}};
}

} // namespace domain
