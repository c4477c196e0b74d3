#include "services/access/approvals.h"
#include "services/sync/syncer.h"
#include "support/registry.h"
#include "support/windowbench.h"
#include "ui/access/approvalpane.h"
#include "ui/access/approvalspage.h"
#include "ui/tenantsession/tenantsessions.h"
#include "ui/verification/verifydialog.h"
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QtTest>

using support::await;
using support::Bench;

namespace {

struct Waiting : Bench
{
    explicit Waiting(const std::function<void(lab::Options &)> &change = [](lab::Options &) {})
        : Bench(80, [&change](lab::Options &o) {
              o.processing = std::chrono::milliseconds(300);
              change(o);
          })
    {
        app->tenantSessions().open(tenant("one"));
        QSignalSpy copied(&app->tenantSession()->syncer(), &services::Syncer::ended);
        QVERIFY(copied.wait(30000));
        window->resize(1280, 800);
        window->showPage(ui::MainWindow::Approvals);
        page = window->findChild<ui::ApprovalsPage *>();
        table = page->findChild<QTableView *>(QStringLiteral("approvalTable"));
        pane = page->findChild<ui::ApprovalPane *>();
    }
    QPushButton *push(const char *name) { return pane->findChild<QPushButton *>(QString::fromLatin1(name)); }
    bool says(const QString &text)
    {
        const auto labels = page->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
            [&text](const QLabel *l) { return l->isVisible() && l->text().contains(text); });
    }
    bool confirm(const char *text)
    {
        auto *asked = window->findChild<QWidget *>(QStringLiteral("operationQuestion"));
        if (!asked)
            return false;
        for (auto *b : asked->findChildren<QPushButton *>()) {
            if (b->text() == QLatin1String(text)) {
                b->click();
                return true;
            }
        }
        return false;
    }
    ui::ApprovalsPage *page = nullptr;
    QTableView *table = nullptr;
    ui::ApprovalPane *pane = nullptr;
};

} // namespace

class ApprovalsInTheWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRequestIsDeniedWithAReason()
    {
        Waiting b;
        QTRY_COMPARE(b.table->model()->rowCount(), 10); // eight requests, two reviews
        b.table->selectRow(0);
        QTRY_VERIFY(b.pane->isVisible());
        QVERIFY(!b.push("denyButton")->isEnabled() && !b.push("denyButton")->toolTip().isEmpty());
        b.pane->findChild<QPlainTextEdit *>(QStringLiteral("approvalComment"))
            ->setPlainText(QStringLiteral("not needed any more"));
        QVERIFY(b.push("denyButton")->isEnabled());
        b.push("denyButton")->click();
        QVERIFY(QTest::qWaitFor([&b] { return b.confirm("Deny"); }, 5000));
        QVERIFY(QTest::qWaitFor(
            [&b] {
                b.app->tenantSession()->approvals().poll();
                // A look takes its time, and one that finds nothing new says nothing.
                QTest::qWait(200);
                return b.table->model()->rowCount() == 9;
            },
            10000));
        QVERIFY(!b.pane->isVisible());
    }
    void whoLacksTheLevelIsVerifiedFirst()
    {
        Waiting b;
        QTRY_COMPARE(b.table->model()->rowCount(), 10);
        domain::AccessRequirements r;
        r.all << domain::AccessRequirement{QStringLiteral("e"), 2, 1}; // whatever it is, not older than a day
        QVERIFY(await(b.app->tenantSession()->approvals().requirementsTable().setRequirements(r)));
        b.table->selectRow(1);
        QTRY_VERIFY_WITH_TIMEOUT(b.says(QStringLiteral("Verify first")), 5000);
        QVERIFY(!b.push("approveButton")->isEnabled());
        QPushButton *verify = nullptr;
        for (auto *x : b.pane->findChildren<QPushButton *>()) {
            if (x->isVisible() && x->text() == QStringLiteral("Verify first…"))
                verify = x;
        }
        QVERIFY(verify);
        verify->click();
        ui::VerifyDialog *dialog = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((dialog = Bench::shown<ui::VerifyDialog>()), 5000);
        dialog->close();
    }
    void theTableOfRequirementsIsMadeInTheWindow()
    {
        Waiting b;
        b.page->findChild<QPushButton *>(QStringLiteral("requirements"))->click();
        QWidget *d = nullptr;
        QTRY_VERIFY((d = b.window->findChild<QWidget *>(QStringLiteral("requirementsDialog"))));
        auto *save = d->findChild<QPushButton *>(QStringLiteral("saveRequirements"));
        auto *access = d->findChild<QLineEdit *>(QStringLiteral("requirementAccess"));
        QVERIFY(!save->isEnabled() && !access->isEnabled());
        d->findChild<QPushButton *>(QStringLiteral("addRequirement"))->click();
        QVERIFY(access->isEnabled() && !save->isEnabled() && !save->toolTip().isEmpty()); // without a name
        access->setText(QStringLiteral("domain admin"));
        QVERIFY(save->isEnabled());
        save->click();
        QTRY_COMPARE(await(b.app->tenantSession()->approvals().requirementsTable().requirements())->all,
            (QList<domain::AccessRequirement>{{QStringLiteral("domain admin"), 2, 0}}));
    }
    void somebodyWhoWasFasterIsNamed()
    {
        Waiting b;
        QTRY_COMPARE(b.table->model()->rowCount(), 10);
        b.table->selectRow(2);
        QTRY_VERIFY_WITH_TIMEOUT(b.push("approveButton")->isEnabled(), 5000);
        QString told;
        connect(b.app.get(), &ui::AppContext::notice, this, [&told](const QString &text) { told = text; });
        b.simulator->decideElsewhere(
            b.app->tenantSession()->approvals().seen().at(2).id, true, QStringLiteral("B. Quesnel-Fontanarosa"));
        b.push("approveButton")->click();
        QVERIFY(QTest::qWaitFor([&b] { return b.confirm("Approve"); }, 5000));
        QTRY_VERIFY_WITH_TIMEOUT(told.contains(QLatin1String("approved by B. Quesnel-Fontanarosa")), 5000);
        QTRY_COMPARE_WITH_TIMEOUT(b.table->model()->rowCount(), 9, 5000);
    }
    void chipsAndSearchNarrowTheList()
    {
        Waiting b;
        QTRY_COMPARE(b.table->model()->rowCount(), 10);
        b.page->findChild<QLineEdit *>()->setText(QStringLiteral("domain admin"));
        QVERIFY(b.table->model()->rowCount() > 0 && b.table->model()->rowCount() < 10);
        b.page->findChild<QLineEdit *>()->setText(QStringLiteral("no such thing"));
        QTRY_VERIFY(b.says(QStringLiteral("Nothing fits.")));
    }
    void aTokenThatMayNotSaysSo()
    {
        Waiting b([](lab::Options &o) {
            o.scopes = {QStringLiteral("idn:identity:read"), QStringLiteral("sp:search:read"),
                QStringLiteral("idn:accounts:read")};
        });
        QTRY_VERIFY_WITH_TIMEOUT(b.says(QStringLiteral("The list cannot be read")), 8000);
        QCOMPARE(b.table->model()->rowCount(), 0);
    }
};
IDV_TEST(ApprovalsInTheWindow)
#include "tst_approvalswindow.moc"
