#include "access/windows/approvalrows.h"
#include "models/roles.h"
#include "support/registry.h"
#include <QAbstractItemModelTester>
#include <QtTest>

using domain::Approval;
using models::ApprovalModel;
using support::fill;
using support::request;

static QString cell(const ApprovalModel &m, int row, ApprovalModel::Column column)
{
    return m.index(row, column).data().toString();
}

class RowsOfApprovals : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void requestsComeBeforeReviews()
    {
        ApprovalModel m;
        QAbstractItemModelTester tester(&m);
        fill(m);
        QCOMPARE(m.rowCount(), 3);
        QCOMPARE(m.rowOf(QStringLiteral("r1")), 2);
        QCOMPARE(m.rowOf(QStringLiteral("none")), -1);
        QVERIFY(m.approval(0) && !m.review(0));
        QVERIFY(m.review(2) && !m.approval(2));
        QVERIFY(!m.approval(3) && !m.review(3) && !m.approval(-1) && !m.review(-1));
        QCOMPARE(m.index(2, 0).data(models::IdRole).toString(), QStringLiteral("r1"));
    }
    void eachCellSaysWhatItIs()
    {
        ApprovalModel m;
        fill(m);
        QCOMPARE(cell(m, 0, ApprovalModel::Kind), QStringLiteral("Access request"));
        QCOMPARE(cell(m, 2, ApprovalModel::Kind), QStringLiteral("Access review"));
        QCOMPARE(cell(m, 0, ApprovalModel::What), QStringLiteral("Database Admin"));
        QVERIFY(cell(m, 2, ApprovalModel::What).contains(QLatin1String("2 of 5")));
        QCOMPARE(cell(m, 1, ApprovalModel::IdvStatus), QStringLiteral("–"));
        QVERIFY(cell(m, 0, ApprovalModel::IdvStatus) != QStringLiteral("–"));
        QCOMPARE(m.index(0, ApprovalModel::IdvStatus).data(models::StatusRole).toString(), QStringLiteral("verified"));
        QCOMPARE(cell(m, 0, ApprovalModel::Demands), QStringLiteral("–"));
        m.setRequirements({{{QStringLiteral("admin"), 2, 30}}});
        QCOMPARE(cell(m, 0, ApprovalModel::Demands), QStringLiteral("IAL2, 30 days"));
        QCOMPARE(cell(m, 1, ApprovalModel::Demands), QStringLiteral("–"));
    }
    void aMachineIdentityIsNotAskedToVerify()
    {
        ApprovalModel m;
        auto a = request("a1", "Database Admin", "svc.ledger");
        a.isForMachine = true;
        m.setApprovals({a});
        m.setRequirements({{{QStringLiteral("admin"), 2, 30}}});
        QCOMPARE(cell(m, 0, ApprovalModel::IdvStatus), QStringLiteral("Machine identity"));
        QCOMPARE(cell(m, 0, ApprovalModel::Demands), QStringLiteral("–"));
        m.setFilter(ApprovalModel::NotVerified, {});
        QCOMPARE(m.rowCount(), 0);
    }
    void oneThatIsBeingAppliedSaysSo()
    {
        ApprovalModel m;
        auto a = request("a1", "Mailbox", "Ana");
        a.doing = Approval::Denying;
        m.setApprovals({a});
        QVERIFY(cell(m, 0, ApprovalModel::What).contains(QLatin1String("being applied")));
        QVERIFY(m.index(0, ApprovalModel::What).data(models::SecondaryRole).toBool());
    }
    void filtersAndSearchAreCounted_data()
    {
        QTest::addColumn<int>("show");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("ids");
        const auto row = [](const char *name, ApprovalModel::Show show, const char *text, const QStringList &ids) {
            QTest::newRow(name) << int(show) << QString::fromLatin1(text) << ids;
        };
        const QString a1 = QStringLiteral("a1"), a2 = QStringLiteral("a2"), r1 = QStringLiteral("r1");
        row("all", ApprovalModel::All, "", {a1, a2, r1});
        row("requests", ApprovalModel::Requests, "", {a1, a2});
        row("reviews", ApprovalModel::Reviews, "", {r1});
        row("not verified", ApprovalModel::NotVerified, "", {a2});
        row("a person", ApprovalModel::All, " ANA ", {a1});
        row("an access", ApprovalModel::All, "mail", {a2});
        row("a campaign", ApprovalModel::All, "spring", {r1});
        row("a person among reviews", ApprovalModel::Reviews, "ana", {});
    }
    void filtersAndSearchAreCounted()
    {
        QFETCH(int, show);
        QFETCH(QString, text);
        QFETCH(QStringList, ids);
        ApprovalModel m;
        QAbstractItemModelTester tester(&m);
        fill(m);
        m.setFilter(ApprovalModel::Show(show), text);
        QStringList shown;
        for (int i = 0; i < m.rowCount(); ++i)
            shown << m.index(i, 0).data(models::IdRole).toString();
        QCOMPARE(shown, ids);
        QCOMPARE(m.count(ApprovalModel::All), 3); // whatever is shown
        QCOMPARE(m.count(ApprovalModel::NotVerified), 1);
    }
};
IDV_TEST(RowsOfApprovals)
#include "tst_approvalmodel.moc"
