#include "domain/text/messages.h"
#include "http/adapters/httppeer.h"
#include "net/http/contentcoding.h"
#include "net/sailpoint/answers.h"
#include "support/await.h"
#include "support/registry.h"

using net::DecodedBody;
using support::await;
using support::HttpClient;
using support::HttpPeer;
using support::requestTo;

namespace {

// Python's gzip and zlib wrote these.
const QByteArray whole = R"([{"id":1},{"id":2}])";
const QByteArray gzip = QByteArray::fromHex("1f8b08000000000002038bae56ca4c51b232acd581308c6a6301ead147fa13000000");
const QByteArray members = QByteArray::fromHex("1f8b08000000000002038bae56ca4c51b232ac0500a9ec713709000000"
                                               "1f8b0800000000000203d3a956ca4c51b232aa8d0500dc88367e0a000000");
const QByteArray zlibbed = QByteArray::fromHex("789c8bae56ca4c51b232acd581308c6a63013a7205ce");
const QByteArray bare = QByteArray::fromHex("8bae56ca4c51b232acd581308c6a6301");
const QByteArray twice =
    QByteArray::fromHex("1f8b080000000000020393efe660000126e6ee7561a77c023719adb9da68d09395ccf8eaa2"
                        "fb2f61a00c00755a413622000000");

} // namespace

// Bodies that were packed by others, over real sockets, as they come and as the ways of the world leave them.
class ContentCodings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCodingIsTakenOff_data()
    {
        QTest::addColumn<QByteArray>("coding");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("state");
        const auto row = [](const char *name, const char *coding, const QByteArray &body, DecodedBody::State state) {
            QTest::newRow(name) << QByteArray(coding) << body << int(state);
        };
        row("none", "", whole, DecodedBody::Whole);
        row("identity", "identity", whole, DecodedBody::Whole);
        row("gzip", "gzip", gzip, DecodedBody::Whole);
        row("another case", " GZip ", gzip, DecodedBody::Whole);
        row("its old name", "x-gzip", gzip, DecodedBody::Whole);
        row("two members", "gzip", members, DecodedBody::Whole);
        row("with an empty word", "gzip, identity", gzip, DecodedBody::Whole);
        row("one on another", "gzip, gzip", twice, DecodedBody::Whole);
        row("deflate", "deflate", zlibbed, DecodedBody::Whole);
        row("deflate without its head", "deflate", bare, DecodedBody::Whole);
        row("cut in the middle", "gzip", gzip.left(20), DecodedBody::Cut);
        row("without the check sum", "gzip", gzip.chopped(8), DecodedBody::Cut);
        row("another check sum", "gzip", gzip.chopped(5) + QByteArray(5, 'x'), DecodedBody::Cut);
        row("not packed at all", "gzip", whole, DecodedBody::Cut);
        row("a second member that is cut", "gzip", members.chopped(3), DecodedBody::Cut);
        row("cut inside the inner one", "gzip, gzip", twice.left(20), DecodedBody::Cut);
        row("deflate, cut", "deflate", zlibbed.left(12), DecodedBody::Cut);
        row("brotli", "br", "\x0b\x09\x80", DecodedBody::Unknown);
        row("one of two is not known", "br, gzip", gzip, DecodedBody::Unknown);
    }
    void everyCodingIsTakenOff()
    {
        QFETCH(QByteArray, coding);
        QFETCH(QByteArray, body);
        QFETCH(int, state);
        const auto out = net::decodedBody(coding, body, 1000);
        QCOMPARE(int(out.state), state);
        QCOMPARE(out.body, state == DecodedBody::Whole ? whole : QByteArray());
        QCOMPARE(out.coding, state == DecodedBody::Unknown ? QByteArray("br") : QByteArray());
        // Over a socket: a read is asked once more where it was cut, a change never.
        for (const bool isRead : {true, false}) {
            int calls = 0;
            QByteArray asked;
            HttpPeer peer([&](const httpd::Request &r) {
                asked = r.header("Accept-Encoding");
                httpd::Response answer;
                const bool isAgain = ++calls > 1;
                answer.body = isAgain ? gzip : body;
                if (isAgain || !coding.isEmpty())
                    answer.headers.append(httpd::Header{"Content-Encoding", isAgain ? QByteArray("gzip") : coding});
                return answer;
            });
            HttpClient c;
            const auto got = await(c.http.send(requestTo(peer.url(), isRead ? "GET" : "POST", isRead)));
            const bool isAskedAgain = isRead && state == DecodedBody::Cut;
            QCOMPARE(calls, isAskedAgain ? 2 : 1);
            QCOMPARE(asked, net::acceptedCodings());
            QCOMPARE(bool(got), state == DecodedBody::Whole || isAskedAgain);
            if (got) {
                QCOMPARE(got->body, whole);
                continue;
            }
            QCOMPARE(got.error().code, core::ErrorCode::Protocol);
            QVERIFY(got.error().mayHaveReachedServer);
            QCOMPARE(core::connectionCauseName(got.error().cause),
                state == DecodedBody::Unknown ? QStringLiteral("unknown-coding") : QString());
            QCOMPARE(
                domain::userMessage(got.error(), domain::Vendor::SailPoint).advice.contains(QStringLiteral("“br”")),
                state == DecodedBody::Unknown);
        }
    }
    void whatIsPackedSmallMayStillBeTooLarge()
    {
        // A hundred thousand blanks in a hundred bytes, and a bound between them.
        const QByteArray bomb = qCompress(QByteArray(100'000, ' '), 9).mid(4);
        QVERIFY(bomb.size() < 1000);
        QCOMPARE(net::decodedBody("deflate", bomb, 99'999).state, DecodedBody::TooLarge);
        QCOMPARE(net::decodedBody("deflate", bomb, 100'000).state, DecodedBody::Whole);
        HttpPeer peer([&](const httpd::Request &) {
            httpd::Response answer;
            answer.body = bomb;
            answer.headers.append(httpd::Header{"Content-Encoding", "deflate"});
            return answer;
        });
        HttpClient c;
        auto request = requestTo(peer.url(), "GET", true);
        request.maxBytes = 50'000;
        const auto got = await(c.http.send(request));
        QVERIFY(!got);
        QVERIFY2(got.error().text.contains(QLatin1String("larger")), qPrintable(got.error().text));
    }
    void nothingStaysNothing()
    {
        for (const char *coding : {"gzip", "br", "deflate, gzip"})
            QCOMPARE(net::decodedBody(coding, {}, 10).state, DecodedBody::Whole);
    }
};
IDV_TEST(ContentCodings)
#include "tst_contentcoding.moc"
