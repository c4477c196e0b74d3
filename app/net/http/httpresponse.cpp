#include "net/http/httpresponse.h"
#include <QDateTime>
#include <QLocale>
#include <algorithm>
#include <cmath>
#include <limits>

namespace net {

QByteArray HttpResponse::header(const char *name) const
{
    for (const auto &h : headers) {
        if (h.first.compare(name, Qt::CaseInsensitive) == 0)
            return h.second;
    }
    return {};
}

// The name of the day says nothing that the date does not, and a year of two digits would contradict it.
std::optional<core::Instant> parseHttpDate(const QByteArray &value)
{
    const QByteArray text = value.simplified();
    const QString behindDay = QString::fromLatin1(text.mid(text.indexOf(text.contains(',') ? ',' : ' ') + 1)).trimmed();
    for (const char *form : {"dd MMM yyyy HH:mm:ss 'GMT'", "dd-MMM-yy HH:mm:ss 'GMT'", "MMM d HH:mm:ss yyyy"}) {
        QDateTime at = QLocale::c().toDateTime(behindDay, QLatin1String(form));
        if (!at.isValid())
            continue;
        if (at.date().year() < 1970) // two digits: Qt reads the last century, and a server means this one
            at = at.addYears(100);
        return QDateTime(at.date(), at.time(), Qt::UTC).toMSecsSinceEpoch(); // always GMT
    }
    return std::nullopt;
}

QString redirectTarget(const QUrl &asked, const QByteArray &location)
{
    const QUrl given = QUrl::fromEncoded(location.trimmed());
    const QUrl to = asked.resolved(given);
    const auto portOf = [](const QUrl &u) { return u.port(u.scheme() == QLatin1String("http") ? 80 : 443); };
    if (location.trimmed().isEmpty() || !given.isValid() || to.host().isEmpty())
        return {};
    if (to.host() != asked.host())
        return to.host();
    if (to.scheme() != asked.scheme() || portOf(to) != portOf(asked))
        return to.scheme() + QStringLiteral("://") + to.authority(QUrl::FullyEncoded).section(QLatin1Char('@'), -1);
    return to.path(QUrl::FullyEncoded).isEmpty() ? QStringLiteral("/") : to.path(QUrl::FullyEncoded);
}

std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray &value, core::Instant now)
{
    bool isNumber = false;
    const double seconds = value.trimmed().toDouble(&isNumber);
    if (isNumber && seconds >= 0 && seconds <= std::numeric_limits<int>::max())
        return std::chrono::seconds(qint64(std::ceil(seconds)));
    const auto at = isNumber ? std::nullopt : parseHttpDate(value);
    if (!at)
        return std::nullopt;
    return std::chrono::seconds(std::max<core::Instant>(0, (*at - now + 999) / 1000));
}

// Each bracket and brace differs from its other half, and from nothing else, when the bit of small letters is set.
static bool isOpening(char c)
{
    return (uchar(c) | 0x20) == '{';
}
static bool isClosing(char c)
{
    return (uchar(c) | 0x20) == '}';
}

// A cut that happens to end with the right sign. What stands in strings is looked at only where it makes a difference.
static bool staysOpen(const QByteArray &body)
{
    qsizetype open = 0, quotes = 0;
    for (const char c : body) {
        open += qsizetype(isOpening(c)) - qsizetype(isClosing(c));
        quotes += qsizetype(c == '"');
    }
    if (open == 0 && quotes % 2 == 0)
        return false;
    open = 0;
    bool isInString = false;
    for (qsizetype i = 0; i < body.size(); ++i) {
        const char c = body[i];
        if (isInString && c == '\\')
            ++i;
        else if (c == '"')
            isInString = !isInString;
        else if (!isInString)
            open += qsizetype(isOpening(c)) - qsizetype(isClosing(c));
    }
    return isInString || open > 0;
}

bool isCutJson(const QByteArray &body)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
    const auto first = std::find_if_not(body.begin(), body.end(), isBlank);
    const auto last = std::find_if_not(body.rbegin(), body.rend(), isBlank);
    if (first == body.end())
        return false;
    if (*first != '{' && *first != '[')
        return false;
    return (*first == '{' && *last != '}') || (*first == '[' && *last != ']') || staysOpen(body);
}

} // namespace net
