#include "httpd/connection.h"
#include "support/registry.h"
#include <QTcpServer>
#include <QTcpSocket>
#include <QtTest>

using namespace std::chrono_literals;

namespace {

/// One client of ours and the server's side of it, which is what is looked at.
struct Pair
{
    explicit Pair(httpd::Server::AsyncHandler h, const std::function<void(httpd::Limits &)> &change = {})
        : handler(std::move(h))
    {
        if (change)
            change(limits);
        QVERIFY(listener.listen(QHostAddress::LocalHost, 0));
        client.connectToHost(QHostAddress::LocalHost, listener.serverPort());
        QTRY_VERIFY(listener.hasPendingConnections());
        QTcpSocket *socket = listener.nextPendingConnection();
        connection = new httpd::Connection(socket, handler, limits, told);
        QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    }
    void send(const QByteArray &bytes)
    {
        client.write(bytes);
        client.flush();
    }
    void post(const QByteArray &body = "{}", const QByteArray &more = {})
    {
        send("POST /x HTTP/1.1\r\nHost: x\r\n" + more + "Content-Length: " + QByteArray::number(body.size()) +
             "\r\n\r\n" + body);
    }
    QByteArray answer(const QByteArray &until)
    {
        (void)QTest::qWaitFor(
            [&] {
                seen += client.readAll();
                return seen.contains(until) || client.state() == QAbstractSocket::UnconnectedState;
            },
            5000);
        seen += client.readAll();
        return seen;
    }
    bool isClosed()
    {
        return QTest::qWaitFor([&] { return client.state() == QAbstractSocket::UnconnectedState; }, 5000);
    }
    httpd::Server::AsyncHandler handler;
    httpd::Limits limits;
    httpd::Server::Told told;
    QTcpServer listener;
    QTcpSocket client;
    QPointer<httpd::Connection> connection;
    QByteArray seen;
};

httpd::Response saying(const QByteArray &body, httpd::Damage damage = httpd::Damage::None)
{
    httpd::Response r;
    r.body = body;
    r.damage = damage;
    return r;
}

httpd::Server::AsyncHandler always(const httpd::Response &r)
{
    return [r](const httpd::Request &, const httpd::Server::Reply &reply) { reply(r); };
}

} // namespace

