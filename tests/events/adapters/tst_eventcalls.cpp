#include "net/sailpoint/events/subscriptions.h"
#include "net/sailpoint/events/workflows.h"
#include "support/registry.h"
#include "support/sailpointpeer.h"
#include <QUrlQuery>

using core::ErrorCode;
using support::await;
using support::SailPointPeer;

namespace {

const QString oddId = QStringLiteral("a/b ?\"");

} // namespace

class EventCalls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listsAreReadWhereTheyStand()
    {
        SailPointPeer p;
        p.answers(R"([{"id":"x"}])");
        QCOMPARE(await(net::sailpoint::listTriggers(*p.api))->size(), 1);
        QCOMPARE(p.line(), QByteArray("GET /v2024/triggers?limit=250"));
        QVERIFY(p.last().header("Authorization").startsWith("Bearer "));
        QCOMPARE(await(net::sailpoint::listSubscriptions(*p.api))->size(), 1);
        QCOMPARE(p.line(), QByteArray("GET /v2024/trigger-subscriptions?limit=250"));
        (void)await(net::sailpoint::listSubscriptions(*p.api, oddId));
        QCOMPARE(QUrlQuery(QString::fromLatin1(p.last().query))
                     .queryItemValue(QStringLiteral("filters"), QUrl::FullyDecoded),
            QStringLiteral("id eq \"a/b ?\\\"\""));
        (void)await(net::sailpoint::invocationStatus(*p.api, QStringLiteral("s1")));
        QVERIFY(p.line().startsWith("GET /v2024/trigger-invocations/status?limit=250&sorters=-created&filters="));
        (void)await(net::sailpoint::listWorkflows(*p.api));
        QCOMPARE(p.line(), QByteArray("GET /v2024/workflows?limit=250&offset=0"));
        (void)await(net::sailpoint::workflowExecutions(*p.api, QStringLiteral("w1")));
        QCOMPARE(p.line(), QByteArray("GET /v2024/workflows/w1/executions?limit=100&offset=0"));
        (void)await(net::sailpoint::executionHistory(*p.api, QStringLiteral("e1")));
        QCOMPARE(p.line(), QByteArray("GET /v2024/workflow-executions/e1/history?limit=250&offset=0"));
    }
    void whatIsNoListIsNoList()
    {
        SailPointPeer p;
        for (const char *body : {"{}", "7", "[", ""}) {
            p.answers(body);
            const auto r = await(net::sailpoint::listTriggers(*p.api));
            QVERIFY(!r);
            QCOMPARE(r.error().code, ErrorCode::Protocol);
        }
    }
    void idsAreOneSegmentOfTheAddress()
    {
        SailPointPeer p;
        p.answers("{}");
        (void)await(net::sailpoint::workflow(*p.api, oddId));
        QCOMPARE(p.line(), QByteArray("GET /v2024/workflows/a%2Fb%20%3F%22"));
        p.answers("", 204);
        QVERIFY(await(net::sailpoint::deleteSubscription(*p.api, oddId)));
        QCOMPARE(p.line(), QByteArray("DELETE /v2024/trigger-subscriptions/a%2Fb%20%3F%22"));
    }
    void aSubscriptionIsMadeAndPatchedAsItStands()
    {
        SailPointPeer p;
        p.answers(R"({"id":"s1"})", 201);
        const QJsonObject wanted{{QStringLiteral("name"), QStringLiteral("N")}};
        QCOMPARE(await(net::sailpoint::createSubscription(*p.api, wanted))->id, QStringLiteral("s1"));
        QCOMPARE(p.line(), QByteArray("POST /v2024/trigger-subscriptions"));
        QCOMPARE(p.body(), wanted);
        const QJsonArray patch{QJsonObject{{QStringLiteral("op"), QStringLiteral("remove")}}};
        (void)await(net::sailpoint::patchSubscription(*p.api, QStringLiteral("s1"), patch));
        QCOMPARE(p.line(), QByteArray("PATCH /v2024/trigger-subscriptions/s1"));
        QCOMPARE(p.last().header("Content-Type"), QByteArray("application/json-patch+json"));
        QCOMPARE(QJsonDocument::fromJson(p.last().body).array(), patch);
    }
    void aFilterIsTriedAndItsThreeAnswersAreKept()
    {
        SailPointPeer p;
        p.answers(R"({"isValid":false,"isValidJSONPath":true,"isPathExist":false})");
        const auto r = await(net::sailpoint::validateFilter(*p.api, {}, QStringLiteral("$.x")));
        QVERIFY(r && !r->isValid && r->isJsonPath && !r->isPathThere);
        QCOMPARE(p.body().value(QLatin1String("filter")).toString(), QStringLiteral("$.x"));
        p.answers(R"({"isValid":"true"})"); // a word is no truth
        QVERIFY(!await(net::sailpoint::validateFilter(*p.api, {}, QStringLiteral("$.x")))->isValid);
    }
    void aTestThatReachesNobodyIsAnEmptyList()
    {
        SailPointPeer p;
        p.answers("", 204);
        const auto nobody = await(net::sailpoint::testInvocation(*p.api, QStringLiteral("t"), {}, {}));
        QVERIFY(nobody && nobody->isEmpty());
        QVERIFY(!p.body().contains(QLatin1String("subscriptionIds")));
        p.answers(R"([{"id":"i1","secret":"s"}])");
        const auto one = await(net::sailpoint::testInvocation(*p.api, QStringLiteral("t"), {}, {QStringLiteral("s1")}));
        QCOMPARE(one->size(), 1);
        QCOMPARE(p.body().value(QLatin1String("subscriptionIds")).toArray(), QJsonArray{QStringLiteral("s1")});
    }
    void anInvocationIsCompletedWithItsSecret()
    {
        SailPointPeer p;
        p.answers("{}");
        QVERIFY(await(net::sailpoint::completeInvocation(
            *p.api, QStringLiteral("i1"), QStringLiteral("its secret"), {{QStringLiteral("approved"), true}}, {})));
        QCOMPARE(p.line(), QByteArray("POST /v2024/trigger-invocations/i1/complete"));
        QCOMPARE(p.body().value(QLatin1String("secret")).toString(), QStringLiteral("its secret"));
        QVERIFY(!p.body().contains(QLatin1String("error")));
        (void)await(net::sailpoint::completeInvocation(
            *p.api, QStringLiteral("i1"), QStringLiteral("s"), {}, QStringLiteral("too late")));
        QCOMPARE(p.body().value(QLatin1String("error")).toString(), QStringLiteral("too late"));
    }
    void anExecutionIsAnObjectOrAnArrayOfOne()
    {
        SailPointPeer p;
        for (const char *body : {R"([{"id":"e1"}])", R"({"id":"e1"})"}) {
            p.answers(body);
            const auto r = await(net::sailpoint::workflowExecution(*p.api, QStringLiteral("e1")));
            QVERIFY(r);
            QCOMPARE(r->id, QStringLiteral("e1"));
        }
        p.answers(R"({"workflowExecutionId":"e2"})");
        QCOMPARE(*await(net::sailpoint::testWorkflow(*p.api, QStringLiteral("w1"), {})), QStringLiteral("e2"));
        QVERIFY(p.body().value(QLatin1String("input")).isObject());
    }
    void aClientIsAskedForWithoutABody()
    {
        SailPointPeer p;
        p.answers(R"({"id":"c","secret":"s","url":"/x"})");
        const auto r = await(net::sailpoint::createExternalClient(*p.api, QStringLiteral("w1")));
        QCOMPARE(r->id, QStringLiteral("c"));
        QCOMPARE(r->secret->reveal().toByteArray(), QByteArray("s"));
        QVERIFY(p.last().body.isEmpty());
        QVERIFY(p.last().header("Content-Type").isEmpty());
    }
    void onlyWhatLooksIsAskedTwice_data()
    {
        QTest::addColumn<bool>("looks");
        QTest::newRow("reading") << true;
        QTest::newRow("changing") << false;
    }
    void onlyWhatLooksIsAskedTwice()
    {
        QFETCH(bool, looks);
        SailPointPeer p;
        p.answers("{}", 503);
        if (looks)
            QVERIFY(!await(net::sailpoint::listTriggers(*p.api)));
        else
            QVERIFY(!await(net::sailpoint::createSubscription(*p.api, {})));
        QCOMPARE(p.seen.size(), looks ? 3 : 1);
    }
};
IDV_TEST(EventCalls)
#include "tst_eventcalls.moc"
