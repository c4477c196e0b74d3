#pragma once
#include "core/clock.h"
#include <QByteArray>
#include <QList>
#include <QString>
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
};

/// Seconds or an HTTP date; absent when unreadable.
std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray &value, core::Instant now);

} // namespace net
