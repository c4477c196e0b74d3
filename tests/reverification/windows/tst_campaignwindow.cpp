#include "domain/tenants/principal.h"
#include "services/reverification/campaigns.h"
#include "services/sync/syncer.h"
#include "services/verification/verifier.h"
#include "support/registry.h"
#include "support/windowbench.h"
#include "ui/campaigns/campaigncard.h"
#include "ui/campaigns/campaigndialog.h"
#include "ui/campaigns/dryrunview.h"
#include "ui/campaigns/stopcampaigndialog.h"
#include "ui/reverification/reverificationpage.h"
#include "ui/tenantsession/tenantsessions.h"
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QtTest>

using domain::CampaignState;
using support::await;
using support::Bench;

namespace {

QString textOf(const QWidget *in)
{
    QString all;
    for (const auto *l : in->findChildren<QLabel *>())
        all += l->text() + QLatin1Char('\n');
    return all;
}

} // namespace

class CampaignWindow : public QObject
{
    Q_OBJECT
    // On top of the work list, sending.
    static void isPausedAndStopped(Bench &b, ui::ReverificationPage *page, const QString &id)
    {
        const auto cards = page->findChildren<ui::CampaignCard *>();
        const auto shown = [&] {
            for (auto *c : cards) {
                if (c->isVisible())
                    return c;
            }
            return static_cast<ui::CampaignCard *>(nullptr);
        };
        QTRY_VERIFY(shown() && shown()->campaign().state == CampaignState::Running);
        auto *card = shown();
        QTRY_VERIFY(card->accessibleName().contains(QLatin1String("waiting")));
        QTest::mouseClick(card->findChild<QPushButton *>(QStringLiteral("campaignPause")), Qt::LeftButton);
        QTRY_COMPARE(card->campaign().state, CampaignState::Paused);
        QTRY_VERIFY(textOf(card).contains(QLatin1String("Paused by hand")));
        QTest::mouseClick(card->findChild<QPushButton *>(QStringLiteral("campaignStop")), Qt::LeftButton);
        auto *ask = b.window->findChild<ui::StopCampaignDialog *>();
        QVERIFY(ask);
        auto *yes = ask->findChild<QPushButton *>(QStringLiteral("stopForGood"));
        QVERIFY(!yes->isEnabled()); // the choice has no default
        QVERIFY(textOf(ask).contains(QLatin1String("no call to cancel")));
        QTest::mouseClick(
            ask->findChild<QRadioButton *>(QStringLiteral("cancelOpen")), Qt::LeftButton, {}, QPoint(8, 8));
        QTRY_VERIFY(yes->isEnabled());
        QTest::mouseClick(yes, Qt::LeftButton);
        QTRY_COMPARE(await(b.app->tenantSession()->campaigns().records().one(id))->state, CampaignState::Stopped);
        QTRY_COMPARE(await(b.app->tenantSession()->campaigns().records().counts(id))->waiting(), 0);
        QTRY_VERIFY(!shown());
    }
private Q_SLOTS:
    void allButAFewIsTheListWithExceptions()
    {
        Bench b(400);
        b.app->tenantSessions().open(b.tenant("one"));
        QSignalSpy copied(&b.app->tenantSession()->syncer(), &services::Syncer::ended);
        QVERIFY(copied.wait(30000));
        b.window->showPage(ui::MainWindow::Renewal);
        auto *page = b.window->findChild<ui::ReverificationPage *>();
        auto *table = page->findChild<QTableView *>(QStringLiteral("workTable"));
        QTRY_VERIFY(table->model()->rowCount() > 6);
        const int all = table->model()->rowCount();
        table->selectAll();
        for (const int spared : {1, 3})
            table->selectionModel()->select(QItemSelection(table->model()->index(spared, 0),
                                                table->model()->index(spared, table->model()->columnCount() - 1)),
                QItemSelectionModel::Deselect);
        QTest::mouseClick(page->findChild<QPushButton *>(QStringLiteral("workCampaign")), Qt::LeftButton);
        auto *d = b.window->findChild<ui::CampaignDialog *>();
        QVERIFY(d && d->isVisible());
        auto *go = d->findChild<QPushButton *>(QStringLiteral("campaignGo"));
        QTest::mouseClick(go, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(go->text(), QStringLiteral("Start campaign"), 15000);
        const auto draft = await(b.app->tenantSession()->campaigns().records().all())->first();
        QVERIFY(!draft.plan.isList);
        QCOMPARE(draft.plan.exceptions.size(), 2);
        QVERIFY2(draft.dryRun->toSend() <= all - 2, qPrintable(QString::number(draft.dryRun->toSend())));
        const auto people = *await(b.app->tenantSession()->campaigns().records().people(
            draft.id, std::nullopt, domain::ExclusionReason::Nothing, 1000));
        QVERIFY(!people.isEmpty());
        for (const auto &p : people)
            QVERIFY(!draft.plan.exceptions.contains(p.identity.str()));
        d->close();
    }
    void fromTheListToARunningCampaignAndItsEnd()
    {
        Bench b(400);
        b.app->tenantSessions().open(b.tenant("one"));
        QSignalSpy copied(&b.app->tenantSession()->syncer(), &services::Syncer::ended);
        QVERIFY(copied.wait(30000));
        b.window->showPage(ui::MainWindow::Renewal);
        auto *page = b.window->findChild<ui::ReverificationPage *>();
        auto *table = page->findChild<QTableView *>(QStringLiteral("workTable"));
        QTRY_VERIFY(table->model()->rowCount() > 6);
        table->selectionModel()->select(
            QItemSelection(table->model()->index(0, 0), table->model()->index(5, table->model()->columnCount() - 1)),
            QItemSelectionModel::Select);
        QTest::mouseClick(page->findChild<QPushButton *>(QStringLiteral("workCampaign")), Qt::LeftButton);
        auto *d = b.window->findChild<ui::CampaignDialog *>();
        QVERIFY(d && d->isVisible());
        auto *go = d->findChild<QPushButton *>(QStringLiteral("campaignGo"));
        auto *name = d->findChild<QLineEdit *>();
        name->clear();
        QTest::mouseClick(go, Qt::LeftButton);
        QTRY_VERIFY(textOf(d).contains(QLatin1String("1 to 80 characters")));
        QVERIFY(await(b.app->tenantSession()->campaigns().records().all())->isEmpty());
        QTRY_VERIFY(go->isEnabled());
        QTest::keyClicks(name, QStringLiteral("Six people"));
        d->findChildren<QSpinBox *>().at(1)->setValue(60);
        QTest::mouseClick(go, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(go->text(), QStringLiteral("Start campaign"), 15000);
        QVERIFY(textOf(d).contains(QLatin1String("Nothing has been sent yet")));
        const auto draft = await(b.app->tenantSession()->campaigns().records().all())->first();
        QCOMPARE(draft.plan.name, QStringLiteral("Six people"));
        QCOMPARE(draft.dryRun->selected, 6);
        QPointer<QDialog> gone(d);
        QTest::mouseClick(go, Qt::LeftButton);
        QTRY_VERIFY(!gone);
        isPausedAndStopped(b, page, draft.id);
    }
    // Said before anything is sent: afterwards only new verifications would help.
    void thatNobodyIsRegisteredIsSaidBefore()
    {
        Bench b(30);
        b.app->tenantSessions().open(b.tenant("one"));
        ui::DryRunView view(*b.app);
        const auto says = [&view] {
            const auto labels = view.findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(),
                [](const QLabel *l) { return l->text() == domain::unknownReleaserText(); });
        };
        domain::Campaign k;
        k.dryRun.emplace();
        k.dryRun->byEmail = 3;
        view.setRun(k, {}, false);
        QVERIFY(says());
        view.setRun(k, {}, true);
        QVERIFY(!says());
        k.plan.workflow = QStringLiteral("w1"); // a reminder starts nothing that could be held
        view.setRun(k, {}, false);
        QVERIFY(!says());
    }
    void manyPeopleAreTyped()
    {
        Bench b(30);
        b.app->tenantSessions().open(b.tenant("one"));
        ui::DryRunView view(*b.app);
        QSignalSpy changed(&view, &ui::DryRunView::confirmationChanged);
        domain::Campaign k;
        k.dryRun.emplace();
        k.dryRun->byEmail = 500;
        view.setRun(k, {}, true);
        QVERIFY(view.isConfirmed());
        k.dryRun->byPhone = 1;
        view.setRun(k, {}, true);
        QVERIFY(!view.isConfirmed());
        auto *typed = view.findChild<QLineEdit *>(QStringLiteral("campaignNumber"));
        QTest::keyClicks(typed, QStringLiteral("500"));
        QVERIFY(!view.isConfirmed());
        typed->setText(QStringLiteral("501"));
        QVERIFY(view.isConfirmed() && changed.size() >= 2);
        // Whoever loses idvVerified is always counted.
        k.dryRun->byEmail = k.dryRun->byPhone = 1;
        k.plan.clearsVerified = true;
        view.setRun(k, {}, true);
        QVERIFY(!view.isConfirmed());
        k.dryRun->byEmail = k.dryRun->byPhone = 0;
        view.setRun(k, {}, true);
        QVERIFY(!view.isConfirmed());
    }
    void aCampaignGoesOnWhileAnotherTenantIsLookedAt()
    {
        Bench b(400);
        b.app->tenantSessions().open(b.tenant("one"));
        QSignalSpy copied(&b.app->tenantSession()->syncer(), &services::Syncer::ended);
        QVERIFY(copied.wait(30000));
        auto &campaigns = b.app->tenantSession()->campaigns();
        domain::CampaignPlan plan;
        plan.name = QStringLiteral("Goes on");
        plan.perMinute = 60;
        plan.documents = {QStringLiteral("passport")};
        plan.query.status = domain::IdentityStatus::Overdue;
        const auto k = *await(campaigns.drafts().create(plan, {}));
        const auto checked = *await(campaigns.dryRun().run(k.id));
        QVERIFY(await(campaigns.control().start(k.id, checked.dryRun->toSend())));
        b.app->tenantSessions().open(b.tenant("two"));
        const auto sent = await(b.ledger->campaigns().recipients().counts(k.id))->sent();
        QTRY_VERIFY_WITH_TIMEOUT(await(b.ledger->campaigns().recipients().counts(k.id))->sent() > sent + 1, 8000);
        // Back again: the same connection, still sending; and the other tenant's second campaign window knows nothing
        // of it.
        QVERIFY(await(b.app->tenantSession()->campaigns().records().all())->isEmpty());
        b.app->tenantSessions().open(b.tenant("one"));
        QVERIFY(b.app->tenantSession()->campaigns().runner().isSending());
        QCOMPARE(await(b.app->tenantSession()->campaigns().records().one(k.id))->state, CampaignState::Running);
        // One sender, not two: the pace of one a second is kept, and nobody is asked for twice.
        const auto before = await(b.ledger->campaigns().recipients().counts(k.id))->sent();
        // Real seconds, because the pace is counted in them.
        QTest::qWait(2500);
        const auto after = await(b.ledger->campaigns().recipients().counts(k.id))->sent();
        QVERIFY2(after > before && after - before <= 3, qPrintable(QString::number(after - before)));
        // Changed settings do not stop it, a lock does.
        b.app->tenantSessions().reload(b.app->tenantSession()->tenant());
        QVERIFY(b.app->tenantSession()->campaigns().runner().isSending());
        auto locked = b.app->tenantSession()->tenant();
        locked.readOnly = true;
        b.app->tenantSessions().reload(locked);
        QTRY_COMPARE(await(b.app->tenantSession()->campaigns().records().one(k.id))->state, CampaignState::Paused);
        QVERIFY(!b.app->tenantSession()->campaigns().runner().isSending());
    }
    void aLockReachesATenantThatIsNotOnTheScreen()
    {
        Bench b(400);
        b.app->tenantSessions().open(b.tenant("one"));
        QSignalSpy copied(&b.app->tenantSession()->syncer(), &services::Syncer::ended);
        QVERIFY(copied.wait(30000));
        domain::CampaignPlan plan;
        plan.name = QStringLiteral("Locked");
        plan.perMinute = 60;
        plan.documents = {QStringLiteral("passport")};
        plan.query.status = domain::IdentityStatus::Overdue;
        const auto k = *await(b.app->tenantSession()->campaigns().drafts().create(plan, {}));
        const auto checked = *await(b.app->tenantSession()->campaigns().dryRun().run(k.id));
        QVERIFY(await(b.app->tenantSession()->campaigns().control().start(k.id, checked.dryRun->toSend())));
        auto locked = b.app->tenantSession()->tenant();
        locked.readOnly = true;
        b.app->tenantSessions().open(b.tenant("two"));
        b.app->tenantSessions().reload(locked);
        QTRY_COMPARE(await(b.ledger->campaigns().campaign(core::TenantId(QStringLiteral("one")), k.id))->state,
            CampaignState::Paused);
    }
};
IDV_TEST(CampaignWindow)
#include "tst_campaignwindow.moc"
