#include "services/callbacks/requestreplay.h"
#include "net/http/http.h"
#include "net/receiver/signer.h"
#include "services/callbacks/callbackreceiver.h"
#include "services/callbacks/receiversecrets.h"
#include "services/tenants/secrets.h"
#include <QCoreApplication>
#include <QUuid>

namespace services {

using core::Async;
using core::ErrorCode;
using core::Result;
using core::SecretPtr;

static QString sayReceiver(const char *text)
{
    return QCoreApplication::translate("Receiver", text);
}

/// What the requests go out by.
struct RequestReplay::Sender
{
    explicit Sender(std::shared_ptr<core::Clock> clock)
        : http({}, std::make_shared<net::WindowLimiter>(60, std::chrono::seconds(10)), std::move(clock))
    {
    }
    Async<int> post(const net::HttpRequest &request, QObject *context)
    {
        return core::mapped<int, net::HttpResponse>(
            http.send(request), context, [](const net::HttpResponse &a) -> Result<int> { return a.status; });
    }
    net::Http http;
};

RequestReplay::RequestReplay(CallbackReceiver &receiver, std::shared_ptr<core::Clock> clock)
    : m_receiver(receiver), m_clock(std::move(clock))
{
}

RequestReplay::~RequestReplay() = default;

// Laboratories only, and seldom: made when it is needed first.
RequestReplay::Sender &RequestReplay::sender()
{
    if (!m_sender)
        m_sender = std::make_unique<Sender>(m_clock);
    return *m_sender;
}

Async<int> RequestReplay::sendAgain(quint64 number)
{
    const auto &lines = m_receiver.lines();
    const auto it =
        std::find_if(lines.begin(), lines.end(), [number](const ReceivedLine &l) { return l.number == number; });
    if (it == lines.end() || !it->capture || !m_receiver.isListening() ||
        m_receiver.tenant().environment != domain::Environment::Simulator)
        return core::ready<int>(
            core::makeError(ErrorCode::NotFound, sayReceiver(QT_TRANSLATE_NOOP("Receiver",
                                                     "This request is no longer kept, or the receiver has stopped."))));
    const domain::CapturedRequest &c = *it->capture;
    const QUrl own(m_receiver.listening().url);
    net::HttpRequest r;
    r.method = c.method;
    r.url = QUrl(own.scheme() + QStringLiteral("://") + own.authority() + QString::fromLatin1(c.target));
    for (const auto &h : c.headers) {
        const QByteArray name = h.first.toLower();
        if (name != "host" && name != "content-length" && name != "connection" && name != "accept-encoding")
            r.headers.append({h.first, h.second});
    }
    r.body = c.body;
    r.operation = QStringLiteral("/lab/again");
    return sender().post(r, this);
}

Async<int> RequestReplay::send(const domain::SavedRequest &saved, const QString &url)
{
    if (m_receiver.tenant().environment != domain::Environment::Simulator)
        return core::ready<int>(core::makeError(ErrorCode::Conflict,
            sayReceiver(QT_TRANSLATE_NOOP("Receiver", "Only a simulator's receiver is sent made-up requests: with a "
                                                      "real tenant's secret anybody could be verified."))));
    const QString ownUrl = saved.isEvent ? m_receiver.eventsUrl() : m_receiver.listening().url;
    QUrl target(url.isEmpty() ? ownUrl : url);
    if (!target.isValid() || target.isEmpty() || !domain::isLoopback(target))
        return core::ready<int>(core::fieldError(QStringLiteral("url"),
            sayReceiver(QT_TRANSLATE_NOOP("Receiver", "The receiver is not listening, or not on this computer."))));
    if (!url.isEmpty())
        target.setPath(saved.isEvent ? m_receiver.tenant().receiver.eventsPath : m_receiver.tenant().receiver.path);
    const auto secret =
        saved.isEvent ? m_receiver.secrets().eventsToken() : m_receiver.secrets().optional(secretname::callback);
    return core::andThen<SecretPtr>(secret, this, [this, saved, target](const SecretPtr &s) {
        auto settings = m_receiver.tenant().receiver;
        if (saved.isEvent)
            settings.auth = domain::CallbackAuth::Bearer;
        const auto proof = net::proofOf(
            settings, s, "msg_" + QUuid::createUuid().toByteArray(QUuid::Id128), saved.body, m_clock->now());
        if (!proof)
            return core::ready<int>(proof.error());
        net::HttpRequest r;
        r.method = "POST";
        r.url = target;
        r.contentType = QByteArrayLiteral("application/json");
        r.headers = *proof;
        r.body = saved.body;
        r.operation = QStringLiteral("/lab/send");
        return sender().post(r, this);
    });
}

} // namespace services
