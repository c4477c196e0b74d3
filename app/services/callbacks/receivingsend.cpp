#include "net/http/http.h"
#include "net/receiver/signer.h"
#include "services/callbacks/receiving.h"
#include "services/tenants/secrets.h"
#include <QCoreApplication>
#include <QUuid>

// Laboratories: requests that the console sends to its own receiver.
namespace services {

using core::Async;
using core::ErrorCode;
using core::Result;
using core::SecretPtr;

static QString sayReceiver(const char *text)
{
    return QCoreApplication::translate("Receiver", text);
}

Async<int> Receiving::sendAgain(quint64 number)
{
    const auto it =
        std::find_if(m_lines.begin(), m_lines.end(), [number](const ReceivedLine &l) { return l.number == number; });
    if (it == m_lines.end() || !it->capture || !isListening() || m_tenant.environment != domain::Environment::Simulator)
        return core::ready<int>(
            core::makeError(ErrorCode::NotFound, sayReceiver(QT_TRANSLATE_NOOP("Receiver",
                                                     "This request is no longer kept, or the receiver has stopped."))));
    const domain::CapturedRequest &c = *it->capture;
    const QUrl own(m_listening.url);
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
    return post(r);
}

Async<int> Receiving::post(const net::HttpRequest &r)
{
    if (!m_http)
        m_http = std::make_unique<net::Http>(
            net::HttpOptions{}, std::make_shared<net::WindowLimiter>(60, std::chrono::seconds(10)), m_context.clock);
    return core::mapped<int, net::HttpResponse>(
        m_http->send(r), this, [](const net::HttpResponse &a) -> Result<int> { return a.status; });
}

Async<int> Receiving::send(const domain::SavedRequest &saved, const QString &url)
{
    if (m_tenant.environment != domain::Environment::Simulator)
        return core::ready<int>(core::makeError(ErrorCode::Conflict,
            sayReceiver(QT_TRANSLATE_NOOP("Receiver", "Only a simulator's receiver is sent made-up requests: with a "
                                                      "real tenant's secret anybody could be verified."))));
    QUrl target(url.isEmpty() ? saved.isEvent ? eventsUrl() : m_listening.url : url);
    if (!target.isValid() || target.isEmpty() || !domain::isLoopback(target))
        return core::ready<int>(core::fieldError(QStringLiteral("url"),
            sayReceiver(QT_TRANSLATE_NOOP("Receiver", "The receiver is not listening, or not on this computer."))));
    if (!url.isEmpty())
        target.setPath(saved.isEvent ? m_tenant.receiver.eventsPath : m_tenant.receiver.path);
    const auto secret = saved.isEvent ? eventsToken() : optionalSecret(secretname::callback);
    return core::andThen<SecretPtr>(secret, this, [this, saved, target](const SecretPtr &s) {
        auto settings = m_tenant.receiver;
        if (saved.isEvent)
            settings.auth = domain::CallbackAuth::Bearer;
        const auto proof = net::proofOf(
            settings, s, "msg_" + QUuid::createUuid().toByteArray(QUuid::Id128), saved.body, m_context.clock->now());
        if (!proof)
            return core::ready<int>(proof.error());
        net::HttpRequest r;
        r.method = "POST";
        r.url = target;
        r.contentType = QByteArrayLiteral("application/json");
        r.headers = *proof;
        r.body = saved.body;
        r.operation = QStringLiteral("/lab/send");
        return post(r);
    });
}

} // namespace services
