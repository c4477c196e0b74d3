#include "lab/sailpoint/query.h"
#include <QDateTime>
#include <QRegularExpression>

namespace lab {

namespace {

// The value of a field as plain text; nothing when the person has none.
std::optional<QString> valueOf(const Person &p, const QString &field)
{
    QByteArray v;
    if (field == QLatin1String("id"))
        v = p.id;
    else if (field == QLatin1String("name") || field == QLatin1String("alias"))
        v = p.alias;
    else if (field == QLatin1String("displayName"))
        v = p.name;
    else if (field == QLatin1String("email"))
        v = p.email;
    else if (field == QLatin1String("firstname") || field == QLatin1String("firstName"))
        v = p.given;
    else if (field == QLatin1String("lastname") || field == QLatin1String("lastName"))
        v = p.family;
    else if (field == QLatin1String("modified"))
        v = isoTime(p.modified);
    else if (field == QLatin1String("identityProfile.name"))
        v = p.profile;
    else if (field == QLatin1String("correlated"))
        v = p.correlated ? "true" : "false";
    else if (field == QLatin1String("cloudStatus"))
        v = p.status;
    else if (field == QLatin1String("processingState"))
        v = p.processingState();
    else if (field == QLatin1String("protected"))
        v = p.isProtected ? "true" : "false";
    else if (field == QLatin1String("attributes.phone"))
        v = p.phone;
    else if (field == QLatin1String("attributes.personalEmail"))
        v = p.personalEmail;
    else if (field.startsWith(QLatin1String("attributes.")))
        v = p.attributes.value(field.mid(11).toUtf8());
    if (v.startsWith('"') && v.endsWith('"'))
        v = v.mid(1, v.size() - 2);
    if (v.isEmpty())
        return std::nullopt;
    return QString::fromUtf8(v);
}

QString unquoted(QString v)
{
    if (v.size() >= 2 && v.startsWith(QLatin1Char('"')) && v.endsWith(QLatin1Char('"')))
        v = v.mid(1, v.size() - 2);
    return v.replace(QLatin1String("\\\""), QLatin1String("\"")).replace(QLatin1String("\\\\"), QLatin1String("\\"));
}

using Test = std::function<bool(const Person &)>;

std::optional<Condition> parseTerm(const QString &term)
{
    Condition c;
    if (term == QLatin1String("*")) {
        c.isEverything = true;
        c.holds = [](const Person &) { return true; };
        return c;
    }
    const qsizetype colon = term.indexOf(QLatin1Char(':'));
    if (colon <= 0)
        return std::nullopt;
    const QString field = term.left(colon);
    const QString value = term.mid(colon + 1).trimmed();
    if (field == QLatin1String("_exists_")) {
        c.holds = [value](const Person &p) { return valueOf(p, value).has_value(); };
        return c;
    }
    static const QRegularExpression range(QStringLiteral("^([\\[{])(\\S+) TO (\\S+)([\\]}])$"));
    if (const auto m = range.match(value); m.hasMatch()) {
        const QString low = m.captured(2), high = m.captured(3);
        const bool withLow = m.captured(1) == QLatin1String("["), withHigh = m.captured(4) == QLatin1String("]");
        c.holds = [=](const Person &p) {
            const auto v = valueOf(p, field);
            if (!v)
                return false;
            const bool isAbove = low == QLatin1String("*") || (withLow ? *v >= low : *v > low);
            const bool isBelow = high == QLatin1String("*") || (withHigh ? *v <= high : *v < high);
            return isAbove && isBelow;
        };
        if (field == QLatin1String("modified"))
            c.modifiedFrom = QDateTime::fromString(low, Qt::ISODateWithMs).toMSecsSinceEpoch();
        return c;
    }
    const QString wanted = unquoted(value);
    if (wanted.isEmpty())
        return std::nullopt;
    if (field == QLatin1String("id"))
        c.id = wanted.toUtf8();
    c.holds = [field, wanted](const Person &p) {
        const auto v = valueOf(p, field);
        return v && v->compare(wanted, Qt::CaseInsensitive) == 0;
    };
    return c;
}

Condition both(const Condition &a, const Condition &b)
{
    Condition c;
    c.isEverything = a.isEverything && b.isEverything;
    c.modifiedFrom = a.modifiedFrom ? a.modifiedFrom : b.modifiedFrom;
    c.id = a.id.isEmpty() ? b.id : a.id;
    c.holds = [a, b](const Person &p) { return a.holds(p) && b.holds(p); };
    return c;
}

} // namespace

std::optional<Condition> parseSearchQuery(const QString &query)
{
    const QString q = query.trimmed();
    if (q.isEmpty())
        return parseTerm(QStringLiteral("*"));
    std::optional<Condition> all;
    const QStringList terms = q.split(QStringLiteral(" AND "));
    for (QString term : terms) {
        term = term.trimmed();
        const bool isNot = term.startsWith(QLatin1String("NOT "));
        auto c = parseTerm(isNot ? term.mid(4).trimmed() : term);
        if (!c)
            return std::nullopt;
        if (isNot) {
            const Test holds = c->holds;
            c = Condition{[holds](const Person &p) { return !holds(p); }, false, std::nullopt, {}};
        }
        all = all ? both(*all, *c) : *c;
    }
    return all;
}

std::optional<Condition> parseFilters(const QString &filters)
{
    if (filters.trimmed().isEmpty())
        return parseTerm(QStringLiteral("*"));
    static const QRegularExpression one(QStringLiteral("^(\\w+)\\s+(eq|in|sw)\\s+(.+)$"));
    static const QStringList onlyEq{QStringLiteral("cloudStatus"), QStringLiteral("processingState"),
        QStringLiteral("correlated"), QStringLiteral("protected")};
    static const QStringList eqSw{QStringLiteral("name"), QStringLiteral("alias"), QStringLiteral("firstname"),
        QStringLiteral("lastname"), QStringLiteral("email")};
    std::optional<Condition> all;
    const QStringList terms = filters.split(QStringLiteral(" and "));
    for (const QString &term : terms) {
        const auto m = one.match(term.trimmed());
        if (!m.hasMatch())
            return std::nullopt;
        const QString field = m.captured(1), op = m.captured(2);
        const bool isAllowed = (field == QLatin1String("id") && op != QLatin1String("sw")) ||
                               (eqSw.contains(field) && op != QLatin1String("in")) ||
                               (onlyEq.contains(field) && op == QLatin1String("eq"));
        if (!isAllowed)
            return std::nullopt;
        Condition c;
        if (op == QLatin1String("in")) {
            QStringList values;
            const QStringList parts = m.captured(3).mid(1).chopped(1).split(QLatin1Char(','));
            for (const QString &part : parts)
                values << unquoted(part.trimmed());
            c.holds = [field, values](
                          const Person &p) { return values.contains(valueOf(p, field).value_or(QString())); };
        } else {
            const QString wanted = unquoted(m.captured(3).trimmed());
            const bool starts = op == QLatin1String("sw");
            c.holds = [field, wanted, starts](const Person &p) {
                const QString v = valueOf(p, field).value_or(QString());
                return starts ? v.startsWith(wanted, Qt::CaseInsensitive) : v.compare(wanted, Qt::CaseInsensitive) == 0;
            };
            if (field == QLatin1String("id"))
                c.id = wanted.toUtf8();
        }
        all = all ? both(*all, c) : c;
    }
    return all;
}

} // namespace lab
