#pragma once
#include "core/async.h"
#include "core/clock.h"
#include "net/http/httprequest.h"
#include "net/http/httpresponse.h"
#include "net/http/proxylogin.h"
#include "net/http/ratelimiter.h"
#include <QObject>
#include <chrono>
#include <memory>
#include <optional>

class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;

namespace net {

struct HttpOptions
{
    QString proxy;  ///< "" system, "none", or http://host:port, socks5://host:port
    QString caFile; ///< PEM, added to the system's authorities
    int tries = 3;  ///< for repeatable requests that meet 5xx, a reset or a cut body
    std::chrono::milliseconds firstPause = 300ms;
    std::optional<std::chrono::milliseconds> deadlineCap; ///< shortens every request's deadline
    ProxyLogin proxyLogin{};                              ///< where the proxy that is named asks who one is
};

class ProxyCheck;
class ProxySignIn;

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
    void launchSignedIn(const std::shared_ptr<PendingRequest> &flight);
    void dispatchNow(const std::shared_ptr<PendingRequest> &flight);
    void finish(const std::shared_ptr<PendingRequest> &flight, QNetworkReply *reply);
    bool retryLater(const std::shared_ptr<PendingRequest> &flight, int status, const QByteArray &retryAfter);
    void configure(QNetworkAccessManager &nam);
    QNetworkRequest networkRequest(const PendingRequest &flight) const;
    QNetworkReply *dispatch(const PendingRequest &flight);
    /// Tells of a try that ended: whether an answer came, and what it says of the vendor's clock.
    void report(const PendingRequest &flight, const QNetworkReply &reply, core::Instant sentAt);
    std::chrono::milliseconds deadlineOf(const HttpRequest &request) const;

    HttpOptions m_options;
    std::shared_ptr<RateLimiter> m_budget;
    std::shared_ptr<core::Clock> m_clock;
    std::unique_ptr<QNetworkAccessManager> m_reads;
    std::unique_ptr<ProxyCheck> m_proxyCheck;
    std::unique_ptr<ProxySignIn> m_proxySignIn;
    qint64 m_count = 0;
};

} // namespace net
