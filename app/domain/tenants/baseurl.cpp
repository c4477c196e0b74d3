#include "domain/tenants/baseurl.h"
#include "domain/tenants/address.h"
#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>
#include <algorithm>

namespace domain {

static QString sayBaseUrl(const char *text)
{
    return QCoreApplication::translate("Tenant", text);
}

bool isPlaceholder(const QString &text)
{
    const QString t = text.trimmed().toLower();
    static const QRegularExpression bracket(QStringLiteral("[\\[\\]<>{}]|\\$\\{"));
    return t.contains(QLatin1String("change_me")) || t.contains(QLatin1String("changeme")) ||
           t.contains(QLatin1String("your-tenant")) || t.contains(QLatin1String("your_tenant")) ||
           t == QLatin1String("xxx") || t == QLatin1String("todo") || bracket.match(t).hasMatch();
}

bool isLoopback(const QUrl &url)
{
    const QString host = url.host().toLower();
    return host == QLatin1String("localhost") || isLoopbackAddress(host);
}

bool isOnThisComputer(const QUrl &url)
{
    QString host = url.host().toLower();
    while (host.endsWith(QLatin1Char('.')))
        host.chop(1);
    return isLoopback(url) || isLoopbackAddress(host) || isAnyAddress(host) || host == QLatin1String("localhost") ||
           host.endsWith(QLatin1String(".localhost"));
}

core::Result<QUrl> checkedBaseUrl(const QString &field, const QString &text)
{
    const QString t = text.trimmed();
    if (t.isEmpty())
        return core::fieldError(field, sayBaseUrl(QT_TRANSLATE_NOOP("Tenant", "The address is missing.")));
    const QUrl url(t, QUrl::StrictMode);
    const bool isIpv6 = url.isValid() && url.host().contains(QLatin1Char(':')); // its brackets are no placeholder's
    if (!isIpv6 && isPlaceholder(t))
        return core::fieldError(field,
            sayBaseUrl(QT_TRANSLATE_NOOP("Tenant", "\"%1\" is a placeholder. Enter the tenant's own address.")).arg(t));
    if (!url.isValid() || url.host().isEmpty())
        return core::fieldError(field,
            sayBaseUrl(
                QT_TRANSLATE_NOOP("Tenant", "\"%1\" is not an address. It starts with https:// and names a host."))
                .arg(t));
    if (url.scheme() == QLatin1String("http")) {
        if (!isLoopback(url))
            return core::fieldError(
                field, sayBaseUrl(QT_TRANSLATE_NOOP("Tenant",
                           "http:// sends credentials unprotected. Use https://; http:// is for this computer only.")));
    } else if (url.scheme() != QLatin1String("https")) {
        return core::fieldError(field, sayBaseUrl(QT_TRANSLATE_NOOP("Tenant", "The address starts with https://.")));
    }
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return core::fieldError(
            field, sayBaseUrl(QT_TRANSLATE_NOOP("Tenant", "The address has no user name, no ? and no #.")));
    return url;
}

QString suggestedApiUrl(const QString &pasted)
{
    const QUrl url(pasted.trimmed(), QUrl::StrictMode);
    static const QRegularExpression ui(QStringLiteral("^([a-z0-9-]+)\\.identitynow(-demo)?\\.com$"));
    const auto m = ui.match(url.host().toLower());
    if (!m.hasMatch())
        return {};
    return QStringLiteral("https://%1.api.identitynow%2.com").arg(m.captured(1), m.captured(2));
}

bool isSameSite(const QUrl &a, const QUrl &b)
{
    // Where a domain ends and a customer begins cannot be told from dots ("co.uk"): these are the provider's own.
    static const QStringList ofProvider{
        QStringLiteral("1kosmos.net"), QStringLiteral("1kosmos.in"), QStringLiteral("blockid.co")};
    const QString x = a.host().toLower(), y = b.host().toLower();
    if (x == y)
        return !x.isEmpty();
    return a.scheme() == b.scheme() &&
           std::any_of(ofProvider.begin(), ofProvider.end(), [&x, &y](const QString &domain) {
               const QString dotted = QLatin1Char('.') + domain;
               return x.endsWith(dotted) && y.endsWith(dotted);
           });
}

} // namespace domain
