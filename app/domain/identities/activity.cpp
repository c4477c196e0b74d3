#include "domain/identities/activity.h"
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QLocale>
#include <QSet>
#include <algorithm>

namespace domain {

static QString sayActivity(const char *text)
{
    return QCoreApplication::translate("Activity", text);
}
static QString plain(const QString &word)
{
    return word.trimmed().toCaseFolded();
}

// SailPoint's words for an identity that must not be used, whatever its lifecycle says.
static bool isOff(const QString &status)
{
    static const QSet<QString> words{QStringLiteral("inactive"), QStringLiteral("locked"), QStringLiteral("disabled"),
        QStringLiteral("terminated"), QStringLiteral("deactivated"), QStringLiteral("denied"), QStringLiteral("error"),
        QStringLiteral("suspended"), QStringLiteral("inactive_short_term"), QStringLiteral("inactive_long_term")};
    return words.contains(plain(status));
}

static const ActivityRule *ruleOf(const QString &profile, const QString &lifecycle, const ActivityTable &t)
{
    const auto find = [&](const QString &wanted) -> const ActivityRule * {
        const auto it = std::find_if(t.rules.begin(), t.rules.end(), [&](const ActivityRule &r) {
            return plain(r.profile) == plain(wanted) && plain(r.word) == plain(lifecycle);
        });
        return it == t.rules.end() ? nullptr : &*it;
    };
    if (!profile.trimmed().isEmpty()) {
        if (const ActivityRule *own = find(profile))
            return own;
    }
    return find(QString());
}

Activity activityOf(const Identity &p, const std::optional<QString> &identityState, const ActivityTable &t)
{
    if (isOff(p.sailpointStatus))
        return Activity::Inactive;
    if (identityState && !identityState->trimmed().isEmpty()) {
        const QString word = plain(*identityState);
        if (word == QLatin1String("active"))
            return Activity::Active;
        return isOff(word) ? Activity::Inactive : Activity::NotKnown;
    }
    const ActivityRule *rule = ruleOf(p.profile, p.lifecycle, t);
    if (!rule)
        return Activity::NotKnown;
    return rule->isActive ? Activity::Active : Activity::Inactive;
}

QString activityMark(const Identity &person)
{
    const QByteArray words = QStringList{plain(person.profile), plain(person.lifecycle), plain(person.sailpointStatus)}
                                 .join(QLatin1Char('\n'))
                                 .toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(words, QCryptographicHash::Sha256).toHex().left(32));
}

bool isInTable(const QString &profile, const QString &lifecycle, const ActivityTable &t)
{
    return ruleOf(profile, lifecycle, t) != nullptr;
}

QList<ActivityGroup> activityNotKnown(const QList<ActivityGroup> &groups, const ActivityTable &t)
{
    QList<ActivityGroup> out;
    for (const ActivityGroup &g : groups) {
        Identity p;
        p.profile = g.profile;
        p.lifecycle = g.word;
        p.sailpointStatus = g.status;
        if (activityOf(p, g.identityState, t) == Activity::NotKnown)
            out << g;
    }
    return out;
}

qint64 peopleIn(const QList<ActivityGroup> &groups)
{
    qint64 all = 0;
    for (const ActivityGroup &g : groups)
        all += g.people;
    return all;
}

QString activityWords(const QList<ActivityGroup> &groups, int most)
{
    QList<std::pair<QString, qint64>> words;
    for (const ActivityGroup &g : groups) {
        const auto known =
            std::find_if(words.begin(), words.end(), [&g](const auto &w) { return plain(w.first) == plain(g.word); });
        if (known == words.end())
            words.append({g.word.trimmed(), g.people});
        else
            known->second += g.people;
    }
    std::stable_sort(words.begin(), words.end(), [](const auto &a, const auto &b) { return a.second > b.second; });
    QStringList shown;
    for (const auto &[word, people] : words.first(std::min(qsizetype(most), words.size())))
        shown << QStringLiteral("%1 (%2)").arg(
            word.isEmpty() ? sayActivity(QT_TRANSLATE_NOOP("Activity", "no lifecycle state")) : word,
            QLocale().toString(people));
    if (words.size() > most)
        shown << QStringLiteral("…");
    return shown.join(QStringLiteral(", "));
}

core::Status validate(const ActivityTable &t)
{
    if (t.rules.size() > 500)
        return core::fieldError(
            QStringLiteral("rules"), sayActivity(QT_TRANSLATE_NOOP("Activity", "At most 500 words.")));
    QSet<QString> seen;
    for (qsizetype i = 0; i < t.rules.size(); ++i) {
        const ActivityRule &r = t.rules.at(i);
        const QString place = QStringLiteral("rules[%1].word").arg(i);
        if (r.word.size() > 128 || r.profile.size() > 128)
            return core::fieldError(
                place, sayActivity(QT_TRANSLATE_NOOP("Activity", "A word has at most 128 characters.")));
        const QString key = plain(r.profile) + QLatin1Char('\n') + plain(r.word);
        if (seen.contains(key))
            return core::fieldError(place, sayActivity(QT_TRANSLATE_NOOP("Activity", "This word is there twice.")));
        seen.insert(key);
    }
    return core::ok();
}

QJsonObject toJson(const ActivityTable &t)
{
    QJsonArray rules;
    for (const ActivityRule &r : t.rules)
        rules.append(QJsonObject{{QStringLiteral("profile"), r.profile}, {QStringLiteral("word"), r.word},
            {QStringLiteral("active"), r.isActive}});
    return {{QStringLiteral("rules"), rules}};
}

core::Result<ActivityTable> activityTableFromJson(const QJsonObject &j)
{
    const auto fault = [](const QString &place, const char *text) {
        return core::fieldError(place, sayActivity(text));
    };
    for (auto it = j.begin(); it != j.end(); ++it) {
        if (it.key() != QLatin1String("rules"))
            return fault(it.key(), QT_TRANSLATE_NOOP("Activity", "This is not known here."));
    }
    if (!j.value(QLatin1String("rules")).isArray())
        return fault(QStringLiteral("rules"), QT_TRANSLATE_NOOP("Activity", "“rules” is a list."));
    ActivityTable t;
    t.rules.clear();
    const QJsonArray all = j.value(QLatin1String("rules")).toArray();
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QString place = QStringLiteral("rules[%1]").arg(i);
        const QJsonObject o = all.at(i).toObject();
        for (auto it = o.begin(); it != o.end(); ++it) {
            if (it.key() != QLatin1String("profile") && it.key() != QLatin1String("word") &&
                it.key() != QLatin1String("active"))
                return fault(
                    place + QLatin1Char('.') + it.key(), QT_TRANSLATE_NOOP("Activity", "This is not known here."));
        }
        const QJsonValue profile = o.value(QLatin1String("profile")), word = o.value(QLatin1String("word")),
                         active = o.value(QLatin1String("active"));
        if (!word.isString())
            return fault(place + QStringLiteral(".word"),
                QT_TRANSLATE_NOOP("Activity", "Name the lifecycle state; an empty text stands for none."));
        if (!active.isBool())
            return fault(place + QStringLiteral(".active"), QT_TRANSLATE_NOOP("Activity", "Say true or false."));
        if (!profile.isUndefined() && !profile.isString())
            return fault(place + QStringLiteral(".profile"),
                QT_TRANSLATE_NOOP("Activity", "Name the identity profile, or leave it out."));
        t.rules << ActivityRule{profile.toString(), word.toString(), active.toBool()};
    }
    if (const auto r = validate(t); !r)
        return r.error();
    return t;
}

} // namespace domain
