#include "lab/iiq/scimpath.h"
#include <QJsonArray>

namespace lab {

QJsonValue scimMember(const QJsonObject &object, const QString &name)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key().compare(name, Qt::CaseInsensitive) == 0)
            return *it;
    }
    return QJsonValue::Undefined;
}

QStringList scimPath(const QString &name, const QJsonObject &resource)
{
    QStringList parts;
    QString rest = name.trimmed();
    if (rest.startsWith(QLatin1String("urn:"), Qt::CaseInsensitive)) {
        // The longest name of an extension that it begins with; the core's own may stand before any attribute.
        static const QString core = QStringLiteral("urn:ietf:params:scim:schemas:core:2.0:User");
        QString extension;
        for (auto it = resource.begin(); it != resource.end(); ++it) {
            if (rest.compare(it.key(), Qt::CaseInsensitive) == 0)
                return {it.key()}; // the extension as a whole
            if (rest.startsWith(it.key() + QLatin1Char(':'), Qt::CaseInsensitive) && it.key().size() > extension.size())
                extension = it.key();
        }
        if (!extension.isEmpty()) {
            parts << extension;
            rest = rest.mid(extension.size() + 1);
        } else if (rest.startsWith(core + QLatin1Char(':'), Qt::CaseInsensitive)) {
            rest = rest.mid(core.size() + 1);
        } else {
            return {};
        }
    }
    const QStringList names = rest.split(QLatin1Char('.'));
    for (const QString &n : names) {
        if (n.isEmpty())
            return {};
        parts << n;
    }
    return parts;
}

static void gather(const QJsonValue &at, QStringList path, QJsonArray &out)
{
    if (at.isArray()) {
        const QJsonArray all = at.toArray();
        for (const auto &one : all) {
            // An element that is asked for as a whole stands for its value.
            const bool isWhole = path.isEmpty() && one.isObject();
            gather(isWhole ? scimMember(one.toObject(), QStringLiteral("value")) : QJsonValue(one), path, out);
        }
        return;
    }
    if (path.isEmpty()) {
        if (!at.isNull() && !at.isUndefined())
            out.append(at);
        return;
    }
    const QString name = path.takeFirst();
    if (at.isObject())
        gather(scimMember(at.toObject(), name), path, out);
}

QJsonArray scimValues(const QJsonObject &resource, const QString &name)
{
    QJsonArray out;
    if (const QStringList path = scimPath(name, resource); !path.isEmpty())
        gather(resource, path, out);
    return out;
}

bool isScimUserAttribute(const QString &name, const QStringList &own)
{
    static const QString enterprise = QStringLiteral("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"),
                         ours = QStringLiteral("urn:ietf:params:scim:schemas:sailpoint:1.0:User");
    static const QStringList core{QStringLiteral("id"), QStringLiteral("externalId"), QStringLiteral("userName"),
        QStringLiteral("name"), QStringLiteral("displayName"), QStringLiteral("userType"), QStringLiteral("active"),
        QStringLiteral("emails"), QStringLiteral("meta"), QStringLiteral("schemas"), QStringLiteral("title"),
        QStringLiteral("nickName")};
    const QStringList path = scimPath(name, QJsonObject{{enterprise, QJsonValue()}, {ours, QJsonValue()}});
    if (path.isEmpty())
        return false;
    if (path.first() == ours)
        return own.contains(path.value(1), Qt::CaseInsensitive);
    if (path.first() == enterprise)
        return path.value(1).compare(QLatin1String("manager"), Qt::CaseInsensitive) == 0;
    return core.contains(path.first(), Qt::CaseInsensitive);
}

static QJsonValue kept(const QJsonValue &at, QStringList path)
{
    if (path.isEmpty())
        return at;
    if (at.isArray()) {
        QJsonArray out;
        const QJsonArray all = at.toArray();
        for (const auto &one : all)
            out.append(kept(one, path));
        return out;
    }
    const QString name = path.takeFirst();
    QJsonObject out;
    const QJsonObject all = at.toObject();
    for (auto it = all.begin(); it != all.end(); ++it) {
        const bool isDeeper = it->isObject() || it->isArray();
        if (it.key().compare(name, Qt::CaseInsensitive) == 0 && (path.isEmpty() || isDeeper))
            out.insert(it.key(), kept(*it, path));
    }
    return out;
}

static QJsonValue without(const QJsonValue &at, QStringList path)
{
    if (at.isArray()) {
        QJsonArray out;
        const QJsonArray all = at.toArray();
        for (const auto &one : all)
            out.append(without(one, path));
        return out;
    }
    if (!at.isObject())
        return at;
    const QString name = path.takeFirst();
    QJsonObject out;
    const QJsonObject all = at.toObject();
    for (auto it = all.begin(); it != all.end(); ++it) {
        if (it.key().compare(name, Qt::CaseInsensitive) != 0)
            out.insert(it.key(), *it);
        else if (!path.isEmpty())
            out.insert(it.key(), without(*it, path));
    }
    return out;
}

static QJsonObject joined(QJsonObject a, const QJsonObject &b);

// Two parts of one value side by side: objects by their members, lists element by element.
static QJsonValue joined(const QJsonValue &a, const QJsonValue &b)
{
    if (a.isObject() && b.isObject())
        return joined(a.toObject(), b.toObject());
    if (!a.isArray() || !b.isArray())
        return b;
    QJsonArray out;
    const QJsonArray left = a.toArray(), right = b.toArray();
    for (qsizetype i = 0; i < right.size(); ++i)
        out.append(i < left.size() ? joined(left.at(i), right.at(i)) : QJsonValue(right.at(i)));
    return out;
}

static QJsonObject joined(QJsonObject a, const QJsonObject &b)
{
    for (auto it = b.begin(); it != b.end(); ++it)
        a.insert(it.key(), joined(a.value(it.key()), *it));
    return a;
}

QJsonObject scimProjected(const QJsonObject &resource, const QString &attributes, const QString &excluded)
{
    if (attributes.isEmpty() && excluded.isEmpty())
        return resource;
    const QJsonObject always{{QStringLiteral("id"), resource.value(QLatin1String("id"))},
        {QStringLiteral("schemas"), resource.value(QLatin1String("schemas"))}};
    const QStringList names =
        (attributes.isEmpty() ? excluded : attributes).split(QLatin1Char(','), Qt::SkipEmptyParts);
    QJsonObject out = attributes.isEmpty() ? resource : always;
    for (const QString &name : names) {
        const QStringList path = scimPath(name, resource);
        if (path.isEmpty())
            continue; // nobody has it
        out = attributes.isEmpty() ? without(out, path).toObject() : joined(out, kept(resource, path).toObject());
    }
    return joined(out, always);
}

} // namespace lab
