#include "httpd/parser.h"
#include "httpd/server.h"
#include "net/http/http.h"
#include "net/http/jsonreader.h"
#include "net/provider/bearerprovider.h"
#include "net/sailpoint/answers.h"
#include "net/sailpoint/identitypage.h"
#include "net/sailpoint/paths.h"
#include "support/await.h"
#include "support/registry.h"
#include <QJsonDocument>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>

using core::ErrorCode;
using httpd::Damage;
using net::HttpRequest;
using net::HttpResponse;

namespace {

struct Peer
{
    explicit Peer(httpd::Server::Handler handler) : server(std::move(handler))
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

HttpRequest request(const QUrl &url, const QByteArray &method, bool repeatable)
{
    HttpRequest r;
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

struct Client
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

} // namespace

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
        Peer peer([&](const httpd::Request &) {
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
        Client c;
        const auto answer = support::await(c.http.send(request(peer.url(), "POST", false)));
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
        Peer peer([&](const httpd::Request &) {
            httpd::Response r;
            r.body = QByteArray(5000, 'x');
            switch (++calls) {
            case 1: r.damage = Damage::Reset; break;
            case 2: r.damage = Damage::CutBody; break;
            default: break;
            }
            return r;
        });
        Client c;
        const auto answer = support::await(c.http.send(request(peer.url(), "GET", true)));
        QVERIFY2(bool(answer), answer ? "" : qPrintable(answer.error().text + answer.error().detail));
        QCOMPARE(answer->body.size(), 5000);
        QCOMPARE(calls, 3);
    }
    void itWaitsAsLongAsItIsAsked()
    {
        int calls = 0;
        Peer peer([&](const httpd::Request &) {
            httpd::Response r;
            if (++calls == 1) {
                r.status = 429;
                r.headers.append(httpd::Header{"Retry-After", "1"});
            }
            return r;
        });
        Client c;
        bool isSaid = false;
        QObject::connect(&c.http, &net::Http::throttled, &c.http, [&](core::Instant, bool asked) { isSaid = asked; });
        QElapsedTimer t;
        t.start();
        const auto answer = support::await(c.http.send(request(peer.url(), "GET", true)));
        QVERIFY(answer && answer->status == 200);
        QVERIFY(t.elapsed() >= 950);
        QVERIFY(isSaid);
    }
    void aDrippingAnswerMeetsTheDeadline()
    {
        Peer peer([](const httpd::Request &) {
            httpd::Response r;
            r.body = QByteArray(1000, 'x');
            r.damage = Damage::Drip;
            return r;
        });
        Client c;
        auto q = request(peer.url(), "POST", false);
        q.deadline = std::chrono::milliseconds(400);
        const auto answer = support::await(c.http.send(q));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Timeout);
        QVERIFY(answer.error().mayHaveReachedServer);
        QVERIFY(!answer.error().requestId.isEmpty());
    }
    void tooLargeIsAProtocolError()
    {
        Peer peer([](const httpd::Request &) {
            httpd::Response r;
            r.body = QByteArray(3'000'000, 'x');
            return r;
        });
        Client c;
        auto q = request(peer.url(), "GET", true);
        q.maxBytes = 100'000;
        const auto answer = support::await(c.http.send(q));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Protocol);
        QVERIFY(answer.error().mayHaveReachedServer);
    }
    void aRedirectIsNotFollowed()
    {
        int calls = 0;
        Peer other([&](const httpd::Request &) {
            ++calls;
            return httpd::Response{};
        });
        Peer peer([&](const httpd::Request &) {
            httpd::Response r;
            r.status = 302;
            r.headers.append(httpd::Header{"Location", other.url().toEncoded()});
            return r;
        });
        Client c;
        const auto answer = support::await(c.http.send(request(peer.url(), "GET", true)));
        QVERIFY(answer && answer->status == 302);
        QCOMPARE(calls, 0);
        QCOMPARE(net::errorFrom(*answer).code, ErrorCode::Protocol);
    }
    void whatMayNotBeSentIsRefusedAndNothingLeaves_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("isSent");
        const auto header = [](const char *name, const QByteArray &key, const QByteArray &value, bool isSent) {
            QTest::newRow(name) << QByteArray("POST") << key << value << QByteArray("/x") << isSent;
        };
        const auto path = [](const char *name, const QByteArray &p, bool isSent) {
            QTest::newRow(name) << QByteArray("GET") << QByteArray("Authorization") << QByteArray("Bearer KEY") << p
                                << isSent;
        };
        header("an ordinary key", "Authorization", "Bearer KEY", true);
        header("a key with a line end", "Authorization", "Bearer KEY\n", false);
        header("a key with both", "Authorization", "Bearer KEY\r\n", false);
        header("a key that brings a header", "Authorization", "Bearer KEY\r\nX-Injected: yes", false);
        header("a carriage return alone", "Authorization", "Bearer KEY\rX", false);
        header("a zero", "Authorization", QByteArray("Bearer KEY\0X", 12), false);
        header("a tab", "Authorization", "Bearer\tKEY", false);
        header("delete", "Authorization", "Bearer KEY\x7f", false);
        header("a byte order mark", "Authorization", "Bearer \xEF\xBB\xBFKEY", false);
        header("beyond ASCII", "X-TenantTag", "bl\xC3\xA4u", false);
        header("another header with a line end", "If-Match", "W/\"1\"\r\nX-Injected: yes", false);
        header("a content type with a line end", "Content-Type", "text/plain\r\nX-Injected: yes", false);
        header("a name with a line end", "X-A\r\nX-Injected", "yes", false);
        header("a name with a blank", "X A", "yes", false);
        header("a name with a colon", "X-A:", "yes", false);
        header("no name", "", "yes", false);
        path("an id in its code", "/people/a%2Fb%3Fc%23d%20e", true);
        path("dots in an id", "/people/a..b", true);
        path("a line end in its code", "/people/a%0d%0aX", false);
        path("a zero in its code", "/people/a%00", false);
        path("upwards", "/people/../x", false);
        path("upwards in its code", "/people/%2e%2E/x", false);
        path("half in its code", "/people/.%2e", false);
        path("here", "/people/./x", false);
        QTest::newRow("a method with a line end") << QByteArray("GET / HTTP/1.1\r\nX: y\r\n\r\nGET")
                                                  << QByteArray("X-A") << QByteArray("b") << QByteArray("/x") << false;
        QTest::newRow("no method") << QByteArray() << QByteArray("X-A") << QByteArray("b") << QByteArray("/x") << false;
    }
    void whatMayNotBeSentIsRefusedAndNothingLeaves()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, path);
        QFETCH(bool, isSent);
        int calls = 0;
        bool isInjected = false;
        Peer peer([&](const httpd::Request &r) {
            ++calls;
            isInjected = isInjected || !r.header("X-Injected").isEmpty();
            httpd::Response a;
            a.body = "{}";
            return a;
        });
        Client c;
        for (const bool isRead : {true, false}) {
            HttpRequest r = request(QUrl(), method, isRead);
            r.url = QUrl::fromEncoded("http://127.0.0.1:" + QByteArray::number(peer.port) + path);
            if (header == "Content-Type")
                r.contentType = value;
            else
                r.headers.append({header, value});
            const auto answer = support::await(c.http.send(r));
            QCOMPARE(bool(answer), isSent);
            if (answer)
                continue;
            QCOMPARE(answer.error().code, ErrorCode::Usage);
            QVERIFY(!answer.error().mayHaveReachedServer);
            QVERIFY(answer.error().text.contains(QLatin1String("Nothing was sent")));
            QVERIFY(!answer.error().text.contains(QLatin1String("KEY")));
        }
        QTest::qWait(isSent ? 0 : 50);
        QCOMPARE(calls, isSent ? 2 : 0);
        QVERIFY(!isInjected);
    }
    void anAddressThatIsNoneIsRefused_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::newRow("none") << QUrl();
        QTest::newRow("a line end inside")
            << net::sailpoint::url(QStringLiteral("http://127.0.0.1:1"), QStringLiteral("/a\r\nX-Injected: yes"));
        QTest::newRow("a query with a line end") << net::sailpoint::url(
            QStringLiteral("http://127.0.0.1:1"), QStringLiteral("/a"), "b=c\r\nX-Injected: yes");
        QTest::newRow("somebody's name") << QUrl(QStringLiteral("http://a:b@127.0.0.1:1/"));
        QTest::newRow("a file") << QUrl(QStringLiteral("file:///etc/passwd"));
    }
    void anAddressThatIsNoneIsRefused()
    {
        QFETCH(QUrl, url);
        const auto fault = net::requestFault(request(url, "GET", true));
        QVERIFY(fault);
        QCOMPARE(fault->code, ErrorCode::Usage);
    }
    void nobodyThereIsOffline()
    {
        Client c;
        const auto answer =
            support::await(c.http.send(request(QUrl(QStringLiteral("http://127.0.0.1:1/")), "POST", false)));
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
        Client stranger;
        const auto refused = support::await(stranger.http.send(request(url, "POST", false)));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Certificate);
        QVERIFY(!refused.error().mayHaveReachedServer);
        auto options = Client::options();
        options.caFile = cert;
        net::Http friendly(options, std::make_shared<net::NoLimiter>(), std::make_shared<core::SystemClock>());
        const auto accepted = support::await(friendly.send(request(url, "POST", false)));
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
    void retryAfterIsReadBothWays()
    {
        QCOMPARE(net::parseRetryAfter("7", 0)->count(), 7);
        QCOMPARE(net::parseRetryAfter("Thu, 01 Jan 1970 00:01:00 GMT", 0)->count(), 60);
        QVERIFY(!net::parseRetryAfter("soon", 0));
    }
    void everyErrorShapeIsRead_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("text");
        QTest::newRow("dto")
            << QByteArray(
                   R"({"detailCode":"400.1","trackingId":"t1","messages":[{"text":"m"}],"causes":[{"text":"cause"}]})")
            << QStringLiteral("cause");
        QTest::newRow("no causes") << QByteArray(R"({"trackingId":"t1","messages":[{"text":"m"}]})")
                                   << QStringLiteral("m");
        QTest::newRow("oauth") << QByteArray(R"({"error":"invalid_client","error_description":"bad"})")
                               << QStringLiteral("bad");
        QTest::newRow("error") << QByteArray(R"({"error":"JWT is expired"})") << QStringLiteral("JWT is expired");
        QTest::newRow("message") << QByteArray(R"({"message":" Rate Limit Exceeded "})")
                                 << QStringLiteral("Rate Limit Exceeded");
        QTest::newRow("formatted") << QByteArray(R"({"formatted_msg":"f"})") << QStringLiteral("f");
        QTest::newRow("errorMessage") << QByteArray(R"({"errorMessage":"e"})") << QStringLiteral("e");
        QTest::newRow("detailMessage") << QByteArray(R"({"detailMessage":"d"})") << QStringLiteral("d");
        QTest::newRow("html") << QByteArray("<html>") << QStringLiteral("(6 bytes that are not JSON)");
        QTest::newRow("empty") << QByteArray() << QString();
    }
    void everyErrorShapeIsRead()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, text);
        HttpResponse r;
        r.status = 400;
        r.body = body;
        r.headers.append(std::pair<QByteArray, QByteArray>{"SLPT-Request-ID", "slpt"});
        const auto e = net::errorFrom(r);
        QCOMPARE(e.detail, text);
        QCOMPARE(e.trackingId, body.contains("t1") ? QStringLiteral("t1") : QStringLiteral("slpt"));
    }
};
IDV_TEST(HttpDoor)

