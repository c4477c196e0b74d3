#include "services/audit/signing.h"
#include <QScopeGuard>
#include <memory>
#include <openssl/evp.h>
#include <openssl/rand.h>

namespace services {

using core::Result;

namespace {

struct FreeKey
{
    void operator()(EVP_PKEY *k) const { EVP_PKEY_free(k); }
    void operator()(EVP_MD_CTX *c) const { EVP_MD_CTX_free(c); }
};
using Key = std::unique_ptr<EVP_PKEY, FreeKey>;
using Digest = std::unique_ptr<EVP_MD_CTX, FreeKey>;

const unsigned char *bytes(const QByteArray &b)
{
    return reinterpret_cast<const unsigned char *>(b.constData());
}
core::Error fault()
{
    return core::makeError(core::ErrorCode::Internal, QStringLiteral("The audit log cannot be signed with this key."));
}

Key privateKey(const core::SecretPtr &seed)
{
    QByteArray raw = seed ? QByteArray::fromHex(seed->reveal().toByteArray()) : QByteArray();
    const auto wiped = qScopeGuard([&raw] { core::wipe(raw); });
    return Key(raw.size() == 32 ? EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, bytes(raw), 32) : nullptr);
}

} // namespace

Result<core::SecretPtr> newSigningSeed()
{
    QByteArray seed(32, '\0');
    if (RAND_priv_bytes(reinterpret_cast<unsigned char *>(seed.data()), 32) != 1)
        return fault();
    QByteArray hex = seed.toHex();
    const auto out = core::makeSecret(hex);
    core::wipe(seed);
    core::wipe(hex);
    return out;
}

Result<QByteArray> publicKeyOf(const core::SecretPtr &seed)
{
    const Key key = privateKey(seed);
    QByteArray out(32, '\0');
    size_t n = 32;
    if (!key || EVP_PKEY_get_raw_public_key(key.get(), reinterpret_cast<unsigned char *>(out.data()), &n) != 1 ||
        n != 32)
        return fault();
    return out;
}

Result<QByteArray> signatureOf(const core::SecretPtr &seed, const QByteArray &message)
{
    const Key key = privateKey(seed);
    const Digest c(EVP_MD_CTX_new());
    QByteArray out(64, '\0');
    size_t n = 64;
    if (!key || EVP_DigestSignInit(c.get(), nullptr, nullptr, nullptr, key.get()) != 1 ||
        EVP_DigestSign(
            c.get(), reinterpret_cast<unsigned char *>(out.data()), &n, bytes(message), size_t(message.size())) != 1 ||
        n != 64)
        return fault();
    return out;
}

bool isSignedBy(const QByteArray &publicKey, const QByteArray &message, const QByteArray &signature)
{
    if (publicKey.size() != 32 || signature.size() != 64)
        return false;
    const Key key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes(publicKey), 32));
    const Digest c(EVP_MD_CTX_new());
    return key && EVP_DigestVerifyInit(c.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
           EVP_DigestVerify(c.get(), bytes(signature), 64, bytes(message), size_t(message.size())) == 1;
}

} // namespace services
