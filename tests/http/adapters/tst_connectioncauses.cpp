#include "domain/text/messages.h"
#include "http/adapters/httppeer.h"
#include "net/http/proxycheck.h"
#include "net/http/transportfault.h"
#include "net/receiver/receiver.h"
#include "net/sailpoint/answers.h"
#include "support/await.h"
#include "support/fakeclock.h"
#include "support/registry.h"
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

using core::ConnectionCause;
using support::await;
using support::HttpClient;
using support::requestTo;

namespace {

/// A server that answers every connection with the same bytes, over TLS where it has a certificate.
struct Peer
{
    explicit Peer(const QByteArray &answer, const net::MadeCertificate *made = nullptr)
        : server(made ? std::make_unique<QSslServer>() : std::make_unique<QTcpServer>())
    {
        if (made) {
            QSslConfiguration ssl = QSslConfiguration::defaultConfiguration();
            ssl.setLocalCertificate(QSslCertificate(made->certificatePem));
            ssl.setPrivateKey(QSslKey(made->keyPem->reveal().toByteArray(), QSsl::Ec));
            static_cast<QSslServer &>(*server).setSslConfiguration(ssl);
        }
        isListening = server->listen(QHostAddress::LocalHost, 0);
        QObject::connect(server.get(), &QTcpServer::pendingConnectionAvailable, server.get(), [this, answer] {
            while (QTcpSocket *s = server->nextPendingConnection()) {
                QObject::connect(s, &QTcpSocket::readyRead, s, [s, answer] {
                    if (s->readAll().contains("\r\n\r\n") || !answer.startsWith("HTTP/1.1 2")) {
                        s->write(answer);
                        s->disconnectFromHost();
                    }
                });
            }
        });
    }
    QUrl url(const char *scheme) const
    {
        return QUrl(QStringLiteral("%1://127.0.0.1:%2/x").arg(QLatin1String(scheme)).arg(server->serverPort()));
    }
    std::unique_ptr<QTcpServer> server;
    bool isListening = false;
};

const QByteArray fine = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";

core::Result<net::HttpResponse> ask(
    const QUrl &url, const QString &ca = {}, const QString &proxy = QStringLiteral("none"))
{
    auto options = HttpClient::options();
    options.caFile = ca;
    options.proxy = proxy;
    options.tries = 1;
    net::Http http(options, std::make_shared<net::NoLimiter>(), std::make_shared<core::SystemClock>());
    return await(http.send(requestTo(url, "POST", false)));
}

} // namespace

