#include "net/receiver/authenticator.h"
#include "net/receiver/signedtext.h"
#include <QCoreApplication>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QSet>
#include <memory>
#include <openssl/crypto.h>
#include <openssl/evp.h>

namespace net {

using domain::CallbackAuth;
using domain::CallbackTrust;
using domain::CallbackVerdict;
using Format = domain::SignatureScheme::Format;

static QString sayReceiver(const char *text)
{
    return QCoreApplication::translate("Receiver", text);
}

static QByteArray mac(QByteArrayView key, const QByteArray &text)
{
    return QMessageAuthenticationCode::hash(text, key.toByteArray(), QCryptographicHash::Sha256);
}

static bool isEqual(const QByteArray &a, const QByteArray &b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.constData(), b.constData(), size_t(a.size())) == 0;
}

// Nothing for what is no base64 as a whole: a reader that skips what it does not know would make another key of it.
static QByteArray fromStrictBase64(const QByteArray &text)
{
    const auto r =
        QByteArray::fromBase64Encoding(text, QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!r)
        return {};
    // Written again it is the same, with or without its padding: one that was cut hardly ever is.
    QByteArray plain = text;
    while (plain.endsWith('='))
        plain.chop(1);
    return (*r).toBase64(QByteArray::Base64Encoding | QByteArray::OmitTrailingEquals) == plain ? *r : QByteArray();
}

QByteArray hmacKey(const core::Secret &secret)
{
    const QByteArray raw = secret.reveal().toByteArray();
    return raw.startsWith("whsec_") ? fromStrictBase64(raw.mid(6)) : raw;
}

static QByteArray publicKey(const core::Secret &secret)
{
    const QByteArray raw = secret.reveal().toByteArray().trimmed();
    return fromStrictBase64(raw.startsWith("whpk_") ? raw.mid(5) : raw);
}

std::optional<core::Error> secretFault(
    CallbackAuth auth, const core::SecretPtr &secret, domain::SignatureScheme::Format format)
{
    if (auth == CallbackAuth::None)
        return std::nullopt;
    const auto fault = [](const char *text) {
        return core::fieldError(QStringLiteral("callbackSecret"), sayReceiver(text));
    };
    if (!secret || secret->isEmpty())
        return fault(QT_TRANSLATE_NOOP("Receiver", "This way of signing in needs a secret."));
    const QByteArray given = secret->reveal().toByteArray();
    if (auth == CallbackAuth::Basic && (given.indexOf(':') < 1 || given.endsWith(':')))
        return fault(QT_TRANSLATE_NOOP("Receiver", "The secret of basic sign-in is name:password."));
    if (auth == CallbackAuth::Ed25519 && given.startsWith("whsk_"))
        return fault(QT_TRANSLATE_NOOP("Receiver", "This is the sender's private key (whsk_). Only the public one "
                                                   "(whpk_) belongs here; have the sender make a new pair."));
    if (auth != CallbackAuth::Ed25519 && (given.startsWith("whpk_") || given.startsWith("whsk_")))
        return fault(QT_TRANSLATE_NOOP(
            "Receiver", "This is an Ed25519 key. Choose Ed25519 as the way of signing in, or give the shared secret."));
    if (auth == CallbackAuth::Hmac && format == domain::SignatureScheme::Format::Tokens && given.startsWith("whsec_") &&
        hmacKey(*secret).isEmpty())
        return fault(QT_TRANSLATE_NOOP("Receiver", "What follows whsec_ is no base64. Copy the whole secret again."));
    if (auth == CallbackAuth::Hmac && given != given.trimmed())
        return fault(
            QT_TRANSLATE_NOOP("Receiver", "The secret begins or ends with a blank or a line end. Enter it again."));
    if (auth == CallbackAuth::Ed25519 && publicKey(*secret).size() != 32)
        return fault(QT_TRANSLATE_NOOP("Receiver", "The Ed25519 public key is 32 bytes in base64."));
    if (auth == CallbackAuth::Hmac &&
        std::max(hmacKey(*secret).size(), format == domain::SignatureScheme::Format::Tokens ? 0 : given.size()) < 16)
        return fault(QT_TRANSLATE_NOOP("Receiver", "The signing secret is shorter than 16 bytes."));
    if (auth != CallbackAuth::Bearer && auth != CallbackAuth::Header)
        return std::nullopt;
    const QByteArrayView sent = secret->reveal();
    if (sent.size() < 16)
        return fault(QT_TRANSLATE_NOOP("Receiver", "The secret is shorter than 16 characters."));
    // It would never be equal to what comes: the sender cannot send it, or it arrives without its outer blanks.
    const bool isPlain = std::all_of(sent.begin(), sent.end(), [](char c) { return c >= ' ' && c <= '~'; });
    if (!isPlain || sent.front() == ' ' || sent.back() == ' ')
        return fault(QT_TRANSLATE_NOOP(
            "Receiver", "The secret holds a line end or another character that no header can carry. Enter it again."));
    return std::nullopt;
}

