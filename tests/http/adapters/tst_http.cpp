#include "http/adapters/httppeer.h"
#include "httpd/server.h"
#include "net/http/http.h"
#include "net/provider/bearerprovider.h"
#include "net/sailpoint/answers.h"
#include "net/sailpoint/paths.h"
#include "support/await.h"
#include "support/registry.h"
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>

using core::ErrorCode;
using httpd::Damage;
using support::HttpClient;
using support::HttpPeer;
using support::requestTo;

class HttpDoor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aChangeIsNeverSentTwice_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("connection closed without an answer") << 0;
        QTest::newRow("cut answer") << 1;
        QTest::newRow("500") << 2;
        QTest::newRow("429") << 3;
        QTest::newRow("503 with Retry-After") << 4;
    }
    void aChangeIsNeverSentTwice()
    {
        QFETCH(int, kind);
        int calls = 0;
        HttpPeer peer([&](const httpd::Request &) {
            ++calls;
            httpd::Response r;
            r.body = "{\"ok\":true}";
            if (kind == 0)
                r.damage = Damage::Reset;
            if (kind == 1)
                r.damage = Damage::CutBody;
            if (kind == 2)
                r.status = 500;
            if (kind == 3)
                r.status = 429;
            if (kind == 4) {
                r.status = 503;
                r.headers.append(httpd::Header{"Retry-After", "0"});
            }
            return r;
        });
        HttpClient c;
        const auto answer = support::await(c.http.send(requestTo(peer.url(), "POST", false)));
        // A second sending would come after a real pause.
        QTest::qWait(300);
        QCOMPARE(calls, 1);
        if (kind < 2) {
            QVERIFY(!answer);
            QVERIFY(answer.error().mayHaveReachedServer);
        } else {
            QVERIFY(answer);
        }
    }
    void aReadIsRepeatedUntilItIsWhole()
    {
        int calls = 0;
        HttpPeer peer([&](const httpd::Request &) {
            httpd::Response r;
            r.body = QByteArray(5000, 'x');
            switch (++calls) {
            case 1: r.damage = Damage::Reset; break;
            case 2: r.damage = Damage::CutBody; break;
            default: break;
            }
            return r;
        });
        HttpClient c;
        const auto answer = support::await(c.http.send(requestTo(peer.url(), "GET", true)));
        QVERIFY2(bool(answer), answer ? "" : qPrintable(answer.error().text + answer.error().detail));
        QCOMPARE(answer->body.size(), 5000);
        QCOMPARE(calls, 3);
    }
    void itWaitsAsLongAsItIsAsked()
    {
        int calls = 0;
        HttpPeer peer([&](const httpd::Request &) {
            httpd::Response r;
            if (++calls == 1) {
                r.status = 429;
                r.headers.append(httpd::Header{"Retry-After", "1"});
            }
            return r;
        });
        HttpClient c;
        bool isSaid = false;
        QObject::connect(&c.http, &net::Http::throttled, &c.http, [&](core::Instant, bool asked) { isSaid = asked; });
        QElapsedTimer t;
        t.start();
        const auto answer = support::await(c.http.send(requestTo(peer.url(), "GET", true)));
        QVERIFY(answer && answer->status == 200);
        QVERIFY(t.elapsed() >= 950);
        QVERIFY(isSaid);
    }
    void aDrippingAnswerMeetsTheDeadline()
    {
        HttpPeer peer([](const httpd::Request &) {
            httpd::Response r;
            r.body = QByteArray(1000, 'x');
            r.damage = Damage::Drip;
            return r;
        });
        HttpClient c;
        auto q = requestTo(peer.url(), "POST", false);
        q.deadline = std::chrono::milliseconds(400);
        const auto answer = support::await(c.http.send(q));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Timeout);
        QVERIFY(answer.error().mayHaveReachedServer);
        QVERIFY(!answer.error().requestId.isEmpty());
    }
    void tooLargeIsAProtocolError()
    {
        HttpPeer peer([](const httpd::Request &) {
            httpd::Response r;
            r.body = QByteArray(3'000'000, 'x');
            return r;
        });
        HttpClient c;
        auto q = requestTo(peer.url(), "GET", true);
        q.maxBytes = 100'000;
        const auto answer = support::await(c.http.send(q));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Protocol);
        QVERIFY(answer.error().mayHaveReachedServer);
    }
    void aRedirectIsNotFollowed()
    {
        int calls = 0;
        HttpPeer other([&](const httpd::Request &) {
            ++calls;
            return httpd::Response{};
        });
        HttpPeer peer([&](const httpd::Request &) {
            httpd::Response r;
            r.status = 302;
            r.headers.append(httpd::Header{"Location", other.url().toEncoded()});
            return r;
        });
        HttpClient c;
        const auto answer = support::await(c.http.send(requestTo(peer.url(), "GET", true)));
        QVERIFY(answer && answer->status == 302);
        QCOMPARE(calls, 0);
        QCOMPARE(net::errorFrom(*answer).code, ErrorCode::Protocol);
    }
    void nobodyThereIsOffline()
    {
        HttpClient c;
        const auto answer =
            support::await(c.http.send(requestTo(QUrl(QStringLiteral("http://127.0.0.1:1/")), "POST", false)));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Offline);
        QVERIFY(!answer.error().mayHaveReachedServer);
    }
    void anUnknownCertificateIsRefusedAndAKnownOneAccepted()
    {
        QTemporaryDir dir;
        const QString key = dir.filePath(QStringLiteral("key.pem")), cert = dir.filePath(QStringLiteral("cert.pem"));
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"),
            {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"),
                QStringLiteral("-nodes"), QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
                QStringLiteral("/CN=127.0.0.1"), QStringLiteral("-addext"),
                QStringLiteral("subjectAltName=IP:127.0.0.1"), QStringLiteral("-keyout"), key, QStringLiteral("-out"),
                cert});
        QVERIFY(openssl.waitForFinished(20000) && openssl.exitCode() == 0);
        QFile keyFile(key), certFile(cert);
        QVERIFY(keyFile.open(QIODevice::ReadOnly) && certFile.open(QIODevice::ReadOnly));
        QSslConfiguration ssl = QSslConfiguration::defaultConfiguration();
        ssl.setPrivateKey(QSslKey(&keyFile, QSsl::Rsa));
        ssl.setLocalCertificate(QSslCertificate(&certFile));
        QSslServer server;
        server.setSslConfiguration(ssl);
        QVERIFY(server.listen(QHostAddress::LocalHost, 0));
        connect(&server, &QSslServer::pendingConnectionAvailable, this, [&server] {
            QTcpSocket *s = server.nextPendingConnection();
            connect(s, &QTcpSocket::readyRead, s, [s] {
                s->readAll();
                s->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
                s->disconnectFromHost();
            });
        });
        const QUrl url(QStringLiteral("https://127.0.0.1:%1/x").arg(server.serverPort()));
        HttpClient stranger;
        const auto refused = support::await(stranger.http.send(requestTo(url, "POST", false)));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Certificate);
        QVERIFY(!refused.error().mayHaveReachedServer);
        auto options = HttpClient::options();
        options.caFile = cert;
        net::Http friendly(options, std::make_shared<net::NoLimiter>(), std::make_shared<core::SystemClock>());
        const auto accepted = support::await(friendly.send(requestTo(url, "POST", false)));
        QVERIFY2(bool(accepted), accepted ? "" : qPrintable(accepted.error().text + accepted.error().detail));
        QCOMPARE(accepted->status, 200);
    }
    void theBudgetIsExact()
    {
        net::WindowLimiter b(3, std::chrono::seconds(10));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(b.reserve(1000).count(), 0);
        QCOMPARE(b.reserve(1000).count(), 10000);
        QCOMPARE(b.reserve(2000).count(), 9000);
        QCOMPARE(b.reserve(30000).count(), 0);
        QTemporaryDir dir;
        net::WindowLimiter one(2, std::chrono::seconds(10), dir.filePath(QStringLiteral("b")));
        net::WindowLimiter two(2, std::chrono::seconds(10), dir.filePath(QStringLiteral("b")));
        QCOMPARE(one.reserve(1000).count(), 0);
        QCOMPARE(two.reserve(1000).count(), 0);
        QCOMPARE(one.reserve(1000).count(), 10000); // two processes share one budget
    }
};
IDV_TEST(HttpDoor)
#include "tst_http.moc"
