#include "identities/windows/peoplehand.h"
#include "models/peoplemodel.h"
#include "services/operations/identityoperations.h"
#include "services/operations/operationtracker.h"
#include "support/registry.h"
#include "support/windowbench.h"
#include "ui/identities/exportdialog.h"
#include "ui/identities/selectionpane.h"
#include "ui/person/detailpane.h"
#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using support::await;
using support::Bench;
using support::PeopleHand;

class SelectedPeople : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void severalPeopleAreProcessedTogether()
    {
        PeopleHand h;
        h.clickRow(0);
        auto *detail = h.page->findChild<ui::DetailPane *>();
        auto *many = h.page->findChild<ui::SelectionPane *>();
        QVERIFY(detail->isVisible() && !many->isVisible());
        h.clickRow(4, Qt::ShiftModifier);
        QVERIFY(!detail->isVisible() && many->isVisible());
        QCOMPARE(h.page->findChild<QLabel *>(QStringLiteral("selectionTitle"))->text(), QStringLiteral("5 selected"));
        h.clickRow(2, Qt::ControlModifier);
        QCOMPARE(h.page->findChild<QLabel *>(QStringLiteral("selectionTitle"))->text(), QStringLiteral("4 selected"));
        const QStringList wanted{
            h.person(0)->id.str(), h.person(1)->id.str(), h.person(3)->id.str(), h.person(4)->id.str()};
        h.press("processSelected");
        QDialog *ask = nullptr;
        QTRY_VERIFY((ask = h.page->findChild<QDialog *>(QStringLiteral("operationQuestion"))));
        PeopleHand::press(ask, QStringLiteral("Process"));
        QTRY_COMPARE(await(h.app->tenantSession()->operations().list())->size(), 1);
        QCOMPARE(await(h.app->tenantSession()->operations().list())->first().subjects, wanted);
        // All who match: the query, as it is then.
        h.press("selectAllMatching");
        QCOMPARE(h.page->findChild<QLabel *>(QStringLiteral("selectionTitle"))->text(),
            QStringLiteral("%1 selected").arg(h.everyone));
        QVERIFY(!h.page->findChild<QPushButton *>(QStringLiteral("selectAllMatching"))->isVisible());
        for (auto *b : many->findChildren<QToolButton *>())
            QTest::mouseClick(b, Qt::LeftButton);
        QTRY_VERIFY(!many->isVisible());
        QCOMPARE(h.table->selectionModel()->selectedRows().size(), 0);
    }
    void aSelectionStaysWhenSomeoneLeaves()
    {
        PeopleHand h;
        h.clickRow(3);
        h.clickRow(6, Qt::ShiftModifier);
        QStringList before;
        for (int r = 3; r <= 6; ++r)
            before << h.person(r)->id.str();
        int leaves = 0; // somebody above them who owns nothing
        while (leaves < 3 &&
               (await(h.app->tenantSession()->identityOperations().ownership(h.person(leaves)->id))->count() > 0 ||
                   h.person(leaves)->isProtected))
            ++leaves;
        QVERIFY(leaves < 3);
        QVERIFY(await(h.app->tenantSession()->identityOperations().deleteIdentity(h.person(leaves)->id)));
        QTRY_COMPARE(h.rows(), h.everyone - 1);
        QTRY_VERIFY(h.person(2) && h.person(5));
        QStringList after;
        const auto rows = h.table->selectionModel()->selectedRows();
        for (const auto &i : rows)
            after << h.person(i.row())->id.str();
        before.sort();
        after.sort();
        QCOMPARE(after, before);
    }
    void theSelectionIsExported()
    {
        PeopleHand h;
        h.clickRow(1);
        h.clickRow(3, Qt::ShiftModifier);
        h.press("exportSelected");
        auto *d = Bench::shown<ui::ExportDialog>();
        QVERIFY(d);
        auto *path = d->findChild<QLineEdit *>();
        path->setText(h.dir.filePath(QStringLiteral("nowhere/out.csv")));
        QPushButton *go = nullptr;
        for (auto *b : d->findChildren<QPushButton *>()) {
            if (b->text() == QLatin1String("Export"))
                go = b;
        }
        QVERIFY(!go->isEnabled()); // and the line below the field says why
        path->setText(h.dir.filePath(QStringLiteral("out.csv")));
        d->findChild<QCheckBox *>()->setChecked(false);
        QTest::mouseClick(go, Qt::LeftButton);
        QTRY_VERIFY(QFile::exists(path->text()));
        QFile f(path->text());
        QVERIFY(f.open(QIODevice::ReadOnly));
        const auto lines = QString::fromUtf8(f.readAll()).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines.first(), QStringLiteral("id,name,email,profile,lifecycle,idvStatus,ial,verifiedOn,due"));
        for (int i = 1; i <= 3; ++i)
            QVERIFY(lines.at(i).startsWith(h.person(i)->id.str()));
        d->reject();
    }
};
IDV_TEST(SelectedPeople)
#include "tst_selectedpeople.moc"
