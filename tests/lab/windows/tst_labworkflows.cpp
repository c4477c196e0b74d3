#include "services/events/workflows.h"
#include "support/bareapp.h"
#include "support/registry.h"
#include "support/widgethand.h"
#include "support/windowbench.h"
#include "ui/controls/banner.h"
#include "ui/lab/labworkflows.h"
#include "ui/tenantsession/tenantsessions.h"
#include <QClipboard>
#include <QPlainTextEdit>
#include <QTableWidget>
#include <QtTest>

using support::await;
using support::buttonOf;
using support::controlOf;
using support::says;

namespace {

const QString resting = QStringLiteral("9b1d54c7-2e0a-4a55-8d1e-5f6a7b8c9d02"); // the lab's one that is switched off

struct Flows : support::Bench
{
    explicit Flows(bool isLocked = false)
    {
        auto t = bare("one");
        t.environment = domain::Environment::Simulator;
        t.readOnly = isLocked;
        app->tenantSessions().open(kept(t));
        page = std::make_unique<ui::LabWorkflows>(*app);
        page->show();
        (void)QTest::qWaitFor([this] { return table()->rowCount() == 3; }, 10000);
    }
    QTableWidget *table() const { return controlOf<QTableWidget>(*page, "Workflows"); }
    QTableWidget *runs() const { return controlOf<QTableWidget>(*page, "Executions"); }
    QString history() const { return controlOf<QPlainTextEdit>(*page, "History of the execution")->toPlainText(); }
    QPushButton *client() const { return buttonOf(*page, "New client…"); }
    std::unique_ptr<ui::LabWorkflows> page;
};

} // namespace

class WorkflowsOfTheLab : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void allOfThemAreListed()
    {
        Flows d;
        QCOMPARE(d.table()->rowCount(), 3);
        QCOMPARE(d.table()->item(0, 0)->text(), QStringLiteral("IDV results"));
        QCOMPARE(d.table()->item(0, 1)->text(), QStringLiteral("EXTERNAL · idv"));
        QCOMPARE(d.table()->item(0, 2)->text(), QStringLiteral("On"));
        QCOMPARE(d.table()->item(2, 2)->text(), QStringLiteral("Off"));
    }
    void onlyAnExternalOneHasClients()
    {
        Flows d;
        QCOMPARE(d.client()->toolTip(), QStringLiteral("Select a workflow first."));
        d.table()->selectRow(0);
        QVERIFY(d.client()->isEnabled());
        d.table()->selectRow(1);
        QVERIFY(!d.client()->isEnabled() && d.client()->toolTip().contains(QLatin1String("external trigger")));
    }
    void whatRanIsShownWithItsHistory()
    {
        Flows d;
        QVERIFY(await(d.app->tenantSession()->workflows().testWorkflow(resting, {})));
        d.table()->selectRow(2);
        QTRY_COMPARE(d.runs()->rowCount(), 1);
        QVERIFY(!d.runs()->item(0, 3)->text().isEmpty());
        QVERIFY(d.history().isEmpty());
        d.runs()->selectRow(0);
        QTRY_VERIFY(d.history().contains(QLatin1String("WorkflowExecutionStarted")));
        d.table()->selectRow(1); // another one: nothing of the first stays
        QVERIFY(d.history().isEmpty());
        QTRY_COMPARE(d.runs()->rowCount(), 0);
    }
    void aClientsSecretIsShownOnce()
    {
        Flows d;
        d.table()->selectRow(2);
        d.client()->click();
        auto *asked = d.page->findChild<QWidget *>(QStringLiteral("operationQuestion"));
        QVERIFY(asked && says(*asked, "not kept here"));
        QGuiApplication::clipboard()->setText(QStringLiteral("before"));
        buttonOf(*asked, "Make it")->click();
        QTRY_VERIFY(says(*d.page, "is in the clipboard"));
        QVERIFY(QGuiApplication::clipboard()->text().size() > 20);
    }
    void lockedOrWithoutATenantNothingIsMade()
    {
        Flows d(true);
        d.table()->selectRow(0);
        QVERIFY(d.client()->toolTip().contains(QLatin1String("read only")));
        support::BareApp bare;
        ui::LabWorkflows alone(*bare.app);
        alone.show();
        QCOMPARE(buttonOf(alone, "New client…")->toolTip(), QStringLiteral("Open a tenant first."));
    }
    void whatSailPointRefusesIsShown()
    {
        Flows d;
        QVERIFY(d.simulator->setFaults({QStringLiteral("sailpoint:workflows:status=403")}));
        auto *banner = d.page->findChild<ui::Banner *>();
        QVERIFY(!banner->isVisibleTo(d.page.get()));
        buttonOf(*d.page, "Refresh")->click();
        QTRY_VERIFY(banner->isVisibleTo(d.page.get()));
        QCOMPARE(d.table()->rowCount(), 3); // what was read stays
    }
};
IDV_TEST(WorkflowsOfTheLab)
#include "tst_labworkflows.moc"
