#include "callbacks/adapters/receiverstand.h"
#include "net/receiver/limiter.h"
#include "support/await.h"
#include "support/registry.h"

using support::receiverSettings;
using support::ReceiverStand;

// What is no callback gets its status, and whoever takes too much waits.
class RefusedRequests : public QObject
{
    Q_OBJECT
    static void row(const char *name, const QByteArray &bytes, int status) { QTest::newRow(name) << bytes << status; }
    static void addresses()
    {
        const QByteArray auth = "Authorization: Bearer " + support::receiverSecret + "\r\n";
        row("other path", ReceiverStand::request(support::soundCallback, auth, "/idv/callback/"), 404);
        row("other case", ReceiverStand::request(support::soundCallback, auth, "/IDV/callback"), 404);
        row("encoded path", ReceiverStand::request(support::soundCallback, auth, "/idv%2Fcallback"), 404);
        row("root", ReceiverStand::request(support::soundCallback, auth, "/"), 404);
        row("get", "GET /idv/callback HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 405);
        row("put", ReceiverStand::request(support::soundCallback, auth, "/idv/callback", "application/json", "PUT"),
            405);
        row("text", ReceiverStand::request(support::soundCallback, auth, "/idv/callback", "text/plain"), 415);
        row("form", ReceiverStand::request("a=b", auth, "/idv/callback", "application/x-www-form-urlencoded"), 415);
        row("latin-1",
            ReceiverStand::request(
                support::soundCallback, auth, "/idv/callback", "application/json; charset=iso-8859-1"),
            415);
    }
    static void bodies()
    {
        const QByteArray auth = "Authorization: Bearer " + support::receiverSecret + "\r\n";
        row("array", ReceiverStand::request("[1]", auth), 400);
        row("number", ReceiverStand::request("1", auth), 400);
        row("nothing", ReceiverStand::request("", auth), 400);
        row("truncated", ReceiverStand::request(support::soundCallback.left(60), auth), 400);
        row("two values", ReceiverStand::request(support::soundCallback + support::soundCallback, auth), 400);
        row("comment", ReceiverStand::request("/**/" + support::soundCallback, auth), 400);
        row("NaN", ReceiverStand::request(R"({"session_id":NaN})", auth), 400);
        row("bad UTF-8", ReceiverStand::request(QByteArray("{\"session_id\":\"\xff\xfe\"}"), auth), 400);
        row("twice",
            ReceiverStand::request(
                R"({"session_id":"k1-1","verification_status":"FAILED","verification_status":"VERIFIED"})", auth),
            400);
        row("twice inside", ReceiverStand::request(R"({"session_id":"k1-1","status":"x","a":[{"b":1,"b":2}]})", auth),
            400);
        row("twice escaped",
            ReceiverStand::request("{\"session_id\":\"k1-1\",\"status\":\"x\",\"\\u0073tatus\":\"y\"}", auth), 400);
        row("too deep",
            ReceiverStand::request(
                "{\"session_id\":\"k1-1\",\"status\":\"x\",\"a\":" + QByteArray(40, '[') + QByteArray(40, ']') + "}",
                auth),
            400);
        row("no session", ReceiverStand::request(R"({"verification_status":"VERIFIED"})", auth), 422);
        row("no status", ReceiverStand::request(R"({"session_id":"k1-1"})", auth), 422);
        row("session is an object", ReceiverStand::request(R"({"session_id":{},"status":"x"})", auth), 422);
        row("too large", ReceiverStand::request(QByteArray(70'000, ' '), auth), 413);
    }
    static void heads()
    {
        const QByteArray auth = "Authorization: Bearer " + support::receiverSecret + "\r\n";
        row("huge length", "POST /idv/callback HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n",
            400);
        row("no length", "POST /idv/callback HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n\r\n", 411);
        row("two lengths",
            "POST /idv/callback HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!", 400);
        row("chunked and length",
            "POST /idv/callback HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\nhello",
            400);
        row("another expectation", ReceiverStand::request(support::soundCallback, auth + "Expect: tea\r\n"), 417);
        row("two expectations",
            ReceiverStand::request(support::soundCallback, auth + "Expect: 100-continue\r\nExpect: 100-continue\r\n"),
            417);
        row("compressed", ReceiverStand::request(support::soundCallback, auth + "Content-Encoding: gzip\r\n"), 415);
        row("folded", ReceiverStand::request(support::soundCallback, auth + "X-A: b\r\n c\r\n"), 400);
        row("long line", ReceiverStand::request(support::soundCallback, auth, "/" + QByteArray(3000, 'a')), 414);
        row("large headers",
            ReceiverStand::request(support::soundCallback, auth + "X-A: " + QByteArray(17'000, 'a') + "\r\n"), 431);
        QByteArray many;
        for (int i = 0; i < 70; ++i)
            many += "X-" + QByteArray::number(i) + ": a\r\n";
        row("many headers", ReceiverStand::request(support::soundCallback, auth + many), 431);
        row("no host", "POST /idv/callback HTTP/1.1\r\nContent-Length: 0\r\n\r\n", 400);
        row("garbage", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc", 9) + QByteArray(200, '\x80') + "\r\n\r\n",
            400);
    }
private Q_SLOTS:
    void aNonceStandsOnce()
    {
        const QByteArray auth = "Authorization: Bearer " + support::receiverSecret + "\r\n";
        ReceiverStand s(receiverSettings(), "n0nce");
        for (const char *query : {"?n=n0nce&n=wrong", "?n=wrong&n=n0nce", "?n=n0nce&n=n0nce", "?n=n0nce&n="})
            QCOMPARE(
                s.status(ReceiverStand::request(support::soundCallback, auth, QByteArray("/idv/callback") + query)),
                400);
        QVERIFY(s.entries("new").isEmpty() && s.entries("quarantined").isEmpty());
        QCOMPARE(s.status(ReceiverStand::request(support::soundCallback, auth, "/idv/callback?n=n0nce")), 200);
    }
    void badRequestsGetTheirStatusAndNoEcho_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        addresses();
        bodies();
        heads();
    }
    void badRequestsGetTheirStatusAndNoEcho()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        ReceiverStand s;
        QCOMPARE(s.status(bytes), status);
        const qsizetype body = s.answer.indexOf("\r\n\r\n") + 4;
        QCOMPARE(s.answer.mid(body), QByteArray()); // nothing of what was sent, nothing at all
        QVERIFY(!s.answer.contains("Server:"));
        QVERIFY(s.entries("new").isEmpty() && s.entries("quarantined").isEmpty());
    }
    void slowSendersAreCutOff()
    {
        ReceiverStand s;
        QElapsedTimer t;
        t.start();
        const QByteArray start = "POST /idv/callback HTTP/1.1\r\nHost: x\r\nX-Slow: ";
        const QByteArray answer = s.raw({start, "a", "b", "c", "d", "e", "f"}, 1000, 3000);
        QVERIFY2(answer.startsWith("HTTP/1.1 408"), answer.constData());
        QVERIFY(t.elapsed() < 8000);
        // A packet of one byte each, but in time, is a whole request.
        QList<QByteArray> bytes;
        for (const char c : ReceiverStand::request())
            bytes << QByteArray(1, c);
        QVERIFY(s.raw(bytes).startsWith("HTTP/1.1 200"));
    }
    void tooManyIsSaid()
    {
        auto limited = receiverSettings();
        limited.perSecond = 2;
        ReceiverStand s(limited);
        int refused = 0;
        for (int i = 0; i < 12; ++i)
            refused += s.status(ReceiverStand::request(support::soundCallback + QByteArray(i, ' '))) == 429 ? 1 : 0;
        QCOMPARE(refused, 4); // a burst of four seconds' worth passes
        QVERIFY(s.answer.contains("Retry-After: 1"));
        s.clock->advance(1000);
        QCOMPARE(s.status(ReceiverStand::request(support::soundCallback + QByteArray(20, ' '))), 200);
    }
    void guessingASecretIsPaused()
    {
        net::Limiter l(100);
        bool starts = false;
        for (int i = 1; i < net::Limiter::failuresAllowed; ++i) {
            QCOMPARE(l.failed(QStringLiteral("a"), 1000, starts), 0);
            QVERIFY(!starts);
        }
        QCOMPARE(l.failed(QStringLiteral("a"), 1000, starts), 0);
        QVERIFY(starts);
        QCOMPARE(l.failed(QStringLiteral("a"), 1000, starts), 60);
        // Who signs in well passes from the same address: behind a relay it is everybody's.
        QCOMPARE(l.take(QStringLiteral("a"), 1000), 0);
        QCOMPARE(l.failed(QStringLiteral("b"), 1000, starts), 0);
        QCOMPARE(l.failed(QStringLiteral("a"), 61'001, starts), 0);
        QCOMPARE(net::peerKey(QStringLiteral("2001:db8:1:2:3:4:5:6")), QStringLiteral("2001:db8:1:2"));
        QCOMPARE(net::peerKey(QStringLiteral("10.0.0.1")), QStringLiteral("10.0.0.1"));
    }
};
IDV_TEST(RefusedRequests)
#include "tst_refusedrequests.moc"