class OneHttpConnection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void requestsAreAnsweredInTheirOrderOnOneConnection()
    {
        int n = 0;
        Pair p([&n](const httpd::Request &r, const httpd::Server::Reply &reply) {
            reply(saying(r.body + "-" + QByteArray::number(++n)));
        });
        p.send(
            "POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\naPOST /x HTTP/1.1\r\nHost: x\r\nContent-Length: "
            "1\r\n\r\nb");
        const QByteArray all = p.answer("b-2");
        QVERIFY(all.contains("a-1"));
        QVERIFY(all.indexOf("a-1") < all.indexOf("b-2"));
        QCOMPARE(all.count("HTTP/1.1 200 OK"), 2);
        QVERIFY(!all.contains("Connection: close"));
    }
    void anAnswerMayComeLater()
    {
        httpd::Server::Reply kept;
        Pair p([&kept](const httpd::Request &, const httpd::Server::Reply &reply) { kept = reply; });
        p.post();
        QTRY_VERIFY(bool(kept));
        QVERIFY(!p.connection->idleFor()); // at work
        kept(saying("later"));
        QVERIFY(p.answer("later").contains("later"));
        kept(saying("twice")); // an answer is given once
        QTest::qWait(50);
        QVERIFY(!p.client.readAll().contains("twice"));
    }
    void whoHasLeftIsNoError()
    {
        httpd::Server::Reply kept;
        Pair p([&kept](const httpd::Request &, const httpd::Server::Reply &reply) { kept = reply; });
        p.post();
        QTRY_VERIFY(bool(kept));
        p.client.abort();
        QTRY_VERIFY(p.connection.isNull());
        kept(saying("nobody hears it"));
    }
    void itIsIdleBetweenTwoRequestsOnly()
    {
        Pair p(always(saying("ok")));
        QVERIFY(!p.connection->idleFor()); // nothing was asked yet
        p.post();
        (void)p.answer("ok");
        QTRY_VERIFY(p.connection->idleFor().has_value());
        const auto first = *p.connection->idleFor();
        QTest::qWait(30);
        QVERIFY(*p.connection->idleFor() > first);
        p.send("POST /x HTT");
        QTRY_VERIFY(!p.connection->idleFor());
    }
    void whoIsSlowIsTold()
    {
        Pair p(always(saying("ok")), [](httpd::Limits &l) { l.headerTime = 100ms; });
        p.send("POST /x HTTP/1.1\r\nHos");
        QVERIFY(p.answer("\r\n\r\n").startsWith("HTTP/1.1 408"));
        QVERIFY(p.isClosed());
    }
    void whoSaysNothingIsLeft()
    {
        Pair p(always(saying("ok")), [](httpd::Limits &l) { l.headerTime = 50ms; });
        QVERIFY(p.isClosed());
        QVERIFY(p.answer("x").isEmpty());
    }
    void aBodyThatDoesNotComeIsNotWaitedForLong()
    {
        Pair p(always(saying("ok")), [](httpd::Limits &l) { l.bodyTime = 100ms; });
        p.send("POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc");
        QVERIFY(p.answer("\r\n\r\n").startsWith("HTTP/1.1 408"));
    }
    void anIdleOneIsClosed()
    {
        Pair p(always(saying("ok")), [](httpd::Limits &l) { l.idleTime = 50ms; });
        p.post();
        (void)p.answer("ok");
        QVERIFY(p.isClosed());
    }
    void whatIsTooLargeIsRefusedWhileItIsStillSent()
    {
        bool isAsked = false;
        Pair p(
            [&isAsked](const httpd::Request &, const httpd::Server::Reply &reply) {
                isAsked = true;
                reply(saying("ok"));
            },
            [](httpd::Limits &l) { l.bodyBytes = 100; });
        p.post(QByteArray(5000, 'x'));
        QVERIFY(p.answer("\r\n\r\n").startsWith("HTTP/1.1 413"));
        QVERIFY(p.isClosed());
        QVERIFY(!isAsked);
    }
    void anAnswerIsDamagedAsAsked()
    {
        Pair cut(always(saying("0123456789", httpd::Damage::CutBody)));
        cut.post();
        QVERIFY(cut.isClosed());
        QVERIFY(cut.answer("x").endsWith("\r\n\r\n01234"));
        Pair reset(always(saying("0123456789", httpd::Damage::Reset)));
        reset.post();
        QVERIFY(reset.isClosed());
        QVERIFY(reset.answer("x").isEmpty());
        Pair drip(always(saying("abc", httpd::Damage::Drip)));
        drip.post();
        QVERIFY(drip.isClosed());
        QVERIFY(drip.answer("x").endsWith("\r\n\r\nabc"));
    }
    void anAnswerWithoutABodyHasNone()
    {
        httpd::Response none = saying("never sent");
        none.status = 204;
        none.headers.append(httpd::Header{"X-More", "1"});
        Pair p(always(none));
        p.post("{}", "Connection: close\r\n");
        QVERIFY(p.isClosed());
        const QByteArray all = p.answer("x");
        QVERIFY(all.startsWith("HTTP/1.1 204 No Content\r\n"));
        QVERIFY(all.contains("X-More: 1\r\n") && all.contains("Connection: close\r\n"));
        QVERIFY(!all.contains("Content-Length") && !all.contains("never sent"));
    }
    void anAnswerIsDelayedAsAsked()
    {
        auto late = saying("late");
        late.delay = 80ms;
        Pair p(always(late));
        QElapsedTimer t;
        t.start();
        p.post();
        QVERIFY(p.answer("late").contains("late"));
        QVERIFY(t.elapsed() >= 70);
    }
    void itGoesWithItsSocket()
    {
        Pair p(always(saying("ok")));
        p.client.disconnectFromHost();
        QTRY_VERIFY(p.connection.isNull());
    }
};
IDV_TEST(OneHttpConnection)
#include "tst_connection.moc"
