#include "domain/freshnesspolicy.h"
#include "domain/instant.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QSet>

namespace domain {

static QString say(const char *text) { return QCoreApplication::translate("FreshnessPolicy", text); }

bool matches(const PolicyRule &r, const Segment &s)
{
    const auto among = [](const QStringList &list, const QString &value) { return list.isEmpty() || list.contains(value, Qt::CaseInsensitive); };
    return among(r.profiles, s.profile) && among(r.lifecycles, s.lifecycle) && among(r.sources, s.source) && among(r.accountStates, s.accountState) && among(r.riskGroups, s.riskGroup);
}

static bool isStricter(const FreshnessRule &a, const FreshnessRule &b)
{
    if (a.intervalDays != b.intervalDays)
        return a.intervalDays < b.intervalDays;
    return a.warnDays != b.warnDays ? a.warnDays > b.warnDays : a.graceDays < b.graceDays;
}

// The standard is for whom no rule matches: a rule may also give more time than it.
AppliedRule ruleFor(const FreshnessPolicy &policy, const Segment &segment, core::Instant now)
{
    const PolicyRule *strictest = nullptr;
    for (const PolicyRule &r : policy.rules) {
        if ((r.startsAt && *r.startsAt > now) || !matches(r, segment))
            continue;
        if (!strictest || isStricter(r.rule, strictest->rule))
            strictest = &r;
    }
    if (!strictest)
        return {policy.standard, {}, false};
    return {strictest->rule, strictest->name, strictest->isHighRisk};
}

std::optional<core::Instant> nextStart(const FreshnessPolicy &policy, core::Instant now)
{
    std::optional<core::Instant> next;
    for (const PolicyRule &r : policy.rules) {
        if (r.startsAt && *r.startsAt > now && (!next || *r.startsAt < *next))
            next = r.startsAt;
    }
    return next;
}

static void check(const FreshnessRule &r, const QString &where, QList<core::Error> &out)
{
    if (r.intervalDays < 1 || r.intervalDays > 1095)
        out << core::fieldError(where + QStringLiteral("interval"), say(QT_TRANSLATE_NOOP("FreshnessPolicy", "The interval is 1 to 1,095 days.")));
    if (r.warnDays < 0 || r.warnDays > r.intervalDays)
        out << core::fieldError(where + QStringLiteral("warn"), say(QT_TRANSLATE_NOOP("FreshnessPolicy", "Warning begins at most one interval before the due date.")));
    if (r.graceDays < 0 || r.graceDays > r.intervalDays)
        out << core::fieldError(where + QStringLiteral("grace"), say(QT_TRANSLATE_NOOP("FreshnessPolicy", "Grace is at most one interval.")));
}

QList<core::Error> validate(const FreshnessPolicy &p)
{
    QList<core::Error> out;
    check(p.standard, QStringLiteral("standard."), out);
    QSet<QString> names;
    for (qsizetype i = 0; i < p.rules.size(); ++i) {
        const PolicyRule &r = p.rules.at(i);
        const QString where = QStringLiteral("rules[%1].").arg(i);
        if (r.name.trimmed().isEmpty())
            out << core::fieldError(where + QStringLiteral("name"), say(QT_TRANSLATE_NOOP("FreshnessPolicy", "A rule needs a name.")));
        else if (names.contains(r.name.toCaseFolded()))
            out << core::fieldError(where + QStringLiteral("name"), say(QT_TRANSLATE_NOOP("FreshnessPolicy", "Two rules are called %1.")).arg(r.name));
        names.insert(r.name.toCaseFolded());
        if (r.profiles.isEmpty() && r.lifecycles.isEmpty() && r.sources.isEmpty() && r.accountStates.isEmpty() && r.riskGroups.isEmpty())
            out << core::fieldError(where + QStringLiteral("applies"), say(QT_TRANSLATE_NOOP("FreshnessPolicy", "The rule %1 says of nobody in particular: change the standard instead.")).arg(r.name));
        check(r.rule, where, out);
    }
    return out;
}

static QJsonObject ruleJson(const FreshnessRule &r)
{
    return {{QStringLiteral("intervalDays"), r.intervalDays}, {QStringLiteral("warnDays"), r.warnDays}, {QStringLiteral("graceDays"), r.graceDays}};
}

// The five lists by their keys, for both directions.
template <class Rule, class F>
static void eachList(Rule &r, F fn)
{
    fn("profiles", r.profiles);
    fn("lifecycles", r.lifecycles);
    fn("sources", r.sources);
    fn("sailpointStatuses", r.accountStates);
    fn("riskGroups", r.riskGroups);
}

QJsonObject toJson(const FreshnessPolicy &p)
{
    QJsonArray rules;
    for (const PolicyRule &r : p.rules) {
        QJsonObject o = ruleJson(r.rule);
        o.insert(QStringLiteral("name"), r.name);
        o.insert(QStringLiteral("highRisk"), r.isHighRisk);
        eachList(r, [&o](const char *key, const QStringList &list) {
            if (!list.isEmpty())
                o.insert(QLatin1String(key), QJsonArray::fromStringList(list));
        });
        if (r.startsAt)
            o.insert(QStringLiteral("startsAt"), formatInstant(*r.startsAt));
        rules.append(o);
    }
    return {{QStringLiteral("standard"), ruleJson(p.standard)}, {QStringLiteral("rules"), rules}};
}

static core::Result<FreshnessRule> ruleFrom(const QJsonObject &o, const QString &where)
{
    FreshnessRule r;
    for (const auto &[key, value] : {std::pair{"intervalDays", &r.intervalDays}, std::pair{"warnDays", &r.warnDays}, std::pair{"graceDays", &r.graceDays}}) {
        const QJsonValue v = o.value(QLatin1String(key));
        if (v.isUndefined())
            continue;
        const int days = v.toInt(-1);
        if (!v.isDouble() || days < 0)
            return core::fieldError(where + QLatin1String(key), say(QT_TRANSLATE_NOOP("FreshnessPolicy", "%1 is a whole number of days.")).arg(where + QLatin1String(key)));
        *value = days;
    }
    // What was not said follows the interval.
    if (!o.contains(QLatin1String("warnDays")))
        r.warnDays = std::min(r.warnDays, r.intervalDays);
    if (!o.contains(QLatin1String("graceDays")))
        r.graceDays = std::min(r.graceDays, r.intervalDays);
    return r;
}

core::Result<FreshnessPolicy> freshnessFromJson(const QJsonObject &object)
{
    FreshnessPolicy p;
    const auto standard = ruleFrom(object.value(QLatin1String("standard")).toObject(), QStringLiteral("standard."));
    if (!standard)
        return standard.error();
    p.standard = *standard;
    const QJsonValue list = object.value(QLatin1String("rules"));
    if (!list.isUndefined() && !list.isArray())
        return core::fieldError(QStringLiteral("rules"), say(QT_TRANSLATE_NOOP("FreshnessPolicy", "\"rules\" is a list.")));
    const QJsonArray rules = list.toArray();
    for (qsizetype i = 0; i < rules.size(); ++i) {
        const QString where = QStringLiteral("rules[%1].").arg(i);
        if (!rules.at(i).isObject())
            return core::fieldError(where, say(QT_TRANSLATE_NOOP("FreshnessPolicy", "%1 is no rule.")).arg(where.chopped(1)));
        const QJsonObject o = rules.at(i).toObject();
        PolicyRule r;
        r.name = o.value(QLatin1String("name")).toString();
        r.isHighRisk = o.value(QLatin1String("highRisk")).toBool();
        const auto times = ruleFrom(o, where);
        if (!times)
            return times.error();
        r.rule = *times;
        std::optional<core::Error> fault;
        eachList(r, [&](const char *key, QStringList &values) {
            const QJsonValue v = o.value(QLatin1String(key));
            const QJsonArray items = v.toArray();
            for (const auto &item : items) {
                if (item.isString())
                    values << item.toString();
            }
            if ((!v.isUndefined() && !v.isArray()) || values.size() != items.size())
                fault = core::fieldError(where + QLatin1String(key), say(QT_TRANSLATE_NOOP("FreshnessPolicy", "%1 is a list of texts.")).arg(where + QLatin1String(key)));
        });
        if (fault)
            return *fault;
        if (const QJsonValue starts = o.value(QLatin1String("startsAt")); !starts.isUndefined()) {
            const auto at = parseInstant(starts, std::numeric_limits<qint64>::max() / 2);
            if (!at.at)
                return core::fieldError(where + QStringLiteral("startsAt"), say(QT_TRANSLATE_NOOP("FreshnessPolicy", "%1 is no date.")).arg(where + QStringLiteral("startsAt")));
            r.startsAt = at.at;
        }
        p.rules << r;
    }
    if (const auto faults = validate(p); !faults.isEmpty())
        return faults.first();
    return p;
}

} // namespace domain
