#include "net/http/transportfault.h"
#include <QSslCertificate>
#include <algorithm>

namespace net {

using core::ConnectionCause;
using core::ErrorCode;

static core::Error withCause(core::Error e, ConnectionCause cause, const QString &detail = {})
{
    e.cause = cause;
    e.causeDetail = detail;
    return e;
}

static ConnectionCause causeOf(QSslError::SslError e)
{
    switch (e) {
    case QSslError::HostNameMismatch: return ConnectionCause::CertificateOtherHost;
    case QSslError::CertificateExpired: return ConnectionCause::CertificateExpired;
    case QSslError::CertificateNotYetValid: return ConnectionCause::CertificateNotYetValid;
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted: return ConnectionCause::CertificateUntrusted;
    default: return ConnectionCause::None; // revoked, a bad signature: nothing that another authority would mend
    }
}

static QString factOf(ConnectionCause cause, const QSslCertificate &c)
{
    switch (cause) {
    case ConnectionCause::CertificateExpired: return c.expiryDate().toUTC().toString(Qt::ISODate);
    case ConnectionCause::CertificateNotYetValid: return c.effectiveDate().toUTC().toString(Qt::ISODate);
    case ConnectionCause::CertificateOtherHost: {
        QStringList names = c.subjectAlternativeNames().values(QSsl::DnsEntry);
        names << c.subjectAlternativeNames().values(QSsl::IpAddressEntry);
        return (names.isEmpty() ? c.subjectInfo(QSslCertificate::CommonName) : names).join(QStringLiteral(", "));
    }
    default: return c.issuerDisplayName();
    }
}

// What somebody else's server would show comes first: a wrong name is never only an old certificate.
static core::Error certificateFault(const QString &text, const QList<QSslError> &tls)
{
    core::Error e = core::vendorError(
        ErrorCode::Certificate, QStringLiteral("The server's certificate is not trusted or does not match."), text);
    for (const auto cause : {ConnectionCause::CertificateOtherHost, ConnectionCause::CertificateUntrusted,
             ConnectionCause::CertificateExpired, ConnectionCause::CertificateNotYetValid}) {
        const auto found = std::find_if(
            tls.begin(), tls.end(), [cause](const QSslError &one) { return causeOf(one.error()) == cause; });
        if (found != tls.end())
            return withCause(std::move(e), cause, factOf(cause, found->certificate()));
    }
    // OpenSSL's words for what is no TLS at all.
    if (text.contains(QLatin1String("wrong version number")) || text.contains(QLatin1String("http request")) ||
        text.contains(QLatin1String("packet length too long")))
        return withCause(std::move(e), ConnectionCause::PlainHttp);
    return e;
}

static core::Error brokenAnswer(ErrorCode code, const QString &text)
{
    core::Error e = core::vendorError(code, text);
    e.mayHaveReachedServer = true;
    return e;
}

core::Error tooLargeFault()
{
    return brokenAnswer(ErrorCode::Protocol, QStringLiteral("The answer is larger than the console accepts."));
}

core::Error timeoutFault(std::chrono::milliseconds within)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(within).count();
    return brokenAnswer(ErrorCode::Timeout, QStringLiteral("No whole answer within %1 s.").arg(seconds));
}

std::optional<core::Error> codingFault(const DecodedBody &body)
{
    if (body.state == DecodedBody::TooLarge)
        return tooLargeFault();
    if (body.state != DecodedBody::Unknown)
        return std::nullopt;
    return withCause(brokenAnswer(ErrorCode::Protocol,
                         QStringLiteral("The answer is compressed in a way that the console does not read.")),
        ConnectionCause::UnknownCoding, QString::fromLatin1(body.coding.left(40)));
}

core::Error transportFault(QNetworkReply::NetworkError error, const QString &text, const QList<QSslError> &tls)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return withCause(core::vendorError(ErrorCode::Offline, QStringLiteral("The host name is not known."), text),
            ConnectionCause::HostUnknown);
    case QNetworkReply::ConnectionRefusedError:
        return withCause(
            core::vendorError(ErrorCode::Offline, QStringLiteral("The host refuses the connection."), text),
            ConnectionCause::HostRefuses);
    case QNetworkReply::SslHandshakeFailedError: return certificateFault(text, tls);
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
        return withCause(core::vendorError(ErrorCode::Offline, QStringLiteral("The proxy cannot be reached."), text),
            ConnectionCause::ProxyUnreachable);
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return withCause(core::vendorError(ErrorCode::Offline, QStringLiteral("The proxy asks for a sign-in."), text),
            ConnectionCause::ProxySignIn);
    case QNetworkReply::UnknownNetworkError:
        if (text.contains(QLatin1String("from proxy"))) // a scheme of sign-in that Qt does not know
            return withCause(
                core::vendorError(ErrorCode::Offline, QStringLiteral("The proxy asks for a sign-in."), text),
                ConnectionCause::ProxySignIn);
        [[fallthrough]];
    default: {
        core::Error e = core::vendorError(
            ErrorCode::Offline, QStringLiteral("The connection broke before the answer was complete."), text);
        e.mayHaveReachedServer = true;
        return e;
    }
    }
}

} // namespace net
