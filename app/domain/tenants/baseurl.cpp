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

// Where people sign in, as SailPoint names its clouds; the API's host has ".api." before them.
static const QStringList &cloudDomains()
{
    static const QStringList all{QStringLiteral("identitynow.com"), QStringLiteral("identitynow-demo.com"),
        QStringLiteral("saas.sailpoint.com"), QStringLiteral("saas.sailpointfedramp.com")};
    return all;
}

// The API's host of a cloud's address; empty where it is of none.
static QString cloudApiHost(const QString &host)
{
    for (const QString &domain : cloudDomains()) {
        if (!host.endsWith(QLatin1Char('.') + domain))
            continue;
        QString tenant = host.chopped(domain.size() + 1);
        if (tenant.endsWith(QLatin1String(".api")))
            tenant.chop(4);
        if (!tenant.isEmpty() && !tenant.contains(QLatin1Char('.')))
            return tenant + QStringLiteral(".api.") + domain;
    }
    return {};
}

QString organisationOfAddress(const QString &url)
{
    const QString host = cloudApiHost(QUrl(url).host().toLower());
    return host.left(host.indexOf(QLatin1String(".api.")));
}

// "/v3", "/v2024/identities", "/ui/d/…": a path of the API or of a page, which is no part of its address.
static bool hasKnownPath(const QString &path)
{
    static const QRegularExpression known(
        QStringLiteral("^/+(v3|beta|cc|v20[0-9]{2}|ui|d|oauth|login)(/|$)"), QRegularExpression::CaseInsensitiveOption);
    return path == QLatin1String("/") || known.match(path).hasMatch();
}

QString suggestedApiUrl(const QString &pasted)
{
    QString text = pasted.trimmed();
    if (!text.contains(QLatin1String("://")))
        text.prepend(QLatin1String("https://"));
    const QUrl url(text, QUrl::StrictMode);
    const QString given = url.host().toLower(), host = cloudApiHost(given);
    const bool isWhole = url.path().isEmpty() && !url.hasQuery() && !url.hasFragment();
    if (host.isEmpty() || !url.userInfo().isEmpty() || url.port() != -1)
        return {};
    const bool isKnown = isWhole || hasKnownPath(url.path()) || given != host;
    if (!isKnown || (given == host && isWhole && text == pasted.trimmed()))
        return {};
    return QStringLiteral("https://") + host;
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
