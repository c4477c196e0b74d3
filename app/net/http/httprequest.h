#pragma once
#include "core/error.h"
#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>
#include <chrono>
#include <optional>
#include <utility>

namespace net {

using namespace std::chrono_literals;

struct HttpRequest
{
    QByteArray method = QByteArrayLiteral("GET");
    QUrl url;
    QString operation; ///< path template, the only form that is logged
    QByteArray contentType;
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers;
    bool repeatable = false;                  ///< declared idempotency: only then is a request sent again by itself
    std::chrono::milliseconds deadline = 30s; ///< whole answer, one try
    qint64 maxBytes = 16LL * 1024 * 1024;
};

/// Why this request may not leave, or nothing: its method and header names are tokens of HTTP, its header values plain
/// ASCII without control characters, its address http(s) with a host and nobody's name, and its path holds neither a
/// control character nor a "." or ".." part, plain or percent-encoded. Usage; the value is never in the text.
std::optional<core::Error> requestFault(const HttpRequest &request);

} // namespace net
