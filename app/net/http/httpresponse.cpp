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

bool isCutJson(const QByteArray &body)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
    const auto first = std::find_if_not(body.begin(), body.end(), isBlank);
    const auto last = std::find_if_not(body.rbegin(), body.rend(), isBlank);
    if (first == body.end())
        return false;
    return (*first == '{' && *last != '}') || (*first == '[' && *last != ']');
}

} // namespace net
