#include "httpd/server.h"
#include "net/sailpoint/api.h"
#include "support/await.h"
#include "support/fakeclock.h"
#include "support/registry.h"
#include <QSignalSpy>
#include <QtTest>

using domain::PathStyle;
using support::await;

namespace {

/// A SailPoint whose paths end, and how. Its answers are this test's own.
struct EndingPaths
{
    explicit EndingPaths(PathStyle style = PathStyle::Auto)
    {
        tenant.sailpointUrl = QStringLiteral("http://127.0.0.1:%1").arg(*server.listen(QHostAddress::LocalHost, 0));
        tenant.clientId = QStringLiteral("client");
        tenant.pathStyle = style;
        api = std::make_unique<net::sailpoint::Api>(
            tenant, http, [] { return core::ready<core::SecretPtr>(core::makeSecret("a-secret")); }, clock);
        moved = std::make_unique<QSignalSpy>(api.get(), &net::sailpoint::Api::movedToPerServicePaths);
    }
    httpd::Response answer(const httpd::Request &r)
    {
        httpd::Response out;
        if (r.path == "/oauth/token") {
            out.body = R"({"access_token":"0123456789abcdef","token_type":"bearer","expires_in":749})";
            return out;
        }
        seen << r.method + ' ' + r.path;
        const bool isOld = r.path.startsWith("/v2024/");
        out.status = isOld ? oldStatus : newStatus;
        if (!missing.isEmpty() && r.path == missing)
            out.status = 404;
        out.body = isOld ? QByteArray("[\"old\"]") : newBody;
        if (isOld && isDeprecated)
            out.headers.append(httpd::Header{"X-Deprecated", "true"});
        return out;
    }
    static net::sailpoint::Call asked(
        const char *method, const char *service, const char *rest = "", const char *operation = "")
    {
        net::sailpoint::Call c;
        c.method = method;
        c.service = QLatin1String(service);
        c.rest = QLatin1String(rest);
        c.operation = *operation ? QLatin1String(operation) : c.service;
        return c;
    }
    net::HttpResponse call(const char *method, const char *service, const char *rest = "", const char *operation = "")
    {
        const auto r = await(api->send(asked(method, service, rest, operation)));
        return r ? *r : net::HttpResponse();
    }
    bool settled(qsizetype calls)
    {
        return QTest::qWaitFor([&] { return seen.size() >= calls; }, 5000) && seen.size() == calls;
    }

    std::shared_ptr<support::FakeClock> clock = std::make_shared<support::FakeClock>(1'782'900'000'000);
    httpd::Server server{httpd::Server::Handler([this](const httpd::Request &r) { return answer(r); })};
    net::Http http{{}, std::make_shared<net::NoLimiter>(), clock};
    domain::Tenant tenant;
    std::unique_ptr<net::sailpoint::Api> api;
    std::unique_ptr<QSignalSpy> moved;
    QList<QByteArray> seen;
    bool isDeprecated = false;
    QByteArray missing; ///< a path that is 404, whatever the others are
    QByteArray newBody = "[\"new\"]";
    int oldStatus = 200;
    int newStatus = 200;
};

} // namespace

