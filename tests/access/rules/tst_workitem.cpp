#include "domain/access/workitem.h"
#include "support/registry.h"
#include <QtTest>

using domain::Approval;

class WorkItems : public QObject
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
private Q_SLOTS:
    void aWorkItemIsAnApproval()
    {
        const auto a = domain::workItemFrom(item());
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
        QCOMPARE(a->requestType, QStringLiteral("GRANT_ACCESS")); // one of the two is granted
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
        QVERIFY(!domain::workItemFrom(o));
    }
    void whatOnlyTakesAwayNeedsNoVerification()
    {
        auto o = item();
        o.insert(QStringLiteral("approvalSet"), QJsonArray{line("Payments", "Remove")});
        const auto a = domain::workItemFrom(o);
        QCOMPARE(a->requestType, QStringLiteral("REVOKE_ACCESS"));
        domain::AccessRequirements r;
        r.all << domain::AccessRequirement{QStringLiteral("pay"), 2, 0};
        QVERIFY(!domain::requirementFor(r, *a));
        o.insert(QStringLiteral("approvalSet"), QJsonObject{});
        o.insert(QStringLiteral("description"), QStringLiteral("Payments for Ann"));
        QVERIFY(domain::requirementFor(r, *domain::workItemFrom(o))); // nothing said: as if it were given
    }
    void aTechnicalNameOfAnyLineCounts()
    {
        auto second = line("Administrators", "Add");
        second.insert(QStringLiteral("value"), QStringLiteral("cn=admins"));
        auto o = item();
        o.insert(QStringLiteral("approvalSet"), QJsonArray{line("VPN", "Add"), second});
        domain::AccessRequirements r;
        r.all << domain::AccessRequirement{QStringLiteral("cn=admins"), 2, 0};
        QVERIFY(domain::requirementFor(r, *domain::workItemFrom(o)));
    }
    void theStrictestLineCounts()
    {
        domain::AccessRequirements r;
        r.all << domain::AccessRequirement{QStringLiteral("payments"), 1, 0}
              << domain::AccessRequirement{QStringLiteral("ADMINS"), 2, 30};
        const auto wanted = domain::requirementFor(r, *domain::workItemFrom(item()));
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
        const QJsonObject request{{QStringLiteral("approvalSummaries"),
            QJsonArray{step("w3", "", 0), step("w2", "Finished", 1700000002000), step("w0", "Finished", 1700000001000),
                step("w1", "Rejected", 1700000003000)}}};
        QVERIFY(domain::isAbout(request, QStringLiteral("w3")) && !domain::isAbout(request, QStringLiteral("w9")));
        const auto steps = domain::requestHistory(request, QStringLiteral("w1"));
        QCOMPARE(steps.size(), 2);
        QCOMPARE(*steps.first().at, 1700000001000);
        QCOMPARE(steps.first().comment, QStringLiteral("fine"));
        domain::IdentityIqSettings s;
        s.deniedState = QStringLiteral("Rejected");
        const auto d = domain::decidedIn(request, QStringLiteral("w1"), s);
        QVERIFY(d);
        QCOMPARE(d->state, QStringLiteral("REJECTED"));
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
        const auto r = domain::reviewFromEntity(o);
        QVERIFY(r);
        QCOMPARE(r->name, QStringLiteral("Ann Example"));
        QCOMPARE(r->campaign, QStringLiteral("Q2"));
        QCOMPARE(r->reviewer, QStringLiteral("olga"));
        QCOMPARE(r->total, 9);
        QCOMPARE(*r->due, 1900000000000);
        QCOMPARE(domain::certifiersOf(o), (QStringList{QStringLiteral("o1"), QStringLiteral("olga")}));
        o.insert(QStringLiteral("completed"), 1700000000000.0);
        QVERIFY(!domain::reviewFromEntity(o));
    }
    void reviewsThatEndSoonAreSaid()
    {
        const core::Instant now = 1'700'000'000'000;
        domain::AccessReview soon, late, far, open;
        soon.due = now + 2 * core::dayMs;
        late.due = now - 1;
        far.due = now + 4 * core::dayMs;
        QVERIFY(domain::reviewReminder({far, open}, now).isEmpty());
        QVERIFY(domain::reviewReminder({soon, far}, now).contains(QLatin1String("within three days")));
        QVERIFY(domain::reviewReminder({soon, late}, now).contains(QLatin1String("already")));
    }
    void nothingIsLostBetweenTwoLooks()
    {
        const auto at = [](const char *id, qint64 asked) {
            Approval a;
            a.id = QString::fromLatin1(id);
            a.asked = asked;
            return a;
        };
        domain::WorkItemWindow w;
        const core::Instant start = 1'700'000'000'000;
        QVERIFY(w.needsAll(start));
        w.takeAll({at("b", 2), at("a", 1)}, start);
        QVERIFY(!w.needsAll(start + 60'000));
        QCOMPARE(w.askSince(), start - domain::WorkItemWindow::overlap);
        // The overlap brings one that is known: it is counted once.
        w.takeChanged({at("b", 2), at("c", 3)}, {QStringLiteral("a")}, start + 60'000);
        QStringList ids;
        for (const auto &a : w.items())
            ids << a.id;
        QCOMPARE(ids, (QStringList{QStringLiteral("b"), QStringLiteral("c")}));
        QCOMPARE(w.askSince(), start + 60'000 - domain::WorkItemWindow::overlap);
        w.remove(QStringLiteral("b"));
        QCOMPARE(w.items().size(), 1);
        QVERIFY(w.needsAll(start + domain::WorkItemWindow::fullEvery));
        w.forget();
        QVERIFY(w.needsAll(start));
    }
};
IDV_TEST(WorkItems)
#include "tst_workitem.moc"
