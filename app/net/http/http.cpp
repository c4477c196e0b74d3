#include "net/http/http.h"
#include "core/log.h"
#include "domain/tenants/address.h"
#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
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

// A body that can be read once: Qt cannot send it again behind our back.
class OnceDevice final : public QIODevice
{
public:
    OnceDevice(QByteArray bytes, QObject *parent) : QIODevice(parent), m_bytes(std::move(bytes)) { open(ReadOnly); }
    bool isSequential() const override { return true; }
    bool reset() override { return false; }
    qint64 bytesAvailable() const override { return m_bytes.size() - m_at + QIODevice::bytesAvailable(); }
    bool atEnd() const override { return bytesAvailable() == 0; }

protected:
    qint64 readData(char *data, qint64 max) override
    {
        const qint64 n = qMin(max, qint64(m_bytes.size()) - m_at);
        if (n <= 0)
            return -1;
        memcpy(data, m_bytes.constData() + m_at, size_t(n));
        m_at += n;
        return n;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_at = 0;
};

// What is for this computer never leaves it, whatever proxy is set here or in the system.
class Proxies final : public QNetworkProxyFactory
{
public:
    explicit Proxies(const QString &proxy) : m_isSystem(proxy.isEmpty())
    {
        const QUrl p(proxy);
        if (proxy == QLatin1String("none") || m_isSystem)
            m_proxy = QNetworkProxy(QNetworkProxy::NoProxy);
        else
            m_proxy = QNetworkProxy(
                p.scheme() == QLatin1String("socks5") ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, p.host(),
                quint16(p.port()));
    }
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        const QString host = query.peerHostName().isEmpty() ? query.url().host() : query.peerHostName();
        if (host == QLatin1String("localhost") || domain::isLoopbackAddress(host))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return m_isSystem ? QNetworkProxyFactory::systemProxyForQuery(query) : QList<QNetworkProxy>{m_proxy};
    }

private:
    bool m_isSystem;
    QNetworkProxy m_proxy;
};

bool isRetryStatus(int status)
{
    return status == 429 || status == 500 || status == 502 || status == 503 || status == 504;
}

core::Error transportError(QNetworkReply::NetworkError error, const QString &text)
{
    using core::ErrorCode;
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return core::vendorError(ErrorCode::Offline, QStringLiteral("The host name is not known."), text);
    case QNetworkReply::ConnectionRefusedError:
        return core::vendorError(ErrorCode::Offline, QStringLiteral("The host refuses the connection."), text);
    case QNetworkReply::SslHandshakeFailedError:
        return core::vendorError(
            ErrorCode::Certificate, QStringLiteral("The server's certificate is not trusted or does not match."), text);
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
        return core::vendorError(ErrorCode::Offline, QStringLiteral("The proxy cannot be reached."), text);
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return core::vendorError(
            ErrorCode::Offline, QStringLiteral("The proxy asks for a password, which is not supported."), text);
    default: {
        core::Error e = core::vendorError(
            ErrorCode::Offline, QStringLiteral("The connection broke before the answer was complete."), text);
        e.mayHaveReachedServer = true;
        return e;
    }
    }
}

} // namespace

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

struct Http::PendingRequest
{
    HttpRequest request;
    core::Deferred<HttpResponse> promise;
    QString id;
    int tries = 0;
    int asks = 0;                        ///< answers that asked to wait
    std::chrono::milliseconds waited{0}; ///< as it was waited, not as it was asked
    QByteArray body;
    bool timedOut = false;
    bool tooLarge = false;
};

