#include "net/provider/ecdhenvelope.h"
#include "net/http/owned.h"
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rand.h>

namespace net {

using core::ErrorCode;
using core::Result;

using Key = Owned<EVP_PKEY, EVP_PKEY_free>;

namespace {

using KeyContext = Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using Cipher = Owned<EVP_CIPHER_CTX, EVP_CIPHER_CTX_free>;

constexpr int ivBytes = 16;
constexpr int tagBytes = 16;
constexpr int keyBytes = 32;

unsigned char *bytes(QByteArray &a)
{
    return reinterpret_cast<unsigned char *>(a.data());
}
const unsigned char *bytes(const QByteArray &a)
{
    return reinterpret_cast<const unsigned char *>(a.constData());
}

core::Error broken(const char *text)
{
    return core::vendorError(ErrorCode::Protocol, QString::fromLatin1(text));
}

Key publicFrom(const QByteArray &curve, const QByteArray &base64)
{
    const auto raw = QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
    if (!raw || (*raw).size() != 64)
        return {};
    QByteArray point = QByteArray(1, '\x04') + *raw;
    QByteArray group = curve;
    OSSL_PARAM params[] = {OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group.data(), 0),
        OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, point.data(), size_t(point.size())),
        OSSL_PARAM_construct_end()};
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
    EVP_PKEY *key = nullptr;
    if (!context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, params) != 1)
        return {};
    Key owned(key);
    const KeyContext check(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr));
    return check && EVP_PKEY_public_check(check.get()) == 1 ? std::move(owned) : Key();
}

} // namespace

struct Envelope::Private
{
    QByteArray curve;
    Key key;
};

Envelope::Envelope(std::unique_ptr<Private> p) : d(std::move(p)) {}
Envelope::~Envelope() = default;

Result<std::shared_ptr<Envelope>> Envelope::create(const QByteArray &curve)
{
    auto p = std::make_unique<Private>();
    p->curve = curve;
    p->key.reset(EVP_EC_gen(curve.constData()));
    if (!p->key)
        return core::makeError(ErrorCode::Internal,
            QStringLiteral("This computer's OpenSSL has no curve %1. The provider profile cannot be used here.")
                .arg(QString::fromLatin1(curve)));
    return std::shared_ptr<Envelope>(new Envelope(std::move(p)));
}

QByteArray Envelope::publicKey() const
{
    QByteArray point(65, '\0');
    size_t n = 0;
    if (EVP_PKEY_get_octet_string_param(
            d->key.get(), OSSL_PKEY_PARAM_PUB_KEY, bytes(point), size_t(point.size()), &n) != 1 ||
        n != 65)
        return {};
    return point.mid(1).toBase64();
}

Result<core::SecretPtr> Envelope::sharedKey(const QByteArray &theirPublic) const
{
    const Key peer = publicFrom(d->curve, theirPublic);
    if (!peer)
        return broken("The provider's public key is no point of the curve.");
    const KeyContext context(EVP_PKEY_CTX_new_from_pkey(nullptr, d->key.get(), nullptr));
    QByteArray x(keyBytes, '\0');
    size_t n = keyBytes;
    // OpenSSL gives the X coordinate in the field's full length: leading zeros are there.
    if (!context || EVP_PKEY_derive_init(context.get()) != 1 ||
        EVP_PKEY_derive_set_peer(context.get(), peer.get()) != 1 || EVP_PKEY_derive(context.get(), bytes(x), &n) != 1 ||
        n != keyBytes)
        return broken("No key could be agreed with the provider.");
    auto secret = core::makeSecret(x);
    core::wipe(x);
    return secret;
}

Result<QByteArray> Envelope::seal(QByteArrayView plain, const QByteArray &theirPublic) const
{
    const auto key = sharedKey(theirPublic);
    if (!key)
        return key.error();
    QByteArray out(ivBytes + plain.size() + tagBytes, '\0');
    const Cipher c(EVP_CIPHER_CTX_new());
    int n = 0;
    int rest = 0;
    const bool isGood =
        c && RAND_bytes(bytes(out), ivBytes) == 1 &&
        EVP_EncryptInit_ex(c.get(), EVP_aes_256_gcm(), nullptr, nullptr, nullptr) == 1 &&
        EVP_CIPHER_CTX_ctrl(c.get(), EVP_CTRL_GCM_SET_IVLEN, ivBytes, nullptr) == 1 &&
        EVP_EncryptInit_ex(c.get(), nullptr, nullptr, reinterpret_cast<const unsigned char *>((*key)->reveal().data()),
            bytes(out)) == 1 &&
        EVP_EncryptUpdate(c.get(), bytes(out) + ivBytes, &n, reinterpret_cast<const unsigned char *>(plain.data()),
            int(plain.size())) == 1 &&
        EVP_EncryptFinal_ex(c.get(), bytes(out) + ivBytes + n, &rest) == 1 &&
        EVP_CIPHER_CTX_ctrl(c.get(), EVP_CTRL_GCM_GET_TAG, tagBytes, bytes(out) + ivBytes + plain.size()) == 1;
    if (!isGood)
        return core::makeError(ErrorCode::Internal, QStringLiteral("The request could not be encrypted."));
    return out.toBase64();
}

Result<QByteArray> Envelope::open(const QByteArray &text, const QByteArray &theirPublic) const
{
    const auto packed = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (!packed || (*packed).size() < ivBytes + tagBytes)
        return broken("The encrypted answer is damaged.");
    const auto key = sharedKey(theirPublic);
    if (!key)
        return key.error();
    QByteArray data = *packed;
    const qsizetype length = data.size() - ivBytes - tagBytes;
    QByteArray plain(length + 1, '\0');
    const Cipher c(EVP_CIPHER_CTX_new());
    int n = 0;
    int rest = 0;
    const bool isGood =
        c && EVP_DecryptInit_ex(c.get(), EVP_aes_256_gcm(), nullptr, nullptr, nullptr) == 1 &&
        EVP_CIPHER_CTX_ctrl(c.get(), EVP_CTRL_GCM_SET_IVLEN, ivBytes, nullptr) == 1 &&
        EVP_DecryptInit_ex(c.get(), nullptr, nullptr, reinterpret_cast<const unsigned char *>((*key)->reveal().data()),
            bytes(std::as_const(data))) == 1 &&
        EVP_DecryptUpdate(c.get(), bytes(plain), &n, bytes(std::as_const(data)) + ivBytes, int(length)) == 1 &&
        EVP_CIPHER_CTX_ctrl(c.get(), EVP_CTRL_GCM_SET_TAG, tagBytes, bytes(data) + ivBytes + length) == 1 &&
        EVP_DecryptFinal_ex(c.get(), bytes(plain) + n, &rest) == 1;
    if (!isGood)
        return broken("The encrypted answer was not sealed for this console, or it was changed on the way.");
    plain.truncate(length);
    return plain;
}

} // namespace net
