#include "domain/readiness/readiness.h"
#include <QMap>

namespace domain {

// Values travel as text: "string" fits everything.
static bool fits(AttributeType type, AttributeType expected)
{
    return type == AttributeType::Unsaid || type == AttributeType::Text || type == expected;
}

static QMap<QString, AttributeTransform> mappings(const AttributeConfig &config)
{
    QMap<QString, AttributeTransform> out;
    for (const AttributeTransform &t : config.transforms)
        out.insert(t.target, t);
    return out;
}

QList<ReadyLine> readinessOf(
    const IdentityProfile &profile, const QList<IdentityAttribute> &attributes, const AttributeMap &map)
{
    static const std::array<const char *, idvFieldCount> expected{
        "Boolean", "String", "Integer", "String", "String", "String", "Date"};
    const auto mapped = mappings(profile.config);
    QList<ReadyLine> out;
    for (int i = 0; i < idvFieldCount; ++i) {
        ReadyLine line{map.name(Field(i)), QString::fromLatin1(expected[size_t(i)]), Readiness::NoAttribute, {}};
        for (const IdentityAttribute &a : attributes) {
            if (a.name == line.attribute)
                line.state =
                    fits(a.type, attributeTypeFromKey(line.expected)) ? Readiness::NotMapped : Readiness::WrongType;
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

static QStringList namesOfBoth(QStringList names, const QStringList &others)
{
    names += others;
    names.sort();
    names.removeDuplicates();
    return names;
}

QList<ProfileChange> mappingChanges(const AttributeConfig &before, const AttributeConfig &after)
{
    const auto x = mappings(before), y = mappings(after);
    QList<ProfileChange> out;
    const QStringList names = namesOfBoth(x.keys(), y.keys());
    for (const QString &name : names) {
        if (x.value(name).definition == y.value(name).definition && x.contains(name) == y.contains(name))
            continue;
        QString was = x.contains(name) ? mappingText(x.value(name)) : QString(),
                is = y.contains(name) ? mappingText(y.value(name)) : QString();
        if (was == is) { // the same words, other details
            was = x.value(name).definitionText;
            is = y.value(name).definitionText;
        }
        out.append({name, was, is});
    }
    return out;
}

QList<ProfileChange> changesOf(const IdentityProfile &before, const IdentityProfile &after)
{
    QList<ProfileChange> out;
    const QStringList names = namesOfBoth(before.fields.keys(), after.fields.keys());
    for (const QString &name : names) {
        const ProfileField was = before.fields.value(name), is = after.fields.value(name);
        if (was.value != is.value)
            out.append({name, was.shown, is.shown});
    }
    return out + mappingChanges(before.config, after.config);
}

} // namespace domain
