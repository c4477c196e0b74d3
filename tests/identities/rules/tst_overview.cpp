#include "domain/audit/audittext.h"
#include "domain/reverification/capacity.h"
#include "domain/tenants/privacy.h"
#include "domain/text/markdown.h"
#include "support/registry.h"
#include <QtTest>

class OverviewRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void earlyRenewals_data()
    {
        QTest::addColumn<QList<int>>("weeks");
        QTest::addColumn<int>("capacity");
        QTest::addColumn<int>("early");
        QTest::addColumn<int>("unplaced");
        QTest::addColumn<int>("over");
        QTest::newRow("none set") << QList<int>{900, 900} << 0 << 0 << 0 << 0;
        QTest::newRow("enough") << QList<int>{10, 20, 30} << 30 << 0 << 0 << 0;
        QTest::newRow("the design's example")
            << QList<int>{318, 447, 512, 431, 389, 356, 301, 274, 812, 655, 344, 290} << 600 << 267 << 0 << 2;
        QTest::newRow("too late") << QList<int>{900, 10} << 600 << 300 << 300 << 1;
        QTest::newRow("room is short") << QList<int>{550, 900} << 600 << 300 << 250 << 1;
        QTest::newRow("carried over two weeks") << QList<int>{0, 600, 900} << 600 << 300 << 0 << 1;
        QTest::newRow("nothing falls due") << QList<int>{} << 600 << 0 << 0 << 0;
    }
    void earlyRenewals()
    {
        QFETCH(QList<int>, weeks);
        QFETCH(int, capacity);
        QList<domain::WeekLoad> loads;
        for (const int n : weeks)
            loads.append({loads.size() * 7 * core::dayMs, n, 0});
        const auto a = domain::spread(loads, capacity);
        QTEST(int(a.early), "early");
        QTEST(int(a.unplaced), "unplaced");
        QTEST(int(a.over.size()), "over");
    }
    void namesAreShortened()
    {
        QCOMPARE(domain::maskedName(QStringLiteral("María-Fernanda Echeverría de la Vega")),
            QStringLiteral("M••• E••• d••• l••• V•••"));
        QCOMPARE(domain::maskedName(QStringLiteral("प्रियंका रघुवंशी")).count(QStringLiteral("•••")), 2);
        QVERIFY(!domain::maskedName(QStringLiteral("周 宇轩")).contains(QStringLiteral("轩")));
        QCOMPARE(
            domain::maskedName(QStringLiteral("e\u0301a")), QStringLiteral("e\u0301•••")); // a letter with its accent
        QCOMPARE(domain::maskedName({}), QString());
    }
    void markupInANameIsText()
    {
        QCOMPARE(domain::markdownText(QStringLiteral("a|b*c_d\n<i>`#[x](y)")),
            QStringLiteral("a\\|b\\*c\\_d \\<i\\>\\`\\#\\[x\\](y)"));
        const QString t =
            domain::markdownTable({QStringLiteral("A"), QStringLiteral("B")}, {{QStringLiteral("1|2"), {}}});
        QCOMPARE(t, QStringLiteral("| A | B |\n|---|---|\n| 1\\|2 | – |\n\n"));
    }
    void entriesAreSaidInWords()
    {
        domain::AuditEvent e;
        e.action = QStringLiteral("campaign.start");
        e.outcome = QStringLiteral("done");
        e.subject = QStringLiteral("id");
        e.data = {{QStringLiteral("name"), QStringLiteral("Q3")}, {QStringLiteral("state"), QStringLiteral("running")}};
        QCOMPARE(domain::auditText(e), QStringLiteral("Campaign started"));
        QCOMPARE(domain::auditSubject(e), QStringLiteral("Q3"));
        QCOMPARE(domain::auditDetail(e), QStringLiteral("running"));
        e.outcome = QStringLiteral("intent");
        QCOMPARE(domain::auditText(e), QStringLiteral("Campaign started: asked for"));
        e.action = QStringLiteral("identity.delete");
        e.outcome = QStringLiteral("failed");
        QCOMPARE(domain::auditText(e), QStringLiteral("Delete identity: not done"));
        e.action = QStringLiteral("something.newer");
        QVERIFY(domain::auditText(e).startsWith(QLatin1String("something.newer")));
        e.personal << domain::personal(QStringLiteral("name"), QStringLiteral("Aung Ko"));
        QCOMPARE(domain::auditSubject(e), QStringLiteral("Aung Ko"));
    }
};
IDV_TEST(OverviewRules)
#include "tst_overview.moc"
