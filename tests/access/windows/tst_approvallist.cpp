#include "access/windows/approvalrows.h"
#include "support/bareapp.h"
#include "support/registry.h"
#include "support/widgethand.h"
#include "support/windowbench.h"
#include "ui/access/approvallist.h"
#include "ui/controls/filterchip.h"
#include "ui/tenantsession/tenantsessions.h"
#include <QLineEdit>
#include <QTableView>
#include <QtTest>

using models::ApprovalModel;
using support::fill;
using support::says;

namespace {

struct Listed : support::BareApp
{
    Listed() { list.resize(900, 500); }
    void refresh(bool isRead = true, bool hasFailed = false)
    {
        list.refresh({isRead, hasFailed, domain::ApprovalSummary{3, 7, 4}});
    }
    bool isTableShown() const { return table()->isVisibleTo(&list); }
    QTableView *table() const { return list.findChild<QTableView *>(QStringLiteral("approvalTable")); }
    ui::FilterChip *chip(int at) const { return list.findChildren<ui::FilterChip *>().at(at); }
    ApprovalModel model;
    ui::ApprovalList list{*app, &model};
};

} // namespace

class ListOfApprovals : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rowsAreShownWithTheirNumber()
    {
        Listed d;
        fill(d.model);
        d.refresh();
        QVERIFY(d.isTableShown());
        QCOMPARE(d.table()->model()->rowCount(), 3);
        QVERIFY(says(d.list, "7 approved, 4 denied"));
        QSignalSpy chosen(&d.list, &ui::ApprovalList::rowChosen);
        d.list.selectRow(1);
        QCOMPARE(d.list.currentRow(), 1);
        QCOMPARE(chosen.size(), 1);
    }
    void searchAndChipsNarrow()
    {
        Listed d;
        fill(d.model);
        d.refresh();
        QSignalSpy narrowed(&d.list, &ui::ApprovalList::narrowed);
        auto *search = support::controlOf<QLineEdit>(d.list, "Search approvals");
        QVERIFY(search);
        search->setText(QStringLiteral("mail"));
        QCOMPARE(narrowed.size(), 1);
        d.refresh();
        QCOMPARE(d.model.rowCount(), 1);
        search->clear();
        d.chip(2)->setChecked(true);
        QCOMPARE(narrowed.size(), 3);
        d.refresh();
        QCOMPARE(d.model.rowCount(), 1);
        QVERIFY(d.model.review(0));
    }
    void whatFitsNothingOffersEverything()
    {
        support::Bench b;
        b.app->tenantSessions().open(b.tenant("one"));
        ApprovalModel model;
        ui::ApprovalList list(*b.app, &model);
        fill(model);
        auto *search = support::controlOf<QLineEdit>(list, "Search approvals");
        search->setText(QStringLiteral("nothing of these"));
        list.refresh({true, false, {}});
        QVERIFY(says(list, "Nothing fits."));
        support::buttonOf(list, "Show all")->click();
        QVERIFY(search->text().isEmpty());
        list.refresh({true, false, {}});
        QCOMPARE(model.rowCount(), 3);
        model.setApprovals({});
        model.setReviews({});
        list.refresh({true, false, {}});
        QVERIFY(says(list, "Nothing waits for you."));
        list.refresh({false, true, {}});
        QSignalSpy wanted(&list, &ui::ApprovalList::readingWanted);
        support::buttonOf(list, "Try again")->click();
        QCOMPARE(wanted.size(), 1);
    }
    void theListIsReadAgain()
    {
        Listed d;
        QSignalSpy wanted(&d.list, &ui::ApprovalList::readingWanted);
        support::buttonOf(d.list, "Refresh")->click();
        QCOMPARE(wanted.size(), 1);
        d.list.setCheckedAt(QDateTime(QDate(2026, 3, 1), QTime(9, 5)).toMSecsSinceEpoch());
        QVERIFY(says(d.list, "Checked 09:05"));
        auto *iq = support::buttonOf(d.list, "Open IdentityIQ");
        QVERIFY(!iq->isVisibleTo(&d.list));
        d.list.setIdentityIqOffered(true);
        QVERIFY(iq->isVisibleTo(&d.list));
    }
};
IDV_TEST(ListOfApprovals)
#include "tst_approvallist.moc"
