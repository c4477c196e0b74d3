#include "net/receiver/engine.h"
#include "core/killpoint.h"
#include "net/http/jsonreader.h"
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QHostAddress>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QUrlQuery>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace net {

using core::Result;
using domain::Callback;
using domain::CallbackAuth;
using domain::CallbackVerdict;

static constexpr size_t mostWaiting = 4096;

static qint64 nowNs()
{
    static const QElapsedTimer timer = [] {
        QElapsedTimer t;
        t.start();
        return t;
    }();
    return timer.nsecsElapsed();
}

static httpd::Limits limitsOf(const domain::ReceiverSettings &s)
{
    httpd::Limits l;
    l.bodyBytes = s.maxBodyBytes;
    l.connections = s.maxConnections;
    l.perPeer = s.maxPerPeer;
    return l;
}

int statusOf(CallbackVerdict v)
{
    switch (v) {
    case CallbackVerdict::Stored:
    case CallbackVerdict::EventTaken:
    case CallbackVerdict::Duplicate: return 200;
    case CallbackVerdict::Unmatched: return 202;
    case CallbackVerdict::BadPath: return 404;
    case CallbackVerdict::BadMethod: return 405;
    case CallbackVerdict::BadType: return 415;
    case CallbackVerdict::Doubled:
    case CallbackVerdict::BadBody: return 400;
    case CallbackVerdict::BadSchema: return 422;
    case CallbackVerdict::Unauthorized:
    case CallbackVerdict::BadSignature:
    case CallbackVerdict::TooOld: return 401;
    case CallbackVerdict::TooMany: return 429;
    case CallbackVerdict::Gone: return 410;
    case CallbackVerdict::Busy: break;
    }
    return 503;
}

static domain::ReceiverSettings withBearer(domain::ReceiverSettings s)
{
    s.auth = CallbackAuth::Bearer;
    return s;
}

Receiver::Engine::Engine(Receiver &owner, ReceiverOptions options, Store store, std::shared_ptr<core::Clock> clock)
    : m_owner(owner), m_options(std::move(options)), m_store(std::move(store)), m_clock(std::move(clock)),
      m_authenticator(m_options.settings, {m_options.secret, m_options.nextSecret}),
      m_eventsAuthenticator(withBearer(m_options.settings), {m_options.eventsToken, nullptr}),
      m_limiter(m_options.settings.perSecond), m_path(m_options.settings.path.toUtf8()),
      m_eventsPath(m_options.settings.eventsPath.toUtf8()), m_link(std::make_shared<Link>())
{
    m_link->engine = this;
}

static bool belongs(QByteArrayView keyPem, const QSslCertificate &certificate)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> bytes(BIO_new_mem_buf(keyPem.data(), int(keyPem.size())), BIO_free);
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        PEM_read_bio_PrivateKey(bytes.get(), nullptr, nullptr, nullptr), EVP_PKEY_free);
    return key && X509_check_private_key(static_cast<X509 *>(certificate.handle()), key.get()) == 1;
}

static Result<QSslConfiguration> tlsOf(const ReceiverOptions &o)
{
    const auto fault = [](const char *field, const char *text) {
        return core::fieldError(QLatin1String(field), QCoreApplication::translate("Receiver", text));
    };
    const auto chain = QSslCertificate::fromData(o.certificatePem, QSsl::Pem);
    if (chain.isEmpty())
        return fault("certificate", QT_TRANSLATE_NOOP("Receiver", "The certificate file holds no PEM certificate."));
    QSslKey key;
    for (const auto algorithm : {QSsl::Ec, QSsl::Rsa}) {
        if (key.isNull() && o.keyPem)
            key = QSslKey(o.keyPem->reveal().toByteArray(), algorithm, QSsl::Pem, QSsl::PrivateKey);
    }
    if (key.isNull())
        return fault("key", QT_TRANSLATE_NOOP("Receiver", "The key file holds no PEM key without a pass phrase."));
    // A pair that does not belong together would fail with every handshake, and nobody here would learn why.
    if (!belongs(o.keyPem->reveal(), chain.first()))
        return fault("key", QT_TRANSLATE_NOOP("Receiver", "The key does not belong to this certificate."));
    QSslConfiguration tls;
    tls.setLocalCertificateChain(chain);
    tls.setPrivateKey(key);
    if (!o.settings.clientCaFile.isEmpty()) {
        const auto authorities = QSslCertificate::fromData(o.clientCaPem, QSsl::Pem);
        if (authorities.isEmpty())
            return fault("client-ca",
                QT_TRANSLATE_NOOP("Receiver", "The file of the senders' authority holds no PEM certificate."));
        tls.setCaCertificates(authorities);
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    }
    return tls;
}

