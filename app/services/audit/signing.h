#pragma once
#include "core/result.h"
#include "core/secret.h"
#include <QByteArray>

namespace services {

/// Ed25519 (RFC 8032) by OpenSSL. The seed is the private key: 32 bytes in hexadecimal, which every keychain keeps as
/// it is.
core::Result<core::SecretPtr> newSigningSeed();
/// Internal when OpenSSL refuses (a seed that is not 32 bytes, or a build without Ed25519).
core::Result<QByteArray> publicKeyOf(const core::SecretPtr &seed);
core::Result<QByteArray> signatureOf(const core::SecretPtr &seed, const QByteArray &message);
bool isSignedBy(const QByteArray &publicKey, const QByteArray &message, const QByteArray &signature);

} // namespace services
