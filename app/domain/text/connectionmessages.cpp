#include "domain/text/connectionmessages.h"
#include <QCoreApplication>

namespace domain {

using core::ConnectionCause;

static QString sayConnection(const char *text)
{
    return QCoreApplication::translate("Connection", text);
}

static UserMessage certificateMessage(const core::Error &e, const QString &who)
{
    switch (e.cause) {
    case ConnectionCause::CertificateOtherHost:
        return {sayConnection(QT_TRANSLATE_NOOP("Connection", "The certificate at %1's address is another host's"))
                    .arg(who),
            sayConnection(QT_TRANSLATE_NOOP("Connection",
                              "It is for: %1. Check the address; a proxy or somebody else may answer in its place. Do "
                              "not continue before someone has looked at it."))
                .arg(e.causeDetail)};
    case ConnectionCause::CertificateUntrusted:
        return {
            sayConnection(QT_TRANSLATE_NOOP("Connection", "Nobody that this computer trusts issued %1's certificate"))
                .arg(who),
            sayConnection(
                QT_TRANSLATE_NOOP("Connection",
                    "Issuer: %1. If that is your company's own authority, give its PEM file as the tenant's CA "
                    "file (Settings, Tenants, Edit; idvctl: --ca FILE). Otherwise do not continue before "
                    "someone has looked at it."))
                .arg(e.causeDetail)};
    case ConnectionCause::CertificateExpired:
        return {sayConnection(QT_TRANSLATE_NOOP("Connection", "%1's certificate has expired")).arg(who),
            sayConnection(QT_TRANSLATE_NOOP("Connection",
                              "It ended %1. Look at this computer's clock; if that is right, whoever runs the server "
                              "has to renew it."))
                .arg(e.causeDetail)};
    default:
        return {sayConnection(QT_TRANSLATE_NOOP("Connection", "%1's certificate is not valid yet")).arg(who),
            sayConnection(QT_TRANSLATE_NOOP(
                              "Connection", "It begins %1. This computer's clock is probably wrong: synchronise it."))
                .arg(e.causeDetail)};
    }
}

static UserMessage proxyMessage(const core::Error &e)
{
    if (e.cause == ConnectionCause::ProxyUnreachable)
        return {sayConnection(QT_TRANSLATE_NOOP("Connection", "The proxy cannot be reached")),
            sayConnection(QT_TRANSLATE_NOOP("Connection",
                "Check the tenant's proxy (Settings, Tenants, Edit; idvctl: --proxy http://host:port, or none)."))};
    return {sayConnection(QT_TRANSLATE_NOOP("Connection", "The proxy asks for a sign-in")),
        sayConnection(QT_TRANSLATE_NOOP("Connection",
            "The console signs in by Basic or Digest, with the user and the password of the tenant's "
            "proxy (Settings, Tenants, Edit; idvctl: --proxy-sign-in). Where it asks for NTLM, name "
            "another one or none, or have your network let this computer through."))};
}

static UserMessage addressMessage(const core::Error &e, const QString &who)
{
    switch (e.cause) {
    case ConnectionCause::HostUnknown:
        return {sayConnection(QT_TRANSLATE_NOOP("Connection", "%1's host name is not known")).arg(who),
            sayConnection(QT_TRANSLATE_NOOP("Connection",
                "Check the address for a slip, and this computer's network. You can keep reading the local copy."))};
    case ConnectionCause::HostRefuses:
        return {sayConnection(QT_TRANSLATE_NOOP("Connection", "%1's host refuses the connection")).arg(who),
            sayConnection(QT_TRANSLATE_NOOP("Connection",
                "Nothing answers at that port: check the address and its port, and whether a firewall stands between. "
                "You can keep reading the local copy."))};
    case ConnectionCause::PlainHttp:
        return {sayConnection(QT_TRANSLATE_NOOP("Connection", "%1's port speaks http, not https")).arg(who),
            sayConnection(QT_TRANSLATE_NOOP("Connection",
                "Check the port of the address. For a simulator on this computer the address begins with http://."))};
    case ConnectionCause::SentElsewhere:
        return {sayConnection(QT_TRANSLATE_NOOP("Connection", "%1's address leads elsewhere")).arg(who),
            sayConnection(QT_TRANSLATE_NOOP("Connection",
                              "It sends to %1, and the console follows no redirection with a secret in hand. Enter the "
                              "address of the API itself."))
                .arg(e.causeDetail)};
    case ConnectionCause::SentWithin:
        return {
            sayConnection(QT_TRANSLATE_NOOP("Connection", "%1's address leads to another page of its server")).arg(who),
            sayConnection(QT_TRANSLATE_NOOP("Connection",
                              "It sends to %1, often a page where people sign in. The console "
                              "follows no redirection with a secret in hand. Enter the address of the API itself."))
                .arg(e.causeDetail)};
    case ConnectionCause::UnknownCoding:
        return {sayConnection(QT_TRANSLATE_NOOP("Connection", "%1's answer cannot be unpacked")).arg(who),
            sayConnection(QT_TRANSLATE_NOOP("Connection",
                              "It is compressed as “%1”; the console asks for gzip or deflate. A proxy on the way may "
                              "have done it: name another one, or none (Settings, Tenants, Edit; idvctl: --proxy)."))
                .arg(e.causeDetail)};
    default: break;
    }
    const QString page =
        sayConnection(QT_TRANSLATE_NOOP("Connection", "%1's address answers with a web page")).arg(who);
    if (e.causeDetail.isEmpty())
        return {page, sayConnection(QT_TRANSLATE_NOOP("Connection",
                          "Check the address; a sign-in page, a proxy or a firewall may answer in the API's place."))};
    return {
        page, sayConnection(
                  QT_TRANSLATE_NOOP("Connection",
                      "The page is titled “%1”. Check the address; a sign-in page, a proxy or a firewall may answer "
                      "in the API's place."))
                  .arg(e.causeDetail)};
}

UserMessage connectionMessage(const core::Error &e, const QString &who)
{
    switch (e.cause) {
    case ConnectionCause::CertificateOtherHost:
    case ConnectionCause::CertificateUntrusted:
    case ConnectionCause::CertificateExpired:
    case ConnectionCause::CertificateNotYetValid: return certificateMessage(e, who);
    case ConnectionCause::ProxyUnreachable:
    case ConnectionCause::ProxySignIn: return proxyMessage(e);
    default: return addressMessage(e, who);
    }
}

} // namespace domain
