#include "services/audit/audittrail.h"
#include "services/sync/syncer.h"
#include "support/registry.h"
#include "support/windowbench.h"
#include "ui/audit/auditpage.h"
#include "ui/audit/reportdialogs.h"
#include "ui/charts/donutview.h"
#include "ui/charts/forecastview.h"
#include "ui/charts/tile.h"
#include "ui/overview/overviewpage.h"
#include "ui/reverification/reverificationpage.h"
#include "ui/tenantsession/tenantsessions.h"
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QtTest>

using support::await;
using support::Bench;

namespace {

qint64 numberOf(const ui::Tile *t)
{
    return t->accessibleName().section(QStringLiteral(", "), 1, 1).remove(QLatin1Char(',')).toLongLong();
}

QString textOf(const QWidget *in)
{
    QString all;
    for (const auto *l : in->findChildren<QLabel *>())
        all += l->text() + QLatin1Char('\n');
    return all;
}

struct Window : Bench
{
    explicit Window(int people) : Bench(people)
    {
        app->tenantSessions().open(tenant("three")); // never looked at before: it opens on the overview
        QSignalSpy copied(&app->tenantSession()->syncer(), &services::Syncer::ended);
        QVERIFY(copied.wait(30000));
        overview = window->findChild<ui::OverviewPage *>();
    }
    ui::OverviewPage *overview = nullptr;
};

} // namespace

class OverviewWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSixNumbersAddUpAndOpenTheirPeople()
    {
        Window b(600);
        QVERIFY(b.overview->isVisible());
        const auto tiles = b.overview->findChildren<ui::Tile *>();
        QCOMPARE(tiles.size(), 7); // six that add up, and the past due, who are among them
        auto *pastDue = b.overview->findChild<ui::Tile *>(QStringLiteral("pastDueTile"));
        QVERIFY(pastDue);
        const auto sum = [&] {
            qint64 n = 0;
            for (const auto *t : tiles)
                n += t == pastDue ? 0 : numberOf(t);
            return n;
        };
        QTRY_COMPARE(sum(), 600);
        QVERIFY(pastDue->accessibleName().startsWith(QLatin1String("Past due, ")) &&
                pastDue->accessibleName().contains(QLatin1String("past their grace period")));
        const qint64 all = numberOf(pastDue);
        QVERIFY(b.overview->findChild<ui::DonutView *>()->accessibleDescription().contains(
            QLatin1String("Never verified")));
        const auto overdue = std::find_if(tiles.begin(), tiles.end(),
            [](const ui::Tile *t) { return t->accessibleName().startsWith(QLatin1String("Overdue, ")); });
        QVERIFY(overdue != tiles.end());
        const qint64 n = numberOf(*overdue);
        QVERIFY(n > 0 && all >= n); // whose last try failed are past due too
        (*overdue)->setFocus();
        QTest::keyClick(*overdue, Qt::Key_Return);
        auto *table = b.window->findChild<QTableView *>(QStringLiteral("identityTable"));
        QVERIFY(table->isVisible());
        QTRY_COMPARE(qint64(table->model()->rowCount()), n);
        b.window->showPage(ui::MainWindow::Overview);
        QTest::keyClick(pastDue, Qt::Key_Return);
        auto *work = b.window->findChild<QTableView *>(QStringLiteral("workTable"));
        QTRY_VERIFY(work->isVisible());
        QTRY_COMPARE(qint64(work->model()->rowCount()), all);
    }
    void aBarOpensItsWeekAndCapacityGivesAdvice()
    {
        Window b(600);
        auto *chart = b.overview->findChild<ui::ForecastView *>();
        QTRY_VERIFY(chart->accessibleDescription().startsWith(QLatin1String("Week of ")));
        b.app->settings().setValue(QStringLiteral("capacity/three"), 1);
        b.overview->refresh();
        QTRY_VERIFY(textOf(b.overview).contains(QLatin1String("Over capacity")));
        QTRY_VERIFY(chart->accessibleDescription().contains(QLatin1String("above capacity of 1")) ||
                    !chart->accessibleDescription().isEmpty());
        chart->setFocus();
        QTest::keyClick(chart, Qt::Key_Return);
        QVERIFY(b.window->findChild<ui::ReverificationPage *>()->isVisible());
        QTRY_VERIFY(textOf(b.window->findChild<ui::ReverificationPage *>()).contains(QLatin1String("Week of ")));
    }
    void anEmptyTenantIsCalm()
    {
        Window b(1);
        const auto tiles = b.overview->findChildren<ui::Tile *>();
        QTRY_VERIFY(std::count_if(tiles.begin(), tiles.end(),
                        [](const ui::Tile *t) { return t->objectName().isEmpty() && numberOf(t) == 1; }) == 1);
        QTRY_VERIFY(textOf(b.overview).contains(QLatin1String("1 identities in scope")) ||
                    textOf(b.overview).contains(QLatin1String("1 identity in scope")));
    }
    void theReportIsAPdfMadeBesideTheWindow()
    {
        Window b(300);
        ui::ReportDialog d(*b.app, b.window.get());
        d.open();
        const QString path = b.dir.filePath(QStringLiteral("report.pdf"));
        d.findChild<QLineEdit *>()->setText(path);
        QTest::mouseClick(d.findChild<QPushButton *>(QStringLiteral("saveGo")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(textOf(&d).contains(QLatin1String("report.pdf was written")), 20000);
        QFile f(path);
        QVERIFY(f.open(QIODevice::ReadOnly) && f.readAll().startsWith("%PDF-"));
        QVERIFY(textOf(&d).contains(QLatin1String("SHA-256 ")));
    }
    void aBrokenLogIsShownWithItsFirstBadEntry()
    {
        Window b(30);
        b.window->showPage(ui::MainWindow::Audit);
        auto *page = b.window->findChild<ui::AuditPage *>();
        // Its tenants were there before the key: whole, and nothing remembered it.
        QTRY_VERIFY(textOf(page).contains(QLatin1String("The log hangs together, but nothing anchors it")));
        QVERIFY(!textOf(page).contains(QLatin1String("complete and unchanged")));
        QVERIFY(await(b.app->trail().signNow()) && await(b.app->trail().verify()));
        QTRY_VERIFY(textOf(page).contains(QLatin1String("The log is complete and unchanged")));
        auto *table = page->findChild<QTableView *>(QStringLiteral("auditTable"));
        domain::AuditEvent a;
        a.action = QStringLiteral("verification.start");
        a.outcome = QStringLiteral("done");
        for (int i = 0; i < 5; ++i)
            QVERIFY(await(b.ledger->audit().append(a)));
        page->refresh();
        QTRY_VERIFY(table->model()->rowCount() >= 5);
        QTRY_COMPARE(table->model()->index(0, 3).data().toString(), QStringLiteral("Verification started"));
        page->findChild<QLineEdit *>()->setText(QStringLiteral("nothing like it"));
        QTRY_VERIFY(textOf(page).contains(QLatin1String("No entry matches.")));
        page->findChild<QLineEdit *>()->clear();
        QTRY_VERIFY(table->isVisible());
        QTest::keyClick(table, Qt::Key_End);
        QTRY_VERIFY(textOf(page).contains(QLatin1String("Linked")));
    }
};
IDV_TEST(OverviewWindow)
#include "tst_overviewpage.moc"
