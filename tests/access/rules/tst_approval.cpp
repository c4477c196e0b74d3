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

/// Granted, to a person and with a name that can be read.
Approval grant()
{
    Approval a;
    a.id = QStringLiteral("ap1");
    a.requestId = QStringLiteral("req1");
    a.forId = core::IdentityId(QStringLiteral("i1"));
    a.accessId = QStringLiteral("a2");
    a.access = QStringLiteral("Active Directory, domain admin");
    a.requestType = vendorWordOf(RequestType::Grant, requestTypeKey);
    return a;
}

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

class AccessRequirementsAsTheyCount : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theStrictestRequirementCounts()
    {
        const auto a = grant();
        AccessRequirements r;
        QVERIFY(!requirementFor(r, a));
        r.all = {{QStringLiteral("ADMIN"), 1, 90}, {QStringLiteral("a2"), 2, 0}, {QStringLiteral("payments"), 2, 1}};
        QCOMPARE(*requirementFor(r, a), (AccessRequirement{QStringLiteral("ADMIN"), 2, 90}));
        auto taken = a;
        taken.requestType =
            vendorWordOf(RequestType::Revoke, requestTypeKey); // nobody has to prove who they are to lose something
        QVERIFY(!requirementFor(r, taken));
        auto machines = a;
        machines.isForMachine = true; // nobody who could prove anything
        QVERIFY(!requirementFor(r, machines));
        machines.isPartial = true;
        QVERIFY(!requirementFor(r, machines));
    }
    void aNameInDisguiseIsTheSameAccess()
    {
        auto a = grant();
        AccessRequirements r;
        r.all = {{QStringLiteral("admin"), 2, 0}};
        for (const QString &name : {QStringLiteral("Domain ADMIN"), QString::fromUtf8("Domain \u0430dmin"),
                 QString::fromUtf8("Ad\u00admin"), QString::fromUtf8("\uff21dmin"), QStringLiteral("Adm1n")}) {
            a.access = name;
            QVERIFY2(requirementFor(r, a), qPrintable(name));
            ApprovalLine line{QStringLiteral("Several"), name, vendorWordOf(LineChange::Add, lineChangeKey), {}, {}};
            auto lines = a;
            lines.access = QStringLiteral("Several");
            lines.lines = {line};
            QVERIFY2(requirementFor(r, lines), qPrintable(name));
        }
        a.access = QStringLiteral("Mailbox");
        QVERIFY(!requirementFor(r, a));
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
};
IDV_TEST(AccessRequirementsAsTheyCount)
#include "tst_approval.moc"
