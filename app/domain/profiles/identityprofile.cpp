#include "domain/profiles/identityprofile.h"

namespace domain {

IdentityProfile newProfile(const QString &name, const SourceReference &source, const QString &description)
{
    IdentityProfile p;
    p.name = name;
    p.source = source;
    p.description = description;
    p.raw = {{QStringLiteral("name"), name}, {QStringLiteral("authoritativeSource"), source.raw}};
    if (!description.isEmpty())
        p.raw.insert(QStringLiteral("description"), description);
    return p;
}

SourceReference sourceById(const QString &id)
{
    return {id, {}, QJsonObject{{QStringLiteral("type"), QStringLiteral("SOURCE")}, {QStringLiteral("id"), id}}};
}

QString sourceNameIn(const QList<IdentityProfile> &profiles, const QString &sourceId)
{
    if (sourceId.isEmpty())
        return {};
    for (const IdentityProfile &p : profiles) {
        for (const AttributeTransform &t : p.config.transforms) {
            if (t.sourceId == sourceId)
                return t.sourceName;
        }
    }
    return {};
}

} // namespace domain
