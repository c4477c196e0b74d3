#include "net/iiq/workitemreader.h"
#include "support/registry.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using domain::Approval;

class WorkItemsAsTheyAreRead : public QObject
{
    Q_OBJECT
    static QJsonObject line(const char *value, const char *operation)
    {
        return {{QStringLiteral("displayValue"), QString::fromLatin1(value)},
            {QStringLiteral("operation"), QString::fromLatin1(operation)},
            {QStringLiteral("application"), QStringLiteral("AD")},
            {QStringLiteral("requesterComments"), QStringLiteral("Cutover")}};
    }
    static QJsonObject item()
    {
        return {{QStringLiteral("id"), QStringLiteral("w1")}, {QStringLiteral("type"), QStringLiteral("Approval")},
            {QStringLiteral("targetId"), QStringLiteral("p1")},
            {QStringLiteral("targetName"), QStringLiteral("Ann Example")},
            {QStringLiteral("owner"), QJsonObject{{QStringLiteral("id"), QStringLiteral("o1")},
                                          {QStringLiteral("displayName"), QStringLiteral("Olga")}}},
            {QStringLiteral("requester"), QStringLiteral("ann")},
            {QStringLiteral("identityRequestId"), QStringLiteral("0000041200")},
            {QStringLiteral("created"), 1318884600000.0},
            {QStringLiteral("modified"), QStringLiteral("2011-10-18T20:50:00.000Z")},
            {QStringLiteral("approvalSet"),
                QJsonObject{{QStringLiteral("items"), QJsonArray{line("Payments", "Add"), line("Admins", "Remove")}}}}};
    }
    static std::optional<Approval> open(const QJsonObject &item) { return net::iiq::workItemFrom(item).approval; }
    static QJsonObject object(const QByteArray &json) { return QJsonDocument::fromJson(json).object(); }
private Q_SLOTS:
    void aWorkItemIsAnApproval()
    {
        const auto a = open(item());
        QVERIFY(a);
        QCOMPARE(a->id, QStringLiteral("w1"));
        QCOMPARE(a->forId.str(), QStringLiteral("p1"));
        QCOMPARE(a->forName, QStringLiteral("Ann Example"));
        QCOMPARE(a->access, QStringLiteral("Payments, Admins"));
        QCOMPARE(a->lines.size(), 2);
        QCOMPARE(a->owner, QStringLiteral("Olga"));
        QCOMPARE(a->ownerId, QStringLiteral("o1"));
        QCOMPARE(a->askedBy, QStringLiteral("ann"));
        QCOMPARE(a->reason, QStringLiteral("Cutover"));
        QCOMPARE(a->requestType.text, QStringLiteral("GRANT_ACCESS")); // one of the two is granted
        QCOMPARE(*a->asked, 1318884600000);
        QCOMPARE(a->modified, 1318884600000 + core::dayMs);
    }
    void onlyOpenApprovalsAboutPeople_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("a form") << "type" << QJsonValue(QStringLiteral("Form"));
        QTest::newRow("finished") << "state" << QJsonValue(QStringLiteral("Finished"));
        QTest::newRow("about nobody") << "targetId" << QJsonValue();
        QTest::newRow("without id") << "id" << QJsonValue(5);
    }
    void onlyOpenApprovalsAboutPeople()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        auto o = item();
        o.insert(key, value);
        QVERIFY(!open(o));
    }
    void whatOnlyTakesAwayNeedsNoVerification()
    {
        auto o = item();
        o.insert(QStringLiteral("approvalSet"), QJsonArray{line("Payments", "Remove")});
        const auto a = open(o);
        QCOMPARE(a->requestType.text, QStringLiteral("REVOKE_ACCESS"));
        domain::AccessRequirements r;
        r.all << domain::AccessRequirement{QStringLiteral("pay"), 2, 0};
        QVERIFY(!domain::requirementFor(r, *a));
        o.insert(QStringLiteral("approvalSet"), QJsonObject{});
        o.insert(QStringLiteral("description"), QStringLiteral("Payments for Ann"));
        QVERIFY(domain::requirementFor(r, *open(o))); // nothing said: as if it were given
    }
    void aTechnicalNameOfAnyLineCounts()
    {
        auto second = line("Administrators", "Add");
        second.insert(QStringLiteral("value"), QStringLiteral("cn=admins"));
        auto o = item();
        o.insert(QStringLiteral("approvalSet"), QJsonArray{line("VPN", "Add"), second});
        domain::AccessRequirements r;
        r.all << domain::AccessRequirement{QStringLiteral("cn=admins"), 2, 0};
        QVERIFY(domain::requirementFor(r, *open(o)));
    }
    void theStrictestLineCounts()
    {
        domain::AccessRequirements r;
        r.all << domain::AccessRequirement{QStringLiteral("payments"), 1, 0}
              << domain::AccessRequirement{QStringLiteral("ADMINS"), 2, 30};
        const auto wanted = domain::requirementFor(r, *open(item()));
        QVERIFY(wanted);
        QCOMPARE(wanted->requiredIal, 2);
        QCOMPARE(wanted->notOlderThanDays, 30);
    }
    void theRequestTellsWhatWasAndHowItEnded()
    {
        const auto step = [](const char *item, const char *state, qint64 at) {
            return QJsonObject{{QStringLiteral("workItemId"), QString::fromLatin1(item)},
                {QStringLiteral("completer"), QStringLiteral("Olga")},
                {QStringLiteral("state"), QString::fromLatin1(state)}, {QStringLiteral("endDate"), at},
                {QStringLiteral("comments"),
                    QJsonArray{QJsonObject{{QStringLiteral("comment"), QStringLiteral("fine")}}}}};
        };
        const QJsonObject sent{{QStringLiteral("approvalSummaries"),
            QJsonArray{step("w3", "", 0), step("w2", "Finished", 1700000002000), step("w0", "Finished", 1700000001000),
                step("w1", "Rejected", 1700000003000)}}};
        const auto request = net::iiq::identityRequestFrom(sent);
        QVERIFY(domain::isAbout(request, QStringLiteral("w3")) && !domain::isAbout(request, QStringLiteral("w9")));
        const auto steps = domain::requestHistory(request, QStringLiteral("w1"));
        QCOMPARE(steps.size(), 2);
        QCOMPARE(*steps.first().at, 1700000001000);
        QCOMPARE(steps.first().comment, QStringLiteral("fine"));
        domain::IdentityIqSettings s;
        s.deniedState = QStringLiteral("Rejected");
        const auto d = domain::decidedIn(request, QStringLiteral("w1"), s);
        QVERIFY(d);
        QCOMPARE(domain::decisionKey(d->decision), QStringLiteral("REJECTED"));
        QCOMPARE(d->by, QStringLiteral("Olga"));
        QVERIFY(!domain::decidedIn(request, QStringLiteral("w3"), s));
        s.deniedState.clear();
        QVERIFY(!domain::decidedIn(request, QStringLiteral("w1"), s)); // an unknown word is not guessed
    }
    void aCertificationIsAReviewUntilItIsComplete()
    {
        QJsonObject o{{QStringLiteral("id"), QStringLiteral("c1")}, {QStringLiteral("identity"), QStringLiteral("ann")},
            {QStringLiteral("fullname"), QStringLiteral("Ann Example")},
            {QStringLiteral("certification"), QStringLiteral("Q2")},
            {QStringLiteral("certifier"), QJsonObject{{QStringLiteral("id"), QStringLiteral("o1")},
                                              {QStringLiteral("name"), QStringLiteral("olga")}}},
            {QStringLiteral("completedItems"), 3}, {QStringLiteral("totalItems"), 9},
            {QStringLiteral("completed"), QJsonValue()}, {QStringLiteral("expiration"), 1900000000000.0}};
        const auto r = net::iiq::certificationFrom(o);
        QVERIFY(r);
        QCOMPARE(r->name, QStringLiteral("Ann Example"));
        QCOMPARE(r->campaign, QStringLiteral("Q2"));
        QCOMPARE(r->reviewer, QStringLiteral("olga"));
        QCOMPARE(r->total, std::optional<int>(9));
        QCOMPARE(*r->due, 1900000000000);
        QCOMPARE(r->reviewers, (QStringList{QStringLiteral("o1"), QStringLiteral("olga")}));
        o.insert(QStringLiteral("completed"), 1700000000000.0);
        QVERIFY(!net::iiq::certificationFrom(o));
    }
    void whatIsNoOpenApprovalKeepsItsNames_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("number");
        QTest::newRow("over") << QByteArray(R"({"id":"w","type":"Approval","targetId":"p","state":"Finished",)"
                                            R"("identityRequestId":"7"})")
                              << "w"
                              << "7";
        QTest::newRow("another type") << QByteArray(R"({"id":"w","type":"ApprovalForm","targetId":"p"})") << "w"
                                      << "";
        QTest::newRow("empty") << QByteArray("{}") << ""
                               << "";
        QTest::newRow("numbers") << QByteArray(R"({"id":1,"identityRequestId":2})") << ""
                                 << "";
        QTest::newRow("null") << QByteArray(R"({"id":null,"identityRequestId":null})") << ""
                              << "";
    }
    void whatIsNoOpenApprovalKeepsItsNames()
    {
        QFETCH(QByteArray, json);
        const auto item = net::iiq::workItemFrom(object(json));
        QVERIFY(!item.approval);
        QTEST(item.id, "id");
        QTEST(item.requestId, "number");
    }
    void anOddFactOfAWorkItemIsMissing_data()
    {
        QTest::addColumn<QString>("key");
        for (const char *key : {"targetName", "owner", "requester", "identityRequestId", "created", "approvalSet"})
            QTest::newRow(key) << QString::fromLatin1(key);
    }
    void anOddFactOfAWorkItemIsMissing()
    {
        QFETCH(QString, key);
        auto without = item();
        without.remove(key);
        const auto expected = open(without);
        QVERIFY(expected);
        for (const QJsonValue &odd : {QJsonValue(), QJsonValue(true), QJsonValue(QJsonArray())}) {
            auto o = item();
            o.insert(key, odd);
            const auto a = open(o);
            QVERIFY(a);
            QCOMPARE(a->forName, expected->forName);
            QCOMPARE(a->owner, expected->owner);
            QCOMPARE(a->ownerId, expected->ownerId);
            QCOMPARE(a->askedBy, expected->askedBy);
            QCOMPARE(a->requestId, expected->requestId);
            QCOMPARE(a->asked, expected->asked);
            QCOMPARE(a->lines, expected->lines);
            QCOMPARE(a->isPartial, expected->isPartial);
        }
    }
    void onlyKnownWordsTakeAway_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<bool>("isTakenAway");
        QTest::newRow("Remove") << "Remove" << true;
        QTest::newRow("REVOKE") << " REVOKE " << true;
        for (const char *given : {"Add", "Set", "RemoveLater", "", "Modify"})
            QTest::newRow(*given ? given : "empty") << QString::fromLatin1(given) << false;
    }
    void onlyKnownWordsTakeAway()
    {
        QFETCH(QString, operation);
        auto o = item();
        o.insert(QStringLiteral("approvalSet"), QJsonArray{line("Payments", qPrintable(operation))});
        const auto a = open(o);
        QCOMPARE(a->lines.first().operation.text, operation); // shown as it came
        QTEST(a->requestType.is(domain::RequestType::Revoke), "isTakenAway");
    }
    void membersInEveryShape_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("name");
        QTest::newRow("object") << QByteArray(R"([{"id":"m","name":"ann","displayName":"Ann"}])") << "m"
                                << "Ann";
        QTest::newRow("without display name") << QByteArray(R"([{"id":"m","name":"ann"}])") << "m"
                                              << "ann";
        QTest::newRow("only an id") << QByteArray(R"(["m"])") << "m"
                                    << "";
        QTest::newRow("null") << QByteArray("[null]") << ""
                              << "";
        QTest::newRow("numbers") << QByteArray(R"([{"id":1,"name":2}])") << ""
                                 << "";
    }
    void membersInEveryShape()
    {
        QFETCH(QByteArray, json);
        const auto m = net::iiq::workgroupMemberFrom(QJsonDocument::fromJson(json).array().first());
        QTEST(m.id, "id");
        QTEST(m.name, "name");
    }
    void oddStepsOfARequestAreEmpty()
    {
        QVERIFY(net::iiq::identityRequestFrom({}).steps.isEmpty());
        QVERIFY(net::iiq::identityRequestFrom(object(R"({"approvalSummaries":{"state":"Finished"}})")).steps.isEmpty());
        const auto odd = net::iiq::identityRequestFrom(
            object(R"({"approvalSummaries":[null,7,{"workItemId":5,"state":true,"comments":[1,"said"]}]})"));
        QCOMPARE(odd.steps.size(), 3);
        for (const auto &step : odd.steps)
            QVERIFY(step.workItem.isEmpty() && step.state.isEmpty() && !step.endedAt);
        QCOMPARE(odd.steps.last().comments, (QStringList{QString(), QStringLiteral("said")}));
    }
    void anOddCertificationIsNoReview()
    {
        QVERIFY(!net::iiq::certificationFrom({}));
        QVERIFY(!net::iiq::certificationFrom(object(R"({"id":5,"name":"x"})")));
        const auto r = net::iiq::certificationFrom(object(
            R"({"id":"c","certifier":null,"certifiers":[7],"totalItems":"nine","completed":"","expiration":{}})"));
        QVERIFY(r && r->reviewers.isEmpty() && r->reviewerId.isEmpty() && !r->total && !r->due);
        QVERIFY(r->phase.is(domain::ReviewPhase::Active));
    }
};
IDV_TEST(WorkItemsAsTheyAreRead)
#include "tst_workitemreader.moc"
