#include "domain/tenants/cafile.h"
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace domain {

static QString sayCaFile(const char *text)
{
    return QCoreApplication::translate("CaFile", text);
}

std::optional<core::Error> caFileFault(const QByteArray &content, const QString &path)
{
    const auto fault = [&path](const char *text) {
        return core::fieldError(QStringLiteral("ca"), sayCaFile(text).arg(path));
    };
    if (content.contains("-----BEGIN CERTIFICATE-----") || content.contains("-----BEGIN TRUSTED CERTIFICATE-----"))
        return std::nullopt;
    if (content.trimmed().isEmpty())
        return fault(QT_TRANSLATE_NOOP("CaFile", "The certificate file \"%1\" is empty."));
    if (content.contains("-----BEGIN PKCS7-----"))
        return fault(QT_TRANSLATE_NOOP("CaFile", "The certificate file \"%1\" is a PKCS#7 bundle. Make a PEM file of "
                                                 "it: openssl pkcs7 -print_certs -in FILE "
                                                 "-out ca.pem"));
    if (content.contains("PRIVATE KEY-----"))
        return fault(QT_TRANSLATE_NOOP("CaFile",
            "\"%1\" holds a private key and no certificate. A CA file holds the authority's certificate only."));
    // DER begins with a sequence: of a certificate, or of PKCS#7 with its name in it.
    if (content.startsWith('\x30'))
        return content.left(64).contains("\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02")
                   ? fault(QT_TRANSLATE_NOOP("CaFile",
                         "The certificate file \"%1\" is a PKCS#7 bundle. Make a PEM file of it: openssl pkcs7 -inform "
                         "der -print_certs -in FILE -out ca.pem"))
                   : fault(QT_TRANSLATE_NOOP("CaFile",
                         "The certificate file \"%1\" is in DER form. Make a PEM file of it: openssl x509 -inform der "
                         "-in FILE -out ca.pem"));
    return fault(QT_TRANSLATE_NOOP("CaFile", "The certificate file \"%1\" holds no PEM certificate."));
}

std::optional<core::Error> caFileFault(const QString &path)
{
    QFile file(path);
    if (path.isEmpty() || !QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return std::nullopt; // that it cannot be read is said by validate()
    return caFileFault(file.read(4 * 1024 * 1024), path);
}

} // namespace domain
