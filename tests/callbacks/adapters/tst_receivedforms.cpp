#include "callbacks/adapters/receiverstand.h"
#include "net/receiver/admission.h"
#include "support/await.h"
#include "support/registry.h"
#include <QSignalSpy>

using domain::CallbackVerdict;
using support::receiverSettings;
using support::ReceiverStand;
using support::soundCallback;

namespace {

/// In chunks of `size` bytes, the last of them said to be the last.
QByteArray chunked(const QByteArray &body, qsizetype size, const QByteArray &extension = {})
{
    QByteArray out;
    for (qsizetype at = 0; at < body.size(); at += size) {
        const QByteArray piece = body.mid(at, size);
        out += QByteArray::number(piece.size(), 16) + extension + "\r\n" + piece + "\r\n";
    }
    return out + "0\r\n";
}

QByteArray headed(const QByteArray &more, const QByteArray &version = "1.1")
{
    return "POST /idv/callback HTTP/" + version +
           "\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer " + support::receiverSecret +
           "\r\n" + more + "\r\n";
}

const QByteArray inChunks = QByteArrayLiteral("Transfer-Encoding: chunked\r\n");

} // namespace

// The forms in which HTTP clients of the world send the same message, and what becomes of what is none.
class ReceivedForms : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aBodyInChunks_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QByteArray &bytes, int status) {
            QTest::newRow(name) << bytes << status;
        };
        row("one", headed(inChunks) + chunked(soundCallback, 1000) + "\r\n", 200);
        row("many", headed(inChunks) + chunked(soundCallback, 7) + "\r\n", 200);
        row("of a byte each", headed(inChunks) + chunked(soundCallback, 1) + "\r\n", 200);
        row("another case", headed("transfer-encoding: Chunked\r\n") + chunked(soundCallback, 50) + "\r\n", 200);
        row("with an extension", headed(inChunks) + chunked(soundCallback, 50, ";a=b") + "\r\n", 200);
        row("nothing", headed(inChunks) + "0\r\n\r\n", 400);
        row("no number", headed(inChunks) + "x\r\nhello\r\n0\r\n\r\n", 400);
        row("a number that is none", headed(inChunks) + "-5\r\nhello\r\n0\r\n\r\n", 400);
        row("a number beyond all", headed(inChunks) + "ffffffffffffffffff\r\nhello", 400);
        row("longer than it says", headed(inChunks) + "2\r\nhello\r\n0\r\n\r\n", 400);
        row("fields behind it", headed(inChunks) + chunked(soundCallback, 50) + "X-Signature: a\r\n\r\n", 400);
        row("too large", headed(inChunks) + chunked(QByteArray(70'000, ' '), 9000) + "\r\n", 413);
        row("said to be too large", headed(inChunks) + "fffffff\r\n", 413);
        row("more about it than of it",
            headed(inChunks) + chunked(QByteArray(3000, ' '), 1, ';' + QByteArray(200, 'a')) + "\r\n", 413);
        row("an extension without end", headed(inChunks) + "5;" + QByteArray(70'000, 'a'), 400);
        row("a length, too", headed(inChunks + "Content-Length: 5\r\n") + chunked(soundCallback, 50) + "\r\n", 400);
        row("twice", headed(inChunks + inChunks) + chunked(soundCallback, 50) + "\r\n", 400);
        row("on top of another", headed("Transfer-Encoding: gzip, chunked\r\n") + "0\r\n\r\n", 501);
        row("another", headed("Transfer-Encoding: gzip\r\n"), 501);
        row("of HTTP 1.0", headed(inChunks, "1.0") + chunked(soundCallback, 50) + "\r\n", 400);
    }
    void aBodyInChunks()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        ReceiverStand s;
        QCOMPARE(s.status(bytes), status);
        QCOMPARE(s.entries("new").size(), status == 200 ? 1 : 0);
        if (bytes.size() > 3000)
            return;
        // The same byte by byte.
        QList<QByteArray> pieces;
        for (const char c : bytes)
            pieces << QByteArray(1, c);
        ReceiverStand slow;
        QCOMPARE(slow.raw(pieces).mid(9, 3).toInt(), status);
    }
    void twoOnOneConnection()
    {
        ReceiverStand s;
        const QByteArray one = headed(inChunks) + chunked(soundCallback, 20) + "\r\n";
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, s.port);
        QVERIFY(socket.waitForConnected(2000));
        socket.write(one + one);
        QByteArray answer;
        QVERIFY(QTest::qWaitFor([&] { return (answer += socket.readAll()).count("HTTP/1.1 200") == 2; }, 4000));
    }
    void whoWaitsForAWordGetsIt()
    {
        ReceiverStand s;
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, s.port);
        QVERIFY(socket.waitForConnected(2000));
        socket.write(
            headed("Expect: 100-continue\r\nContent-Length: " + QByteArray::number(soundCallback.size()) + "\r\n"));
        QVERIFY(QTest::qWaitFor([&] { return socket.bytesAvailable() > 0; }, 4000));
        QCOMPARE(socket.readAll(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
        QVERIFY(s.entries("new").isEmpty());
        socket.write(soundCallback);
        QVERIFY(QTest::qWaitFor([&] { return socket.bytesAvailable() > 0; }, 4000));
        QVERIFY(socket.readAll().startsWith("HTTP/1.1 200"));
        // Who sends at once hears the answer alone.
        QVERIFY(s.raw({headed("Expect: 100-Continue\r\nConnection: close\r\nContent-Length: " +
                              QByteArray::number(soundCallback.size() + 1) + "\r\n") +
                          soundCallback + ' '})
                    .startsWith("HTTP/1.1 200"));
    }
    void mediaTypes_data()
    {
        QTest::addColumn<bool>("isTaken");
        for (const char *yes :
            {"application/json", "Application/JSON", "application/json;charset=utf-8", "application/json; charset=UTF8",
                "application/json; charset=\"utf-8\"", "application/json ; a=b; charset=utf8",
                "application/vnd.acme.result+json", "application/cloudevents+json; charset=UTF-8", "application/json;"})
            QTest::newRow(yes) << true;
        for (const char *no : {"", "text/json", "text/plain", "application/json; charset=utf-16", "application/+json",
                 "application/jsonp", "application/x-www-form-urlencoded", "application/json; a=b; charset=latin1",
                 "application/json, text/html"})
            QTest::newRow(no) << false;
    }
    void mediaTypes()
    {
        QFETCH(bool, isTaken);
        const QByteArray type = QTest::currentDataTag();
        QCOMPARE(net::isJsonType(type), isTaken);
        ReceiverStand s;
        QCOMPARE(s.status(ReceiverStand::request(soundCallback,
                     "Authorization: Bearer " + support::receiverSecret + "\r\n", "/idv/callback", type)),
            isTaken ? 200 : 415);
    }
    // What never became a request is a line, too, with who it was.
    void whatIsRefusedBelowHttpIsTold_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QByteArray &bytes, const char *verdict, int status) {
            QTest::newRow(name) << bytes << QString::fromLatin1(verdict) << status;
        };
        row("no HTTP", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc", 9) + "\r\n\r\n", "malformed", 400);
        row("a broken head", "POST / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "malformed", 400);
        row("no length", "POST /idv/callback HTTP/1.1\r\nHost: a\r\n\r\n", "malformed", 411);
        row("compressed",
            "POST /idv/callback HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Encoding: gzip\r\n\r\nx",
            "malformed", 415);
        row("a long line", "GET /" + QByteArray(3000, 'a') + " HTTP/1.1\r\n\r\n", "too-large", 414);
        row("a large head", "GET / HTTP/1.1\r\nX: " + QByteArray(20'000, 'a') + "\r\n\r\n", "too-large", 431);
        row("a large body", "POST /idv/callback HTTP/1.1\r\nHost: a\r\nContent-Length: 70000\r\n\r\n", "too-large",
            413);
        row("half a head", "POST /idv/callback HTTP/1.1\r\nHo", "too-slow", 408);
    }
    void whatIsRefusedBelowHttpIsTold()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, verdict);
        QFETCH(int, status);
        ReceiverStand s;
        QList<net::ReceivedRequest> told;
        connect(&s.receiver, &net::Receiver::handled, this, [&told](const net::ReceivedRequest &r) { told << r; });
        (void)s.raw({bytes}, 0, 7000);
        QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, 2000);
        QCOMPARE(domain::callbackVerdictKey(told.first().verdict), verdict);
        QCOMPARE(told.first().status, status);
        QCOMPARE(told.first().peer, QStringLiteral("127.0.0.1"));
        QCOMPARE(told.first().at, s.clock->now());
        QVERIFY(!domain::callbackVerdictText(told.first().verdict).isEmpty());
    }
    void whoSpeaksNoTlsIsTold()
    {
        auto settings = receiverSettings();
        settings.tls = domain::ReceiverTls::Generated;
        ReceiverStand s(receiverSettings());
        s.receiver.stop();
        const auto made = net::makeCertificate({QStringLiteral("127.0.0.1")}, QDateTime::currentMSecsSinceEpoch());
        QVERIFY(made);
        s.options.settings = settings;
        s.options.certificatePem = made->certificatePem;
        s.options.keyPem = made->keyPem;
        s.start();
        QList<net::ReceivedRequest> told;
        connect(&s.receiver, &net::Receiver::handled, this, [&told](const net::ReceivedRequest &r) { told << r; });
        (void)s.raw({ReceiverStand::request()}, 0, 2000);
        QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, 8000);
        QCOMPARE(told.first().verdict, CallbackVerdict::NoTls);
        QTest::qWait(100);
        QCOMPARE(told.size(), 1); // once
    }
    void whoFindsNoRoomIsTold()
    {
        auto settings = receiverSettings();
        settings.maxPerPeer = 1;
        ReceiverStand s(settings);
        QList<net::ReceivedRequest> told;
        connect(&s.receiver, &net::Receiver::handled, this, [&told](const net::ReceivedRequest &r) { told << r; });
        QTcpSocket first, second;
        first.connectToHost(QHostAddress::LocalHost, s.port);
        QVERIFY(first.waitForConnected(2000));
        first.write("POST");
        first.flush();
        second.connectToHost(QHostAddress::LocalHost, s.port);
        QTRY_VERIFY_WITH_TIMEOUT(!told.isEmpty(), 3000);
        QCOMPARE(told.first().verdict, CallbackVerdict::NoRoom);
    }
};
IDV_TEST(ReceivedForms)
#include "tst_receivedforms.moc"
