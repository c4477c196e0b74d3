#include "net/http/http.h"
#include "core/log.h"
#include "net/http/contentcoding.h"
#include "net/http/oncedevice.h"
#include "net/http/pendingrequest.h"
#include "net/http/proxies.h"
#include "net/http/proxycheck.h"
#include "net/http/proxysignin.h"
#include "net/http/transportfault.h"
#include <QNetworkAccessManager>
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

Http::Http(
    HttpOptions options, std::shared_ptr<RateLimiter> budget, std::shared_ptr<core::Clock> clock, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_budget(std::move(budget)), m_clock(std::move(clock)),
      m_reads(std::make_unique<QNetworkAccessManager>()), m_proxyCheck(std::make_unique<ProxyCheck>(m_clock)),
      m_proxySignIn(std::make_unique<ProxySignIn>(m_options.proxy, m_options.proxyLogin))
{
    connect(m_proxySignIn.get(), &ProxySignIn::prepared, this, [this] { m_proxySignIn->serve(*m_reads); });
    configure(*m_reads);
}

Http::~Http() = default;

void Http::configure(QNetworkAccessManager &nam)
{
    nam.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    nam.setAutoDeleteReplies(false);
    m_proxySignIn->serve(nam);
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
    q.setRawHeader("Accept-Encoding", acceptedCodings()); // said here, Qt leaves the body as it came
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
    const bool isSystems = !proxy.user().isEmpty(); // Qt signs in with what the system knows
    if (proxy.type() == QNetworkProxy::NoProxy || isSystems)
        return dispatchNow(flight);
    if (proxy.type() != QNetworkProxy::HttpProxy)
        return launchSignedIn(flight);
    const int port = url.port(url.scheme() == QLatin1String("http") ? 80 : 443);
    core::whenDone<core::Unit>(m_proxyCheck->ask(proxy, url.host(), port,
                                   std::min<std::chrono::milliseconds>(5s, deadlineOf(flight->request))),
        this, [this, flight](const core::Status &r) {
            if (r)
                return launchSignedIn(flight);
            ++flight->tries;
            Q_EMIT reached(false, std::chrono::milliseconds(0));
            if (r.error().cause == core::ConnectionCause::ProxyUnreachable && retryLater(flight, 0, {}))
                return;
            core::Error e = r.error();
            e.requestId = flight->id;
            flight->promise.resolve(std::move(e));
        });
}

void Http::launchSignedIn(const std::shared_ptr<PendingRequest> &flight)
{
    core::whenDone<core::Unit>(m_proxySignIn->prepare(), this, [this, flight](const core::Status &r) {
        if (r)
            return dispatchNow(flight);
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
    connect(m_proxySignIn.get(), &ProxySignIn::refused, reply, [flight, reply](QNetworkAccessManager *asked) {
        if (reply->manager() != asked)
            return;
        flight->isProxyClosed = true;
        reply->abort();
    });
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
    const QString ending = reply.hasRawHeader("X-Deprecated") ? QStringLiteral(" (deprecated)") : QString();
    qCInfo(lcNet).noquote() << flight.id << flight.request.method << flight.request.operation + ending << status << took
                            << "ms" << flight.body.size() << "bytes";
    Q_EMIT reached(status != 0, std::chrono::milliseconds(took));
    if (status != 0)
        m_proxySignIn->noteThrough();
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
    if (flight->isProxyClosed)
        return fail(ProxySignIn::refusal());
    if (flight->tooLarge)
        return fail(tooLargeFault());
    if (flight->timedOut) {
        flight->timedOut = false;
        if (flight->request.repeatable && flight->tries < m_options.tries && retryLater(flight, 0, {}))
            return;
        return fail(timeoutFault(deadlineOf(flight->request)));
    }
    const bool noAnswer = status == 0;
    const QByteArray length = reply->rawHeader("Content-Length"), came = std::exchange(flight->body, {});
    DecodedBody body = decodedBody(reply->rawHeader("Content-Encoding"), came, flight->request.maxBytes);
    if (const auto fault = codingFault(body); fault && !noAnswer)
        return fail(*fault);
    const bool isShort = !length.isEmpty() && flight->request.method != "HEAD" && came.size() < length.toLongLong();
    const bool isCutInside = flight->request.repeatable && status >= 200 && status <= 299 && isCutJson(body.body);
    const bool cut = !noAnswer && (isShort || body.state == DecodedBody::Cut || isCutInside);
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
    response.body = std::move(body.body);
    if (status >= 300 && status <= 399)
        response.sentTo = redirectTarget(flight->request.url, reply->rawHeader("Location"));
    response.requestId = flight->id;
    response.tries = flight->tries;
    const auto &pairs = reply->rawHeaderPairs();
    for (const auto &p : pairs)
        response.headers.append({p.first, p.second});
    flight->promise.resolve(std::move(response));
}

} // namespace net
