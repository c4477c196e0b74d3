#include "net/receiver/callbackreader.h"
#include "net/http/jsonreader.h"
#include "net/receiver/authenticator.h"
#include "net/receiver/receiver.h"
#include <QCryptographicHash>
#include <QUrlQuery>
#include <utility>

namespace net {

using domain::CallbackVerdict;

std::optional<CallbackVerdict> readCallback(const httpd::Request &r, const ReceiverOptions &options, const Proof &proof,
    ReceivedRequest &seen, domain::Callback &out)
{
    seen.key = proof.key;
    const auto object = readObject(r.body);
    if (!object) {
        seen.field = object.error().field;
        return CallbackVerdict::BadBody;
    }
    if (options.sawMessage)
        options.sawMessage(*object);
    auto result = resultFrom(*object, options.provider, domain::ResultSource::Callback, seen.at);
    if (!result) {
        seen.field = result.error().field;
        return CallbackVerdict::BadSchema;
    }
    out.result = *std::move(result);
    seen.session = out.result.session;
    out.tenant = options.tenant;
    out.at = seen.at;
    out.peer = seen.peer;
    out.trust = proof.trust;
    out.key = proof.key;
    out.bytes = seen.bytes;
    out.bodyHash = QCryptographicHash::hash(r.body, QCryptographicHash::Sha256);
    const QByteArray mode = callbackAuthKey(options.settings.auth).toLatin1();
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

} // namespace net
