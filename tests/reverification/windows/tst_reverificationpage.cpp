#include "domain/verification/writeback/writeback.h"
#include "services/identities/identitydirectory.h"
#include "services/reverification/reverification.h"
#include "services/sync/syncer.h"
#include "services/verification/sessions.h"
#include "services/verification/storedcheck.h"
#include "support/registry.h"
#include "support/windowbench.h"
#include "ui/charts/forecastview.h"
#include "ui/charts/tile.h"
#include "ui/controls/filterchip.h"
#include "ui/controls/navitem.h"
#include "ui/identities/driftdialog.h"
#include "ui/overview/healthcard.h"
#include "ui/overview/overviewpage.h"
#include "ui/person/detailpane.h"
#include "ui/reverification/policyeditor.h"
#include "ui/reverification/reverificationpage.h"
#include "ui/reverification/ruledialog.h"
#include "ui/reverification/worklist.h"
#include "ui/tenantsession/tenantsessions.h"
#include <QAbstractItemModel>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTableWidget>
#include <QtTest>

using support::await;
using support::Bench;

namespace {

QPushButton *buttonOf(QWidget *in, const QString &text)
{
    for (auto *b : in->findChildren<QPushButton *>()) {
        if (b->isVisible() && b->text() == text)
            return b;
    }
    return nullptr;
}

/// A pass of here, an hour old, of which SailPoint knows nothing.
void passed(Bench &b, const domain::Identity &p)
{
    domain::Session s;
    s.id = core::SessionId(QStringLiteral("s-") + p.id.str());
    s.tenant = core::TenantId(QStringLiteral("one"));
    s.request.identity = p.id;
    s.request.documents = domain::documentTypes();
    s.personName = p.name;
    s.operatorName = QStringLiteral("tester");
    s.createdAt = b.clock->now() - core::hourMs;
    s.expiresAt = b.clock->now();
    domain::AuditEvent a;
    a.actor = a.action = a.tenant = a.subject = a.outcome = QStringLiteral("test");
    QVERIFY(await(b.ledger->sessions().start(s, {}, a)));
    QVERIFY(
        await(b.ledger->sessions().change(s.id, [](const domain::Session &now) -> core::Result<domain::SessionStep> {
            domain::SessionStep step;
            step.session = now;
            step.session.providerId = core::ProviderSessionId(QStringLiteral("k1-") + now.id.str());
            step.session.state = domain::SessionState::Verified;
            step.session.completedAt = step.session.closedAt = now.createdAt + core::minuteMs;
            step.session.writeBack = domain::writeBackKey(domain::WriteBackState::NotStored);
            return step;
        })));
}

QString textOf(const QWidget *in)
{
    QString all;
    for (const auto *l : in->findChildren<QLabel *>())
        all += l->text() + QLatin1Char('\n');
    return all;
}

} // namespace

class RenewalWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRuleShowsItsEffectBeforeItIsSavedAndHasItAfterwards()
    {
        Bench b(600);
        b.app->tenantSessions().open(b.tenant("one"));
        QSignalSpy copied(&b.app->tenantSession()->syncer(), &services::Syncer::ended);
        QVERIFY(copied.wait(30000));
        // The sidebar counts while nobody has looked at the page yet.
        const auto navs = b.window->findChildren<ui::NavItem *>();
        QTRY_VERIFY(std::any_of(navs.begin(), navs.end(),
            [](const ui::NavItem *n) { return n->accessibleName().startsWith(QLatin1String("Re-verification, ")); }));
        b.window->showPage(ui::MainWindow::Renewal);
        auto *page = b.window->findChild<ui::ReverificationPage *>();
        auto *table = page->findChild<QTableView *>(QStringLiteral("workTable"));
        const auto counts = *await(b.app->tenantSession()->directory().counts());
        QVERIFY(counts.allPastDue() >= counts.byStatus[size_t(domain::IdentityStatus::Overdue)]);
        QTRY_COMPARE(qint64(table->model()->rowCount()), counts.allPastDue());
        page->showPolicy();
        QTest::mouseClick(buttonOf(page, QStringLiteral("Add a rule…")), Qt::LeftButton);
        auto *d = Bench::shown<ui::RuleDialog>();
        QVERIFY(d);
        const auto lists = d->findChildren<QListWidget *>();
        QTRY_VERIFY(lists.first()->count() > 1);
        QTest::mouseClick(buttonOf(d, QStringLiteral("Use rule")), Qt::LeftButton);
        QVERIFY(d->isVisible()); // it has no name yet
        QTest::keyClicks(d->findChild<QLineEdit *>(), QStringLiteral("Contractors"));
        for (int i = 0; i < lists.first()->count(); ++i) {
            if (lists.first()->item(i)->data(Qt::UserRole).toString() == QLatin1String("Contractors"))
                lists.first()->item(i)->setCheckState(Qt::Checked);
        }
        const auto spins = d->findChildren<QSpinBox *>();
        spins.at(0)->setValue(60);
        QTest::mouseClick(
            buttonOf(d, QStringLiteral("Use rule")), Qt::LeftButton); // warning 30 and grace 14 fit into 60
        auto *policy = page->findChild<ui::PolicyEditor *>()->findChild<QTableWidget *>();
        QTRY_COMPARE(policy->rowCount(), 2);
        QTRY_VERIFY(policy->item(0, 6)->text().contains(QStringLiteral("→")));
        const qint64 then =
            policy->item(0, 6)->text().section(QStringLiteral("→ "), 1).remove(QLatin1Char(',')).toLongLong();
        QVERIFY(then > 10);
        QVERIFY(b.app->tenantSession()->reverification().policy().rules.isEmpty()); // it is a draft
        QTest::mouseClick(buttonOf(page, QStringLiteral("Save policy…")), Qt::LeftButton);
        if (auto *ask = page->findChild<QDialog *>(QStringLiteral("operationQuestion")))
            QTest::mouseClick(buttonOf(ask, QStringLiteral("Save policy")), Qt::LeftButton);
        QTRY_COMPARE(b.app->tenantSession()->reverification().policy().rules.size(), 1);
        domain::PeopleQuery q;
        q.onlyPastDue = true;
        q.filter.profiles = {QStringLiteral("Contractors")};
        QTRY_COMPARE(qint64(await(b.app->tenantSession()->directory().all(q))->rows->size()), then);
        QStringList actions;
        const auto trail = *await(b.ledger->audit().records(1, 100));
        for (const auto &r : trail)
            actions << r.event.action;
        QVERIFY(actions.contains(QStringLiteral("policy.freshness")));
        // Opened anew, the tenant has it; another tenant does not.
        b.app->tenantSessions().open(b.tenant("two"));
        QTRY_VERIFY(b.app->tenantSession()->reverification().policy().rules.isEmpty());
        b.app->tenantSessions().open(b.tenant("one"));
        QTRY_COMPARE(b.app->tenantSession()->reverification().policy().rules.size(), 1);
    }
    void thePartsAddUpToTheWorkList()
    {
        Bench b(600);
        b.app->tenantSessions().open(b.tenant("one"));
        QSignalSpy copied(&b.app->tenantSession()->syncer(), &services::Syncer::ended);
        QVERIFY(copied.wait(30000));
        b.window->showPage(ui::MainWindow::Renewal);
        auto *work = b.window->findChild<ui::WorkList *>();
        auto *model = work->findChild<QTableView *>(QStringLiteral("workTable"))->model();
        const auto counts = *await(b.app->tenantSession()->directory().counts());
        QTRY_COMPARE(qint64(model->rowCount()), counts.allPastDue());
        const auto chips = work->findChildren<ui::FilterChip *>();
        QCOMPARE(chips.size(), 9); // all, five parts, due soon, no contact, verified here and not stored
        qint64 sum = 0;
        for (int part = 0; part < domain::pastDuePartCount; ++part) {
            chips.at(1 + part)->setChecked(true);
            QTRY_COMPARE(qint64(model->rowCount()), counts.pastDue[size_t(part)]);
            sum += counts.pastDue[size_t(part)];
        }
        QCOMPARE(sum, counts.allPastDue());
        chips.at(1 + int(domain::PastDuePart::DateUnusable))->setChecked(true);
        QVERIFY(work->findChild<QLabel *>(QStringLiteral("repairHint"))->isVisible());
        chips.at(0)->setChecked(true);
        QVERIFY(!work->findChild<QLabel *>(QStringLiteral("repairHint"))->isVisible());
    }
    void whoIsVerifiedHereAndNotStoredIsSaidEverywhere()
    {
        Bench b(600);
        b.app->tenantSessions().open(b.tenant("one"));
        QSignalSpy copied(&b.app->tenantSession()->syncer(), &services::Syncer::ended);
        QVERIFY(copied.wait(30000));
        domain::PeopleQuery q;
        q.onlyPastDue = true;
        const auto pastDue = *await(
            b.app->tenantSession()->directory().people(*await(b.app->tenantSession()->directory().all(q))->rows));
        QVERIFY(pastDue.size() > 2);
        b.window->showPage(ui::MainWindow::Renewal);
        auto *page = b.window->findChild<ui::ReverificationPage *>();
        auto *work = b.window->findChild<ui::WorkList *>();
        auto *model = work->findChild<QTableView *>(QStringLiteral("workTable"))->model();
        QTRY_COMPARE(qint64(model->rowCount()), qint64(pastDue.size()));
        const auto chips = work->findChildren<ui::FilterChip *>();
        // Nobody yet, and the chip shows nobody, not everyone.
        chips.at(8)->setChecked(true);
        QTRY_COMPARE(model->rowCount(), 0);
        QVERIFY(!textOf(page).contains(QLatin1String("verified here, not stored")));
        passed(b, pastDue.first());
        work->refresh();
        QTRY_COMPARE(model->rowCount(), 1);
        QTRY_VERIFY(textOf(page).contains(QLatin1String("of them 1 verified here, not stored")));
        QVERIFY(textOf(page).contains(QStringLiteral("%1 past due").arg(pastDue.size()))); // it lowers nothing
        // A campaign from this list is about these people, also when it is read back.
        const auto choice = work->choice();
        QCOMPARE(choice.query.onlyIds, std::optional(QStringList{pastDue.first().id.str()}));
        chips.at(0)->setChecked(true);
        QTRY_COMPARE(qint64(model->rowCount()), qint64(pastDue.size()));
        b.window->showPage(ui::MainWindow::Overview);
        auto *tile = b.window->findChild<ui::Tile *>(QStringLiteral("pastDueTile"));
        QTRY_VERIFY(tile->accessibleName().contains(QLatin1String("of them 1 verified here, not stored")));
        QTRY_VERIFY(
            textOf(b.window->findChild<ui::OverviewPage *>()).contains(QLatin1String("verified here, not stored")));
        // The person's pane, with the way to the differences; not beside somebody else.
        auto *pane = b.window->findChild<ui::DetailPane *>();
        auto *line = pane->findChild<QWidget *>(QStringLiteral("notStored"));
        pane->show(pastDue.first());
        QTRY_VERIFY(line->isVisibleTo(pane));
        QVERIFY(textOf(line).contains(QLatin1String("Verified here on ")) &&
                textOf(line).contains(QLatin1String("not stored by SailPoint")));
        line->findChild<QPushButton *>(QStringLiteral("notStoredDifferences"))->click();
        auto *d = Bench::shown<ui::DriftDialog>();
        QVERIFY(d);
        delete d;
        pane->show(pastDue.at(1));
        QVERIFY(!line->isVisibleTo(pane));
        QVERIFY(await(b.app->tenantSession()->stored().facts()));
        // The facts come to the pane behind their answer; what does not appear says nothing.
        QTest::qWait(50);
        QVERIFY(!line->isVisibleTo(pane));
    }
    void onlyWhatNobodyLookedAtForADayIsALineOfHealth()
    {
        Bench b(30);
        b.app->tenantSessions().open(b.tenant("one"));
        auto *card = b.window->findChild<ui::HealthCard *>();
        domain::StoredFacts facts;
        card->setStored(facts);
        QVERIFY(!textOf(card).contains(QLatin1String("not looked at")));
        facts.notLookedAt = 3;
        card->setStored(facts);
        QVERIFY(!textOf(card).contains(QLatin1String("not looked at")));
        facts.notLookedAtForADay = 2;
        facts.oldestNotLookedAt = b.clock->now() - 2 * core::dayMs;
        card->setStored(facts);
        QVERIFY(textOf(card).contains(QLatin1String("Results not looked at")));
        card->setStored(std::nullopt);
        QVERIFY(!textOf(card).contains(QLatin1String("not looked at")));
    }
    void aBarOfTheForecastIsWalkedByKeysAndFilters()
    {
        Bench b(600);
        b.app->tenantSessions().open(b.tenant("one"));
        QSignalSpy copied(&b.app->tenantSession()->syncer(), &services::Syncer::ended);
        QVERIFY(copied.wait(30000));
        b.window->showPage(ui::MainWindow::Renewal);
        auto *work = b.window->findChild<ui::WorkList *>();
        auto *chart = work->findChild<ui::ForecastView *>();
        QTRY_VERIFY(chart->accessibleDescription().startsWith(QLatin1String("Week of")));
        chart->setFocus();
        const QString first = chart->accessibleDescription();
        for (int i = 0; i < 11; ++i)
            QTest::keyClick(chart, Qt::Key_Right);
        QVERIFY(chart->accessibleDescription() != first);
        const auto weeks = *await(b.app->tenantSession()->reverification().forecast());
        QTest::keyClick(chart, Qt::Key_Return);
        QTRY_COMPARE(qint64(work->findChild<QTableView *>()->model()->rowCount()), weeks.last().due);
        QVERIFY(weeks.last().due > 0);
    }
    void whatIsStoredAndCannotBeReadIsSaidAndChangesNothing()
    {
        Bench b(60);
        b.app->tenantSessions().open(b.tenant("one"));
        QSignalSpy copied(&b.app->tenantSession()->syncer(), &services::Syncer::ended);
        QVERIFY(copied.wait(30000));
        const auto before = *await(b.app->tenantSession()->directory().counts());
        QVERIFY(await(b.ledger->settings().set(QStringLiteral("freshness:one"), QStringLiteral("{\"rules\":7}"))));
        b.app->tenantSessions().open(b.tenant("one"));
        QTRY_VERIFY(
            b.app->tenantSession()->reverification().problem().contains(QLatin1String("what was last applied")));
        QCOMPARE(await(b.app->tenantSession()->directory().counts())->byStatus, before.byStatus);
        b.window->showPage(ui::MainWindow::Renewal);
        b.window->findChild<ui::ReverificationPage *>()->showPolicy();
        auto *editor = b.window->findChild<ui::PolicyEditor *>();
        const auto labels = editor->findChildren<QLabel *>();
        QTRY_VERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *l) {
            return l->isVisible() && l->text().contains(QLatin1String("what was last applied"));
        }));
    }
};
IDV_TEST(RenewalWindow)
#include "tst_reverificationpage.moc"