Result<quint16> Receiver::Engine::listen()
{
    m_server = std::make_unique<httpd::Server>(
        httpd::Server::AsyncHandler(
            [this](const httpd::Request &r, const httpd::Server::Reply &reply) { handle(r, reply); }),
        limitsOf(m_options.settings));
    if (m_options.settings.tls != domain::ReceiverTls::None) {
        const auto tls = tlsOf(m_options);
        if (!tls)
            return tls.error();
        m_server->useTls(*tls);
    }
    const QHostAddress address(m_options.settings.address);
    if (address.isNull())
        return core::fieldError(QStringLiteral("address"),
            QCoreApplication::translate(
                "Receiver", "The listen address is an IP address of this computer: 127.0.0.1, 0.0.0.0 or ::1."));
    return m_server->listen(address, quint16(m_options.settings.port));
}

Receiver::Engine::~Engine()
{
    const std::lock_guard lock(m_link->mutex);
    m_link->engine = nullptr;
}

void Receiver::Engine::close()
{
    if (m_server)
        m_server->close();
    m_server.reset();
}

std::optional<CallbackVerdict> Receiver::Engine::admit(
    const httpd::Request &r, const Authenticator &authenticator, ReceivedRequest &seen, Proof &proof, int &wait)
{
    const QString peer = peerKey(seen.peer);
    wait = m_limiter.take(peer, seen.at);
    if (wait > 0)
        return CallbackVerdict::TooMany;
    if (r.path != m_path && !isForEvents(r))
        return CallbackVerdict::BadPath;
    if (r.method != "POST")
        return CallbackVerdict::BadMethod;
    if (authenticator.isDoubled(r))
        return CallbackVerdict::Doubled;
    const QList<QByteArray> type = r.header("Content-Type").toLower().split(';');
    const QByteArray charset = type.value(1).trimmed();
    if (type.first().trimmed() != "application/json" ||
        (charset.startsWith("charset=") && charset != "charset=utf-8" && charset != "charset=\"utf-8\""))
        return CallbackVerdict::BadType;
    proof = authenticator.check(r, seen.at);
    if (!proof.refusal)
        return std::nullopt;
    bool starts = false;
    wait = m_limiter.failed(peer, seen.at, starts);
    if (starts)
        Q_EMIT m_owner.lockedOut(seen.peer);
    return wait > 0 ? std::optional(CallbackVerdict::TooMany) : proof.refusal;
}

std::optional<CallbackVerdict> Receiver::Engine::examine(
    const httpd::Request &r, ReceivedRequest &seen, Callback &out, int &wait)
{
    Proof proof;
    if (const auto refusal = admit(r, m_authenticator, seen, proof, wait))
        return refusal;
    seen.key = proof.key;
    const auto object = readObject(r.body);
    if (!object) {
        seen.field = object.error().field;
        return CallbackVerdict::BadBody;
    }
    auto result = resultFrom(*object, m_options.sessionIdAt, seen.at);
    if (!result) {
        seen.field = result.error().field;
        return CallbackVerdict::BadSchema;
    }
    out.result = *std::move(result);
    seen.session = out.result.session;
    out.tenant = m_options.tenant;
    out.at = seen.at;
    out.peer = seen.peer;
    out.trust = proof.trust;
    out.key = proof.key;
    out.bytes = seen.bytes;
    out.bodyHash = QCryptographicHash::hash(r.body, QCryptographicHash::Sha256);
    const QByteArray mode = callbackAuthKey(m_options.settings.auth).toLatin1();
    const QByteArray stamp = proof.signedAt ? QByteArray::number(*proof.signedAt) : QByteArray();
    out.replayKey = QCryptographicHash::hash(
        proof.id.isEmpty() ? mode + "\nbody\n" + stamp + '\n' + out.bodyHash : mode + "\nid\n" + proof.id,
        QCryptographicHash::Sha256);
    if (!r.query.isEmpty()) {
        const QStringList nonces = QUrlQuery(QString::fromLatin1(r.query)).allQueryItemValues(QStringLiteral("n"));
        if (nonces.size() > 1)
            return CallbackVerdict::Doubled;
        const QByteArray nonce = nonces.value(0).toLatin1();
        if (!nonce.isEmpty())
            out.nonceHash = QCryptographicHash::hash(nonce, QCryptographicHash::Sha256);
    }
    return std::nullopt;
}

