#include "net/http/owned.h"
#include "net/receiver/receiver.h"
#include <QCryptographicHash>
#include <QHostAddress>
#include <QSslCertificate>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace net {

namespace {

void freeBio(BIO *b)
{
    BIO_free(b);
}

QByteArray contents(BIO *b)
{
    char *data = nullptr;
    const long n = BIO_get_mem_data(b, &data);
    return {data, qsizetype(n)};
}

} // namespace

core::Result<MadeCertificate> makeCertificate(const QStringList &names, core::Instant now)
{
    const auto failed = [] {
        return core::makeError(core::ErrorCode::Internal, QStringLiteral("The certificate could not be made."));
    };
    const Owned<EVP_PKEY, EVP_PKEY_free> key(EVP_EC_gen("P-256"));
    const Owned<X509, X509_free> x(X509_new());
    const Owned<BIGNUM, BN_free> serial(BN_new());
    if (!key || !x || !serial || BN_rand(serial.get(), 127, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY) != 1)
        return failed();
    X509_set_version(x.get(), 2);
    BN_to_ASN1_INTEGER(serial.get(), X509_get_serialNumber(x.get()));
    ASN1_TIME_set(X509_getm_notBefore(x.get()), now / 1000 - 3600);
    ASN1_TIME_set(X509_getm_notAfter(x.get()), now / 1000 + 825LL * 86400);
    X509_set_pubkey(x.get(), key.get());
    X509_NAME *name = X509_get_subject_name(x.get());
    X509_NAME_add_entry_by_txt(
        name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char *>("IDV Console callback receiver"), -1, -1, 0);
    X509_set_issuer_name(x.get(), name);
    QByteArrayList alternatives;
    for (const QString &n : names)
        alternatives << (QHostAddress(n).isNull() ? QByteArray("DNS:") : QByteArray("IP:")) + n.toLatin1();
    for (const auto &[nid, value] : {std::pair{NID_subject_alt_name, alternatives.join(',')},
             std::pair{NID_basic_constraints, QByteArray("critical,CA:FALSE")},
             std::pair{NID_ext_key_usage, QByteArray("serverAuth")}}) {
        const Owned<X509_EXTENSION, X509_EXTENSION_free> e(
            X509V3_EXT_conf_nid(nullptr, nullptr, nid, value.constData()));
        if (!e || X509_add_ext(x.get(), e.get(), -1) != 1)
            return failed();
    }
    const Owned<BIO, freeBio> certificate(BIO_new(BIO_s_mem()));
    const Owned<BIO, freeBio> secret(BIO_new(BIO_s_secmem()));
    if (X509_sign(x.get(), key.get(), EVP_sha256()) == 0 || PEM_write_bio_X509(certificate.get(), x.get()) != 1 ||
        PEM_write_bio_PrivateKey(secret.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return failed();
    MadeCertificate made;
    made.certificatePem = contents(certificate.get());
    QByteArray pem = contents(secret.get());
    made.keyPem = core::makeSecret(pem);
    core::wipe(pem);
    return made;
}

QString fingerprintOf(const QByteArray &pem)
{
    const auto chain = QSslCertificate::fromData(pem, QSsl::Pem);
    if (chain.isEmpty())
        return {};
    return QString::fromLatin1(chain.first().digest(QCryptographicHash::Sha256).toHex(':').toUpper());
}

} // namespace net
