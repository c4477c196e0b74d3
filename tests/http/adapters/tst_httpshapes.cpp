#include "domain/text/messages.h"
#include "http/adapters/httppeer.h"
#include "net/http/http.h"
#include "net/sailpoint/answers.h"
#include "net/sailpoint/paths.h"
#include "support/await.h"
#include "support/registry.h"

using core::ErrorCode;
using net::HttpRequest;
using net::HttpResponse;
using support::HttpClient;
using support::HttpPeer;
using support::requestTo;

// What may leave at all, and what an answer says in its head and its errors.
class HttpShapes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
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
        HttpPeer peer([&](const httpd::Request &r) {
            ++calls;
            isInjected = isInjected || !r.header("X-Injected").isEmpty();
            httpd::Response a;
            a.body = "{}";
            return a;
        });
        HttpClient c;
        for (const bool isRead : {true, false}) {
            HttpRequest r = requestTo(QUrl(), method, isRead);
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
        // Whatever had left before would be there before this one.
        QVERIFY(bool(support::await(c.http.send(requestTo(peer.url(), "GET", true)))));
        QCOMPARE(calls, isSent ? 3 : 1);
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
        const auto fault = net::requestFault(requestTo(url, "GET", true));
        QVERIFY(fault);
        QCOMPARE(fault->code, ErrorCode::Usage);
    }
    void retryAfterIsRead_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("seconds"); // -1: it cannot be read
        const auto row = [](const char *value, qint64 seconds) {
            QTest::newRow(value) << QByteArray(value) << seconds;
        };
        row("7", 7);
        row(" 7 ", 7);
        row("0", 0);
        row("1.5", 2);
        row("0.2", 1);
        row("120.0", 120);
        row("Thu, 01 Jan 1970 00:01:00 GMT", 60);
        row("Thursday, 01-Jan-70 00:01:00 GMT", 60); // RFC 850
        row("Thu Jan  1 00:01:00 1970", 60);         // asctime
        row("Thu, 01 Jan 1970 00:00:00 GMT", 0);
        row("-1", -1);
        row("1e99", -1);
        row("nan", -1);
        row("soon", -1);
        row("", -1);
        row("Thu, 32 Jan 1970 00:01:00 GMT", -1);
    }
    void retryAfterIsRead()
    {
        QFETCH(QByteArray, value);
        QFETCH(qint64, seconds);
        const auto read = net::parseRetryAfter(value, 0);
        QCOMPARE(read ? qint64(read->count()) : -1, seconds);
    }
    void aYearOfTwoDigitsIsOfThisCentury()
    {
        QCOMPARE(
            net::parseHttpDate("Sunday, 29-Nov-26 11:00:00 GMT"), net::parseHttpDate("Sun, 29 Nov 2026 11:00:00 GMT"));
        QVERIFY(net::parseHttpDate("Sunday, 29-Nov-26 11:00:00 GMT").has_value());
    }
    void jsonThatDoesNotEnd_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("isCut");
        const auto row = [](const char *body, bool isCut) { QTest::newRow(body) << QByteArray(body) << isCut; };
        row("{}", false);
        row(" [1]\n", false);
        row("", false);
        row("null", false);
        row("<html>", false);
        row("[{\"id\":1},{\"id", true);
        row("{\"a\":[1,2", true);
        row("[{}", true);
        row("[{\"id\":1},{\"roles\":[1]", true); // it ends as a list does
        row("{\"a\":{\"b\":1}", true);
        row("[\"]\"", true);
        row("{\"a\":\"x}", true); // inside a string
        row("[\"a\\\"]\"]", false);
        row("{\"a\":\"{[[\"}", false);
        row("[\"\\\\\",{}]", false);
        row("{}}", false); // no cut: its reader says that it is no JSON
    }
    void jsonThatDoesNotEnd()
    {
        QFETCH(QByteArray, body);
        QTEST(net::isCutJson(body), "isCut");
    }
    void whatWasCutIsReadOnceMore_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<bool>("isRepeatable");
        QTest::addColumn<int>("asked");
        QTest::newRow("a read") << QByteArray("GET") << true << 2;
        QTest::newRow("a change") << QByteArray("POST") << false << 1;
    }
    void whatWasCutIsReadOnceMore()
    {
        QFETCH(QByteArray, method);
        QFETCH(bool, isRepeatable);
        QFETCH(int, asked);
        int calls = 0;
        support::HttpPeer peer([&calls](const httpd::Request &) {
            httpd::Response r;
            r.body = ++calls == 1 ? "[{\"id\":1},{\"i" : "[{\"id\":1},{\"id\":2}]"; // its length is its own
            return r;
        });
        support::HttpClient c;
        const auto answer = support::await(c.http.send(requestTo(peer.url(), method, isRepeatable)));
        QCOMPARE(calls, asked);
        QVERIFY(answer); // what a change was answered is for its reader to judge
        QCOMPARE(answer->body.endsWith(']'), isRepeatable);
    }
    void whereARedirectionLeads_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("cause");
        const auto row = [](const char *location, const char *target, const char *cause) {
            QTest::newRow(location) << QByteArray(location) << QString::fromLatin1(target)
                                    << QString::fromLatin1(cause);
        };
        row("https://login.acme.example/saml?token=SECRET", "login.acme.example", "sent-elsewhere");
        row("//login.acme.example/x", "login.acme.example", "sent-elsewhere");
        row("/login?goto=%2Fx", "/login", "sent-within");
        row("login", "/a/login", "sent-within");
        row("../login#SECRET", "/login", "sent-within");
        row("https://api.acme.example", "/", "sent-within");
        row("https://API.acme.example:443/v3/", "/v3/", "sent-within");
        row("http://api.acme.example/a", "http://api.acme.example", "sent-elsewhere");
        row("https://user:SECRET@api.acme.example:8443/a", "https://api.acme.example:8443", "sent-elsewhere");
        row("https://[2001:db8::1]/a", "2001:db8::1", "sent-elsewhere");
        row("", "", "");
        row("http://", "", "");
        row("mailto:ada@acme.example", "", "");
    }
    void whereARedirectionLeads()
    {
        QFETCH(QByteArray, location);
        net::HttpResponse r;
        r.status = 302;
        r.sentTo = net::redirectTarget(QUrl(QStringLiteral("https://api.acme.example/a/b")), location);
        QTEST(r.sentTo, "target");
        const auto e = net::errorFrom(r);
        QTEST(core::connectionCauseName(e.cause), "cause");
        const auto said = domain::userMessage(e, domain::Vendor::SailPoint);
        QCOMPARE(e.causeDetail, r.sentTo);
        QVERIFY(r.sentTo.isEmpty() || said.advice.contains(r.sentTo));
        QVERIFY(!domain::details(e).contains(QLatin1String("SECRET")));
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
IDV_TEST(HttpShapes)
#include "tst_httpshapes.moc"