void Receiver::Engine::handle(const httpd::Request &r, const httpd::Server::Reply &reply)
{
    if (r.path == "/healthz" && r.method == "GET") {
        httpd::Response ok;
        ok.contentType.clear();
        reply(ok);
        return;
    }
    Waiting w;
    w.startedNs = nowNs();
    w.request.at = m_clock->now();
    w.request.peer = r.peer.toString();
    w.request.method = QString::fromLatin1(r.method.left(10));
    w.request.bytes = r.body.size();
    w.reply = reply;
    if (m_options.captures) {
        w.capture = std::make_shared<domain::CapturedRequest>();
        w.capture->method = r.method;
        w.capture->target = r.query.isEmpty() ? r.path : r.path + '?' + r.query;
        for (const auto &h : r.headers)
            w.capture->headers.append({h.first, h.second});
        w.capture->body = r.body;
    }
    int wait = 0;
    if (isForEvents(r)) {
        w.isEvent = true;
        const auto event = std::make_shared<Waiting>(std::move(w));
        if (const auto refusal = takeEvent(r, event, wait))
            answer(*event, *refusal, wait);
        return;
    }
    auto refusal = examine(r, w.request, w.callback, wait);
    if (!refusal && m_waiting.size() >= mostWaiting)
        refusal = CallbackVerdict::Busy;
    if (refusal) {
        answer(w, *refusal, wait);
        return;
    }
    m_waiting.push_back(std::move(w));
    flush();
}

// One transaction for all that came while the last one was written.
void Receiver::Engine::flush()
{
    if (m_isStoring || m_waiting.empty())
        return;
    m_isStoring = true;
    auto batch = std::make_shared<std::vector<Waiting>>(std::move(m_waiting));
    m_waiting.clear();
    QList<Callback> callbacks;
    callbacks.reserve(qsizetype(batch->size()));
    for (const Waiting &w : *batch)
        callbacks << w.callback;
    m_store(std::move(callbacks), [link = m_link, batch](const QList<CallbackVerdict> &verdicts) {
        const std::lock_guard lock(link->mutex);
        if (Engine *engine = link->engine) // stopped meanwhile: it is durable, the sender will ask again
            QMetaObject::invokeMethod(
                engine, [engine, batch, verdicts] { engine->stored(batch, verdicts); }, Qt::QueuedConnection);
    });
}

void Receiver::Engine::stored(
    const std::shared_ptr<std::vector<Waiting>> &batch, const QList<CallbackVerdict> &verdicts)
{
    m_isStoring = false;
    core::killPoint("callback-stored");
    flush(); // the next ones are written while these are answered
    for (size_t i = 0; i < batch->size(); ++i) {
        Waiting &w = (*batch)[i];
        answer(w, verdicts.value(qsizetype(i), CallbackVerdict::Busy), 1);
    }
}

void Receiver::Engine::answer(Waiting &w, CallbackVerdict v, int wait, const domain::EventAnswer *event)
{
    ReceivedRequest &seen = w.request;
    httpd::Response response;
    response.status = statusOf(v);
    response.contentType.clear();
    const bool isTaken = event && (v == CallbackVerdict::EventTaken || v == CallbackVerdict::Duplicate);
    if (isTaken) {
        response.status = event->status;
        response.body = event->body;
        if (!event->body.isEmpty())
            response.contentType = QByteArrayLiteral("application/json");
    }
    if (v == CallbackVerdict::TooMany || v == CallbackVerdict::Busy)
        response.headers << httpd::Header{"Retry-After", QByteArray::number(std::max(1, wait))};
    if (v == CallbackVerdict::BadMethod)
        response.headers << httpd::Header{"Allow", "POST"};
    const auto auth = w.isEvent ? CallbackAuth::Bearer : m_options.settings.auth;
    if (response.status == 401 && (auth == CallbackAuth::Basic || auth == CallbackAuth::Bearer))
        response.headers << httpd::Header{"WWW-Authenticate", auth == CallbackAuth::Basic ? "Basic" : "Bearer"};
    w.reply(response);
    if (w.capture) {
        w.capture->status = response.status;
        w.capture->answerBody = response.body;
        for (const auto &h : response.headers)
            w.capture->answer.append({h.first, h.second});
        seen.capture = w.capture;
    }
    seen.status = response.status;
    seen.verdict = v;
    seen.microseconds = (nowNs() - w.startedNs) / 1000;
    m_owner.push(seen);
}

} // namespace net
