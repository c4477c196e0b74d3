#include "net/receiver/signer.h"
#include "net/receiver/authenticator.h"
#include "net/receiver/signedtext.h"
#include <QCoreApplication>
#include <QMessageAuthenticationCode>

namespace net {

using domain::CallbackAuth;
using Format = domain::SignatureScheme::Format;
using Header = std::pair<QByteArray, QByteArray>;
using Headers = QList<Header>;

static QByteArray inForm(const domain::SignatureScheme &s, const QByteArray &ts, const QByteArray &signature)
{
    switch (s.format) {
    case Format::Plain: return s.prefix.toLatin1() + signature;
    case Format::Timestamped: return "t=" + ts + ",v1=" + signature;
    case Format::Tokens: break;
    }
    return "v1," + signature;
}

static Headers signedHeaders(const domain::SignatureScheme &s, const core::Secret &secret, const QByteArray &id,
    const QByteArray &body, core::Instant now)
{
    const QByteArray ts = QByteArray::number(now / 1000);
    const QByteArray raw =
        QMessageAuthenticationCode::hash(signedText(s, id, ts, body), hmacKey(secret), QCryptographicHash::Sha256);
    const QByteArray signature = s.isHex ? raw.toHex() : raw.toBase64();
    Headers h;
    if (!s.idHeader.isEmpty())
        h << Header{s.idHeader.toLatin1(), id};
    if (!s.timestampHeader.isEmpty())
        h << Header{s.timestampHeader.toLatin1(), ts};
    h << Header{s.header.toLatin1(), inForm(s, ts, signature)};
    return h;
}

core::Result<Headers> proofOf(const domain::ReceiverSettings &settings, const core::SecretPtr &secret,
    const QByteArray &id, const QByteArray &body, core::Instant now)
{
    if (settings.auth == CallbackAuth::None)
        return Headers();
    if (const auto fault = secretFault(settings.auth, secret))
        return *fault;
    const QByteArray value = secret->reveal().toByteArray();
    switch (settings.auth) {
    case CallbackAuth::Bearer: return Headers{{"Authorization", "Bearer " + value}};
    case CallbackAuth::Basic: return Headers{{"Authorization", "Basic " + value.toBase64()}};
    case CallbackAuth::Header: return Headers{{settings.headerName.toLatin1(), value}};
    case CallbackAuth::Hmac: return signedHeaders(settings.scheme, *secret, id, body, now);
    default: break;
    }
    return core::fieldError(QStringLiteral("auth"),
        QCoreApplication::translate("Receiver",
            "The receiver checks an Ed25519 signature, and only the provider holds the key that makes one."));
}

} // namespace net
