#include "net/receiver/servertls.h"
#include "net/receiver/receiver.h"
#include <QCoreApplication>
#include <QSslCertificate>
#include <QSslKey>
#include <memory>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace net {

static bool belongs(QByteArrayView keyPem, const QSslCertificate &certificate)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> bytes(BIO_new_mem_buf(keyPem.data(), int(keyPem.size())), BIO_free);
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        PEM_read_bio_PrivateKey(bytes.get(), nullptr, nullptr, nullptr), EVP_PKEY_free);
    return key && X509_check_private_key(static_cast<X509 *>(certificate.handle()), key.get()) == 1;
}

core::Result<QSslConfiguration> serverTls(const ReceiverOptions &o)
{
    const auto fault = [](const char *field, const char *text) {
        return core::fieldError(QLatin1String(field), QCoreApplication::translate("Receiver", text));
    };
    const auto chain = QSslCertificate::fromData(o.certificatePem, QSsl::Pem);
    if (chain.isEmpty())
        return fault("certificate", QT_TRANSLATE_NOOP("Receiver", "The certificate file holds no PEM certificate."));
    QSslKey key;
    for (const auto algorithm : {QSsl::Ec, QSsl::Rsa}) {
        if (key.isNull() && o.keyPem)
            key = QSslKey(o.keyPem->reveal().toByteArray(), algorithm, QSsl::Pem, QSsl::PrivateKey);
    }
    if (key.isNull())
        return fault("key", QT_TRANSLATE_NOOP("Receiver", "The key file holds no PEM key without a pass phrase."));
    // A pair that does not belong together would fail with every handshake, and nobody here would learn why.
    if (!belongs(o.keyPem->reveal(), chain.first()))
        return fault("key", QT_TRANSLATE_NOOP("Receiver", "The key does not belong to this certificate."));
    QSslConfiguration tls;
    tls.setLocalCertificateChain(chain);
    tls.setPrivateKey(key);
    if (!o.settings.clientCaFile.isEmpty()) {
        const auto authorities = QSslCertificate::fromData(o.clientCaPem, QSsl::Pem);
        if (authorities.isEmpty())
            return fault("client-ca",
                QT_TRANSLATE_NOOP("Receiver", "The file of the senders' authority holds no PEM certificate."));
        tls.setCaCertificates(authorities);
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    }
    return tls;
}

} // namespace net
