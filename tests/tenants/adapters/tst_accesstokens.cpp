#include "net/sailpoint/tenants/accesstokens.h"
#include "support/await.h"
#include "support/registry.h"
#include "support/sailpointpeer.h"

using core::ErrorCode;
using support::await;
using support::SailPointPeer;

// /personal-access-tokens as SailPoint's description has it; real sockets.
class CallsOfAccessTokens : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theListIsRead()
    {
        SailPointPeer s;
        s.answers(R"([
            {"id":"86f1dc6fe8f54414950454cbb11278fa","name":"NodeJS Integration",
             "scope":["demo:personal-access-token-scope:first"],
             "owner":{"type":"IDENTITY","id":"2c9180a86ec9cb8c016ecb97f4ff0001","name":"x"},
             "created":"2017-07-11T18:45:37.098Z",
             "lastUsed":"2017-07-11T18:45:37.098Z","managed":false,"accessTokenValiditySeconds":36900,
             "expirationDate":"2018-01-11T18:45:37.098Z","userAwareTokenNeverExpires":false},
            {"id":"b","name":"never","scope":null,"owner":null,"created":null,"managed":true,"expirationDate":null,
             "userAwareTokenNeverExpires":true},
            {"id":"c","name":"odd","expirationDate":"soon","userAwareTokenNeverExpires":true,"scope":["a","b"]},
            {"name":"without an id"}, null])");
        const auto all = await(net::sailpoint::ownAccessTokens(*s.api));
        QVERIFY2(all, all ? "" : qPrintable(all.error().text));
        QCOMPARE(s.line(), QByteArray("GET /v2024/personal-access-tokens?owner-id=me"));
        QCOMPARE(all->size(), 3);
        const auto &first = all->at(0);
        QCOMPARE(first.id, QStringLiteral("86f1dc6fe8f54414950454cbb11278fa"));
        QCOMPARE(first.ownerId, QStringLiteral("2c9180a86ec9cb8c016ecb97f4ff0001"));
        QCOMPARE(first.scopes, QStringList{QStringLiteral("demo:personal-access-token-scope:first")});
        QCOMPARE(first.validitySeconds, 36900);
        QCOMPARE(*first.expiresAt - *first.created, 184 * core::dayMs);
        QVERIFY(!first.isManaged && !first.neverExpires);
        QVERIFY(all->at(1).isManaged && all->at(1).neverExpires && !all->at(1).expiresAt);
        // A date that cannot be read is not "never".
        QVERIFY(!all->at(2).neverExpires && !all->at(2).expiresAt);
        QCOMPARE(all->at(2).scopes.size(), 2);
    }
    void oneIsMadeOnce()
    {
        SailPointPeer s;
        const domain::AccessTokenRequest request{QStringLiteral("console 2027-01-15 1f2e"),
            {QStringLiteral("idn:identity:read"), QStringLiteral("sp:search:read")}, 600, 1'800'000'000'000};
        s.answers(
            R"({"id":"new","secret":"told once only","name":"x","owner":{"id":"svc"},"scope":["idn:identity:read"],
            "created":"2027-01-15T08:00:00Z","accessTokenValiditySeconds":600,
            "expirationDate":"2027-07-01T00:00:00.000Z"})");
        const auto made = await(net::sailpoint::createAccessToken(*s.api, request));
        QVERIFY2(made, made ? "" : qPrintable(made.error().text));
        QCOMPARE(s.line(), QByteArray("POST /v2024/personal-access-tokens"));
        QCOMPARE(s.body(), QJsonObject({{QStringLiteral("name"), request.name},
                               {QStringLiteral("scope"), QJsonArray::fromStringList(request.scopes)},
                               {QStringLiteral("accessTokenValiditySeconds"), 600},
                               {QStringLiteral("expirationDate"), QStringLiteral("2027-01-15T08:00:00.000Z")},
                               {QStringLiteral("userAwareTokenNeverExpires"), false}}));
        QCOMPARE(made->token.id, QStringLiteral("new"));
        QCOMPARE(made->secret->reveal().toByteArray(), QByteArray("told once only"));
        QVERIFY(made->token.expiresAt);
        // A change is never repeated by itself.
        for (const int status : {500, 503, 429, 400, 403}) {
            s.seen.clear();
            s.answers("{}", status);
            const auto refused = await(net::sailpoint::createAccessToken(*s.api, request));
            QVERIFY(!refused);
            QCOMPARE(s.seen.size(), 1);
            QCOMPARE(refused.error().mayHaveReachedServer, status >= 500);
        }
        for (const char *half : {R"({"id":"new"})", R"({"secret":"x"})", R"({"id":"new","secret":""})", "[]", ""}) {
            s.answers(half);
            const auto unusable = await(net::sailpoint::createAccessToken(*s.api, request));
            QVERIFY(!unusable);
            QVERIFY2(unusable.error().mayHaveReachedServer, half); // it may be there, and is looked for
        }
    }
    void oneIsDeleted_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("isGone");
        QTest::newRow("deleted") << 204 << true;
        QTest::newRow("it was not there") << 404 << true;
        QTest::newRow("not allowed") << 403 << false;
        QTest::newRow("an error") << 500 << false;
    }
    void oneIsDeleted()
    {
        QFETCH(int, status);
        SailPointPeer s;
        s.answers({}, status);
        QTEST(bool(await(net::sailpoint::deleteAccessToken(*s.api, QStringLiteral("a/b")))), "isGone");
        QCOMPARE(s.line(), QByteArray("DELETE /v2024/personal-access-tokens/a%2Fb"));
        QCOMPARE(s.seen.size(), 1);
    }
};
IDV_TEST(CallsOfAccessTokens)
#include "tst_accesstokens.moc"
