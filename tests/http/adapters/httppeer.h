#pragma once
#include "httpd/server.h"
#include "net/http/http.h"
#include "net/sailpoint/paths.h"

namespace support {

/// A server on this computer that answers as it is told.
struct HttpPeer
{
    explicit HttpPeer(httpd::Server::Handler handler) : server(std::move(handler))
    {
        port = *server.listen(QHostAddress::LocalHost, 0);
    }
    QUrl url(const char *path = "/x") const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(port).arg(QLatin1String(path)));
    }
    httpd::Server server;
    quint16 port;
};

/// A small request with two seconds to go.
inline net::HttpRequest requestTo(const QUrl &url, const QByteArray &method, bool repeatable)
{
    net::HttpRequest r;
    r.method = method;
    r.url = url;
    r.operation = QStringLiteral("/x");
    r.repeatable = repeatable;
    r.deadline = std::chrono::seconds(2);
    if (method != "GET") {
        r.body = "{\"a\":1}";
        r.contentType = "application/json";
    }
    return r;
}

/// The console's door to the network, without a budget and with short pauses.
struct HttpClient
{
    std::shared_ptr<core::Clock> clock = std::make_shared<core::SystemClock>();
    net::Http http{options(), std::make_shared<net::NoLimiter>(), clock};
    static net::HttpOptions options()
    {
        net::HttpOptions o;
        o.proxy = QStringLiteral("none");
        o.firstPause = std::chrono::milliseconds(5);
        return o;
    }
};

} // namespace support
