#pragma once
#include "httpd/server.h"
#include "net/sailpoint/api.h"
#include "support/await.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace support {

/// SailPoint as the test says it: gives a token, keeps what is asked, and answers with what stands ready.
struct SailPointPeer
{
    SailPointPeer() : port(*server.listen(QHostAddress::LocalHost, 0))
    {
        tenant.sailpointUrl = QStringLiteral("http://127.0.0.1:%1").arg(port);
        tenant.clientId = QStringLiteral("client");
        api = std::make_unique<net::sailpoint::Api>(
            tenant, http, [] { return core::ready<core::SecretPtr>(core::makeSecret("a-secret")); }, clock);
    }
    httpd::Response answer(const httpd::Request &r)
    {
        if (r.path == "/oauth/token") {
            httpd::Response token;
            token.body =
                R"({"access_token":"0123456789abcdef0123456789abcdef","token_type":"bearer","expires_in":749})";
            return token;
        }
        seen << r;
        if (m_body)
            ready.body = m_body(r);
        return ready;
    }
    void answers(const QByteArray &body, int status = 200)
    {
        ready.status = status;
        ready.body = body;
        m_body = {};
    }
    /// For each request anew.
    void answersBy(std::function<QByteArray(const httpd::Request &)> body) { m_body = std::move(body); }
    const httpd::Request &last() const { return seen.last(); }
    QByteArray line() const
    {
        const QByteArray query = last().query.isEmpty() ? QByteArray() : '?' + last().query;
        return last().method + ' ' + last().path + query;
    }
    QJsonObject body() const { return QJsonDocument::fromJson(last().body).object(); }

    QList<httpd::Request> seen;
    httpd::Response ready;
    httpd::Server server{httpd::Server::Handler([this](const httpd::Request &r) { return answer(r); })};
    quint16 port = 0;
    std::shared_ptr<core::Clock> clock = std::make_shared<core::SystemClock>();
    net::Http http{[] {
                       net::HttpOptions o;
                       o.proxy = QStringLiteral("none");
                       o.tries = 3;
                       o.firstPause = std::chrono::milliseconds(1);
                       return o;
                   }(),
        std::make_shared<net::NoLimiter>(), clock};
    domain::Tenant tenant;
    std::unique_ptr<net::sailpoint::Api> api;

private:
    std::function<QByteArray(const httpd::Request &)> m_body;
};

} // namespace support
