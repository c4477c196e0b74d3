#include "domain/reverification/reverificationpolicy.h"
#include "domain/identities/people.h"
#include "domain/text/instant.h"
#include "domain/text/strictjson.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QSet>
#include <numeric>

namespace domain {

static QString sayReverificationPolicy(const char *text)
{
    return QCoreApplication::translate("ReverificationPolicy", text);
}

bool matches(const ReverificationRule &r, const Segment &s)
{
    const auto among = [](const QStringList &list, const QString &value) {
        return list.isEmpty() || list.contains(value, Qt::CaseInsensitive);
    };
    return among(r.profiles, s.profile) && among(r.lifecycles, s.lifecycle) && among(r.sources, s.source) &&
           among(r.accountStates, s.accountState) && among(r.riskGroups, s.riskGroup);
}

static bool isStricter(const ReverificationInterval &a, const ReverificationInterval &b)
{
    if (a.intervalDays != b.intervalDays)
        return a.intervalDays < b.intervalDays;
    return a.warnDays != b.warnDays ? a.warnDays > b.warnDays : a.graceDays < b.graceDays;
}

// The standard is for whom no rule matches: a rule may also give more time than it.
AppliedRule ruleFor(const ReverificationPolicy &policy, const Segment &segment, core::Instant now)
{
    const ReverificationRule *strictest = nullptr;
    for (const ReverificationRule &r : policy.rules) {
        if ((r.startsAt && *r.startsAt > now) || !matches(r, segment))
            continue;
        if (!strictest || isStricter(r.rule, strictest->rule))
            strictest = &r;
    }
    if (!strictest)
        return {policy.standard, {}, false};
    return {strictest->rule, strictest->name, strictest->isHighRisk};
}

int shortestInterval(const ReverificationPolicy &policy)
{
    int days = policy.standard.intervalDays;
    for (const ReverificationRule &r : policy.rules)
        days = std::min(days, r.rule.intervalDays);
    return days;
}

std::optional<core::Instant> nextStart(const ReverificationPolicy &policy, core::Instant now)
{
    std::optional<core::Instant> next;
    for (const ReverificationRule &r : policy.rules) {
        if (r.startsAt && *r.startsAt > now && (!next || *r.startsAt < *next))
            next = r.startsAt;
    }
    return next;
}

static void check(const ReverificationInterval &r, const QString &where, QList<core::Error> &out)
{
    if (r.intervalDays < 1 || r.intervalDays > 1095)
        out << core::fieldError(where + QStringLiteral("interval"),
            sayReverificationPolicy(QT_TRANSLATE_NOOP("ReverificationPolicy", "The interval is 1 to 1,095 days.")));
    if (r.warnDays < 0 || r.warnDays > r.intervalDays)
        out << core::fieldError(where + QStringLiteral("warn"),
            sayReverificationPolicy(
                QT_TRANSLATE_NOOP("ReverificationPolicy", "Warning begins at most one interval before the due date.")));
    if (r.graceDays < 0 || r.graceDays > r.intervalDays)
        out << core::fieldError(where + QStringLiteral("grace"),
            sayReverificationPolicy(QT_TRANSLATE_NOOP("ReverificationPolicy", "Grace is at most one interval.")));
}

QList<core::Error> validate(const ReverificationPolicy &p)
{
    QList<core::Error> out;
    check(p.standard, QStringLiteral("standard."), out);
    QSet<QString> names;
    for (qsizetype i = 0; i < p.rules.size(); ++i) {
        const ReverificationRule &r = p.rules.at(i);
        const QString where = QStringLiteral("rules[%1].").arg(i);
        if (r.name.trimmed().isEmpty())
            out << core::fieldError(where + QStringLiteral("name"),
                sayReverificationPolicy(QT_TRANSLATE_NOOP("ReverificationPolicy", "A rule needs a name.")));
        else if (names.contains(r.name.toCaseFolded()))
            out << core::fieldError(where + QStringLiteral("name"),
                sayReverificationPolicy(QT_TRANSLATE_NOOP("ReverificationPolicy", "Two rules are called %1."))
                    .arg(r.name));
        names.insert(r.name.toCaseFolded());
        if (r.profiles.isEmpty() && r.lifecycles.isEmpty() && r.sources.isEmpty() && r.accountStates.isEmpty() &&
            r.riskGroups.isEmpty())
            out << core::fieldError(where + QStringLiteral("applies"),
                sayReverificationPolicy(QT_TRANSLATE_NOOP("ReverificationPolicy",
                                            "The rule %1 says of nobody in particular: change the standard instead."))
                    .arg(r.name));
        check(r.rule, where, out);
    }
    return out;
}

static QJsonObject ruleJson(const ReverificationInterval &r)
{
    return {{QStringLiteral("intervalDays"), r.intervalDays}, {QStringLiteral("warnDays"), r.warnDays},
        {QStringLiteral("graceDays"), r.graceDays}};
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

QJsonObject toJson(const ReverificationPolicy &p)
{
    QJsonArray rules;
    for (const ReverificationRule &r : p.rules) {
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

static ReverificationInterval ruleFrom(StrictObject &o)
{
    ReverificationInterval r;
    o.number("intervalDays", r.intervalDays, 0);
    o.number("warnDays", r.warnDays, 0);
    o.number("graceDays", r.graceDays, 0);
    // What was not said follows the interval.
    if (!o.has("warnDays"))
        r.warnDays = std::min(r.warnDays, r.intervalDays);
    if (!o.has("graceDays"))
        r.graceDays = std::min(r.graceDays, r.intervalDays);
    return r;
}

core::Result<ReverificationPolicy> reverificationFromJson(const QJsonObject &object)
{
    StrictObject whole(object);
    ReverificationPolicy p;
    StrictObject standard = whole.object("standard");
    p.standard = ruleFrom(standard);
    for (StrictObject &o : whole.objects("rules")) {
        ReverificationRule r;
        o.text("name", r.name);
        o.flag("highRisk", r.isHighRisk);
        r.rule = ruleFrom(o);
        eachList(r, [&o](const char *key, QStringList &values) { o.texts(key, values); });
        if (const QJsonValue starts = o.take("startsAt"); !starts.isUndefined()) {
            r.startsAt = parseInstant(starts, std::numeric_limits<qint64>::max() / 2).at;
            const QString where = o.place(QStringLiteral("startsAt"));
            if (!r.startsAt)
                o.fault(core::fieldError(where,
                    sayReverificationPolicy(QT_TRANSLATE_NOOP("ReverificationPolicy", "%1 is no date.")).arg(where)));
        }
        p.rules << r;
    }
    if (const auto read = whole.status(); !read)
        return read.error();
    if (const auto faults = validate(p); !faults.isEmpty())
        return faults.first();
    return p;
}

// How many letters have to be changed, added or left out.
static qsizetype distance(const QString &a, const QString &b)
{
    QList<qsizetype> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype corner = row.at(0);
        row[0] = i + 1;
        for (qsizetype k = 0; k < b.size(); ++k) {
            const qsizetype replaced = corner + (a.at(i) == b.at(k) ? 0 : 1);
            corner = row.at(k + 1);
            row[k + 1] = std::min({replaced, row.at(k) + 1, row.at(k + 1) + 1});
        }
    }
    return row.last();
}

static QStringList near(const QString &name, const QList<FacetValue> &known)
{
    const QString wanted = name.left(100).toCaseFolded();
    QStringList out;
    for (const FacetValue &v : known) {
        const QString other = v.value.left(100).toCaseFolded();
        const bool isPart =
            wanted.size() >= 3 && (other.contains(wanted) || (other.size() >= 3 && wanted.contains(other)));
        if (out.size() < 3 && !v.value.isEmpty() && (isPart || distance(wanted, other) <= 2))
            out << v.value;
    }
    return out;
}

QList<core::Error> unknownNames(const ReverificationPolicy &policy, const PeopleFacets &known)
{
    constexpr qsizetype whole = 500;
    QList<core::Error> out;
    for (qsizetype i = 0; i < policy.rules.size(); ++i) {
        const auto check = [&](const char *key, const QStringList &names, const QList<FacetValue> &there) {
            for (qsizetype k = 0; there.size() < whole && k < names.size(); ++k) {
                const QString &name = names.at(k);
                if (std::any_of(there.begin(), there.end(),
                        [&name](const FacetValue &v) { return v.value.compare(name, Qt::CaseInsensitive) == 0; }))
                    continue;
                const QStringList close = near(name, there);
                QString text = sayReverificationPolicy(
                    QT_TRANSLATE_NOOP("ReverificationPolicy", "Nobody in the local copy has “%1”."))
                                   .arg(name);
                if (!close.isEmpty())
                    text += QLatin1Char(' ') +
                            sayReverificationPolicy(QT_TRANSLATE_NOOP("ReverificationPolicy", "Near: %1."))
                                .arg(close.join(QStringLiteral(", ")));
                out << core::fieldError(
                    QStringLiteral("rules[%1].%2[%3]").arg(QString::number(i), QLatin1String(key), QString::number(k)),
                    text);
            }
        };
        const ReverificationRule &r = policy.rules.at(i);
        check("profiles", r.profiles, known.profiles);
        check("lifecycles", r.lifecycles, known.lifecycles);
        check("sources", r.sources, known.sources);
        check("sailpointStatuses", r.accountStates, known.accountStates);
        check("riskGroups", r.riskGroups, known.riskGroups);
    }
    return out;
}

} // namespace domain
