#pragma once
#include "core/clock.h"
#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>
#include <chrono>
#include <optional>
#include <utility>

namespace net {

struct HttpResponse
{
    int status = 0;
    QByteArray body;
    QByteArray header(const char *name) const;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QString requestId;
    int tries = 1;
    QString sentTo; ///< of a redirection: redirectTarget()
};

/// A date of HTTP in each of its three forms (RFC 9110, 5.6.7), in UTC ms.
std::optional<core::Instant> parseHttpDate(const QByteArray &value);
/// Seconds, also with a fraction (rounded up), or a date of HTTP; absent when unreadable.
std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray &value, core::Instant now);

/// Where a redirection leads, without query and fragment, which may hold a secret: the path on the same server, else
/// the host, else (another scheme or port of the host) the origin. Empty where it names no place of HTTP.
QString redirectTarget(const QUrl &asked, const QByteArray &location);

/// JSON that begins and does not end: what an answer holds was cut, whatever its length says.
bool isCutJson(const QByteArray &body);

} // namespace net
