#include "net/http/httpresponse.h"
#include <QDateTime>
#include <QLocale>
#include <algorithm>

namespace net {

QByteArray HttpResponse::header(const char *name) const
{
    for (const auto &h : headers) {
        if (h.first.compare(name, Qt::CaseInsensitive) == 0)
            return h.second;
    }
    return {};
}

std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray &value, core::Instant now)
{
    bool isNumber = false;
    const int seconds = value.trimmed().toInt(&isNumber);
    if (isNumber && seconds >= 0)
        return std::chrono::seconds(seconds);
    const QDateTime at = QLocale::c().toDateTime(
        QString::fromLatin1(value.trimmed()), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!at.isValid())
        return std::nullopt;
    const core::Instant ms = QDateTime(at.date(), at.time(), Qt::UTC).toMSecsSinceEpoch() - now;
    return std::chrono::seconds(std::max<core::Instant>(0, (ms + 999) / 1000));
}

} // namespace net
