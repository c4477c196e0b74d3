#include "net/receiver/eventreader.h"
#include "net/http/jsonreader.h"
#include "net/receiver/receiver.h"
#include <QCryptographicHash>
#include <QSet>
#include <utility>

namespace net {

using domain::CallbackVerdict;

std::optional<CallbackVerdict> readEvent(
    const httpd::Request &r, const ReceiverOptions &options, ReceivedRequest &seen, ReadEvent &out)
{
    const auto object = readObject(r.body);
    if (!object) {
        seen.field = object.error().field;
        return CallbackVerdict::BadBody;
    }
    auto event =
        domain::triggerEventFrom(*object, options.wantedAttributes ? options.wantedAttributes() : QSet<QString>());
    if (!event)
        return CallbackVerdict::BadSchema;
    event->tenant = options.tenant;
    event->at = seen.at;
    event->peer = seen.peer;
    event->bytes = r.body.size();
    event->bodyHash = QCryptographicHash::hash(r.body, QCryptographicHash::Sha256);
    const QByteArray once = event->invocation.isEmpty()
                                ? "body\n" + QByteArray::number(event->at / core::minuteMs) + '\n' + event->bodyHash
                                : "invocation\n" + event->invocation.toUtf8();
    event->replayKey = QCryptographicHash::hash(once, QCryptographicHash::Sha256);
    const QString secret = domain::completionSecret(*object);
    out.event = *std::move(event);
    out.secret = secret.isEmpty() ? core::SecretPtr() : core::makeSecret(secret.toUtf8());
    return std::nullopt;
}

} // namespace net