Authenticator::Authenticator(const domain::ReceiverSettings &settings, ReceiverSecrets secrets)
    : m_settings(settings), m_secrets(std::move(secrets))
{
    QByteArray blind(32, Qt::Uninitialized);
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(blind.data()), 8);
    m_blind = blind;
}

bool Authenticator::isDoubled(const httpd::Request &request) const
{
    QList<QByteArray> names{"authorization", "content-type", "content-length", "host"};
    if (m_settings.auth == CallbackAuth::Header)
        names << m_settings.headerName.toLatin1().toLower();
    if (domain::isSigned(m_settings.auth))
        names << m_settings.scheme.header.toLatin1().toLower() << m_settings.scheme.timestampHeader.toLatin1().toLower()
              << m_settings.scheme.idHeader.toLatin1().toLower();
    QSet<QByteArray> seen;
    for (const auto &h : request.headers) {
        const QByteArray name = h.first.toLower();
        if (!names.contains(name))
            continue;
        if (seen.contains(name))
            return true;
        seen.insert(name);
    }
    return false;
}

Proof Authenticator::checkShared(const QByteArray &given) const
{
    Proof p;
    const QByteArray digest = mac(m_blind, given);
    // Both are always compared: the time tells nothing about which one it was.
    const bool isCurrent =
        m_secrets.current && isEqual(digest, mac(m_blind, m_secrets.current->reveal().toByteArray()));
    const bool isNext = m_secrets.next && isEqual(digest, mac(m_blind, m_secrets.next->reveal().toByteArray()));
    if (isCurrent)
        p.key = 1;
    else
        p.key = isNext ? 2 : 0;
    if (p.key == 0 || given.isEmpty())
        p.refusal = CallbackVerdict::Unauthorized;
    else
        p.trust = CallbackTrust::SharedSecret;
    return p;
}

bool Authenticator::isSignature(const QByteArray &signature, const QByteArray &text, const core::Secret &secret) const
{
    if (m_settings.auth == CallbackAuth::Hmac) {
        // "whsec_" and base64 is Standard Webhooks' way; others that use the prefix sign with the text as it is.
        const bool isText =
            m_settings.scheme.format != Format::Tokens && isEqual(signature, mac(secret.reveal().toByteArray(), text));
        return isText || isEqual(signature, mac(hmacKey(secret), text));
    }
    const QByteArray raw = publicKey(secret);
    if (signature.size() != 64 || raw.size() != 32)
        return false;
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        EVP_PKEY_new_raw_public_key(
            EVP_PKEY_ED25519, nullptr, reinterpret_cast<const unsigned char *>(raw.constData()), 32),
        EVP_PKEY_free);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    return key && context && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
           EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char *>(signature.constData()),
               size_t(signature.size()), reinterpret_cast<const unsigned char *>(text.constData()),
               size_t(text.size())) == 1;
}

