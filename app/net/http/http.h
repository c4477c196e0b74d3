#pragma once
#include "core/async.h"
#include "core/clock.h"
#include "net/http/ratelimiter.h"
#include <QObject>
#include <QUrl>
#include <chrono>
#include <memory>
#include <optional>

class QNetworkAccessManager;
class QNetworkReply;

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

struct HttpResponse
{
    int status = 0;
    QByteArray body;
    QByteArray header(const char *name) const;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QString requestId;
    int tries = 1;
};

struct HttpOptions
{
    QString proxy;  ///< "" system, "none", or http://host:port, socks5://host:port
    QString caFile; ///< PEM, added to the system's authorities
    int tries = 3;  ///< for repeatable requests that meet 5xx, a reset or a cut body
    std::chrono::milliseconds firstPause = 300ms;
    std::optional<std::chrono::milliseconds> deadlineCap; ///< shortens every request's deadline
};

/// Why this request may not leave, or nothing: its method and header names are tokens of HTTP, its header values plain
/// ASCII without control characters, its address http(s) with a host and nobody's name, and its path holds neither a
/// control character nor a "." or ".." part, plain or percent-encoded. Usage; the value is never in the text.
std::optional<core::Error> requestFault(const HttpRequest &request);

/// The one door to the network. Whatever changes something is sent once, on a connection of its own: Qt resends a
/// request by itself when a kept connection closes, so those bodies are given in a form that cannot be read twice.
/// Redirects are never followed. An answer of any status is a value; no answer, a cut or oversized one is an Error.
/// What requestFault() names is refused and nothing is sent. Thread: the object's. Cancel by deleting the context of
/// whenDone(); a request in flight runs to its end.
class Http : public QObject
{
    Q_OBJECT
public:
    Http(HttpOptions options, std::shared_ptr<RateLimiter> budget, std::shared_ptr<core::Clock> clock,
        QObject *parent = nullptr);
    ~Http() override;

    core::Async<HttpResponse> send(const HttpRequest &request);
    qint64 requestCount() const { return m_count; }

Q_SIGNALS:
    /// A vendor asked to wait, or the request budget is used up. `until` in UTC ms.
    void throttled(core::Instant until, bool askedByVendor);
    /// After each try: did the vendor answer at all, and how long until the last byte.
    void reached(bool isReached, std::chrono::milliseconds took);
    /// The vendor's clock less ours, from the answer's Date header; whole seconds, so a second off is nothing.
    void clockSeen(qint64 skewMs);

private:
    struct PendingRequest;
    void start(const std::shared_ptr<PendingRequest> &flight);
    void launch(const std::shared_ptr<PendingRequest> &flight);
    void finish(const std::shared_ptr<PendingRequest> &flight, QNetworkReply *reply);
    bool retryLater(const std::shared_ptr<PendingRequest> &flight, int status, const QByteArray &retryAfter);
    void configure(QNetworkAccessManager &nam) const;
    std::chrono::milliseconds deadlineOf(const HttpRequest &request) const;

    HttpOptions m_options;
    std::shared_ptr<RateLimiter> m_budget;
    std::shared_ptr<core::Clock> m_clock;
    std::unique_ptr<QNetworkAccessManager> m_reads;
    qint64 m_count = 0;
};

/// Seconds or an HTTP date; absent when unreadable.
std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray &value, core::Instant now);

} // namespace net
