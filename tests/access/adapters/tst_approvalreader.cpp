#include "net/sailpoint/access/approvalreader.h"
#include "support/registry.h"
#include <QJsonDocument>
#include <QtTest>

using domain::Approval;
using domain::Decision;

namespace {

QJsonObject object(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

const char *const pending =
    R"({"id":"ap1","accessRequestId":"req1","requestedObject":{"id":"a2",
     "name":"Active Directory, domain admin","type":"ROLE","description":"d"},
 "requestedFor":{"id":"i1","name":"Ann","type":"IDENTITY"},"requester":{"name":"Bob"},"owner":{"id":"o1",
     "name":"Me"},"requestType":"GRANT_ACCESS","requestCreated":"2026-01-02T03:04:05Z",
 "removeDate":"2026-08-31T00:00:00Z","requesterComment":{"comment":"because"},
     "previousReviewersComments":[{"author":{"name":"Cy"},"comment":"fine",
     "created":"2026-01-02T04:00:00Z"}],"actionInProcess":null})";

QJsonObject with(const char *key, const QJsonValue &value)
{
    QJsonObject o = object(pending);
    o.insert(QLatin1String(key), value);
    return o;
}

} // namespace

class ApprovalsAsTheyAreRead : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFactOfARequestIsRead()
    {
        const auto a = net::sailpoint::approvalFrom(object(pending));
        QVERIFY(a);
        QCOMPARE(a->access, QStringLiteral("Active Directory, domain admin"));
        QCOMPARE(a->forName, QStringLiteral("Ann"));
        QCOMPARE(a->askedBy, QStringLiteral("Bob"));
        QCOMPARE(a->reason, QStringLiteral("because"));
        QVERIFY(a->asked && a->until && *a->until > *a->asked);
        QCOMPARE(a->earlier.size(), 1);
        QCOMPARE(a->earlier.first().who, QStringLiteral("Cy"));
        QCOMPARE(a->doing, Approval::Waiting);
        auto busy = object(pending);
        busy.insert(QStringLiteral("actionInProcess"), QStringLiteral("REJECTED"));
        QCOMPARE(net::sailpoint::approvalFrom(busy)->doing, Approval::Denying);
        busy.insert(QStringLiteral("actionInProcess"), QStringLiteral("REASSIGNED")); // a word of tomorrow
        QCOMPARE(net::sailpoint::approvalFrom(busy)->doing, Approval::InProcess);
        QVERIFY(!net::sailpoint::approvalFrom({}));
        QVERIFY(!net::sailpoint::approvalFrom(object(R"({"id":"x"})")));
        QVERIFY(
            net::sailpoint::approvalFrom(object(R"({"id":"x","requestedFor":{"id":"i"}})"))); // the rest may be missing
    }
    void aMachineIdentityIsNoPerson_data()
    {
        QTest::addColumn<QJsonObject>("request");
        QTest::addColumn<bool>("isMachine");
        const auto receiver = [](const char *type) {
            return with("requestedFor", QJsonObject{{QStringLiteral("id"), QStringLiteral("i1")},
                                            {QStringLiteral("type"), QLatin1String(type)}});
        };
        QTest::newRow("as before") << object(pending) << false;
        QTest::newRow("human") << with("identityType", QStringLiteral("HUMAN")) << false;
        QTest::newRow("machine") << with("identityType", QStringLiteral("MACHINE")) << true;
        QTest::newRow("by its receiver") << receiver("MACHINE_IDENTITY") << true;
        // Whoever cannot be told from a person is one: more is asked of those.
        QTest::newRow("null") << with("identityType", QJsonValue()) << false;
        QTest::newRow("a word of tomorrow") << with("identityType", QStringLiteral("AGENT")) << false;
        QTest::newRow("another type") << receiver("AGENT_IDENTITY") << false;
    }
    void aMachineIdentityIsNoPerson()
    {
        QFETCH(QJsonObject, request);
        const auto a = net::sailpoint::approvalFrom(request);
        QVERIFY(a);
        QTEST(a->isForMachine, "isMachine");
    }
    void whoWasFasterIsNamed()
    {
        const auto d = net::sailpoint::decidedFrom(
            object(R"({"state":"REJECTED","reviewedBy":{"name":"Cy"},"modified":"2026-01-02T04:00:00Z"})"));
        QVERIFY(d);
        QVERIFY(domain::decidedText(*d).contains(QLatin1String("denied by Cy at")));
        QVERIFY(
            domain::decidedText({Decision::Approved, {}, {}}).contains(QLatin1String("approved by somebody else.")));
        QVERIFY(!net::sailpoint::decidedFrom(object(R"({"state":"PENDING"})")));
    }
    void whatCannotBeReadNeedsEverything()
    {
        domain::AccessRequirements r;
        r.all = {{QStringLiteral("admin"), 1, 90}, {QStringLiteral("payments"), 2, 30}};
        for (const QJsonValue &asked : {QJsonValue(), QJsonValue(QStringLiteral("Domain Admin")),
                 QJsonValue(QJsonObject{{QStringLiteral("id"), QStringLiteral("x")}}),
                 QJsonValue(QJsonObject{{QStringLiteral("name"), 5}})}) {
            auto o = object(pending);
            o.insert(QStringLiteral("requestedObject"), asked);
            const auto a = net::sailpoint::approvalFrom(o);
            QVERIFY(a && a->isPartial);
            QCOMPARE(domain::requirementFor(r, *a)->requiredIal, 2);
            QCOMPARE(domain::requirementFor(r, *a)->notOlderThanDays, 30);
        }
    }
    void aReviewIsReadWithItsProgress()
    {
        const auto r = net::sailpoint::reviewFrom(object(
            R"({"id":"c1","name":"Q2","campaign":{"name":"Q2 contractors"},"decisionsMade":3,"decisionsTotal":9,)"
            R"("due":"2026-07-17T00:00:00Z","signed":null,"phase":"ACTIVE"})"));
        QVERIFY(r && r->due && !r->signedAt);
        QCOMPARE(r->decided, std::optional<int>(3));
        QCOMPARE(r->total, std::optional<int>(9));
        QVERIFY(!net::sailpoint::reviewFrom({}));
    }
    void aFactOfAnotherTypeIsMissing_data()
    {
        QTest::addColumn<QString>("key");
        for (const char *key : {"accessRequestId", "requestedObject", "requester", "owner", "requestType",
                 "requestCreated", "removeDate", "requesterComment", "previousReviewersComments", "actionInProcess"})
            QTest::newRow(key) << QString::fromLatin1(key);
    }
    void aFactOfAnotherTypeIsMissing()
    {
        QFETCH(QString, key);
        auto without = object(pending);
        without.remove(key);
        const auto expected = net::sailpoint::approvalFrom(without);
        QVERIFY(expected);
        for (const QJsonValue &odd : {QJsonValue(), QJsonValue(5), QJsonValue(true)}) {
            const auto a = net::sailpoint::approvalFrom(with(qPrintable(key), odd));
            QVERIFY(a);
            QCOMPARE(a->requestId, expected->requestId);
            QCOMPARE(a->access, expected->access);
            QCOMPARE(a->accessType, expected->accessType);
            QCOMPARE(a->requestType, expected->requestType);
            QCOMPARE(a->askedBy, expected->askedBy);
            QCOMPARE(a->owner, expected->owner);
            QCOMPARE(a->asked, expected->asked);
            QCOMPARE(a->until, expected->until);
            QCOMPARE(a->reason, expected->reason);
            QCOMPARE(a->earlier, expected->earlier);
            QCOMPARE(a->doing, expected->doing);
            QCOMPARE(a->isPartial, expected->isPartial);
        }
    }
    void wordsStandForWhatTheySay_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<bool>("isGrant");
        QTest::addColumn<bool>("isRevoke");
        QTest::newRow("grant") << "GRANT_ACCESS" << true << false;
        QTest::newRow("revoke") << "REVOKE_ACCESS" << false << true;
        for (const char *unknown : {"MODIFY_ACCESS", "grant_access", "REVOKE", " REVOKE_ACCESS", "TOMORROW", ""})
            QTest::newRow(*unknown ? unknown : "empty") << QString::fromLatin1(unknown) << false << false;
    }
    void wordsStandForWhatTheySay()
    {
        QFETCH(QString, word);
        const auto a = net::sailpoint::approvalFrom(with("requestType", word));
        QVERIFY(a);
        QCOMPARE(a->requestType.text, word); // shown as it came
        QTEST(a->requestType.is(domain::RequestType::Grant), "isGrant");
        QTEST(a->requestType.is(domain::RequestType::Revoke), "isRevoke");
    }
    void onlyADecisionIsOne_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char *json :
            {"{}", R"({"state":null})", R"({"state":1})", R"({"state":"approved"})", R"({"state":"APPROVED "})",
                R"({"state":"CANCELLED"})", R"({"state":["APPROVED"]})", R"({"state":{"name":"APPROVED"}})"})
            QTest::newRow(json) << QByteArray(json);
    }
    void onlyADecisionIsOne()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!net::sailpoint::decidedFrom(object(json.constData())));
    }
    void countsOfAnotherTypeAreNone_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("pending");
        QTest::newRow("all there") << QByteArray(R"({"pending":3,"approved":2,"rejected":1})") << 3;
        QTest::newRow("missing") << QByteArray("{}") << -1;
        QTest::newRow("null") << QByteArray(R"({"pending":null})") << -1;
        QTest::newRow("text") << QByteArray(R"({"pending":"3","approved":"2","rejected":"1"})") << 3;
        QTest::newRow("a word") << QByteArray(R"({"pending":"three"})") << -1;
        QTest::newRow("a fraction") << QByteArray(R"({"pending":2.5})") << -1;
    }
    void countsOfAnotherTypeAreNone()
    {
        QFETCH(QByteArray, json);
        const auto s = net::sailpoint::approvalSummaryFrom(object(json.constData()));
        QTEST(s.pending.value_or(-1), "pending");
        QCOMPARE(s.approved.has_value() && s.denied.has_value(), s.pending.has_value());
    }
    void aReviewsPhase_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isSigned");
        QTest::newRow("signed") << QByteArray(R"({"id":"c","phase":"SIGNED"})") << "SIGNED" << true;
        QTest::newRow("staged") << QByteArray(R"({"id":"c","phase":"STAGED"})") << "STAGED" << false;
        QTest::newRow("another case") << QByteArray(R"({"id":"c","phase":"signed"})") << "signed" << false;
        QTest::newRow("of tomorrow") << QByteArray(R"({"id":"c","phase":"FROZEN"})") << "FROZEN" << false;
        QTest::newRow("null") << QByteArray(R"({"id":"c","phase":null})") << QString() << false;
        QTest::newRow("a number") << QByteArray(R"({"id":"c","phase":2})") << QString() << false;
    }
    void aReviewsPhase()
    {
        QFETCH(QByteArray, json);
        const auto r = net::sailpoint::reviewFrom(object(json.constData()));
        QVERIFY(r);
        QTEST(r->phase.text, "text");
        QTEST(r->phase.is(domain::ReviewPhase::Signed), "isSigned");
    }
};
IDV_TEST(ApprovalsAsTheyAreRead)
#include "tst_approvalreader.moc"
