#include "net/receiver/engine.h"
#include "core/killpoint.h"
#include "domain/callbacks/probe.h"
#include "net/receiver/callbackreader.h"
#include "net/receiver/eventreader.h"
#include "net/receiver/servertls.h"
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHostAddress>

namespace net {

using core::Result;
using domain::Callback;
using domain::CallbackAuth;
using domain::CallbackVerdict;

static constexpr size_t mostWaiting = 4096;
static constexpr int mostEvents = 256; ///< on their way to be stored or answered

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
    case CallbackVerdict::Malformed: return 400;
    case CallbackVerdict::TooLarge: return 413;
    case CallbackVerdict::TooSlow: return 408;
    case CallbackVerdict::Probe: return 204;
    case CallbackVerdict::NoTls:
    case CallbackVerdict::NoRoom: return 0; // nobody is answered
    case CallbackVerdict::Busy: break;
    }
    return 503;
}

static CallbackVerdict verdictOf(const httpd::Server::Refused &refused)
{
    switch (refused.status) {
    case 0: return refused.isTls ? CallbackVerdict::NoTls : CallbackVerdict::NoRoom;
    case 408: return CallbackVerdict::TooSlow;
    case 413:
    case 414:
    case 431: return CallbackVerdict::TooLarge;
    default: return CallbackVerdict::Malformed;
    }
}

Receiver::Engine::Engine(Receiver &owner, ReceiverOptions options, Store store, std::shared_ptr<core::Clock> clock)
    : m_owner(owner), m_options(std::move(options)), m_store(std::move(store)), m_clock(std::move(clock)),
      m_admission(m_options, [&owner](const QString &peer) { Q_EMIT owner.lockedOut(peer); }),
      m_link(std::make_shared<Link>())
{
    m_link->engine = this;
}

Result<quint16> Receiver::Engine::listen()
{
    m_server = std::make_unique<httpd::Server>(
        httpd::Server::AsyncHandler(
            [this](const httpd::Request &r, const httpd::Server::Reply &reply) { handle(r, reply); }),
        limitsOf(m_options.settings));
    m_server->tellRefused([this](const httpd::Server::Refused &refused) {
        ReceivedRequest seen;
        seen.at = m_clock->now();
        seen.peer = refused.peer.toString();
        seen.verdict = verdictOf(refused);
        seen.status = refused.status;
        m_owner.push(seen);
    });
    if (m_options.settings.tls != domain::ReceiverTls::None) {
        const auto tls = serverTls(m_options);
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

std::optional<CallbackVerdict> Receiver::Engine::takeCallback(const httpd::Request &r, Waiting &w, int &wait)
{
    Proof proof;
    if (const auto refusal = m_admission.check(r, w.request, proof, wait))
        return refusal;
    return readCallback(r, m_options, proof, w.request, w.callback);
}

// It is known by its nonce, which only whoever sent it knows: a key that it came without is not asked for.
CallbackVerdict Receiver::Engine::takeProbe(
    const httpd::Request &r, const Waiting &w, const QByteArray &nonce, int &wait)
{
    if (const auto refusal = m_admission.checkPlace(r, w.request, wait))
        return *refusal;
    m_options.takeProbe(nonce, m_admission.isSigned(r, w.request));
    return CallbackVerdict::Probe;
}

std::optional<CallbackVerdict> Receiver::Engine::takeEvent(
    const httpd::Request &r, const std::shared_ptr<Waiting> &w, int &wait)
{
    Proof proof;
    if (const auto refusal = m_admission.check(r, w->request, proof, wait))
        return refusal;
    w->request.key = proof.key;
    ReadEvent read;
    if (const auto refusal = readEvent(r, m_options, w->request, read))
        return refusal;
    if (m_events >= mostEvents)
        return CallbackVerdict::Busy;
    w->request.trigger = read.event.triggerId;
    ++m_events;
    m_options.takeEvent(read.event, read.secret, [link = m_link, w](const domain::EventAnswer &given) {
        const std::lock_guard lock(link->mutex);
        if (Engine *engine = link->engine)
            QMetaObject::invokeMethod(
                engine,
                [engine, w, given] {
                    --engine->m_events;
                    engine->answer(*w, given.verdict, 1, &given);
                },
                Qt::QueuedConnection);
    });
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
    if (const auto nonce = domain::probeIn(r.body); nonce && m_options.takeProbe && !m_admission.isForEvents(r))
        return answer(w, takeProbe(r, w, *nonce, wait), wait);
    if (m_admission.isForEvents(r)) {
        w.isEvent = true;
        const auto event = std::make_shared<Waiting>(std::move(w));
        if (const auto refusal = takeEvent(r, event, wait))
            answer(*event, *refusal, wait);
        return;
    }
    auto refusal = takeCallback(r, w, wait);
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