class StrictServer : public QObject
{
    Q_OBJECT
    static QByteArray raw(quint16 port, const QByteArray &bytes)
    {
        QTcpSocket s;
        s.connectToHost(QHostAddress::LocalHost, port);
        if (!QTest::qWaitFor([&] { return s.state() == QAbstractSocket::ConnectedState; }, 2000))
            return "no connection";
        s.write(bytes);
        (void)QTest::qWaitFor(
            [&] { return s.state() == QAbstractSocket::UnconnectedState || s.bytesAvailable() > 0; }, 8000);
        QTest::qWait(20);
        return s.readAll().left(12);
    }
private Q_SLOTS:
    void refusesWhatIsMalformed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("answer");
        const auto row = [](const char *name, const QByteArray &b, const char *code) {
            QTest::newRow(name) << b << QByteArray("HTTP/1.1 ") + code;
        };
        const QByteArray h = "Host: x\r\n";
        row("good", "POST /x HTTP/1.1\r\n" + h + "Content-Length: 2\r\n\r\n{}", "200");
        row("garbage", "\x01\x02\x03\r\n\r\n", "400");
        row("no host", "GET /x HTTP/1.1\r\n\r\n", "400");
        row("two hosts", "GET /x HTTP/1.1\r\n" + h + h + "\r\n", "400");
        row("negative length", "POST /x HTTP/1.1\r\n" + h + "Content-Length: -5\r\n\r\n", "400");
        row("two lengths", "POST /x HTTP/1.1\r\n" + h + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", "400");
        row("length and chunked",
            "POST /x HTTP/1.1\r\n" + h + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}", "400");
        row("chunked", "POST /x HTTP/1.1\r\n" + h + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n", "501");
        row("folded line", "GET /x HTTP/1.1\r\n" + h + "A: b\r\n c\r\n\r\n", "400");
        row("expect", "POST /x HTTP/1.1\r\n" + h + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n{}", "417");
        row("compressed", "POST /x HTTP/1.1\r\n" + h + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}", "415");
        row("too large", "POST /x HTTP/1.1\r\n" + h + "Content-Length: 9999999\r\n\r\n", "413");
        row("long header", "GET /x HTTP/1.1\r\n" + h + "A: " + QByteArray(20000, 'a') + "\r\n\r\n", "431");
        QByteArray many;
        for (int i = 0; i < 70; ++i)
            many += "A" + QByteArray::number(i) + ": b\r\n";
        row("many fields", "GET /x HTTP/1.1\r\n" + h + many + "\r\n", "431");
        row("slow", "GET /x HTTP/1.1\r\nHos", "408");
    }
    void refusesWhatIsMalformed()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, answer);
        httpd::Limits limits;
        limits.headerTime = std::chrono::milliseconds(300);
        httpd::Server server([](const httpd::Request &) { return httpd::Response{}; }, limits);
        const quint16 port = *server.listen(QHostAddress::LocalHost, 0);
        QCOMPARE(raw(port, bytes), answer);
    }
    void splitPacketsAreOneRequest()
    {
        httpd::Limits limits;
        httpd::RequestParser parser(limits);
        const QByteArray whole = "POST /a?b=c HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello";
        QByteArray buffer;
        for (const char ch : whole) {
            buffer += ch;
            QCOMPARE(parser.feed(buffer), 0);
        }
        QVERIFY(parser.done());
        const auto r = parser.take();
        QCOMPARE(r.body, QByteArray("hello"));
        QCOMPARE(r.query, QByteArray("b=c"));
    }
    // The same verdict wherever the pieces are cut.
    void everyCutHasTheSameVerdict_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::newRow("good") << QByteArray("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n a\r\n b\r\nc")
                              << 0; // a body may look like a fold
        QTest::newRow("folded header") << QByteArray("POST /a HTTP/1.1\r\nHost: x\r\n y\r\nContent-Length: 0\r\n\r\n")
                                       << 400;
        QTest::newRow("folded by a tab") << QByteArray("GET /a HTTP/1.1\r\nHost: x\r\nA: b\r\n\tc\r\n\r\n") << 400;
        QTest::newRow("space after the request line")
            << QByteArray("GET /a HTTP/1.1\r\n Host: x\r\nHost: y\r\n\r\n") << 400;
        QTest::newRow("long request line")
            << QByteArray("GET /") + QByteArray(3000, 'a') + QByteArray(" HTTP/1.1\r\nHost: x\r\n\r\n") << 414;
    }
    void everyCutHasTheSameVerdict()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        for (qsizetype piece = 1; piece <= bytes.size(); piece += piece < 80 ? 1 : 97) {
            httpd::RequestParser parser(httpd::Limits{});
            QByteArray buffer;
            int verdict = 0;
            for (qsizetype at = 0; at < bytes.size() && verdict == 0; at += piece) {
                buffer += bytes.mid(at, piece);
                verdict = parser.feed(buffer);
            }
            QVERIFY2(verdict == status, qPrintable(QStringLiteral("%1 in pieces of %2").arg(verdict).arg(piece)));
            QCOMPARE(parser.done(), status == 0);
        }
    }
    void aHeadThatDripsCostsNoMoreThanItsLength()
    {
        const auto costOf = [](qsizetype size) {
            httpd::Limits limits;
            limits.headerBytes = 1024 * 1024;
            httpd::RequestParser parser(limits);
            QByteArray head = "POST /a HTTP/1.1\r\nHost: x\r\nA: " + QByteArray(size, 'a');
            QByteArray buffer;
            buffer.reserve(head.size());
            QElapsedTimer t;
            t.start();
            for (const char c : head) {
                buffer += c;
                if (parser.feed(buffer) != 0)
                    return qint64(-1);
            }
            return t.nsecsElapsed();
        };
        const qint64 one = costOf(8 * 1024), four = costOf(32 * 1024);
        QVERIFY(one > 0 && four > 0);
        QVERIFY2(four < 9 * one + 20'000'000,
            qPrintable(QStringLiteral("%1 us, then %2 us")
                           .arg(one / 1000)
                           .arg(four / 1000))); // 16 times as much when every byte reads all before it
    }
};
IDV_TEST(StrictServer)

