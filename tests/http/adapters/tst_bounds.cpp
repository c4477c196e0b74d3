#include "httpd/server.h"
#include "net/http/http.h"
#include "net/receiver/authenticator.h"
#include "net/receiver/limiter.h"
#include "support/await.h"
#include "support/owntime.h"
#include "support/registry.h"
#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>

using core::ErrorCode;

namespace {

/// Sends `head`, then `piece` without end, as fast as the other side takes it.
class Endless final : public QTcpServer
{
public:
    Endless(const QByteArray &head, const QByteArray &piece) : m_head(head), m_piece(piece)
    {
        listen(QHostAddress::LocalHost);
    }
    qint64 sent = 0;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *s = new QTcpSocket(this);
        s->setSocketDescriptor(descriptor);
        connect(s, &QTcpSocket::readyRead, s, [this, s] {
            s->readAll();
            if (!std::exchange(m_isAnswering, true))
                s->write(m_head);
        });
        connect(s, &QTcpSocket::bytesWritten, s, [this, s](qint64 n) {
            sent += n;
            while (s->bytesToWrite() < 1024 * 1024)
                s->write(m_piece);
        });
    }

private:
    QByteArray m_head, m_piece;
    bool m_isAnswering = false;
};

net::HttpRequest get(quint16 port)
{
    net::HttpRequest r;
    r.url = QUrl(QStringLiteral("http://127.0.0.1:%1/x").arg(port));
    r.operation = QStringLiteral("/x");
    r.repeatable = true;
    r.deadline = std::chrono::seconds(20);
    return r;
}

net::HttpOptions quick(const QString &proxy = QStringLiteral("none"))
{
    net::HttpOptions o;
    o.proxy = proxy;
    o.firstPause = std::chrono::milliseconds(5);
    return o;
}

qint64 residentKiB()
{
    QFile f(QStringLiteral("/proc/self/statm"));
    return f.open(QIODevice::ReadOnly) ? f.readAll().split(' ').value(1).toLongLong() * 4 : 0;
}

} // namespace

