#include "httpd/parser.h"
#include "httpd/server.h"
#include "support/await.h"
#include "support/owntime.h"
#include "support/registry.h"
#include <QTcpSocket>

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
            [&] { return s.state() == QAbstractSocket::UnconnectedState || s.bytesAvailable() >= 12; }, 8000);
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
        row("chunked", "POST /x HTTP/1.1\r\n" + h + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n", "200");
        row("folded line", "GET /x HTTP/1.1\r\n" + h + "A: b\r\n c\r\n\r\n", "400");
        row("expect", "POST /x HTTP/1.1\r\n" + h + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n{}", "200");
        row("another expectation", "POST /x HTTP/1.1\r\n" + h + "Expect: x\r\nContent-Length: 2\r\n\r\n{}", "417");
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
        const QByteArray inChunks = "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
        QTest::newRow("chunks") << inChunks + "3\r\nabc\r\n1;x=y\r\nd\r\n0\r\n\r\n" << 0;
        QTest::newRow("fields behind chunks") << inChunks + "3\r\nabc\r\n0\r\nX-A: b\r\n\r\n" << 400;
        QTest::newRow("a chunk without its end") << inChunks + "3\r\nabcX\r\n0\r\n\r\n" << 400;
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
            QVERIFY(status != 0 || parser.done());
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
            support::OwnTime t;
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
#include "tst_strictserver.moc"
