#include "lab/sailpoint/calls/listquery.h"
#include "lab/answers.h"
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <algorithm>
#include <functional>
#include <optional>

namespace lab {

using httpd::Request;
using httpd::Response;
using Test = std::function<bool(const QJsonObject &)>;

// "reviewer.id" of an object; undefined where it has no such member.
static QJsonValue valueAt(const QJsonObject &o, const QString &path)
{
    QJsonValue at = o;
    const QStringList parts = path.split(QLatin1Char('.'));
    for (const QString &part : parts)
        at = at.toObject().value(part);
    return at;
}

static QString textAt(const QJsonObject &o, const QString &path)
{
    return valueAt(o, path).toVariant().toString(); // a flag is "true" or "false" there
}

// A member that no object of the list has is none of this list's.
static bool isMember(const QJsonArray &all, const QString &path)
{
    return all.isEmpty() || std::any_of(all.begin(), all.end(),
                                [&path](const QJsonValue &v) { return !valueAt(v.toObject(), path).isUndefined(); });
}

// Numbers by their value, times by their moment, everything else by its letters.
static int compared(const QString &a, const QString &b)
{
    bool isA = false, isB = false;
    const double x = a.toDouble(&isA), y = b.toDouble(&isB);
    if (isA && isB)
        return x < y ? -1 : int(x > y);
    const QDateTime t = QDateTime::fromString(a, Qt::ISODate), u = QDateTime::fromString(b, Qt::ISODate);
    if (t.isValid() && u.isValid())
        return t < u ? -1 : int(t > u);
    return QString::compare(a, b);
}

static bool holds(const QString &is, const QString &op, const QStringList &wanted)
{
    const QString &one = wanted.first();
    if (op == QLatin1String("eq"))
        return is == one;
    if (op == QLatin1String("ne"))
        return is != one;
    if (op == QLatin1String("sw"))
        return is.startsWith(one, Qt::CaseInsensitive);
    if (op == QLatin1String("co"))
        return is.contains(one, Qt::CaseInsensitive);
    if (op == QLatin1String("in"))
        return wanted.contains(is);
    return op == QLatin1String("gt") ? compared(is, one) > 0 : compared(is, one) < 0;
}

static std::optional<QList<Test>> testsOf(const QJsonArray &all, const QString &filters)
{
    static const QRegularExpression part(
        QStringLiteral(R"re(^\s*([A-Za-z][\w.]*)\s+(eq|ne|sw|co|in|gt|lt)\s+)re"
                       R"re((\((?:[^()"]|"[^"]*")*\)|"[^"]*"|[^\s"()]+)\s*(?:(and)\s+|$))re"));
    static const QRegularExpression item(QStringLiteral(R"re("([^"]*)"|([^\s,"()]+))re"));
    QList<Test> tests;
    QString rest = filters;
    while (!rest.trimmed().isEmpty()) {
        const auto m = part.match(rest);
        if (!m.hasMatch())
            return std::nullopt;
        QStringList wanted;
        for (auto it = item.globalMatch(m.captured(3)); it.hasNext();) {
            const auto one = it.next();
            wanted << (one.captured(1).isNull() ? one.captured(2) : one.captured(1));
        }
        if (wanted.isEmpty() || !isMember(all, m.captured(1)))
            return std::nullopt;
        tests << [path = m.captured(1), op = m.captured(2), wanted](
                     const QJsonObject &o) { return holds(textAt(o, path), op, wanted); };
        rest = rest.mid(m.capturedEnd());
        if (m.captured(4).isEmpty() != rest.trimmed().isEmpty())
            return std::nullopt;
    }
    return tests;
}

// False for what is no member of this list.
static bool sort(QList<QJsonObject> &kept, const QJsonArray &all, const QString &sorters)
{
    QStringList keys = sorters.split(QLatin1Char(','), Qt::SkipEmptyParts);
    std::reverse(keys.begin(), keys.end()); // the first counts most: sorted last, and what is equal stays
    for (QString key : keys) {
        key = key.trimmed();
        const bool isDown = key.startsWith(QLatin1Char('-'));
        const QString path = isDown ? key.mid(1) : key;
        if (!isMember(all, path))
            return false;
        std::stable_sort(kept.begin(), kept.end(), [&](const QJsonObject &a, const QJsonObject &b) {
            const int order = compared(textAt(a, path), textAt(b, path));
            return isDown ? order > 0 : order < 0;
        });
    }
    return true;
}

static std::optional<qsizetype> numberIn(const Request &r, const char *name, qsizetype otherwise, qsizetype most)
{
    const QString text = queryValue(r, QLatin1String(name));
    if (text.isEmpty())
        return otherwise;
    bool isNumber = false;
    const qsizetype n = text.toLongLong(&isNumber);
    return isNumber && n >= 0 && n <= most ? std::optional<qsizetype>(n) : std::nullopt;
}

static Response notUnderstood()
{
    return dto(400, QStringLiteral("400.1 Bad Request Content"),
        QStringLiteral(
            "limit is 0 to 250; filters use eq, ne, sw, co, in, gt and lt, joined by and; filters and sorters "
            "name members of this list."));
}

Response asAsked(const Response &whole, const Request &r)
{
    const QJsonDocument body = QJsonDocument::fromJson(whole.body);
    if (whole.status != 200 || !body.isArray())
        return whole;
    const QJsonArray all = body.array();
    const auto tests = testsOf(all, queryValue(r, QStringLiteral("filters")));
    const auto limit = numberIn(r, "limit", 250, 250), offset = numberIn(r, "offset", 0, 1'000'000'000);
    if (!tests || !limit || !offset)
        return notUnderstood();
    QList<QJsonObject> kept;
    for (const auto &v : all) {
        const QJsonObject o = v.toObject();
        if (std::all_of(tests->begin(), tests->end(), [&o](const Test &holdsFor) { return holdsFor(o); }))
            kept << o;
    }
    if (!sort(kept, all, queryValue(r, QStringLiteral("sorters"))))
        return notUnderstood();
    QJsonArray page;
    for (const QJsonObject &o : kept.mid(*offset, *limit))
        page.append(o);
    Response answer = whole;
    answer.body = QJsonDocument(page).toJson(QJsonDocument::Compact);
    if (queryValue(r, QStringLiteral("count")) == QLatin1String("true"))
        answer.headers.append(httpd::Header{"X-Total-Count", QByteArray::number(kept.size())});
    return answer;
}

} // namespace lab
