#include "net/http/proxies.h"
#include "domain/tenants/address.h"
#include <QUrl>

namespace net {

Proxies::Proxies(const QString &proxy, const QString &user, const QString &password) : m_isSystem(proxy.isEmpty())
{
    const QUrl p(proxy);
    if (proxy == QLatin1String("none") || m_isSystem)
        m_proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    else
        m_proxy =
            QNetworkProxy(p.scheme() == QLatin1String("socks5") ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy,
                p.host(), quint16(p.port()), user, password);
}

QList<QNetworkProxy> Proxies::queryProxy(const QNetworkProxyQuery &query)
{
    const QString host = query.peerHostName().isEmpty() ? query.url().host() : query.peerHostName();
    if (host == QLatin1String("localhost") || domain::isLoopbackAddress(host))
        return {QNetworkProxy(QNetworkProxy::NoProxy)};
    return m_isSystem ? QNetworkProxyFactory::systemProxyForQuery(query) : QList<QNetworkProxy>{m_proxy};
}

} // namespace net