namespace {

// The signatures of one header, still encoded, and the time stamp where it stands in the same header.
struct Parts
{
    QByteArray timestamp;
    QList<QByteArray> signatures;
};

Parts partsOf(const QByteArray &header, const domain::SignatureScheme &s, CallbackAuth auth)
{
    constexpr qsizetype most = 8; // more than any rotation needs
    Parts p;
    if (s.format == Format::Plain) {
        if (header.startsWith(s.prefix.toLatin1()))
            p.signatures << header.mid(s.prefix.size()).trimmed();
        return p;
    }
    const QByteArray version = auth == CallbackAuth::Ed25519 ? "v1a" : "v1";
    const QList<QByteArray> items = header.split(s.format == Format::Tokens ? ' ' : ',');
    for (const QByteArray &item : items.mid(0, most)) {
        const char mark = s.format == Format::Tokens ? ',' : '=';
        const qsizetype at = item.indexOf(mark);
        const QByteArray name = item.left(at).trimmed();
        if (at > 0 && name == version)
            p.signatures << item.mid(at + 1).trimmed();
        else if (at > 0 && s.format == Format::Timestamped && name == "t" && !p.timestamp.isEmpty())
            return {}; // two time stamps: which of them was signed is not for us to choose
        else if (at > 0 && s.format == Format::Timestamped && name == "t")
            p.timestamp = item.mid(at + 1).trimmed();
    }
    return p;
}

QByteArray decoded(const QByteArray &text, bool isHex)
{
    if (isHex)
        return QByteArray::fromHex(text);
    const auto r = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    return r ? *r : QByteArray();
}

} // namespace

Proof Authenticator::checkSigned(const httpd::Request &request, core::Instant now) const
{
    const auto &s = m_settings.scheme;
    const auto refused = [](CallbackVerdict v) {
        Proof p;
        p.refusal = v;
        return p;
    };
    const QByteArray header = request.header(s.header.toLatin1().constData());
    if (header.isEmpty())
        return refused(CallbackVerdict::Unauthorized);
    Parts parts = partsOf(header, s, m_settings.auth);
    if (s.format != Format::Timestamped && !s.timestampHeader.isEmpty())
        parts.timestamp = request.header(s.timestampHeader.toLatin1().constData());
    const QByteArray id = s.idHeader.isEmpty() ? QByteArray() : request.header(s.idHeader.toLatin1().constData());
    const bool signsTime = s.signedText.contains(QLatin1String("{ts}"));
    const bool signsId = s.signedText.contains(QLatin1String("{id}"));
    if (parts.signatures.isEmpty() || (signsTime && parts.timestamp.isEmpty()) || (signsId && id.isEmpty()) ||
        id.size() > 200)
        return refused(CallbackVerdict::Unauthorized);
    const QByteArray text = signedText(s, id, parts.timestamp, request.body);
    Proof p;
    for (const QByteArray &encoded : std::as_const(parts.signatures)) {
        const QByteArray signature = decoded(encoded, s.isHex);
        if (m_secrets.current && isSignature(signature, text, *m_secrets.current))
            p.key = p.key ? p.key : 1;
        if (m_secrets.next && isSignature(signature, text, *m_secrets.next))
            p.key = p.key ? p.key : 2;
    }
    if (p.key == 0)
        return refused(CallbackVerdict::BadSignature);
    if (signsTime) {
        // Only now: a time stamp that is not signed says nothing.
        p.signedAt = stampedAt(parts.timestamp);
        if (!p.signedAt || qAbs(now - *p.signedAt) / 1000 > m_settings.toleranceSeconds)
            return refused(CallbackVerdict::TooOld);
    }
    if (signsId)
        p.id = id;
    p.trust = CallbackTrust::Signature;
    return p;
}

Proof Authenticator::check(const httpd::Request &r, core::Instant now) const
{
    switch (m_settings.auth) {
    case CallbackAuth::None: return {};
    case CallbackAuth::Header: return checkShared(r.header(m_settings.headerName.toLatin1().constData()));
    case CallbackAuth::Bearer: {
        const QByteArray given = r.header("Authorization");
        return checkShared(given.left(7).toLower() == "bearer " ? given.mid(7).trimmed() : QByteArray());
    }
    case CallbackAuth::Basic: {
        const QByteArray given = r.header("Authorization");
        return checkShared(given.left(6).toLower() == "basic " ? decoded(given.mid(6).trimmed(), false) : QByteArray());
    }
    case CallbackAuth::Hmac:
    case CallbackAuth::Ed25519: return checkSigned(r, now);
    }
    return {};
}

} // namespace net