// What stands between us and an API says what it is; real sockets and real certificates.
class ConnectionCauses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void certificates_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("days"); // from now on its making
        QTest::addColumn<bool>("isTrusted");
        QTest::addColumn<int>("cause");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *title, const char *name, int days, bool isTrusted, ConnectionCause cause,
                             const char *detail) {
            QTest::newRow(title) << QString::fromLatin1(name) << days << isTrusted << int(cause)
                                 << QString::fromLatin1(detail);
        };
        row("good", "127.0.0.1", 0, true, ConnectionCause::None, "");
        row("nobody's", "127.0.0.1", 0, false, ConnectionCause::CertificateUntrusted, "IDV Console callback receiver");
        row("another host's", "elsewhere.example", 0, true, ConnectionCause::CertificateOtherHost, "elsewhere.example");
        row("another host's and nobody's", "elsewhere.example", 0, false, ConnectionCause::CertificateOtherHost,
            "elsewhere.example");
        row("over and nobody's", "127.0.0.1", -900, false, ConnectionCause::CertificateUntrusted, "IDV Console");
        row("of tomorrow", "127.0.0.1", 2, true, ConnectionCause::CertificateNotYetValid, "T");
    }
    void certificates()
    {
        QFETCH(QString, name);
        QFETCH(int, days);
        QFETCH(bool, isTrusted);
        QFETCH(int, cause);
        QFETCH(QString, detail);
        const auto made =
            net::makeCertificate({name}, QDateTime::currentMSecsSinceEpoch() + days * qint64(core::dayMs));
        QVERIFY(made);
        QTemporaryDir dir;
        QFile ca(dir.filePath(QStringLiteral("ca.pem")));
        QVERIFY(ca.open(QIODevice::WriteOnly) && ca.write(made->certificatePem) > 0);
        ca.close();
        Peer peer(fine, &*made);
        QVERIFY(peer.isListening);
        const auto answer = ask(peer.url("https"), isTrusted ? ca.fileName() : QString());
        QCOMPARE(bool(answer), ConnectionCause(cause) == ConnectionCause::None);
        if (answer)
            return;
        QCOMPARE(answer.error().code, core::ErrorCode::Certificate);
        QCOMPARE(core::connectionCauseName(answer.error().cause), core::connectionCauseName(ConnectionCause(cause)));
        QVERIFY2(answer.error().causeDetail.contains(detail), qPrintable(answer.error().causeDetail));
        QVERIFY(!answer.error().mayHaveReachedServer);
    }
    // A certificate that is its own authority and over is nobody's to the network layer: what one of somebody's says.
    void whatComesFirst_data()
    {
        QTest::addColumn<QList<int>>("faults");
        QTest::addColumn<QString>("cause");
        using E = QSslError;
        QTest::newRow("over") << QList<int>{E::CertificateExpired} << "certificate-expired";
        QTest::newRow("over and another host's")
            << QList<int>{E::CertificateExpired, E::HostNameMismatch} << "certificate-other-host";
        QTest::newRow("over and nobody's")
            << QList<int>{E::CertificateExpired, E::SelfSignedCertificate} << "certificate-untrusted";
        QTest::newRow("of tomorrow") << QList<int>{E::CertificateNotYetValid} << "certificate-not-yet-valid";
        QTest::newRow("revoked") << QList<int>{E::CertificateRevoked} << "";
        QTest::newRow("nothing is known") << QList<int>() << "";
    }
    void whatComesFirst()
    {
        QFETCH(QList<int>, faults);
        const auto made = net::makeCertificate({QStringLiteral("a.example")}, QDateTime::currentMSecsSinceEpoch());
        QVERIFY(made);
        QList<QSslError> tls;
        for (const int f : std::as_const(faults))
            tls << QSslError(QSslError::SslError(f), QSslCertificate(made->certificatePem));
        const auto e = net::transportFault(QNetworkReply::SslHandshakeFailedError, QStringLiteral("x"), tls);
        QTEST(core::connectionCauseName(e.cause), "cause");
        QCOMPARE(e.causeDetail.isEmpty(), e.cause == ConnectionCause::None);
        QCOMPARE(e.code, core::ErrorCode::Certificate);
    }
    void whatIsNoTls()
    {
        Peer plain("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        const auto answer = ask(plain.url("https"));
        QVERIFY(!answer);
        QCOMPARE(core::connectionCauseName(answer.error().cause), QStringLiteral("plain-http"));
    }
    void nobodyThere()
    {
        QCOMPARE(ask(QUrl(QStringLiteral("http://127.0.0.1:1/x"))).error().cause, ConnectionCause::HostRefuses);
        QCOMPARE(
            ask(QUrl(QStringLiteral("https://no-such-host.invalid/x"))).error().cause, ConnectionCause::HostUnknown);
    }
    void aProxyThatAsksWhoOneIs_data()
    {
        QTest::addColumn<QByteArray>("scheme");
        for (const char *scheme : {"NTLM", "Negotiate", "Basic realm=\"acme\"", "Digest realm=\"a\", nonce=\"b\""})
            QTest::newRow(scheme) << QByteArray(scheme);
    }
    void aProxyThatAsksWhoOneIs()
    {
        QFETCH(QByteArray, scheme);
        int asked = 0;
        Peer proxy("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: " + scheme +
                   "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        connect(proxy.server.get(), &QTcpServer::newConnection, this, [&asked] { ++asked; });
        const QString address = QStringLiteral("http://127.0.0.1:%1").arg(proxy.server->serverPort());
        const auto answer = ask(QUrl(QStringLiteral("https://acme.example/x")), {}, address);
        QVERIFY(!answer);
        QCOMPARE(core::connectionCauseName(answer.error().cause), QStringLiteral("proxy-sign-in"));
        QVERIFY(!answer.error().mayHaveReachedServer);
        QVERIFY(asked <= 3); // and not thousands of times
        const auto gone = ask(QUrl(QStringLiteral("https://acme.example/x")), {}, QStringLiteral("http://127.0.0.1:1"));
        QCOMPARE(core::connectionCauseName(gone.error().cause), QStringLiteral("proxy-unreachable"));
    }
    void aProxyThatLetsThroughIsAskedOnceAMinute()
    {
        Peer proxy("HTTP/1.1 200 Connection established\r\n\r\n");
        const QNetworkProxy to(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), proxy.server->serverPort());
        int asked = 0;
        connect(proxy.server.get(), &QTcpServer::newConnection, this, [&asked] { ++asked; });
        auto clock = std::make_shared<support::FakeClock>(1'800'000'000'000);
        net::ProxyCheck check(clock);
        const auto ask = [&](const char *host) {
            return bool(await(check.ask(to, QString::fromLatin1(host), 443, std::chrono::seconds(2))));
        };
        QVERIFY(ask("acme.example") && ask("acme.example"));
        QCOMPARE(asked, 1);
        QVERIFY(ask("::1")); // another way
        QCOMPARE(asked, 2);
        clock->advance(core::minuteMs);
        QVERIFY(ask("acme.example"));
        QCOMPARE(asked, 3);
        // What else it says is told to the request itself.
        for (const char *said : {"HTTP/1.1 403 Forbidden\r\n\r\n", "nonsense\r\n", "\r\n"}) {
            Peer odd(said);
            const QNetworkProxy there(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), odd.server->serverPort());
            QVERIFY(bool(await(check.ask(there, QStringLiteral("acme.example"), 443, std::chrono::seconds(2)))));
        }
    }
    void whatAnswersInTheApisPlace_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("cause");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *name, const char *head, const char *body, const char *cause,
                             const char *detail) {
            QTest::newRow(name) << QByteArray(head) << QByteArray(body) << QString::fromLatin1(cause)
                                << QString::fromUtf8(detail);
        };
        const char *page = "<!doctype html><html><head><TITLE lang=en>\n Sign in \n to Acme</TITLE></head></html>";
        row("a page", "200 OK\r\nContent-Type: text/html", page, "web-page", "Sign in to Acme");
        row("a page without a type", "200 OK", page, "web-page", "Sign in to Acme");
        row("a page that forbids", "403 Forbidden\r\nContent-Type: text/html; charset=utf-8", page, "web-page",
            "Sign in to Acme");
        row("a page without a title", "200 OK\r\nContent-Type: text/html", "<p>Blocked</p>", "web-page", "");
        row("forbidden, and nothing", "403 Forbidden\r\nContent-Type: text/html", "", "", "");
        row("a load balancer", "503 Service Unavailable\r\nContent-Type: text/html", page, "", "");
        row("a server's own 401", "401 Unauthorized\r\nContent-Type: text/html", page, "", "");
        row("XML", "200 OK\r\nContent-Type: application/xml", "<?xml version='1.0'?><Error/>", "", "");
        row("elsewhere", "302 Found\r\nLocation: https://login.acme.example/saml?x=1", "", "sent-elsewhere",
            "login.acme.example");
        row("elsewhere on the same server", "307 Temporary Redirect\r\nLocation: /login?state=1", "", "sent-within",
            "/login");
        row("nowhere", "302 Found", "", "", "");
        row("an answer", "403 Forbidden\r\nContent-Type: application/json", "{\"detailCode\":\"403\"}", "", "");
        row("no JSON, no page", "200 OK\r\nContent-Type: text/plain", "hello", "", "");
    }
    void whatAnswersInTheApisPlace()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, body);
        Peer peer("HTTP/1.1 " + head + "\r\nContent-Length: " + QByteArray::number(body.size()) +
                  "\r\nConnection: close\r\n\r\n" + body);
        const auto answer = ask(peer.url("http"));
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text));
        const auto read = net::objectFrom(*answer);
        QVERIFY(!read);
        QTEST(core::connectionCauseName(read.error().cause), "cause");
        QTEST(read.error().causeDetail, "detail");
    }
};
IDV_TEST(ConnectionCauses)
#include "tst_connectioncauses.moc"