// What somebody else sends takes no more than it is given: memory, requests, connections, time.
class Bounds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anEndlessAnswerIsCutWhereItIsBounded_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("piece");
        QTest::newRow("chunked") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
                                 << "10000\r\n" + QByteArray(65536, 'x') + "\r\n";
        QTest::newRow("until it closes") << QByteArray("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
                                         << QByteArray(65536, 'x');
        QTest::newRow("with a length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n")
                                       << QByteArray(65536, 'x');
    }
    void anEndlessAnswerIsCutWhereItIsBounded()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, piece);
        Endless peer(head, piece);
        net::Http http(quick(), std::make_shared<net::NoLimiter>(), std::make_shared<core::SystemClock>());
        auto r = get(peer.serverPort());
        r.maxBytes = 2'000'000;
        const qint64 before = residentKiB();
        const auto answer = support::await(http.send(r));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Protocol);
        QVERIFY2(
            peer.sent < 32LL * 1024 * 1024, qPrintable(QString::number(peer.sent))); // the bound, and what sockets hold
        QVERIFY2(residentKiB() - before < 64 * 1024, qPrintable(QString::number(residentKiB() - before)));
    }
    void exactlyTheBoundIsTaken()
    {
        httpd::Server server([](const httpd::Request &) {
            httpd::Response r;
            r.body = QByteArray(1'000'000, 'x');
            return r;
        });
        const quint16 port = *server.listen(QHostAddress::LocalHost, 0);
        net::Http http(quick(), std::make_shared<net::NoLimiter>(), std::make_shared<core::SystemClock>());
        auto r = get(port);
        r.maxBytes = 1'000'000;
        const auto answer = support::await(http.send(r));
        QVERIFY(answer);
        QCOMPARE(answer->body.size(), 1'000'000);
        r.maxBytes = 999'999;
        QCOMPARE(support::await(http.send(r)).error().code, ErrorCode::Protocol);
    }
    // "Retry-After: 0" is no licence: each pause is longer than the one before, and counts as it is waited.
    void whoeverAsksForNoPauseIsNotAskedWithoutEnd()
    {
        int asked = 0;
        httpd::Server server([&asked](const httpd::Request &) {
            ++asked;
            httpd::Response r;
            r.status = 429;
            r.headers.append(httpd::Header{"Retry-After", "0"});
            return r;
        });
        const quint16 port = *server.listen(QHostAddress::LocalHost, 0);
        net::Http http(quick(), std::make_shared<net::NoLimiter>(), std::make_shared<core::SystemClock>());
        bool isEnded = false;
        core::whenDone<net::HttpResponse>(
            http.send(get(port)), &http, [&isEnded](const core::Result<net::HttpResponse> &) { isEnded = true; });
        // The pauses between the questions are real ones.
        QTest::qWait(3000);
        // 5, 10, … 640 ms, then 640 ms each: with the real first pause of 300 ms some fifteen in a minute, before it
        // was 175.
        QVERIFY2(asked <= 14, qPrintable(QString::number(asked)));
        QVERIFY(asked >= 6 && !isEnded);
    }
    void whatIsForThisComputerNeverGoesThroughAProxy()
    {
        int proxied = 0, direct = 0;
        QTcpServer proxy;
        connect(&proxy, &QTcpServer::newConnection, &proxy, [&] {
            ++proxied;
            proxy.nextPendingConnection()->disconnectFromHost();
        });
        QVERIFY(proxy.listen(QHostAddress::LocalHost));
        httpd::Server vendor([&direct](const httpd::Request &) {
            ++direct;
            return httpd::Response{};
        });
        const quint16 port = *vendor.listen(QHostAddress::LocalHost, 0);
        const QString address = QStringLiteral("http://127.0.0.1:%1").arg(proxy.serverPort());
        net::Http http(quick(address), std::make_shared<net::NoLimiter>(), std::make_shared<core::SystemClock>());
        for (const char *host : {"127.0.0.1", "localhost"}) {
            for (const bool isRepeatable : {true, false}) {
                auto r = get(port);
                r.url.setHost(QLatin1String(host));
                r.repeatable = isRepeatable;
                QVERIFY(support::await(http.send(r)));
            }
        }
        QCOMPARE(direct, 4);
        QCOMPARE(proxied, 0);
        // Another host goes where it is sent: a look at the proxy, and the request.
        auto r = get(port);
        r.url = QUrl(QStringLiteral("http://vendor.example/x"));
        r.repeatable = false;
        (void)support::await(http.send(r));
        QCOMPARE(proxied, 2);
    }
    void idleConnectionsHoldNobodyOut()
    {
        httpd::Limits limits;
        limits.connections = 8;
        limits.perPeer = 8;
        httpd::Server server([](const httpd::Request &) { return httpd::Response{}; }, limits);
        const quint16 port = *server.listen(QHostAddress::LocalHost, 0);
        const auto asks = [](QTcpSocket &s) {
            s.write("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
            return QTest::qWaitFor(
                       [&s] { return s.bytesAvailable() > 0 || s.state() == QAbstractSocket::UnconnectedState; },
                       3000) &&
                   s.readAll().startsWith("HTTP/1.1 200");
        };
        std::vector<std::unique_ptr<QTcpSocket>> idle;
        for (int i = 0; i < 8; ++i) {
            idle.push_back(std::make_unique<QTcpSocket>());
            idle.back()->connectToHost(QHostAddress::LocalHost, port);
            QVERIFY(asks(*idle.back()));
        }
        QCOMPARE(server.liveConnections(), 8);
        // A callback comes in at once; the one that was idle longest made room.
        QElapsedTimer t;
        t.start();
        QTcpSocket callback;
        callback.connectToHost(QHostAddress::LocalHost, port);
        QVERIFY(asks(callback));
        QVERIFY2(t.elapsed() < 1000, qPrintable(QString::number(t.elapsed())));
        QCOMPARE(server.liveConnections(), 8);
        QTRY_COMPARE(idle.front()->state(), QAbstractSocket::UnconnectedState);
        QVERIFY(asks(*idle.back()));
    }
    void thoseAtWorkAreNotCutForANewOne()
    {
        httpd::Limits limits;
        limits.connections = limits.perPeer = 2;
        std::vector<httpd::Server::Reply> waiting;
        httpd::Server server(
            httpd::Server::AsyncHandler(
                [&waiting](const httpd::Request &, const httpd::Server::Reply &reply) { waiting.push_back(reply); }),
            limits);
        const quint16 port = *server.listen(QHostAddress::LocalHost, 0);
        std::vector<std::unique_ptr<QTcpSocket>> busy;
        for (int i = 0; i < 2; ++i) {
            busy.push_back(std::make_unique<QTcpSocket>());
            busy.back()->connectToHost(QHostAddress::LocalHost, port);
            busy.back()->write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        }
        QTRY_COMPARE(waiting.size(), size_t(2));
        QTcpSocket late;
        late.connectToHost(QHostAddress::LocalHost, port);
        QTRY_COMPARE(late.state(), QAbstractSocket::UnconnectedState);
        for (const auto &reply : waiting)
            reply(httpd::Response{});
        for (const auto &s : busy) {
            QTRY_VERIFY(s->bytesAvailable() > 0);
            QVERIFY(s->readAll().startsWith("HTTP/1.1 200"));
        }
    }
    void aFloodOfAddressesCostsNoneOfThem()
    {
        net::Limiter l(100);
        const auto flood = [&l](int from, int to) { // nanoseconds each
            support::OwnTime t;
            for (int i = from; i < to; ++i)
                (void)l.take(
                    QStringLiteral("10.%1.%2.%3").arg(i >> 16).arg((i >> 8) & 255).arg(i & 255), 1'000'000 + i / 100);
            return t.nsecsElapsed() / (to - from);
        };
        const qint64 few = flood(0, 4000), many = flood(4000, 200'000);
        QVERIFY2(many < 10 * few, qPrintable(QStringLiteral("%1 ns each among few, %2 among many")
                                                 .arg(few)
                                                 .arg(many))); // a sweep a request was some hundred times as much
    }
    void aSecretThatCannotBeUsedStartsNoReceiver_data()
    {
        QTest::addColumn<int>("auth");
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<bool>("isUsable");
        using enum domain::CallbackAuth;
        const auto row = [](const char *name, domain::CallbackAuth auth, const QByteArray &secret, bool usable) {
            QTest::newRow(name) << int(auth) << secret << usable;
        };
        row("Standard Webhooks", Hmac, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", true);
        row("a plain key", Hmac, "an-invented-key-of-32-characters", true);
        row("cut in the middle of base64", Hmac, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS", false);
        row("no base64", Hmac, "whsec_!!! no base64 at all, sorry !!!", false);
        row("the prefix alone", Hmac, "whsec_", false);
        row("base64 with a blank", Hmac, "whsec_MfKQ9r8GKYqrTwjU PD8ILPZIo2LaLaSw", false);
        row("a line end", Hmac, "an-invented-key-of-32-characters\n", false);
        row("a public key for a shared one", Hmac, "whpk_" + QByteArray(32, 'k').toBase64(), false);
        row("a public key", Ed25519, "whpk_" + QByteArray(32, 'k').toBase64(), true);
        row("a private key for a public one", Ed25519, "whsk_" + QByteArray(32, 'k').toBase64(), false);
        row("a short public key", Ed25519, QByteArray(31, 'k').toBase64(), false);
        row("a public key with a stray sign", Ed25519, "whpk_" + QByteArray(32, 'k').toBase64() + "*", false);
        row("name and password", Basic, "idv:an-invented-password", true);
        row("no password", Basic, "idv:", false);
        row("no name", Basic, ":password", false);
        row("no colon", Basic, "password", false);
        row("a bearer token", Bearer, "an-invented-token-of-length", true);
        row("a short token", Bearer, "short", false);
        row("a key as a token", Bearer, "whsk_" + QByteArray(32, 'k').toBase64(), false);
    }
    void aSecretThatCannotBeUsedStartsNoReceiver()
    {
        QFETCH(int, auth);
        QFETCH(QByteArray, secret);
        QFETCH(bool, isUsable);
        const auto fault = net::secretFault(domain::CallbackAuth(auth), core::makeSecret(secret));
        QVERIFY2(fault.has_value() != isUsable, fault ? qPrintable(fault->text) : "taken");
        QVERIFY(!fault || !fault->text.contains(QString::fromLatin1(secret)) || secret.size() < 10);
    }
};
IDV_TEST(Bounds)
#include "tst_bounds.moc"