Http::Http(
    HttpOptions options, std::shared_ptr<RateLimiter> budget, std::shared_ptr<core::Clock> clock, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_budget(std::move(budget)), m_clock(std::move(clock)),
      m_reads(std::make_unique<QNetworkAccessManager>())
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

namespace {

QString sayHttp(const char *text)
{
    return QCoreApplication::translate("Http", text);
}

// RFC 9110, 5.6.2.
bool isToken(const QByteArray &text)
{
    constexpr QByteArrayView signs("!#$%&'*+-.^_`|~");
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [signs](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || signs.contains(c);
    });
}

bool isPlain(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

// Servers and the proxies before them decode a path: what is refused plain is refused encoded.
bool isPlainPath(const QByteArray &encoded)
{
    const QByteArray path = QByteArray::fromPercentEncoding(encoded);
    if (std::any_of(path.begin(), path.end(), [](char c) { return uchar(c) < 0x20 || c == 0x7f; }))
        return false;
    const auto parts = path.split('/'); // an encoded slash is one, too
    return std::none_of(parts.begin(), parts.end(), [](const QByteArray &part) { return part == "." || part == ".."; });
}

} // namespace

std::optional<core::Error> requestFault(const HttpRequest &r)
{
    const auto fault = [](const QString &text) { return core::makeError(core::ErrorCode::Usage, text); };
    if (!isToken(r.method))
        return fault(sayHttp(QT_TRANSLATE_NOOP("Http", "The request has no usable method. Nothing was sent.")));
    const QString scheme = r.url.scheme();
    if (!r.url.isValid() || r.url.host().isEmpty() || !r.url.userInfo().isEmpty() ||
        (scheme != QLatin1String("https") && scheme != QLatin1String("http")))
        return fault(sayHttp(QT_TRANSLATE_NOOP(
            "Http", "The request has no usable address: a sign in it may not be sent. Nothing was sent.")));
    if (!isPlainPath(r.url.path(QUrl::FullyEncoded).toLatin1()))
        return fault(sayHttp(QT_TRANSLATE_NOOP("Http",
            "The path of the request holds a control character, or a part that leads elsewhere. Nothing was sent.")));
    QList<std::pair<QByteArray, QByteArray>> all = r.headers;
    all.append({QByteArrayLiteral("Content-Type"), r.contentType});
    for (const auto &[name, value] : std::as_const(all)) {
        if (!isToken(name))
            return fault(
                sayHttp(QT_TRANSLATE_NOOP("Http", "A header of the request has no usable name. Nothing was sent.")));
        if (isPlain(value))
            continue;
        const bool isCredential = name.compare("Authorization", Qt::CaseInsensitive) == 0;
        return fault(
            isCredential
                ? sayHttp(QT_TRANSLATE_NOOP("Http", "The key or token holds a line end or another character that may "
                                                    "not be sent. Nothing was sent: replace it in Settings, Tenants."))
                : sayHttp(QT_TRANSLATE_NOOP("Http", "The value of the header %1 holds a line end or another character "
                                                    "that may not be sent. Nothing was sent."))
                      .arg(QString::fromLatin1(name)));
    }
    return std::nullopt;
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

void Http::launch(const std::shared_ptr<PendingRequest> &flight)
{
    ++flight->tries;
    ++m_count;
    const HttpRequest &r = flight->request;
    QNetworkRequest q(r.url);
    q.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    q.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    q.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    q.setRawHeader("User-Agent", "IDV-Console/" IDV_VERSION);
    q.setRawHeader("X-Request-ID", flight->id.toLatin1());
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

    QNetworkReply *reply = nullptr;
    if (r.repeatable) {
        reply = m_reads->sendCustomRequest(q, r.method, r.body);
    } else {
        auto *nam = new QNetworkAccessManager(this);
        configure(*nam);
        q.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        q.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        q.setHeader(QNetworkRequest::ContentLengthHeader, r.body.size());
        auto *body = new OnceDevice(r.body, nam);
        reply = nam->sendCustomRequest(q, r.method, body);
        connect(reply, &QObject::destroyed, nam, &QObject::deleteLater);
    }
    auto *deadline = new QTimer(reply);
    deadline->setSingleShot(true);
    connect(deadline, &QTimer::timeout, reply, [flight, reply] {
        flight->timedOut = true;
        reply->abort();
    });
    deadline->start(deadlineOf(r));
    // What is buffered is bounded, not what is reported: Qt reads no further before this has taken what is there.
    flight->body.clear();
    reply->setReadBufferSize(readBuffer);
    const auto drain = [flight, reply] {
        if (!flight->tooLarge && reply->isOpen() && reply->bytesAvailable() > 0)
            flight->body += reply->read(flight->request.maxBytes + 1 - flight->body.size());
        if (flight->body.size() > flight->request.maxBytes && !flight->tooLarge) {
            flight->tooLarge = true;
            flight->body.clear();
            reply->abort();
        }
    };
    connect(reply, &QNetworkReply::readyRead, reply, drain);
    const core::Instant sentAt = m_clock->now();
    connect(reply, &QNetworkReply::finished, this, [this, flight, reply, sentAt, drain] {
        drain();
        const core::Instant took = m_clock->now() - sentAt;
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        qCInfo(lcNet).noquote() << flight->id << flight->request.method << flight->request.operation << status << took
                                << "ms" << flight->body.size() << "bytes";
        Q_EMIT reached(status != 0, std::chrono::milliseconds(took));
        if (const QByteArray date = reply->rawHeader("Date"); !date.isEmpty()) {
            QDateTime theirs =
                QLocale::c().toDateTime(QString::fromLatin1(date), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
            theirs.setTimeSpec(Qt::UTC); // RFC 9110: always GMT
            if (theirs.isValid())
                Q_EMIT clockSeen(theirs.toMSecsSinceEpoch() + 500 - (sentAt + took / 2));
        }
        finish(flight, reply);
        reply->deleteLater();
    });
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
    const bool cut =
        !noAnswer && !reply->hasRawHeader("Content-Encoding") && !length.isEmpty() && body.size() < length.toLongLong();
    const bool broken = !noAnswer && (reply->error() == QNetworkReply::RemoteHostClosedError ||
                                         reply->error() == QNetworkReply::UnknownNetworkError ||
                                         reply->error() == QNetworkReply::TemporaryNetworkFailureError);
    if (noAnswer || cut || broken) {
        const bool sureOfNothing = reply->error() == QNetworkReply::SslHandshakeFailedError ||
                                   reply->error() == QNetworkReply::HostNotFoundError;
        if (!sureOfNothing && retryLater(flight, 0, {}))
            return;
        core::Error e = noAnswer ? transportError(reply->error(), reply->errorString())
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
    const auto pairs = reply->rawHeaderPairs();
    for (const auto &p : pairs)
        response.headers.append({p.first, p.second});
    flight->promise.resolve(std::move(response));
}

} // namespace net
