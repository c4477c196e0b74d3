#include "models/peoplemodel.h"
#include "services/operations/operations.h"
#include "services/sync/syncer.h"
#include "support/registry.h"
#include "support/windowbench.h"
#include "ui/identities/detailpane.h"
#include "ui/identities/exportdialog.h"
#include "ui/identities/filterdialog.h"
#include "ui/identities/identitiespage.h"
#include "ui/identities/selectionpane.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/removablechip.h"
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QHeaderView>
#include <QInputDialog>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QTableView>
#include <QtTest>

#include "ui/tenants/statuswordsdialog.h"
#include <QDialogButtonBox>

using models::PeopleModel;
using support::await;
using support::Bench;

namespace {

/// The page over 400 copied people, driven as a person does.
struct Hand : Bench
{
    Hand() : Bench(400)
    {
        app->open(tenant("one"));
        QSignalSpy copied(&app->tenantSession()->syncer(), &services::Syncer::ended);
        QVERIFY(copied.wait(30000)); // opening copies by itself
        page = &window->identities();
        table = page->findChild<QTableView *>(QStringLiteral("identityTable"));
        (void)QTest::qWaitFor([this] { return rows() > 300 && person(0); });
        everyone = rows();
    }
    int rows() const { return table->model()->rowCount(); }
    const domain::Identity *person(int row) const
    {
        return static_cast<const PeopleModel *>(table->model())->person(row);
    }
    void press(const char *name)
    {
        QTest::mouseClick(page->findChild<QPushButton *>(QLatin1String(name)), Qt::LeftButton);
    }
    void clickRow(int row, Qt::KeyboardModifiers keys = {})
    {
        table->scrollTo(table->model()->index(row, 0));
        QTest::mouseClick(
            table->viewport(), Qt::LeftButton, keys, table->visualRect(table->model()->index(row, 1)).center());
    }
    static void press(QWidget *in, const QString &text)
    {
        for (auto *b : in->findChildren<QPushButton *>()) {
            if (b->text() == text)
                QTest::mouseClick(b, Qt::LeftButton);
        }
    }
    QStringList chips() const
    {
        QStringList out;
        for (auto *c : page->findChildren<ui::RemovableChip *>()) {
            if (c->isVisible())
                out << c->findChild<QLabel *>()->text();
        }
        return out;
    }
    static void onTimer(QListWidget *list, const QString &value)
    {
        for (int i = 0; i < list->count(); ++i) {
            if (list->item(i)->data(Qt::UserRole).toString() == value)
                list->item(i)->setCheckState(Qt::Checked);
        }
    }
    ui::IdentitiesPage *page = nullptr;
    QTableView *table = nullptr;
    int everyone = 0;
};

} // namespace

class IdentitiesWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPassWordBesideAFalseFlagIsNotGreen()
    {
        Hand h;
        h.clickRow(0);
        auto *pane = h.page->findChild<ui::DetailPane *>();
        QTRY_VERIFY(pane && pane->isVisible());
        domain::Identity p = *h.person(0);
        p.idv.status = QStringLiteral("VERIFIED");
        p.idv.verifiedRaw = QStringLiteral("false");
        p.idv.verified = false;
        p.idv.verifiedName.clear();
        p.kind = p.lapse = domain::StatusKind::Reset;
        p.due = h.clock->now() + 300 * core::dayMs;
        p.warnAt = *p.due - 30 * core::dayMs;
        pane->show(p);
        const auto said = [&] {
            QStringList all;
            for (const auto *l : pane->findChildren<QLabel *>())
                all << l->text();
            return all.join(QLatin1Char('\n'));
        };
        auto *contradiction = pane->findChild<QLabel *>(QStringLiteral("contradiction"));
        QVERIFY(contradiction->isVisible());
        QCOMPARE(contradiction->text(),
            QStringLiteral("SailPoint contradicts itself: idvStatus says VERIFIED, idvVerified false"));
        QVERIFY(said().contains(QLatin1String("Reset: idvVerified is false in SailPoint")));
        QVERIFY(!said().contains(QLatin1String("Due ")) && !said().contains(QLatin1String("Grace ends")));
        // The same person as they should be.
        p.idv.verifiedRaw = QStringLiteral("true");
        p.idv.verified = true;
        p.kind = p.lapse = domain::StatusKind::Dated;
        pane->show(p);
        QVERIFY(!contradiction->isVisible());
        QVERIFY(said().contains(QLatin1String("Due ")));
    }
    void statusWordsNeedAReasonAndAreNeverSpoilt()
    {
        Hand h;
        domain::Tenant t = h.tenant("one");
        ui::StatusWordsDialog d(h.theme, t, h.window.get());
        QSignalSpy chosen(&d, &ui::StatusWordsDialog::chosen);
        d.open();
        const auto edits = d.findChildren<QLineEdit *>();
        QCOMPARE(edits.size(), 4);
        QCOMPARE(edits.at(0)->text(), QStringLiteral("VERIFIED"));
        auto *save = d.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save);
        const auto refused = [&] {
            save->click();
            return chosen.isEmpty() && d.findChild<QLabel *>(QStringLiteral("statusWordsFault"))->isVisible();
        };
        edits.at(0)->setText(QStringLiteral("VERIFIED, OK"));
        QVERIFY(refused()); // no reason
        edits.at(3)->setText(QStringLiteral("their new words"));
        edits.at(1)->setText(QStringLiteral("ok"));
        QVERIFY(refused()); // twice
        edits.at(0)->clear();
        QVERIFY(refused()); // nobody could be verified
        edits.at(0)->setText(QStringLiteral("VERIFIED , fine,"));
        save->click();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<domain::StatusWords>().pass,
            QStringList({QStringLiteral("VERIFIED"), QStringLiteral("fine")}));
    }
    void aFilterNarrowsAndItsChipTakesItAway()
    {
        Hand h;
        h.press("filterButton");
        auto *d = Bench::shown<ui::FilterDialog>();
        QVERIFY(d);
        const auto lists = d->findChildren<QListWidget *>();
        QTRY_VERIFY(lists.first()->count() > 1);
        Hand::onTimer(lists.first(), QStringLiteral("Contractors"));
        d->findChildren<QComboBox *>().at(2)->setCurrentIndex(1); // a phone on file
        Hand::press(d, QStringLiteral("Apply"));
        QTRY_VERIFY(h.rows() < h.everyone && h.rows() > 0 && h.person(0));
        for (int r = 0; r < std::min(20, h.rows()); ++r) {
            QCOMPARE(h.person(r)->profile, QStringLiteral("Contractors"));
            QVERIFY(!h.person(r)->mobile.isEmpty());
        }
        QCOMPARE(
            h.chips(), QStringList({QStringLiteral("Profile: Contractors"), QStringLiteral("Contact: phone on file")}));
        const int both = h.rows();
        QTest::mouseClick(
            h.page->findChildren<ui::RemovableChip *>().last()->findChild<QToolButton *>(), Qt::LeftButton);
        QTRY_VERIFY(h.rows() > both && h.rows() < h.everyone);
        QTRY_COMPARE(h.chips().size(), 1);
    }
    void aSavedViewComesBackAndAnotherTenantDoesNotSeeIt()
    {
        Hand h;
        auto *header = h.table->horizontalHeader();
        h.table->setColumnHidden(PeopleModel::EmployeeNumber, false);
        h.page->setStatusFilter(domain::IdentityStatus::Overdue);
        header->setSortIndicator(PeopleModel::Due, Qt::DescendingOrder);
        QTRY_VERIFY(h.rows() < h.everyone && h.rows() > 1);
        const int overdue = h.rows();
        auto *menu = h.page->findChild<QPushButton *>(QStringLiteral("savedViews"))->menu();
        const auto choose = [menu](const QString &text) {
            Q_EMIT menu->aboutToShow();
            const auto actions = menu->actions();
            for (auto *a : actions) {
                if (a->text() == text)
                    return a->trigger();
            }
            QFAIL(qPrintable(text));
        };
        choose(QStringLiteral("Save this view…"));
        auto *name = Bench::shown<QInputDialog>();
        QVERIFY(name);
        name->setTextValue(QStringLiteral("Nightly"));
        name->accept();
        h.page->setStatusFilter({});
        h.table->setColumnHidden(PeopleModel::EmployeeNumber, true);
        header->setSortIndicator(PeopleModel::Name, Qt::AscendingOrder);
        QTRY_COMPARE(h.rows(), h.everyone);
        choose(QStringLiteral("Nightly"));
        QTRY_COMPARE(h.rows(), overdue);
        QVERIFY(!h.table->isColumnHidden(PeopleModel::EmployeeNumber));
        QCOMPARE(header->sortIndicatorSection(), int(PeopleModel::Due));
        h.app->open(h.tenant("two"));
        Q_EMIT menu->aboutToShow();
        QCOMPARE(menu->actions().first()->text(), QStringLiteral("No saved views yet"));
        QVERIFY(h.table->isColumnHidden(PeopleModel::EmployeeNumber));
        // What was last on the screen of the first tenant comes back with it; what was typed does not.
        h.app->open(h.tenant("one"));
        QTRY_COMPARE(h.rows(), overdue);
    }
    void aColumnWithoutAnIndexRefusesToSort()
    {
        Hand h;
        h.table->setColumnHidden(PeopleModel::Manager, false);
        h.table->horizontalHeader()->setSortIndicator(PeopleModel::Manager, Qt::AscendingOrder);
        QCOMPARE(h.table->horizontalHeader()->sortIndicatorSection(), int(PeopleModel::Name));
    }
    void severalPeopleAreProcessedTogether()
    {
        Hand h;
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
        Hand::press(ask, QStringLiteral("Process"));
        QTRY_COMPARE(await(h.app->tenantSession()->operations().operations())->size(), 1);
        QCOMPARE(await(h.app->tenantSession()->operations().operations())->first().subjects, wanted);
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
        Hand h;
        h.clickRow(3);
        h.clickRow(6, Qt::ShiftModifier);
        QStringList before;
        for (int r = 3; r <= 6; ++r)
            before << h.person(r)->id.str();
        auto &ops = h.app->tenantSession()->operations();
        int leaves = 0; // somebody above them who owns nothing
        while (leaves < 3 && (await(ops.ownership(h.person(leaves)->id))->count() > 0 || h.person(leaves)->isProtected))
            ++leaves;
        QVERIFY(leaves < 3);
        QVERIFY(await(ops.deleteIdentity(h.person(leaves)->id)));
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
        Hand h;
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
    void offlineSaysWhatStillWorks()
    {
        Hand h;
        h.clickRow(0);
        h.clickRow(2, Qt::ShiftModifier);
        h.simulator.reset();
        h.app->tenantSession()->checkReach();
        QTRY_VERIFY_WITH_TIMEOUT(h.window->windowTitle().contains(QLatin1String("(offline)")), 15000);
        QVERIFY(!h.page->findChild<QPushButton *>(QStringLiteral("processSelected"))->isEnabled());
        QVERIFY(h.page->findChild<QPushButton *>(QStringLiteral("exportSelected"))->isEnabled());
        const auto isShown = [&h](const QString &text) {
            const auto labels = h.page->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(),
                [&text](const QLabel *l) { return l->isVisible() && l->text().contains(text); });
        };
        QTRY_VERIFY(isShown(QStringLiteral("Working offline since")));
        QTRY_VERIFY(isShown(QStringLiteral("You see the copy from")));
        QVERIFY(isShown(QStringLiteral("Not available offline.")));
    }
};
IDV_TEST(IdentitiesWindow)
#include "tst_identities.moc"
