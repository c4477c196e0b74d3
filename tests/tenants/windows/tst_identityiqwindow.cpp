#include "services/access/approvals.h"
#include "services/sync/syncer.h"
#include "support/registry.h"
#include "support/windowbench.h"
#include "ui/access/approvalpane.h"
#include "ui/access/approvalspage.h"
#include "ui/common/navigator.h"
#include "ui/lab/labpage.h"
#include "ui/person/personmenu.h"
#include "ui/profiles/profilespage.h"
#include "ui/tenants/wizard/tenantwizard.h"
#include "ui/tenantsession/tenantsessions.h"
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTableWidget>
#include <QtTest>

using support::await;
using support::Bench;

namespace {

bool saysIn(const QWidget *w, const QString &text)
{
    const auto labels = w->findChildren<QLabel *>();
    return std::any_of(
        labels.begin(), labels.end(), [&text](const QLabel *l) { return l->isVisible() && l->text().contains(text); });
}

QPushButton *buttonIn(const QWidget *w, const QString &text)
{
    for (auto *b : w->findChildren<QPushButton *>()) {
        if (b->isVisible() && b->text() == text)
            return b;
    }
    return nullptr;
}

struct IqBench : Bench
{
    explicit IqBench(
        const std::function<void(domain::Tenant &)> &change = {}, const std::function<void(lab::Options &)> &lab = {})
        : Bench(80, lab)
    {
        auto t = identityIq("one");
        if (change)
            change(t);
        app->tenantSessions().open(t);
        QSignalSpy copied(&app->tenantSession()->syncer(), &services::Syncer::ended);
        QVERIFY(copied.wait(30000));
        window->resize(1280, 800);
    }
    void openApprovals()
    {
        window->showPage(ui::MainWindow::Approvals);
        page = window->findChild<ui::ApprovalsPage *>();
        table = page->findChild<QTableView *>(QStringLiteral("approvalTable"));
        pane = page->findChild<ui::ApprovalPane *>();
    }
    QPushButton *push(const char *name) { return pane->findChild<QPushButton *>(QString::fromLatin1(name)); }
    /// The question, with its word typed when it wants one.
    bool confirm(const char *text, const QString &typed = {})
    {
        auto *asked = window->findChild<QWidget *>(QStringLiteral("operationQuestion"));
        auto *b = asked ? buttonIn(asked, QLatin1String(text)) : nullptr;
        if (!b)
            return false;
        if (!typed.isEmpty()) {
            if (b->isEnabled())
                return false; // not without the word
            asked->findChild<QLineEdit *>()->setText(typed);
        }
        if (!b->isEnabled())
            return false;
        question.clear();
        for (const auto *l : asked->findChildren<QLabel *>())
            question += l->text() + QLatin1Char('\n');
        b->click();
        return true;
    }
    qint64 asked(const char *what)
    {
        return simulator->counters()
            .value(QLatin1String("identityiq"))
            .toObject()
            .value(QLatin1String(what))
            .toInteger();
    }
    ui::ApprovalsPage *page = nullptr;
    QTableView *table = nullptr;
    ui::ApprovalPane *pane = nullptr;
    QString question;
};

} // namespace

class IdentityIqWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theWizardAddsIt()
    {
        Bench b(40);
        b.app->navigator().addTenant();
        auto *wizard = Bench::shown<ui::TenantWizard>();
        QVERIFY(wizard);
        const auto &e = b.simulator->endpoints();
        const auto edit = [wizard](const char *name) {
            return wizard->findChild<QLineEdit *>(QStringLiteral("field-") + QLatin1String(name));
        };
        QVERIFY(!edit("plugin-url")->isVisible());
        wizard->findChild<QComboBox *>(QStringLiteral("product"))->setCurrentIndex(1);
        QVERIFY(edit("plugin-url")->isVisible());
        edit("name")->setText(QStringLiteral("Halden IdentityIQ"));
        wizard->findChild<QComboBox *>(QStringLiteral("environment"))
            ->setCurrentIndex(int(domain::Environment::Simulator));
        // A page of it is pasted: the base is kept.
        edit("sailpoint-url")->setFocus();
        edit("sailpoint-url")->setText(e.iiqUrl + QStringLiteral("/home.jsf"));
        Q_EMIT edit("sailpoint-url")->editingFinished();
        QCOMPARE(edit("sailpoint-url")->text(), e.iiqUrl);
        edit("client-id")->setText(e.iiqClientId);
        edit("client-secret")->setText(e.iiqClientSecret);
        edit("operator-id")->setText(e.iiqOperatorId);
        edit("plugin-url")->setText(QStringLiteral("https://elsewhere.example/x"));
        const auto next = [wizard] {
            QPushButton *go = wizard->findChild<QPushButton *>(QStringLiteral("wizardNext"));
            QTRY_VERIFY_WITH_TIMEOUT(go->isEnabled(), 20000);
            QTest::mouseClick(go, Qt::LeftButton);
        };
        next(); // the token would go to another server
        QTRY_VERIFY(saysIn(wizard, QStringLiteral("part of the same server")));
        edit("plugin-url")->clear();
        Q_EMIT edit("plugin-url")->textEdited({});
        next();
        QTRY_COMPARE_WITH_TIMEOUT(wizard->accessibleDescription(), QStringLiteral("Step 2 of 4"), 20000);
        edit("idv-url")->setText(e.idvUrl);
        edit("community")->setText(e.communityId);
        edit("api-key")->setText(e.idvApiKey);
        next();
        QTRY_COMPARE_WITH_TIMEOUT(wizard->accessibleDescription(), QStringLiteral("Step 3 of 4"), 20000);
        QVERIFY(saysIn(wizard, QStringLiteral("Found in SailPoint")));
        next();
        QPushButton *finish = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((finish = buttonIn(wizard, QStringLiteral("Finish"))), 20000);
        QVERIFY(await(b.tenants->list())->isEmpty());
        QTest::mouseClick(finish, Qt::LeftButton);
        QTRY_COMPARE(await(b.tenants->list())->size(), 1);
        const auto t = await(b.tenants->list())->first();
        QCOMPARE(t.product, domain::Product::IdentityIq);
        QCOMPARE(t.sailpointUrl, e.iiqUrl);
        QCOMPARE(t.identityIq.operatorId, e.iiqOperatorId);
    }
    void whatIsMissingIsSaidBeforeItIsAdded()
    {
        Bench b(40, [](lab::Options &o) { o.iiqPlugin = false; });
        b.app->navigator().addTenant();
        auto *wizard = Bench::shown<ui::TenantWizard>();
        wizard->findChild<QComboBox *>(QStringLiteral("product"))->setCurrentIndex(1);
        const auto &e = b.simulator->endpoints();
        for (const auto &[name, value] : {std::pair{"name", QStringLiteral("x")}, std::pair{"sailpoint-url", e.iiqUrl},
                 std::pair{"client-id", e.iiqClientId}, std::pair{"client-secret", e.iiqClientSecret}})
            wizard->findChild<QLineEdit *>(QStringLiteral("field-") + QLatin1String(name))->setText(value);
        buttonIn(wizard, QStringLiteral("Test"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(
            saysIn(wizard, QStringLiteral("Approvals are decided in IdentityIQ, not here.")), 20000);
        wizard->close();
    }
    void aWorkItemIsApprovedWithAComment()
    {
        IqBench b;
        b.openApprovals();
        QTRY_COMPARE_WITH_TIMEOUT(b.table->model()->rowCount(), 9, 10000); // six work items, three reviews
        b.table->selectRow(0);
        QTRY_VERIFY_WITH_TIMEOUT(b.push("approveButton")->isEnabled(), 5000);
        QVERIFY(!b.push("forwardButton")->isVisible() && !b.push("signButton")->isVisible());
        b.pane->findChild<QPlainTextEdit *>(QStringLiteral("approvalComment"))
            ->setPlainText(QStringLiteral("Approving this request"));
        b.push("approveButton")->click();
        QVERIFY(QTest::qWaitFor([&b] { return b.confirm("Approve"); }, 5000));
        QTRY_COMPARE_WITH_TIMEOUT(b.table->model()->rowCount(), 8, 10000);
        QCOMPARE(b.asked("PUT /object/WorkItem"), 1);
    }
    void decidingForSomebodyElseIsSaidBeforeItIsDone()
    {
        IqBench b([](domain::Tenant &t) { t.identityIq.decidesForOthers = true; });
        b.openApprovals();
        QTRY_COMPARE_WITH_TIMEOUT(b.table->model()->rowCount(), 11, 10000);
        int row = -1;
        const auto all = b.app->tenantSession()->approvals().seen();
        for (int i = 0; i < all.size(); ++i) {
            if (all.at(i).isForeign && !all.at(i).isGroups)
                row = i;
        }
        QVERIFY(row >= 0);
        b.table->selectRow(row);
        QTRY_VERIFY_WITH_TIMEOUT(b.push("approveButton")->isEnabled(), 5000);
        QVERIFY(saysIn(b.pane, QStringLiteral("It waits for Bridget Quesnel-Fontanarosa")));
        b.push("approveButton")->click();
        QVERIFY(QTest::qWaitFor([&b] { return b.confirm("Approve"); }, 5000));
        QVERIFY(b.question.contains(QLatin1String("in the name of Bridget Quesnel-Fontanarosa")));
        QTRY_COMPARE_WITH_TIMEOUT(b.table->model()->rowCount(), 10, 10000);
    }
    void aReviewIsDecidedWithItsNameTyped()
    {
        IqBench b;
        b.openApprovals();
        QTRY_COMPARE_WITH_TIMEOUT(b.table->model()->rowCount(), 9, 10000);
        b.table->selectRow(7);
        QTRY_VERIFY(b.push("approveButton")->isEnabled());
        QCOMPARE(b.push("approveButton")->text(), QStringLiteral("Approve all…"));
        QVERIFY(
            !b.push("signButton")->isEnabled() && b.push("signButton")->toolTip().contains(QLatin1String("not set")));
        b.push("approveButton")->click();
        QVERIFY(QTest::qWaitFor([&b] { return b.confirm("Approve all", QStringLiteral("Q2 contractors")); }, 5000));
        QTRY_VERIFY_WITH_TIMEOUT(saysIn(b.pane, QStringLiteral("5 of 5")), 10000);
        QCOMPARE(b.asked("PUT /object/CertificationEntity"), 1);
    }
    void whatIdentityIqHasNotIsShownWithItsReason()
    {
        IqBench b;
        b.window->showPage(ui::MainWindow::Profiles);
        auto *ready =
            b.window->findChild<ui::ProfilesPage *>()->findChild<QTableWidget *>(QStringLiteral("attributeReadiness"));
        QTRY_COMPARE_WITH_TIMEOUT(ready->rowCount(), domain::idvFieldCount, 10000);
        QVERIFY(ready->isVisible());
        QCOMPARE(ready->item(0, 2)->text(), QStringLiteral("✓ Ready"));
        b.window->showPage(ui::MainWindow::Lab);
        auto *tabs = b.window->findChild<ui::LabPage *>()->findChild<QTabBar *>();
        QVERIFY(tabs->isTabVisible(0) && !tabs->isTabVisible(1));
        QMenu menu;
        domain::Identity p;
        p.id = core::IdentityId(QStringLiteral("x"));
        ui::fillPersonMenu(menu, *b.app, p, b.window.get());
        int off = 0;
        for (const QAction *a : menu.actions())
            off += !a->isEnabled() && a->toolTip() == QLatin1String("Not available with IdentityIQ.") ? 1 : 0;
        QCOMPARE(off, 6);
    }
    void withoutThePluginTheListSaysSo()
    {
        IqBench b({}, [](lab::Options &o) { o.iiqPlugin = false; });
        b.openApprovals();
        QTRY_VERIFY_WITH_TIMEOUT(saysIn(b.page, QStringLiteral("The approvals plug-in does not answer.")), 8000);
        QVERIFY(saysIn(b.page, QStringLiteral("The list cannot be read")) &&
                buttonIn(b.page, QStringLiteral("Open IdentityIQ")));
    }
};
IDV_TEST(IdentityIqWindow)
#include "tst_identityiqwindow.moc"