class SailPointParts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bothPathStyles()
    {
        using namespace net::sailpoint;
        QCOMPARE(path(domain::PathStyle::V2024, QStringLiteral("/identities"), QStringLiteral("/x")),
            QStringLiteral("/v2024/identities/x"));
        QCOMPARE(path(domain::PathStyle::V1, QStringLiteral("/search"), QStringLiteral("/count")),
            QStringLiteral("/search/v1/count"));
        QCOMPARE(queryItem("filters", QStringLiteral("name eq \"A & B+\"")),
            QByteArray("filters=name%20eq%20%22A%20%26%20B%2B%22"));
        QCOMPARE(quoted(QStringLiteral("a\"b\\c")), QStringLiteral("\"a\\\"b\\\\c\""));
    }
    void aPageKeepsEveryTypeAsText()
    {
        net::sailpoint::IdentityPage page;
        const QByteArray body =
            R"([{"id":"a","name":"ana","displayName":"Ana","email":null,"attributes":{"idvVerified":true,)"
            R"("idvIAL":2,"idvVerifiedDate":1787393700000,"phone":null,"idvStatus":"VERIFIED","odd":[1]}}])";
        QVERIFY(page.parse(body, net::sailpoint::PageKind::Search, {}));
        QCOMPARE(page.rows().size(), size_t(1));
        const auto &r = page.rows().front();
        using domain::Field;
        QCOMPARE(r.fields[size_t(Field::IdvVerified)], std::string_view("true"));
        QCOMPARE(r.fields[size_t(Field::IdvIal)], std::string_view("2"));
        QCOMPARE(r.fields[size_t(Field::IdvVerifiedDate)], std::string_view("1787393700000"));
        QCOMPARE(r.name, std::string_view("Ana"));
        QCOMPARE(r.alias, std::string_view("ana"));
        QCOMPARE(page.lastId(), QStringLiteral("a"));
    }
    void aBadPageIsRefusedWhole_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("truncated") << QByteArray(R"([{"id":"a"},{"id":)");
        QTest::newRow("object") << QByteArray(R"({"id":"a"})");
        QTest::newRow("no id") << QByteArray(R"([{"id":"a"},{"name":"b"}])");
        QTest::newRow("id is a number") << QByteArray(R"([{"id":7}])");
        QTest::newRow("not json") << QByteArray("<html>");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("bad utf-8") << QByteArray("[{\"id\":\"\xff\xfe\"}]");
        QTest::newRow("deep") << QByteArray(3000, '[');
    }
    void aBadPageIsRefusedWhole()
    {
        QFETCH(QByteArray, body);
        net::sailpoint::IdentityPage page;
        const auto r = page.parse(body, net::sailpoint::PageKind::Search, {});
        QVERIFY(!r);
        QCOMPARE(r.error().code, ErrorCode::Protocol);
        QVERIFY(page.rows().empty());
    }
    void theSeedBody()
    {
        net::CreateRequest r;
        r.userIdentifier = QStringLiteral("a@b");
        r.firstName = QStringLiteral("A");
        r.lastName = QStringLiteral("B");
        r.documents = {QStringLiteral("passport")};
        QCOMPARE(QJsonDocument(net::createBody(r)).toJson(QJsonDocument::Compact),
            QByteArray(R"({"document_types":["passport"],"first_name":"A","last_name":"B","required_ial":2,)"
                       R"("user_identifier":"a@b"})"));
        r.phone = QStringLiteral("+34600");
        r.callbackUrl = QStringLiteral("https://x");
        QVERIFY(net::createBody(r).contains(QLatin1String("phone")) &&
                net::createBody(r).contains(QLatin1String("callback_url")));
    }
    void pointersFindWhatTheyName()
    {
        const QJsonObject o = QJsonDocument::fromJson(R"({"data":{"a/b":[{"id":"x"}]}})").object();
        QCOMPARE(net::atPointer(o, QStringLiteral("/data/a~1b/0/id")).toString(), QStringLiteral("x"));
        QVERIFY(net::atPointer(o, QStringLiteral("/data/none")).isUndefined());
    }
};
IDV_TEST(SailPointParts)

#include "tst_http.moc"
