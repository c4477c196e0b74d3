#include "lab/windows/labbench.h"
#include "services/callbacks/callbackreceiver.h"
#include "services/events/triggers.h"
#include "services/events/workflows.h"
#include "support/fakelab.h"
#include "support/registry.h"
#include "ui/lab/faultsdialog.h"
#include "ui/lab/labpage.h"
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTcpServer>

using support::await;
using support::LabBench;

class LabFaultsInTheWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTakenPortOffersTheNext()
    {
        LabBench b;
        b.app->tenantSession()->receiving().stop();
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost, 0));
        auto s = b.app->tenantSession()->tenant().receiver;
        s.port = other.serverPort();
        b.app->tenantSession()->setReceiver(s);
        QTest::mouseClick(b.page->findChild<QPushButton *>(QStringLiteral("labReceiver")), Qt::LeftButton);
        const QString offer = QStringLiteral("Try %1").arg(other.serverPort() % 65535 + 1);
        QTRY_VERIFY(b.button(qPrintable(offer)));
        QTest::mouseClick(b.button(qPrintable(offer)), Qt::LeftButton);
        QTRY_VERIFY(b.app->tenantSession()->receiving().isListening() ||
                    b.button(qPrintable(QStringLiteral("Try %1").arg(other.serverPort() + 2))));
    }
    void scenariosAreRunAndTold()
    {
        support::FakeLab lab;
        LabBench b;
        int runs = 0;
        b.app->setLab(&lab);
        domain::Scenario one, two;
        one.id = one.title = QStringLiteral("good");
        two.id = two.title = QStringLiteral("bad");
        lab.known = {one, two};
        lab.report = [&runs](const domain::Scenario &s) {
            ++runs;
            domain::ScenarioReport r;
            r.id = s.id;
            r.milliseconds = 100;
            r.steps.append({QStringLiteral("check"), 3, 1,
                {{QStringLiteral("f"), 1, s.id == QLatin1String("good") ? 1 : 2, s.id == QLatin1String("good")}}, {}});
            return r;
        };
        ui::LabPage page(*b.app);
        page.show();
        auto *all = page.findChild<QPushButton *>(QStringLiteral("runAllScenarios"));
        QVERIFY(all->isEnabled());
        QTest::mouseClick(all, Qt::LeftButton);
        const auto says = [&page](const char *text) {
            const auto labels = page.findChildren<QLabel *>();
            return std::any_of(
                labels.begin(), labels.end(), [text](QLabel *l) { return l->text().contains(QLatin1String(text)); });
        };
        QTRY_VERIFY(says("1 of 2 passed"));
        QCOMPARE(runs, 2);
        QVERIFY(says("Did not pass: line 3, check: f: expected 1, was 2"));
    }
    void faultsAreInForceAtOnceAndTakenBack()
    {
        support::FakeLab lab;
        LabBench b;
        lab.words = {{QStringLiteral("token"), QStringLiteral("triggers")}, {}, {QStringLiteral("create")},
            {QStringLiteral("status"), QStringLiteral("reset")}};
        lab.set = [&b](const QStringList &rules) { return b.simulator->setFaults(rules); };
        b.app->setLab(&lab);
        ui::FaultsDialog d(*b.app, nullptr);
        d.show();
        const auto combo = [&d](const char *name) {
            for (auto *c : d.findChildren<QComboBox *>()) {
                if (c->accessibleName() == QLatin1String(name))
                    return c;
            }
            return static_cast<QComboBox *>(nullptr);
        };
        combo("Operation")->setCurrentIndex(2); // triggers
        QTest::mouseClick(d.findChild<QPushButton *>(QStringLiteral("addFault")), Qt::LeftButton);
        QCOMPARE(lab.rules, QStringList(QStringLiteral("sailpoint:triggers:status=503")));
        QVERIFY(!await(b.app->tenantSession()->triggers().triggers()));
        QVERIFY(await(b.app->tenantSession()->workflows().workflows())); // others are spared
        for (auto *x : d.findChildren<QPushButton *>()) {
            if (x->text() == QLatin1String("Remove all"))
                QTest::mouseClick(x, Qt::LeftButton);
        }
        QVERIFY(lab.rules.isEmpty());
        QVERIFY(await(b.app->tenantSession()->triggers().triggers()));
    }
    void faultsOfTheInputAreNamedByTheirPlace()
    {
        LabBench b;
        b.page->showTab(1);
        auto *input = b.page->findChild<QPlainTextEdit *>(QStringLiteral("triggerInput"));
        auto *send = b.page->findChild<QPushButton *>(QStringLiteral("sendTest"));
        QTRY_VERIFY(send->isEnabled()); // the trigger's own example
        input->setPlainText(QStringLiteral("{\n  \"a\": 1,\n  \"b\": }"));
        QCOMPARE(b.page->findChild<QLabel *>(QStringLiteral("triggerPlace"))->text().left(18),
            QStringLiteral("Line 3, column 8: "));
        QVERIFY(!send->isEnabled() && !send->toolTip().isEmpty());
        input->setPlainText(QStringLiteral("[]"));
        QVERIFY(!send->isEnabled());
        input->setPlainText(QStringLiteral("{}"));
        QVERIFY(send->isEnabled());
        QTest::mouseClick(send, Qt::LeftButton);
        const auto counted = [&b] {
            return b.simulator->counters()
                .value(QLatin1String("sailpoint"))
                .toObject()
                .value(QLatin1String("POST /trigger-invocations"))
                .toInt();
        };
        QTRY_COMPARE(counted(), 1);
    }
};
IDV_TEST(LabFaultsInTheWindow)
#include "tst_labfaults.moc"
