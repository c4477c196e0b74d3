#pragma once
#include <QList>
#include <QNetworkProxy>

namespace net {

/// The proxy for an address. What is for this computer never leaves it, whatever proxy is set here or in the system.
class Proxies final : public QNetworkProxyFactory
{
public:
    /// As HttpOptions::proxy; user and password for one that is named there.
    explicit Proxies(const QString &proxy, const QString &user = {}, const QString &password = {});
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;

private:
    bool m_isSystem;
    QNetworkProxy m_proxy;
};

} // namespace net
