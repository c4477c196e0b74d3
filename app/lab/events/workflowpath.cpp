#include "lab/events/workflowpath.h"
#include <QJsonArray>
#include <QRegularExpression>
#include <QStringList>

namespace lab {

QJsonValue factAt(const QString &path, const QJsonObject &facts)
{
    static const QRegularExpression part(
        QStringLiteral("\\.(length)\\(\\)|\\.([A-Za-z_]\\w*)|\\[(\\d+)\\]|\\['([^']+)'\\]"));
    if (!path.startsWith(QLatin1Char('$')))
        return QJsonValue::Undefined;
    QJsonValue at = facts;
    for (auto it = part.globalMatch(path, 1); it.hasNext();) {
        const auto m = it.next();
        if (!m.captured(1).isEmpty())
            return at.isArray() ? QJsonValue(at.toArray().size()) : QJsonValue(QJsonValue::Undefined);
        const QString name = m.captured(2).isEmpty() ? m.captured(4) : m.captured(2);
        if (m.captured(3).isEmpty())
            at = at.isObject() ? at.toObject().value(name) : QJsonValue(QJsonValue::Undefined);
        else
            at = at.toArray().size() > m.captured(3).toInt() ? at.toArray().at(m.captured(3).toInt())
                                                             : QJsonValue(QJsonValue::Undefined);
    }
    return at;
}

static QString wordOf(const QJsonValue &v)
{
    return v.isBool() ? QString::fromLatin1(v.toBool() ? "true" : "false") : v.toVariant().toString();
}

static std::optional<QString> filledText(const QString &text, const QJsonObject &facts, QString &nowhere)
{
    static const QRegularExpression place(QStringLiteral("\\{\\{([^}]+)\\}\\}"));
    QString out;
    qsizetype from = 0;
    for (auto it = place.globalMatch(text); it.hasNext();) {
        const auto m = it.next();
        const QJsonValue found = factAt(m.captured(1), facts);
        if (found.isUndefined() || found.isNull()) {
            nowhere = m.captured(1);
            return std::nullopt;
        }
        out += text.mid(from, m.capturedStart() - from) + wordOf(found);
        from = m.capturedEnd();
    }
    return out + text.mid(from);
}

std::optional<QJsonValue> filledIn(const QJsonValue &value, const QJsonObject &facts, QString &nowhere)
{
    if (value.isString()) {
        const auto text = filledText(value.toString(), facts, nowhere);
        return text ? std::optional<QJsonValue>(*text) : std::nullopt;
    }
    if (value.isArray()) {
        QJsonArray out;
        const QJsonArray items = value.toArray();
        for (const auto &item : items) {
            const auto one = filledIn(item, facts, nowhere);
            if (!one)
                return std::nullopt;
            out.append(*one);
        }
        return out;
    }
    if (!value.isObject())
        return value;
    QJsonObject out;
    const QJsonObject members = value.toObject();
    for (auto it = members.begin(); it != members.end(); ++it) {
        const auto one = filledIn(*it, facts, nowhere);
        if (!one)
            return std::nullopt;
        out.insert(it.key(), *one);
    }
    return out;
}

QString variableOf(const QString &step)
{
    static const QRegularExpression other(QStringLiteral("\\W"));
    const QString joined = QString(step).remove(other);
    return joined.left(1).toLower() + joined.mid(1);
}

std::optional<bool> isChosen(const QJsonObject &choice, const QJsonObject &facts)
{
    const QString comparator = choice.value(QLatin1String("comparator")).toString();
    const QJsonValue a = factAt(choice.value(QLatin1String("variableA.$")).toString(), facts);
    const QJsonValue b = choice.contains(QLatin1String("variableB.$"))
                             ? factAt(choice.value(QLatin1String("variableB.$")).toString(), facts)
                             : choice.value(QLatin1String("variableB"));
    const bool isThere = !a.isUndefined() && !a.isNull();
    if (comparator == QLatin1String("IsPresent"))
        return isThere;
    if (comparator == QLatin1String("StringEquals") || comparator == QLatin1String("BooleanEquals"))
        return isThere && wordOf(a) == wordOf(b);
    if (comparator == QLatin1String("NumericEquals"))
        return isThere && a.toVariant().toDouble() == b.toVariant().toDouble();
    return std::nullopt;
}

static QStringList nextOf(const QJsonObject &step)
{
    QStringList next;
    for (const char *key : {"nextStep", "defaultStep"}) {
        if (step.contains(QLatin1String(key)))
            next << step.value(QLatin1String(key)).toString();
    }
    const QJsonArray choices = step.value(QLatin1String("choiceList")).toArray();
    for (const auto &c : choices)
        next << c.toObject().value(QLatin1String("nextStep")).toString();
    return next;
}

static QString faultOfStep(const QString &name, const QJsonObject &step, const QJsonObject &steps)
{
    static const QStringList types{
        QStringLiteral("action"), QStringLiteral("choice"), QStringLiteral("success"), QStringLiteral("failure")};
    static const QStringList actions{QStringLiteral("sp:http"), QStringLiteral("sp:send-email")};
    const QString type = step.value(QLatin1String("type")).toString();
    const QString action = step.value(QLatin1String("actionId")).toString();
    if (!types.contains(type))
        return QStringLiteral("The step \"%1\" is of a type that this simulator does not run.").arg(name);
    if (type == QLatin1String("action") && !actions.contains(action))
        return QStringLiteral("The step \"%1\" does \"%2\", which this simulator does not.").arg(name, action);
    const bool isEnd = type == QLatin1String("success") || type == QLatin1String("failure");
    const QStringList next = nextOf(step);
    if (isEnd != next.isEmpty())
        return QStringLiteral("The step \"%1\" has no next step, or one too many.").arg(name);
    for (const QString &n : next) {
        if (!steps.contains(n))
            return QStringLiteral("The step \"%1\" goes on with \"%2\", which is not there.").arg(name, n);
    }
    return {};
}

QString faultOfDefinition(const QJsonObject &definition)
{
    const QJsonObject steps = definition.value(QLatin1String("steps")).toObject();
    if (!steps.contains(definition.value(QLatin1String("start")).toString()))
        return QStringLiteral("The start is no step of the workflow.");
    for (auto it = steps.begin(); it != steps.end(); ++it) {
        if (const QString fault = faultOfStep(it.key(), it->toObject(), steps); !fault.isEmpty())
            return fault;
    }
    return {};
}

} // namespace lab