// A tenant goes over to the per-service paths when SailPoint says so and they answer; nothing is done twice for it.
class PathsThatEnd : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsDeprecatedIsAnsweredAndLeft()
    {
        EndingPaths p;
        p.isDeprecated = true;
        QCOMPARE(p.call("GET", "/identities").body, QByteArray("[\"old\"]"));
        QCOMPARE(p.moved->size(), 1);
        QCOMPARE(p.seen, (QList<QByteArray>{"GET /v2024/identities", "GET /identities/v1"}));
        QCOMPARE(p.call("POST", "/search").body, QByteArray("[\"new\"]"));
        QCOMPARE(p.seen.last(), QByteArray("POST /search/v1"));
        QCOMPARE(p.api->deprecated().value(QStringLiteral("/identities")), 1);
        QCOMPARE(p.api->tenant().movedToV1At, p.clock->now());
    }
    void aListThatEndedIsReadByTheOtherPaths()
    {
        EndingPaths p;
        p.oldStatus = 410;
        QCOMPARE(p.call("GET", "/identities").body, QByteArray("[\"new\"]"));
        QCOMPARE(p.moved->size(), 1);
        QCOMPARE(p.seen.last(), QByteArray("GET /v2024/public-identities"));
        QCOMPARE(p.call("GET", "/accounts", "/1", "/accounts/{id}").body, QByteArray("[\"new\"]"));
    }
    // One list that a tenant does not have says nothing about the others.
    void aListThatIsMissingByItselfMovesNothing()
    {
        EndingPaths p;
        p.missing = "/v2024/approvals";
        QCOMPARE(p.call("GET", "/approvals").status, 404);
        QCOMPARE(p.moved->size(), 0);
        QCOMPARE(p.seen.size(), 3);
        QCOMPARE(p.call("GET", "/identities").body, QByteArray("[\"old\"]"));
    }
    void whatIsUnderWayIsReadAgain()
    {
        EndingPaths p;
        p.oldStatus = 410;
        QList<core::Async<net::HttpResponse>> all;
        for (const char *service : {"/identities", "/accounts", "/workflows", "/triggers"})
            all << p.api->send(p.asked("GET", service));
        for (const auto &one : all) {
            const auto r = await(one);
            QVERIFY(r);
            QCOMPARE(r->body, QByteArray("[\"new\"]"));
        }
        QCOMPARE(p.moved->size(), 1);
        QCOMPARE(p.seen.count("GET /v2024/public-identities"), 1);
    }
    void aPageOfAGatewayIsNoAnswer()
    {
        EndingPaths p;
        p.isDeprecated = true;
        p.newBody = "<html>Sign in</html>";
        p.call("GET", "/identities");
        QCOMPARE(p.moved->size(), 0);
    }
    // What could not be asked is asked again soon, and not tomorrow.
    void onlyWhatIsNotThereCountsForTheDay()
    {
        EndingPaths p;
        p.isDeprecated = true;
        p.newStatus = 403;
        p.call("GET", "/identities");
        p.call("GET", "/identities");
        QCOMPARE(p.seen.count("GET /identities/v1"), 1);
        p.clock->advance(6 * core::minuteMs);
        p.newStatus = 200;
        p.call("GET", "/identities");
        QCOMPARE(p.moved->size(), 1);
    }
    // Whether it was done is not known by the path it was sent to: it is sent once, and its answer is its answer.
    void aChangeIsNeverSentByBoth()
    {
        EndingPaths p;
        p.isDeprecated = true;
        p.oldStatus = 404;
        for (const char *method : {"POST", "PATCH", "PUT", "DELETE"})
            QCOMPARE(p.call(method, "/accounts").status, 404);
        QVERIFY(p.settled(4));
        QCOMPARE(p.moved->size(), 0);
        QCOMPARE(p.api->deprecated().value(QStringLiteral("/accounts")), 4);
    }
    // Somebody is missing only where the paths are there; that is asked once a minute.
    void somebodyIsMissingOnlyWhereThePathsAreThere()
    {
        EndingPaths p;
        p.missing = "/v2024/identities/1";
        for (int i = 0; i < 3; ++i)
            QCOMPARE(p.call("GET", "/identities", "/1", "/identities/{id}").status, 404);
        QCOMPARE(p.seen.count("GET /v2024/public-identities"), 1);
        QCOMPARE(p.moved->size(), 0);
        p.clock->advance(core::minuteMs);
        p.oldStatus = 404;
        QCOMPARE(p.call("GET", "/identities", "/1", "/identities/{id}").body, QByteArray("[\"new\"]"));
        QCOMPARE(p.moved->size(), 1);
    }
    void whoIsUnderWayWhenThePathsEndIsAskedAgain()
    {
        EndingPaths p;
        p.oldStatus = 410;
        QList<core::Async<net::HttpResponse>> all;
        for (const char *id : {"/1", "/2", "/3"})
            all << p.api->send(p.asked("GET", "/identities", id, "/identities/{id}"));
        for (const auto &one : all) {
            const auto r = await(one);
            QVERIFY(r);
            QCOMPARE(r->body, QByteArray("[\"new\"]"));
        }
        QCOMPARE(p.moved->size(), 1);
        QCOMPARE(p.seen.count("GET /v2024/public-identities"), 1);
    }
    // Nobody is said to be gone by an address that has nothing at all, or by paths that were chosen and ended.
    void nobodyIsMissingWhereNothingIsThere()
    {
        for (const auto style : {PathStyle::Auto, PathStyle::V2024}) {
            EndingPaths p(style);
            p.oldStatus = 404;
            p.newStatus = style == PathStyle::Auto ? 404 : 200;
            const auto r = await(p.api->send(p.asked("GET", "/identities", "/1", "/identities/{id}")));
            QVERIFY(!r);
            QCOMPARE(r.error().code, core::ErrorCode::Protocol);
            QVERIFY(r.error().text.contains(QLatin1String("v2024")));
            QCOMPARE(p.moved->size(), 0);
        }
    }
    void aListThatNeitherHasIsMissing()
    {
        EndingPaths p;
        p.oldStatus = p.newStatus = 404;
        QCOMPARE(p.call("GET", "/identities").status, 404);
        QVERIFY(p.settled(2));
        QCOMPARE(p.moved->size(), 0);
        QCOMPARE(p.seen.last(), QByteArray("GET /identities/v1"));
    }
    void theOthersAreTriedOnceADay()
    {
        EndingPaths p;
        p.isDeprecated = true;
        p.newStatus = 404;
        for (int i = 0; i < 3; ++i)
            p.call("GET", "/identities");
        QCOMPARE(p.seen.count("GET /identities/v1"), 1);
        p.clock->advance(core::dayMs);
        p.newStatus = 200;
        p.call("GET", "/identities");
        QCOMPARE(p.moved->size(), 1);
    }
    void whoeverChoseStays()
    {
        EndingPaths p(PathStyle::V2024);
        p.isDeprecated = true;
        p.oldStatus = 410;
        QCOMPARE(p.call("GET", "/identities").status, 410);
        QVERIFY(p.settled(1));
        QCOMPARE(p.api->deprecated().size(), 1);
    }
};
IDV_TEST(PathsThatEnd)
#include "tst_apipaths.moc"
