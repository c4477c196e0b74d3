#include "identities/windows/peoplehand.h"
#include "models/peoplemodel.h"
#include "services/tenants/vendorreach.h"
#include "support/registry.h"
#include "support/windowbench.h"
#include "ui/identities/filterdialog.h"
#include "ui/person/detailpane.h"
#include "ui/tenants/statuswordsdialog.h"
#include "ui/tenantsession/tenantsessions.h"
#include "ui/widgets/removablechip.h"
#include <QComboBox>
#include <QDialogButtonBox>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QToolButton>

using models::PeopleModel;
using support::Bench;
using support::PeopleHand;

class IdentitiesWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPassWordBesideAFalseFlagIsNotGreen()
    {
        PeopleHand h;
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
        PeopleHand h;
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
        PeopleHand h;
        h.press("filterButton");
        auto *d = Bench::shown<ui::FilterDialog>();
        QVERIFY(d);
        const auto lists = d->findChildren<QListWidget *>();
        QTRY_VERIFY(lists.first()->count() > 1);
        PeopleHand::onTimer(lists.first(), QStringLiteral("Contractors"));
        d->findChildren<QComboBox *>().at(2)->setCurrentIndex(1); // a phone on file
        PeopleHand::press(d, QStringLiteral("Apply"));
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
        PeopleHand h;
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
        h.app->tenantSessions().open(h.tenant("two"));
        Q_EMIT menu->aboutToShow();
        QCOMPARE(menu->actions().first()->text(), QStringLiteral("No saved views yet"));
        QVERIFY(h.table->isColumnHidden(PeopleModel::EmployeeNumber));
        // What was last on the screen of the first tenant comes back with it; what was typed does not.
        h.app->tenantSessions().open(h.tenant("one"));
        QTRY_COMPARE(h.rows(), overdue);
    }
    void aColumnWithoutAnIndexRefusesToSort()
    {
        PeopleHand h;
        h.table->setColumnHidden(PeopleModel::Manager, false);
        h.table->horizontalHeader()->setSortIndicator(PeopleModel::Manager, Qt::AscendingOrder);
        QCOMPARE(h.table->horizontalHeader()->sortIndicatorSection(), int(PeopleModel::Name));
    }
    void offlineSaysWhatStillWorks()
    {
        PeopleHand h;
        h.clickRow(0);
        h.clickRow(2, Qt::ShiftModifier);
        h.simulator.reset();
        h.app->tenantSession()->reach().check();
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
