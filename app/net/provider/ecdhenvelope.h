#pragma once
#include "core/result.h"
#include "core/secret.h"
#include <QByteArray>
#include <QByteArrayView>
#include <memory>

namespace net {

/// The envelope of 1Kosmos' public API: ECDH on a named curve, the raw X coordinate as AES-256 key, AES-256-GCM with an
/// initialisation vector of 16 bytes; text form base64 of IV, ciphertext and tag. Keys are this process's own and are
/// made anew with every start; nothing is stored. Thread: any, one at a time.
class Envelope
{
public:
    /// Internal when OpenSSL lacks the curve (a FIPS build without secp256k1, for example).
    static core::Result<std::shared_ptr<Envelope>> create(const QByteArray &curve = QByteArrayLiteral("secp256k1"));
    ~Envelope();
    Envelope(const Envelope &) = delete;
    Envelope &operator=(const Envelope &) = delete;

    /// base64 of X and Y, 64 bytes, without the leading 04.
    QByteArray publicKey() const;
    /// Protocol when `theirPublic` is no point of the curve.
    core::Result<QByteArray> seal(QByteArrayView plain, const QByteArray &theirPublic) const;
    /// Protocol when the text is damaged or was sealed for somebody else.
    core::Result<QByteArray> open(const QByteArray &text, const QByteArray &theirPublic) const;
    /// The shared key itself: 32 bytes, leading zeros kept. For tests.
    core::Result<core::SecretPtr> sharedKey(const QByteArray &theirPublic) const;

private:
    struct Private;
    explicit Envelope(std::unique_ptr<Private> p);
    std::unique_ptr<Private> d;
};

} // namespace net
