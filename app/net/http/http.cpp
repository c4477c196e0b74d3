#include "net/http/http.h"
#include "core/log.h"
#include "net/http/oncedevice.h"
#include "net/http/proxies.h"
#include "net/http/proxycheck.h"
#include "net/http/transportfault.h"
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRandomGenerator>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTimer>
#include <QUuid>
#include <utility>

namespace net {

namespace {

constexpr qint64 readBuffer = 256 * 1024;

bool isRetryStatus(int status)
{
    return status == 429 || status == 500 || status == 502 || status == 503 || status == 504;
}

} // namespace

struct Http::PendingRequest
{
    HttpRequest request;
    core::Deferred<HttpResponse> promise;
    QString id;
    int tries = 0;
    int asks = 0;                        ///< answers that asked to wait
    std::chrono::milliseconds waited{0}; ///< as it was waited, not as it was asked
    QByteArray body;
    QList<QSslError> tlsFaults; ///< of the last try
    bool timedOut = false;
    bool tooLarge = false;

    void drain(QNetworkReply &reply)
    {
        if (!tooLarge && reply.isOpen() && reply.bytesAvailable() > 0)
            body += reply.read(request.maxBytes + 1 - body.size());
        if (body.size() > request.maxBytes && !tooLarge) {
            tooLarge = true;
            body.clear();
            reply.abort();
        }
    }
};

Http::Http(
    HttpOptions options, std::shared_ptr<RateLimiter> budget, std::shared_ptr<core::Clock> clock, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_budget(std::move(budget)), m_clock(std::move(clock)),
      m_reads(std::make_unique<QNetworkAccessManager>()), m_proxyCheck(std::make_unique<ProxyCheck>(m_clock))
{
    configure(*m_reads);
}

Http::~Http() = default;

void Http::configure(QNetworkAccessManager &nam) const
{
    nam.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    nam.setAutoDeleteReplies(false);
    nam.setProxyFactory(new Proxies(m_options.proxy)); // it belongs to the manager from here on
}

core::Async<HttpResponse> Http::send(const HttpRequest &request)
{
    if (auto fault = requestFault(request))
        return core::ready<HttpResponse>(*std::move(fault));
    auto flight = std::make_shared<PendingRequest>();
    flight->request = request;
    flight->id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    start(flight);
    return flight->promise.future();
}

void Http::start(const std::shared_ptr<PendingRequest> &flight)
{
    const auto wait = m_budget->reserve(m_clock->now());
    if (wait.count() <= 0) {
        launch(flight);
        return;
    }
    Q_EMIT throttled(m_clock->now() + wait.count(), false);
    QTimer::singleShot(wait, this, [this, flight] { launch(flight); });
}

QNetworkRequest Http::networkRequest(const PendingRequest &flight) const
{
    const HttpRequest &r = flight.request;
    QNetworkRequest q(r.url);
    q.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    q.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    q.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    q.setRawHeader("User-Agent", "IDV-Console/" IDV_VERSION);
    q.setRawHeader("X-Request-ID", flight.id.toLatin1());
    q.setRawHeader("Accept", "application/json");
    if (!r.contentType.isEmpty())
        q.setHeader(QNetworkRequest::ContentTypeHeader, r.contentType);
    for (const auto &h : r.headers)
        q.setRawHeader(h.first, h.second);
    if (!m_options.caFile.isEmpty() && r.url.scheme() == QLatin1String("https")) {
        QSslConfiguration ssl = QSslConfiguration::defaultConfiguration();
        ssl.addCaCertificates(QSslCertificate::fromPath(m_options.caFile));
        q.setSslConfiguration(ssl);
    }
    return q;
}

QNetworkReply *Http::dispatch(const PendingRequest &flight)
{
    const HttpRequest &r = flight.request;
    QNetworkRequest q = networkRequest(flight);
    if (r.repeatable)
        return m_reads->sendCustomRequest(q, r.method, r.body);
    auto *nam = new QNetworkAccessManager(this);
    configure(*nam);
    q.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    q.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    q.setHeader(QNetworkRequest::ContentLengthHeader, r.body.size());
    auto *body = new OnceDevice(r.body, nam);
    QNetworkReply *reply = nam->sendCustomRequest(q, r.method, body);
    connect(reply, &QObject::destroyed, nam, &QObject::deleteLater);
    return reply;
}

// What goes through an HTTP proxy waits for its word, see ProxyCheck.
void Http::launch(const std::shared_ptr<PendingRequest> &flight)
{
    const QUrl &url = flight->request.url;
    const QNetworkProxy proxy = Proxies(m_options.proxy).queryProxy(QNetworkProxyQuery(url)).value(0);
    if (proxy.type() != QNetworkProxy::HttpProxy || !proxy.user().isEmpty()) // Qt signs in with what the system knows
        return dispatchNow(flight);
    const int port = url.port(url.scheme() == QLatin1String("http") ? 80 : 443);
    core::whenDone<core::Unit>(m_proxyCheck->ask(proxy, url.host(), port,
                                   std::min<std::chrono::milliseconds>(5s, deadlineOf(flight->request))),
        this, [this, flight](const core::Status &r) {
            if (r)
                return dispatchNow(flight);
            ++flight->tries;
            Q_EMIT reached(false, std::chrono::milliseconds(0));
            if (r.error().cause == core::ConnectionCause::ProxyUnreachable && retryLater(flight, 0, {}))
                return;
            core::Error e = r.error();
            e.requestId = flight->id;
            flight->promise.resolve(std::move(e));
        });
}

void Http::dispatchNow(const std::shared_ptr<PendingRequest> &flight)
{
    ++flight->tries;
    ++m_count;
    QNetworkReply *reply = dispatch(*flight);
    auto *deadline = new QTimer(reply);
    deadline->setSingleShot(true);
    connect(deadline, &QTimer::timeout, reply, [flight, reply] {
        flight->timedOut = true;
        reply->abort();
    });
    deadline->start(deadlineOf(flight->request));
    // What is buffered is bounded, not what is reported: Qt reads no further before this has taken what is there.
    flight->body.clear();
    flight->tlsFaults.clear();
    connect(reply, &QNetworkReply::sslErrors, reply,
        [flight](const QList<QSslError> &faults) { flight->tlsFaults = faults; });
    reply->setReadBufferSize(readBuffer);
    connect(reply, &QNetworkReply::readyRead, reply, [flight, reply] { flight->drain(*reply); });
    const core::Instant sentAt = m_clock->now();
    connect(reply, &QNetworkReply::finished, this, [this, flight, reply, sentAt] {
        flight->drain(*reply);
        report(*flight, *reply, sentAt);
        finish(flight, reply);
        reply->deleteLater();
    });
}

void Http::report(const PendingRequest &flight, const QNetworkReply &reply, core::Instant sentAt)
{
    const core::Instant took = m_clock->now() - sentAt;
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    qCInfo(lcNet).noquote() << flight.id << flight.request.method << flight.request.operation << status << took << "ms"
                            << flight.body.size() << "bytes";
    Q_EMIT reached(status != 0, std::chrono::milliseconds(took));
    const QByteArray date = reply.rawHeader("Date");
    if (date.isEmpty())
        return;
    if (const auto theirs = parseHttpDate(date))
        Q_EMIT clockSeen(*theirs + 500 - (sentAt + took / 2));
}

std::chrono::milliseconds Http::deadlineOf(const HttpRequest &r) const
{
    return m_options.deadlineCap ? std::min(*m_options.deadlineCap, r.deadline) : r.deadline;
}

bool Http::retryLater(const std::shared_ptr<PendingRequest> &flight, int status, const QByteArray &retryAfter)
{
    if (!flight->request.repeatable)
        return false;
    std::chrono::milliseconds pause = m_options.firstPause * (1 << std::min(flight->tries - 1, 6));
    pause += std::chrono::milliseconds(QRandomGenerator::global()->bounded(int(pause.count() / 4) + 1));
    const auto asked = parseRetryAfter(retryAfter, m_clock->now());
    if (status == 429 || asked) {
        // Waiting as asked is not a failed try, but it has an end. Whoever asks for no pause again and again gets
        // longer ones all the same, and every pause counts as it is waited.
        const auto seconds = asked.value_or(std::chrono::seconds(2));
        const std::chrono::milliseconds own = m_options.firstPause * (1 << std::min(flight->asks++, 7));
        pause = std::max<std::chrono::milliseconds>({pause, seconds, own});
        flight->waited += pause;
        if (flight->waited > 10min)
            return false;
        if (status == 429)
            --flight->tries;
        Q_EMIT throttled(m_clock->now() + pause.count(), true);
    }
    if (flight->tries >= m_options.tries)
        return false;
    QTimer::singleShot(pause, this, [this, flight] { start(flight); });
    return true;
}

void Http::finish(const std::shared_ptr<PendingRequest> &flight, QNetworkReply *reply)
{
    const auto fail = [&](core::Error e) {
        e.requestId = flight->id;
        flight->promise.resolve(std::move(e));
    };
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (flight->tooLarge) {
        core::Error e = core::vendorError(
            core::ErrorCode::Protocol, QStringLiteral("The answer is larger than the console accepts."));
        e.mayHaveReachedServer = true;
        fail(e);
        return;
    }
    if (flight->timedOut) {
        flight->timedOut = false;
        if (flight->request.repeatable && flight->tries < m_options.tries && retryLater(flight, 0, {}))
            return;
        core::Error e = core::vendorError(core::ErrorCode::Timeout,
            QStringLiteral("No whole answer within %1 s.")
                .arg(std::chrono::duration_cast<std::chrono::seconds>(deadlineOf(flight->request)).count()));
        e.mayHaveReachedServer = true;
        fail(e);
        return;
    }
    const bool noAnswer = status == 0;
    const QByteArray length = reply->rawHeader("Content-Length");
    QByteArray body = std::exchange(flight->body, {});
    const bool isShort = !reply->hasRawHeader("Content-Encoding") && !length.isEmpty() &&
                         flight->request.method != "HEAD" && body.size() < length.toLongLong();
    const bool isCutInside = flight->request.repeatable && status >= 200 && status <= 299 && isCutJson(body);
    const bool cut = !noAnswer && (isShort || isCutInside);
    const bool broken = !noAnswer && (reply->error() == QNetworkReply::RemoteHostClosedError ||
                                         reply->error() == QNetworkReply::UnknownNetworkError ||
                                         reply->error() == QNetworkReply::TemporaryNetworkFailureError);
    if (noAnswer || cut || broken) {
        const bool sureOfNothing = reply->error() == QNetworkReply::SslHandshakeFailedError ||
                                   reply->error() == QNetworkReply::HostNotFoundError;
        if (!sureOfNothing && retryLater(flight, 0, {}))
            return;
        core::Error e = noAnswer ? transportFault(reply->error(), reply->errorString(), flight->tlsFaults)
                                 : core::vendorError(core::ErrorCode::Protocol,
                                       QStringLiteral("The answer was cut off."), reply->errorString());
        e.mayHaveReachedServer = e.mayHaveReachedServer || !noAnswer;
        fail(e);
        return;
    }
    if (isRetryStatus(status) && retryLater(flight, status, reply->rawHeader("Retry-After")))
        return;
    HttpResponse response;
    response.status = status;
    response.body = std::move(body);
    response.requestId = flight->id;
    response.tries = flight->tries;
    const auto &pairs = reply->rawHeaderPairs();
    for (const auto &p : pairs)
        response.headers.append({p.first, p.second});
    flight->promise.resolve(std::move(response));
}

} // namespace net
