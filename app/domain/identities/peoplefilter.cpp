#include "domain/identities/peoplefilter.h"
#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QLocale>

namespace domain {

static QString sayPeopleFilter(const char *text)
{
    return QCoreApplication::translate("PeopleFilter", text);
}

QString valueText(const QString &value)
{
    return value.isEmpty() ? sayPeopleFilter(QT_TRANSLATE_NOOP("PeopleFilter", "none"))
                           : value.left(1).toUpper() + value.mid(1);
}

static QString listText(const QStringList &values)
{
    QStringList shown;
    for (const QString &v : values.mid(0, 2))
        shown << valueText(v);
    if (values.size() > 2)
        shown << sayPeopleFilter(QT_TRANSLATE_NOOP("PeopleFilter", "%1 more")).arg(values.size() - 2);
    return shown.join(QStringLiteral(", "));
}

static QString day(core::Instant at)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(at).date(), QLocale::ShortFormat);
}

// Whole days on both sides: "before" is the first instant that is out.
static QString spanText(const std::optional<core::Instant> &from, const std::optional<core::Instant> &before)
{
    if (from && before)
        return day(*from) + QStringLiteral(" – ") + day(*before - 1);
    return from ? sayPeopleFilter(QT_TRANSLATE_NOOP("PeopleFilter", "from %1")).arg(day(*from))
                : sayPeopleFilter(QT_TRANSLATE_NOOP("PeopleFilter", "until %1")).arg(day(*before - 1));
}

static QString contactText(ContactFilter c)
{
    switch (c) {
    case ContactFilter::Phone: return sayPeopleFilter(QT_TRANSLATE_NOOP("PeopleFilter", "phone on file"));
    case ContactFilter::Email: return sayPeopleFilter(QT_TRANSLATE_NOOP("PeopleFilter", "e-mail on file"));
    case ContactFilter::None: return sayPeopleFilter(QT_TRANSLATE_NOOP("PeopleFilter", "none on file"));
    case ContactFilter::Any: break;
    }
    return {};
}

QList<FilterPart> parts(const PeopleFilter &f)
{
    QList<FilterPart> out;
    const auto add = [&out](const char *key, const char *label, const QString &value) {
        out.append({QLatin1String(key), sayPeopleFilter(label).arg(value)});
    };
    if (!f.profiles.isEmpty())
        add("profiles", QT_TRANSLATE_NOOP("PeopleFilter", "Profile: %1"), listText(f.profiles));
    if (!f.lifecycles.isEmpty())
        add("lifecycles", QT_TRANSLATE_NOOP("PeopleFilter", "Lifecycle: %1"), listText(f.lifecycles));
    if (!f.accountStates.isEmpty())
        add("accountStates", QT_TRANSLATE_NOOP("PeopleFilter", "SailPoint status: %1"), listText(f.accountStates));
    if (f.ial)
        add("ial", QT_TRANSLATE_NOOP("PeopleFilter", "IAL: %1"), *f.ial == 0 ? valueText({}) : QString::number(*f.ial));
    if (f.verifiedFrom || f.verifiedBefore)
        add("verified", QT_TRANSLATE_NOOP("PeopleFilter", "Verified: %1"), spanText(f.verifiedFrom, f.verifiedBefore));
    if (f.dueFrom || f.dueBefore)
        add("due", QT_TRANSLATE_NOOP("PeopleFilter", "Due: %1"), spanText(f.dueFrom, f.dueBefore));
    if (f.contact != ContactFilter::Any)
        add("contact", QT_TRANSLATE_NOOP("PeopleFilter", "Contact: %1"), contactText(f.contact));
    if (f.onlyProcessingErrors)
        out.append({QStringLiteral("processing"),
            sayPeopleFilter(QT_TRANSLATE_NOOP("PeopleFilter", "SailPoint could not process them"))});
    return out;
}

PeopleFilter without(PeopleFilter f, const QString &key)
{
    const PeopleFilter none;
    if (key == QLatin1String("profiles"))
        f.profiles.clear();
    else if (key == QLatin1String("lifecycles"))
        f.lifecycles.clear();
    else if (key == QLatin1String("accountStates"))
        f.accountStates.clear();
    else if (key == QLatin1String("ial"))
        f.ial.reset();
    else if (key == QLatin1String("verified"))
        f.verifiedFrom = f.verifiedBefore = none.verifiedFrom;
    else if (key == QLatin1String("due"))
        f.dueFrom = f.dueBefore = none.dueFrom;
    else if (key == QLatin1String("contact"))
        f.contact = ContactFilter::Any;
    else if (key == QLatin1String("processing"))
        f.onlyProcessingErrors = false;
    return f;
}

static const QList<std::pair<QString, ContactFilter>> contactWords{{QStringLiteral("phone"), ContactFilter::Phone},
    {QStringLiteral("email"), ContactFilter::Email}, {QStringLiteral("none"), ContactFilter::None}};

QJsonObject toJson(const PeopleFilter &f)
{
    QJsonObject o;
    const auto list = [&o](const char *key, const QStringList &values) {
        if (!values.isEmpty())
            o.insert(QLatin1String(key), QJsonArray::fromStringList(values));
    };
    list("profiles", f.profiles);
    list("lifecycles", f.lifecycles);
    list("accountStates", f.accountStates);
    const auto number = [&o](const char *key, const auto &value) {
        if (value)
            o.insert(QLatin1String(key), qint64(*value));
    };
    number("ial", f.ial);
    number("verifiedFrom", f.verifiedFrom);
    number("verifiedBefore", f.verifiedBefore);
    number("dueFrom", f.dueFrom);
    number("dueBefore", f.dueBefore);
    for (const auto &[word, value] : contactWords) {
        if (f.contact == value)
            o.insert(QStringLiteral("contact"), word);
    }
    if (f.onlyProcessingErrors)
        o.insert(QStringLiteral("onlyProcessingErrors"), true);
    return o;
}

PeopleFilter filterFromJson(const QJsonObject &o)
{
    PeopleFilter f;
    const auto list = [&o](const char *key) {
        QStringList out;
        const QJsonArray values = o.value(QLatin1String(key)).toArray();
        for (const auto &v : values) {
            if (v.isString())
                out << v.toString();
        }
        return out;
    };
    f.profiles = list("profiles");
    f.lifecycles = list("lifecycles");
    f.accountStates = list("accountStates");
    const auto instant = [&o](const char *key) -> std::optional<core::Instant> {
        const auto v = o.value(QLatin1String(key));
        return v.isDouble() ? std::optional(v.toInteger()) : std::nullopt;
    };
    f.verifiedFrom = instant("verifiedFrom");
    f.verifiedBefore = instant("verifiedBefore");
    f.dueFrom = instant("dueFrom");
    f.dueBefore = instant("dueBefore");
    if (const auto ial = instant("ial"); ial && *ial >= 0 && *ial <= 3)
        f.ial = int(*ial);
    for (const auto &[word, value] : contactWords) {
        if (o.value(QLatin1String("contact")) == word)
            f.contact = value;
    }
    f.onlyProcessingErrors = o.value(QLatin1String("onlyProcessingErrors")).toBool();
    return f;
}

} // namespace domain
