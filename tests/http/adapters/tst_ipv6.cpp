#include "callbacks/adapters/receiverstand.h"
#include "domain/tenants/tenantcheck.h"
#include "http/adapters/httppeer.h"
#include "support/registry.h"
#include "text/rules/goodsettings.h"
#include <QTcpServer>

using support::await;
using support::HttpClient;
using support::requestTo;

// Addresses that are numbers with colons, wherever a host may stand; real sockets.
class AddressesOfIpv6 : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QTcpServer probe;
        if (!probe.listen(QHostAddress::LocalHostIPv6))
            QSKIP("this computer has no IPv6");
    }
    void aServerIsAskedAndRedirects()
    {
        QByteArray host;
        httpd::Server server(httpd::Server::Handler([&host](const httpd::Request &r) {
            host = r.header("Host");
            httpd::Response a;
            a.status = 302;
            a.headers.append(httpd::Header{"Location", "https://[2001:db8::1]/x"});
            return a;
        }));
        const auto port = server.listen(QHostAddress::LocalHostIPv6, 0);
        QVERIFY(port);
        HttpClient c;
        const auto answer =
            await(c.http.send(requestTo(QUrl(QStringLiteral("http://[::1]:%1/x").arg(*port)), "GET", true)));
        QVERIFY(answer);
        QCOMPARE(host, "[::1]:" + QByteArray::number(*port));
        QCOMPARE(answer->sentTo, QStringLiteral("2001:db8::1"));
    }
    void aProxyStandsThereAndIsAskedForOne()
    {
        QTcpServer proxy;
        QVERIFY(proxy.listen(QHostAddress::LocalHostIPv6));
        QByteArray asked;
        connect(&proxy, &QTcpServer::newConnection, this, [&] {
            auto *s = proxy.nextPendingConnection();
            connect(s, &QTcpSocket::readyRead, s, [s, &asked] {
                asked += s->readAll();
                s->write("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: NTLM\r\n\r\n");
                s->disconnectFromHost();
            });
        });
        auto options = HttpClient::options();
        options.proxy = QStringLiteral("http://[::1]:%1").arg(proxy.serverPort());
        net::Http http(options, std::make_shared<net::NoLimiter>(), std::make_shared<core::SystemClock>());
        const auto answer =
            await(http.send(requestTo(QUrl(QStringLiteral("https://[2001:db8::1]:8443/x")), "POST", false)));
        QVERIFY(!answer);
        QCOMPARE(core::connectionCauseName(answer.error().cause), QStringLiteral("proxy-sign-in"));
        QVERIFY2(asked.startsWith("CONNECT [2001:db8::1]:8443 HTTP/1.1\r\nHost: [2001:db8::1]:8443\r\n"), asked);
    }
    void aReceiverListensThere()
    {
        auto settings = support::receiverSettings();
        settings.address = QStringLiteral("::1");
        support::ReceiverStand stand(settings);
        QTcpSocket s;
        s.connectToHost(QHostAddress::LocalHostIPv6, stand.port);
        QVERIFY(s.waitForConnected(2000));
        s.write(support::ReceiverStand::request());
        QVERIFY(QTest::qWaitFor([&s] { return s.bytesAvailable() > 0; }, 4000));
        QVERIFY2(s.readAll().startsWith("HTTP/1.1 200"), "it takes the callback");
        QCOMPARE(stand.entries("new").size(), 1);
    }
    void aTenantIsThere_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("isTaken");
        const auto row = [](const char *member, const char *value, bool isTaken) {
            QTest::addRow("%s %s", member, value)
                << QString::fromLatin1(member) << QString::fromLatin1(value) << isTaken;
        };
        for (const char *member : {"sailpoint-url", "idv-url", "callback-base-url"}) {
            row(member, "https://[2001:db8::1]", true);
            row(member, "https://[2001:DB8:0:0::1]:8443/a", true);
            row(member, "http://[::1]:8080", true);
            row(member, "http://[2001:db8::1]", false); // unprotected, elsewhere
            row(member, "https://2001:db8::1", false);
            row(member, "https://[2001:db8::1", false);
            row(member, "https://[your-tenant]", false);
        }
        row("proxy", "http://[2001:db8::1]:3128", true);
        row("proxy", "socks5://[::1]:1080", true);
        row("proxy", "http://[2001:db8::1]", false); // no port
    }
    void aTenantIsThere()
    {
        QFETCH(QString, member);
        QFETCH(QString, value);
        QFETCH(bool, isTaken);
        domain::Tenant t = support::goodTenant();
        QVERIFY(domain::validate(t).isEmpty());
        const QMap<QString, QString *> members{{QStringLiteral("sailpoint-url"), &t.sailpointUrl},
            {QStringLiteral("idv-url"), &t.idvUrl}, {QStringLiteral("proxy"), &t.proxy},
            {QStringLiteral("callback-base-url"), &t.callbackBaseUrl}};
        *members.value(member) = value;
        const auto faults = domain::validate(t);
        QCOMPARE(faults.isEmpty(), isTaken);
        QVERIFY(isTaken || faults.first().field == member);
    }
};
IDV_TEST(AddressesOfIpv6)
#include "tst_ipv6.moc"
