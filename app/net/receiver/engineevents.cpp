#include "net/http/jsonreader.h"
#include "net/receiver/engine.h"
#include <QCryptographicHash>

// The receiver's second path: events of SailPoint.
namespace net {

using domain::CallbackVerdict;

static constexpr int mostEvents = 256; ///< on their way to be stored or answered

std::optional<CallbackVerdict> Receiver::Engine::takeEvent(
    const httpd::Request &r, const std::shared_ptr<Waiting> &w, int &wait)
{
    Proof proof;
    if (const auto refusal = admit(r, m_eventsAuthenticator, w->request, proof, wait))
        return refusal;
    w->request.key = proof.key;
    const auto object = readObject(r.body);
    if (!object) {
        w->request.field = object.error().field;
        return CallbackVerdict::BadBody;
    }
    auto event =
        domain::triggerEventFrom(*object, m_options.wantedAttributes ? m_options.wantedAttributes() : QSet<QString>());
    if (!event)
        return CallbackVerdict::BadSchema;
    if (m_events >= mostEvents)
        return CallbackVerdict::Busy;
    event->tenant = m_options.tenant;
    event->at = w->request.at;
    event->peer = w->request.peer;
    event->bytes = r.body.size();
    event->bodyHash = QCryptographicHash::hash(r.body, QCryptographicHash::Sha256);
    const QByteArray once = event->invocation.isEmpty()
                                ? "body\n" + QByteArray::number(event->at / core::minuteMs) + '\n' + event->bodyHash
                                : "invocation\n" + event->invocation.toUtf8();
    event->replayKey = QCryptographicHash::hash(once, QCryptographicHash::Sha256);
    w->request.trigger = event->triggerId;
    const QString secret = domain::completionSecret(*object);
    ++m_events;
    m_options.takeEvent(*event, secret.isEmpty() ? core::SecretPtr() : core::makeSecret(secret.toUtf8()),
        [link = m_link, w](const domain::EventAnswer &given) {
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

} // namespace net
