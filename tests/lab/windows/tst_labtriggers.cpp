#include "services/events/triggers.h"
#include "support/bareapp.h"
#include "support/registry.h"
#include "support/widgethand.h"
#include "support/windowbench.h"
#include "ui/controls/banner.h"
#include "ui/lab/labtriggers.h"
#include "ui/tenantsession/tenantsessions.h"
#include <QLineEdit>
#include <QTableWidget>
#include <QtTest>

using support::await;
using support::buttonOf;
using support::says;

namespace {

struct Subscribed : support::Bench
{
    explicit Subscribed(bool isLocked = false)
    {
        auto t = bare("one");
        t.environment = domain::Environment::Simulator;
        t.readOnly = isLocked;
        app->tenantSessions().open(kept(t));
        page = std::make_unique<ui::LabTriggers>(*app);
    }
    bool subscribe(const char *name)
    {
        domain::SubscriptionDraft d;
        d.name = QString::fromLatin1(name);
        d.triggerId = QStringLiteral("idn:identity-created");
        d.url = QStringLiteral("http://127.0.0.1:9/events");
        return bool(await(app->tenantSession()->triggers().subscribe(
            d, core::makeSecret(QByteArrayLiteral("a-token-of-24-characters")))));
    }
    QTableWidget *table() const { return support::controlOf<QTableWidget>(*page, "Subscriptions"); }
    QString cell(int row, int column) const { return table()->item(row, column)->text(); }
    QPushButton *push(const char *text) const { return buttonOf(*page, text); }
    QWidget *question() const { return page->findChild<QWidget *>(QStringLiteral("operationQuestion")); }
    std::unique_ptr<ui::LabTriggers> page;
};

} // namespace

class SubscriptionsOfTheLab : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoSubscribedIsListed()
    {
        Subscribed d;
        d.page->show();
        QTRY_VERIFY(says(*d.page, "Nobody has subscribed yet."));
        QVERIFY(d.subscribe("Own"));
        d.push("Refresh")->click();
        QTRY_COMPARE(d.table()->rowCount(), 1);
        QCOMPARE(d.cell(0, 0), QStringLiteral("Own"));
        QCOMPARE(d.cell(0, 1), QStringLiteral("idn:identity-created"));
        QCOMPARE(d.cell(0, 2), QStringLiteral("Fire and forget"));
        QCOMPARE(d.cell(0, 3), QStringLiteral("HTTP"));
        QCOMPARE(d.cell(0, 4), QStringLiteral("Bearer token"));
        QCOMPARE(d.cell(0, 5), QStringLiteral("On"));
        QVERIFY(!says(*d.page, "Nobody has subscribed yet."));
    }
    void onlyAChosenOneCanBeChanged()
    {
        Subscribed d;
        QVERIFY(d.subscribe("Own"));
        d.page->show();
        QTRY_COMPARE(d.table()->rowCount(), 1);
        for (const char *name : {"Change…", "Switch off", "Delete…"})
            QCOMPARE(d.push(name)->toolTip(), QStringLiteral("Select a subscription first."));
        d.table()->selectRow(0);
        for (const char *name : {"Change…", "Switch off", "Delete…"})
            QVERIFY2(d.push(name)->isEnabled(), name);
    }
    void oneIsSwitchedOffAndOn()
    {
        Subscribed d;
        QVERIFY(d.subscribe("Own"));
        d.page->show();
        QTRY_COMPARE(d.table()->rowCount(), 1);
        d.table()->selectRow(0);
        d.push("Switch off")->click();
        QTRY_COMPARE(d.cell(0, 5), QStringLiteral("Off"));
        QVERIFY(d.push("Switch on") && d.push("Switch on")->isEnabled()); // it is chosen still
        d.push("Switch on")->click();
        QTRY_COMPARE(d.cell(0, 5), QStringLiteral("On"));
    }
    void oneIsDeletedOnceItsNameIsTyped()
    {
        Subscribed d;
        QVERIFY(d.subscribe("Own"));
        d.page->show();
        QTRY_COMPARE(d.table()->rowCount(), 1);
        d.table()->selectRow(0);
        d.push("Delete…")->click();
        QVERIFY(d.question());
        auto *go = buttonOf(*d.question(), "Delete");
        QVERIFY(!go->isEnabled());
        d.question()->findChild<QLineEdit *>()->setText(QStringLiteral("Own"));
        QVERIFY(go->isEnabled());
        go->click();
        QTRY_COMPARE(d.table()->rowCount(), 0);
        QVERIFY(await(d.app->tenantSession()->triggers().subscriptions())->isEmpty());
    }
    void whatSailPointRefusesIsShown()
    {
        Subscribed d;
        QVERIFY(d.simulator->setFaults({QStringLiteral("sailpoint:triggers:status=403")}));
        d.page->show();
        QTRY_VERIFY(d.page->findChild<ui::Banner *>()->isVisibleTo(d.page.get()));
        QVERIFY(d.simulator->setFaults({}));
        d.push("Refresh")->click();
        QVERIFY(!d.page->findChild<ui::Banner *>()->isVisibleTo(d.page.get()));
        QTRY_VERIFY(says(*d.page, "Nobody has subscribed yet."));
    }
    void lockedOrWithoutATenantNothingIsChanged()
    {
        Subscribed d(true);
        d.page->show();
        QTRY_VERIFY(d.push("Subscribe…")->toolTip().contains(QLatin1String("read only")));
        support::BareApp bare;
        ui::LabTriggers alone(*bare.app);
        alone.show();
        QCOMPARE(buttonOf(alone, "Subscribe…")->toolTip(), QStringLiteral("Open a tenant first."));
    }
};
IDV_TEST(SubscriptionsOfTheLab)
#include "tst_labtriggers.moc"
