#include "domain/scenarios/scenario.h"
#include "core/jsonplace.h"
#include <QJsonDocument>
#include <QRegularExpression>
#include <algorithm>

namespace domain {

using core::Result;

static const QString formatName = QStringLiteral("idv-console-scenario/1");

const QStringList &scenarioActions()
{
    static const QStringList all{QStringLiteral("synchronise"), QStringLiteral("start"), QStringLiteral("wait"),
        QStringLiteral("callback"), QStringLiteral("faults"), QStringLiteral("advance"), QStringLiteral("subscribe"),
        QStringLiteral("raise"), QStringLiteral("check")};
    return all;
}

namespace {

/// Which arguments an action takes; "?" behind one that may be missing.
const QHash<QString, QStringList> &argumentsOf()
{
    static const QHash<QString, QStringList> all{{QStringLiteral("synchronise"), {QStringLiteral("full?")}},
        {QStringLiteral("start"), {QStringLiteral("reason?"), QStringLiteral("ticket?"), QStringLiteral("ial?"),
                                      QStringLiteral("documents?"), QStringLiteral("delivery?")}},
        {QStringLiteral("wait"), {QStringLiteral("withinMs")}},
        {QStringLiteral("callback"), {QStringLiteral("faults?"), QStringLiteral("clockOffsetS?"),
                                         QStringLiteral("body?"), QStringLiteral("repeat?")}},
        {QStringLiteral("faults"), {QStringLiteral("rules")}}, {QStringLiteral("advance"), {QStringLiteral("seconds")}},
        {QStringLiteral("subscribe"), {QStringLiteral("trigger"), QStringLiteral("filter?")}},
        {QStringLiteral("raise"), {QStringLiteral("trigger"), QStringLiteral("input?")}},
        {QStringLiteral("check"), {}}};
    return all;
}

struct Reader
{
    const QByteArray &text;
    QString file;
    core::Error fault(const QString &pointer, const QString &what) const
    {
        return core::fieldError(QStringLiteral("scenario"),
            QStringLiteral("%1:%2: %3").arg(file).arg(core::placeOfPointer(text, pointer).line).arg(what));
    }
    std::optional<core::Error> only(const QJsonObject &o, const QString &pointer, const QStringList &known) const
    {
        for (auto it = o.begin(); it != o.end(); ++it) {
            if (!known.contains(it.key()))
                return fault(
                    pointer + QLatin1Char('/') + it.key(), QStringLiteral("\"%1\" is not known here. Expected: %2.")
                                                               .arg(it.key(), known.join(QStringLiteral(", "))));
        }
        return std::nullopt;
    }
};

std::optional<core::Error> readExpected(const Reader &r, const QJsonObject &expected, const QString &pointer)
{
    for (auto it = expected.begin(); it != expected.end(); ++it) {
        const QString at = pointer + QStringLiteral("/expect/") + it.key();
        if (it->isArray())
            return r.fault(at, QStringLiteral("a fact is a value, {\"atLeast\": n} or {\"oneOf\": [...]}."));
        if (!it->isObject())
            continue;
        const QJsonObject o = it->toObject();
        const bool isLeast = o.size() == 1 && o.value(QLatin1String("atLeast")).isDouble();
        const bool isOneOf = o.size() == 1 && o.value(QLatin1String("oneOf")).isArray();
        if (!isLeast && !isOneOf)
            return r.fault(at, QStringLiteral("a fact is a value, {\"atLeast\": n} or {\"oneOf\": [...]}."));
    }
    return std::nullopt;
}

Result<ScenarioStep> readStep(const Reader &r, const QJsonObject &o, int index)
{
    const QString pointer = QStringLiteral("/steps/%1").arg(index);
    ScenarioStep step;
    step.line = core::placeOfPointer(r.text, pointer).line;
    step.action = o.value(QLatin1String("do")).toString();
    if (!scenarioActions().contains(step.action))
        return r.fault(pointer + QStringLiteral("/do"),
            QStringLiteral("\"do\" is one of: %1.").arg(scenarioActions().join(QStringLiteral(", "))));
    QStringList known{QStringLiteral("do"), QStringLiteral("expect")};
    for (QString name : argumentsOf().value(step.action)) {
        const bool mayMiss = name.endsWith(QLatin1Char('?'));
        name.remove(QLatin1Char('?'));
        known << name;
        if (!mayMiss && !o.contains(name))
            return r.fault(pointer, QStringLiteral("\"%1\" needs \"%2\".").arg(step.action, name));
    }
    if (const auto fault = r.only(o, pointer, known))
        return *fault;
    for (const char *number : {"withinMs", "seconds", "clockOffsetS", "ial"}) {
        const auto v = o.value(QLatin1String(number));
        if (!v.isUndefined() && !v.isDouble())
            return r.fault(pointer + QLatin1Char('/') + QLatin1String(number),
                QStringLiteral("\"%1\" is a number.").arg(QLatin1String(number)));
    }
    if (o.contains(QLatin1String("expect")) && !o.value(QLatin1String("expect")).isObject())
        return r.fault(pointer + QStringLiteral("/expect"), QStringLiteral("\"expect\" is an object of facts."));
    step.expected = o.value(QLatin1String("expect")).toObject();
    if ((step.action == QLatin1String("wait") || step.action == QLatin1String("check")) && step.expected.isEmpty())
        return r.fault(pointer, QStringLiteral("\"%1\" needs \"expect\" with at least one fact.").arg(step.action));
    if (const auto fault = readExpected(r, step.expected, pointer))
        return *fault;
    step.arguments = o;
    step.arguments.remove(QStringLiteral("do"));
    step.arguments.remove(QStringLiteral("expect"));
    return step;
}

} // namespace

Result<Scenario> scenarioFromJson(const QByteArray &text, const QString &file)
{
    if (const auto fault = core::jsonFault(text))
        return core::fieldError(QStringLiteral("scenario"), QStringLiteral("%1:%2:%3: no JSON: %4.")
                                                                .arg(file)
                                                                .arg(fault->place.line)
                                                                .arg(fault->place.column)
                                                                .arg(fault->text));
    const Reader r{text, file};
    const auto document = QJsonDocument::fromJson(text);
    if (!document.isObject())
        return r.fault({}, QStringLiteral("a scenario is one JSON object."));
    const QJsonObject o = document.object();
    if (o.value(QLatin1String("format")).toString() != formatName)
        return r.fault(QStringLiteral("/format"), QStringLiteral("\"format\" is \"%1\".").arg(formatName));
    if (const auto fault = r.only(o, {},
            {QStringLiteral("format"), QStringLiteral("id"), QStringLiteral("title"), QStringLiteral("about"),
                QStringLiteral("simulator"), QStringLiteral("steps")}))
        return *fault;
    Scenario s;
    s.file = file;
    s.text = text;
    s.id = o.value(QLatin1String("id")).toString();
    s.title = o.value(QLatin1String("title")).toString();
    s.about = o.value(QLatin1String("about")).toString();
    static const QRegularExpression idForm(QStringLiteral("^[a-z0-9][a-z0-9-]{0,47}\\z"));
    if (!idForm.match(s.id).hasMatch())
        return r.fault(
            QStringLiteral("/id"), QStringLiteral("\"id\" is of small letters, digits and hyphens, at most 48."));
    if (s.title.isEmpty())
        return r.fault(QStringLiteral("/title"), QStringLiteral("\"title\" is a short text."));
    if (!o.value(QLatin1String("simulator")).isUndefined() && !o.value(QLatin1String("simulator")).isObject())
        return r.fault(QStringLiteral("/simulator"), QStringLiteral("\"simulator\" is an object."));
    s.simulator = o.value(QLatin1String("simulator")).toObject();
    const QJsonArray steps = o.value(QLatin1String("steps")).toArray();
    if (steps.isEmpty() || steps.size() > 100)
        return r.fault(QStringLiteral("/steps"), QStringLiteral("\"steps\" is an array of 1 to 100 steps."));
    for (int i = 0; i < steps.size(); ++i) {
        const auto step = readStep(r, steps.at(i).toObject(), i);
        if (!step)
            return step.error();
        s.steps << *step;
    }
    return s;
}

bool fits(const QJsonValue &expected, const QJsonValue &actual)
{
    if (expected.isNull()) // null: there is no such fact, or it says nothing
        return actual.isNull() || actual.isUndefined();
    if (!expected.isObject())
        return expected == actual;
    const QJsonObject o = expected.toObject();
    if (o.contains(QLatin1String("atLeast")))
        return actual.isDouble() && actual.toDouble() >= o.value(QLatin1String("atLeast")).toDouble();
    const QJsonArray any = o.value(QLatin1String("oneOf")).toArray();
    return std::any_of(any.begin(), any.end(), [&actual](const QJsonValue &v) { return v == actual; });
}

QList<ScenarioCheck> compare(const QJsonObject &expected, const QJsonObject &facts)
{
    QList<ScenarioCheck> checks;
    for (auto it = expected.begin(); it != expected.end(); ++it) {
        const QJsonValue actual = facts.value(it.key());
        checks.append({it.key(), *it, actual, fits(*it, actual)});
    }
    return checks;
}

} // namespace domain
