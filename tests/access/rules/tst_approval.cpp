#include "domain/access/approval.h"
#include "support/registry.h"
#include <QJsonDocument>
#include <QtTest>

using namespace domain;

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

Identity person(StatusKind kind, int ial, core::Instant verified, core::Instant due)
{
    Identity p;
    p.kind = kind;
    p.idv.ial = ial;
    p.idv.date.at = verified;
    p.due = due;
    p.warnAt = due - core::dayMs;
    return p;
}

} // namespace

class ApprovalsAsTheyAreRead : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFactOfARequestIsRead()
    {
        const auto a = approvalFrom(object(pending));
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
        QCOMPARE(approvalFrom(busy)->doing, Approval::Denying);
        QVERIFY(!approvalFrom({}));
        QVERIFY(!approvalFrom(object(R"({"id":"x"})")));
        QVERIFY(approvalFrom(object(R"({"id":"x","requestedFor":{"id":"i"}})"))); // the rest may be missing
    }
    void whoWasFasterIsNamed()
    {
        const auto d =
            decidedFrom(object(R"({"state":"REJECTED","reviewedBy":{"name":"Cy"},"modified":"2026-01-02T04:00:00Z"})"));
        QVERIFY(d);
        QVERIFY(decidedText(*d).contains(QLatin1String("denied by Cy at")));
        QVERIFY(
            decidedText({QStringLiteral("APPROVED"), {}, {}}).contains(QLatin1String("approved by somebody else.")));
        QVERIFY(!decidedFrom(object(R"({"state":"PENDING"})")));
    }
    void theStrictestRequirementCounts()
    {
        const auto a = *approvalFrom(object(pending));
        AccessRequirements r;
        QVERIFY(!requirementFor(r, a));
        r.all = {{QStringLiteral("ADMIN"), 1, 90}, {QStringLiteral("a2"), 2, 0}, {QStringLiteral("payments"), 2, 1}};
        QCOMPARE(*requirementFor(r, a), (AccessRequirement{QStringLiteral("ADMIN"), 2, 90}));
        auto taken = a;
        taken.requestType = QStringLiteral("REVOKE_ACCESS"); // nobody has to prove who they are to lose something
        QVERIFY(!requirementFor(r, taken));
    }
    void aNameInDisguiseIsTheSameAccess()
    {
        auto a = *approvalFrom(object(pending));
        AccessRequirements r;
        r.all = {{QStringLiteral("admin"), 2, 0}};
        for (const QString &name : {QStringLiteral("Domain ADMIN"), QString::fromUtf8("Domain \u0430dmin"),
                 QString::fromUtf8("Ad\u00admin"), QString::fromUtf8("\uff21dmin"), QStringLiteral("Adm1n")}) {
            a.access = name;
            QVERIFY2(requirementFor(r, a), qPrintable(name));
            ApprovalLine line{QStringLiteral("Several"), name, QStringLiteral("Add"), {}, {}};
            auto lines = a;
            lines.access = QStringLiteral("Several");
            lines.lines = {line};
            QVERIFY2(requirementFor(r, lines), qPrintable(name));
        }
        a.access = QStringLiteral("Mailbox");
        QVERIFY(!requirementFor(r, a));
    }
    void whatCannotBeReadNeedsEverything()
    {
        AccessRequirements r;
        r.all = {{QStringLiteral("admin"), 1, 90}, {QStringLiteral("payments"), 2, 30}};
        for (const QJsonValue &asked : {QJsonValue(), QJsonValue(QStringLiteral("Domain Admin")),
                 QJsonValue(QJsonObject{{QStringLiteral("id"), QStringLiteral("x")}}),
                 QJsonValue(QJsonObject{{QStringLiteral("name"), 5}})}) {
            auto o = object(pending);
            o.insert(QStringLiteral("requestedObject"), asked);
            const auto a = approvalFrom(o);
            QVERIFY(a && a->isPartial);
            QCOMPARE(requirementFor(r, *a)->requiredIal, 2);
            QCOMPARE(requirementFor(r, *a)->notOlderThanDays, 30);
        }
    }
    void whoMeetsIt_data()
    {
        QTest::addColumn<int>("ial");
        QTest::addColumn<int>("daysAgo");
        QTest::addColumn<int>("limit");
        QTest::addColumn<bool>("isEnough");
        QTest::newRow("fresh") << 2 << 1 << 90 << true;
        QTest::newRow("exactly at the limit") << 2 << 90 << 90 << true;
        QTest::newRow("a day too old") << 2 << 91 << 90 << false;
        QTest::newRow("old, and no limit") << 2 << 300 << 0 << true;
        QTest::newRow("lower level") << 1 << 1 << 90 << false;
    }
    void whoMeetsIt()
    {
        QFETCH(int, ial);
        QFETCH(int, daysAgo);
        QFETCH(int, limit);
        const core::Instant now = 1000 * core::dayMs;
        const auto s =
            eligibilityFor(person(StatusKind::Dated, ial, now - daysAgo * core::dayMs, now + 100 * core::dayMs),
                {QStringLiteral("x"), 2, limit}, now);
        QTEST(s.isEnough, "isEnough");
        QCOMPARE(s.why.isEmpty(), s.isEnough);
    }
    void requirementsSurviveTheirJsonAndFaultsAreNamed()
    {
        AccessRequirements r;
        r.all = {{QStringLiteral("admin"), 2, 90}, {QStringLiteral("export"), 1, 0}};
        QCOMPARE(*requirementsFromJson(toJson(r)), r);
        QCOMPARE(requirementsFromJson(object(R"({"requirements":[{"access":"a"},{"access":" "}]})")).error().field,
            QStringLiteral("requirements[1].access"));
        QCOMPARE(requirementsFromJson(object(R"({"requirements":[{"access":"a","ial":3}]})")).error().field,
            QStringLiteral("requirements[0].ial"));
        QCOMPARE(requirementsFromJson(object(R"({"requirements":[{"access":"a","days":-1}]})")).error().field,
            QStringLiteral("requirements[0].days"));
        QCOMPARE(requirementsFromJson({}).error().field, QStringLiteral("requirements"));
    }
    void commentsHaveTheirLength()
    {
        QVERIFY(commentFault({}, false));
        QVERIFY(!commentFault(QStringLiteral("  "), true));
        QVERIFY(commentFault(QString(2000, QLatin1Char('x')), true));
        QVERIFY(!commentFault(QString(2001, QLatin1Char('x')), false));
    }
    void aReviewIsReadWithItsProgress()
    {
        const auto r = reviewFrom(object(
            R"({"id":"c1","name":"Q2","campaign":{"name":"Q2 contractors"},"decisionsMade":3,"decisionsTotal":9,)"
            R"("due":"2026-07-17T00:00:00Z","signed":null,"phase":"ACTIVE"})"));
        QVERIFY(r && r->due && !r->signedAt);
        QCOMPARE(r->decided, 3);
        QCOMPARE(r->total, 9);
        QVERIFY(!reviewFrom({}));
    }
};
IDV_TEST(ApprovalsAsTheyAreRead)
#include "tst_approval.moc"
