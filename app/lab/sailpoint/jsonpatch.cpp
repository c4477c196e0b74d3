#include "lab/sailpoint/jsonpatch.h"
#include <QStringList>

namespace lab {

static QStringList tokens(const QString &pointer)
{
    QStringList parts = pointer.split(QLatin1Char('/')).mid(1);
    for (QString &p : parts)
        p.replace(QLatin1String("~1"), QLatin1String("/")).replace(QLatin1String("~0"), QLatin1String("~"));
    return parts;
}

// Applies one operation below `node`; false when it does not fit.
static bool apply(QJsonValue &node, const QStringList &path, const QString &op, const QJsonValue &value)
{
    if (path.isEmpty()) {
        if (op == QLatin1String("test"))
            return node == value;
        node = value;
        return op != QLatin1String("remove");
    }
    const QString &key = path.first();
    const bool isLast = path.size() == 1;
    if (node.isObject()) {
        QJsonObject o = node.toObject();
        if (isLast && op == QLatin1String("remove")) {
            if (!o.contains(key))
                return false;
            o.remove(key);
        } else {
            if (!o.contains(key) && (!isLast || op != QLatin1String("add")))
                return false;
            QJsonValue child = o.value(key);
            if (!apply(child, path.mid(1), op, value))
                return false;
            o.insert(key, child);
        }
        node = o;
        return true;
    }
    if (!node.isArray())
        return false;
    QJsonArray a = node.toArray();
    bool isNumber = false;
    qsizetype at = key.toLongLong(&isNumber);
    if (isLast && op == QLatin1String("add") &&
        (key == QLatin1String("-") || (isNumber && at >= 0 && at <= a.size()))) {
        a.insert(isNumber ? at : a.size(), value);
        node = a;
        return true;
    }
    if (!isNumber || at < 0 || at >= a.size())
        return false;
    if (isLast && op == QLatin1String("remove")) {
        a.removeAt(at);
    } else {
        QJsonValue child = a.at(at);
        if (!apply(child, path.mid(1), op, value))
            return false;
        a.replace(at, child);
    }
    node = a;
    return true;
}

std::optional<QJsonObject> patched(const QJsonObject &document, const QJsonArray &operations)
{
    QJsonValue node = document;
    for (const auto &v : operations) {
        const QJsonObject o = v.toObject();
        const QString op = o.value(QLatin1String("op")).toString(), path = o.value(QLatin1String("path")).toString();
        static const QStringList known{
            QStringLiteral("add"), QStringLiteral("remove"), QStringLiteral("replace"), QStringLiteral("test")};
        if (!known.contains(op) || !path.startsWith(QLatin1Char('/')) ||
            !apply(node, tokens(path), op, o.value(QLatin1String("value"))))
            return std::nullopt;
    }
    return node.toObject();
}

bool setsValue(const QJsonObject &operation)
{
    const QString op = operation.value(QLatin1String("op")).toString();
    return op == QLatin1String("add") || op == QLatin1String("replace");
}

} // namespace lab
