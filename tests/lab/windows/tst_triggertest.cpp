#include "services/events/triggers.h"
#include "support/registry.h"
#include "support/widgethand.h"
#include "support/windowbench.h"
#include "ui/lab/triggertest.h"
#include "ui/tenantsession/tenantsessions.h"
#include <QComboBox>
#include <QPlainTextEdit>
#include <QtTest>

using domain::Subscription;
using domain::Trigger;
using support::controlOf;

namespace {

const QString changed = QStringLiteral("idn:identity-attributes-changed");
const QString created = QStringLiteral("idn:identity-created");

Trigger triggerOf(const QString &id)
{
    Trigger t;
    t.id = id;
    t.exampleInput = QJsonObject{{QStringLiteral("of"), id}};
    return t;
}

Subscription subscriptionOf(const char *id, const QString &trigger)
{
    Subscription s;
    s.id = QString::fromLatin1(id);
    s.name = QStringLiteral("Name of ") + s.id;
    s.triggerId = trigger;
    return s;
}

struct Tested : support::Bench
{
    explicit Tested(domain::Environment environment = domain::Environment::Simulator, bool isLocked = false)
    {
        auto t = bare("one");
        t.environment = environment;
        t.readOnly = isLocked;
        app->tenantSessions().open(kept(t));
        test = std::make_unique<ui::TriggerTest>(*app);
    }
    void fill()
    {
        test->setTriggers({triggerOf(created), triggerOf(changed)},
            {subscriptionOf("s1", created), subscriptionOf("s2", changed), subscriptionOf("s3", changed)});
    }
    QPlainTextEdit *input() const { return test->findChild<QPlainTextEdit *>(QStringLiteral("triggerInput")); }
    QPushButton *send() const { return test->findChild<QPushButton *>(QStringLiteral("sendTest")); }
    QComboBox *trigger() const { return controlOf<QComboBox>(*test, "Trigger"); }
    QComboBox *to() const { return controlOf<QComboBox>(*test, "Send to"); }
    QWidget *question() const { return test->findChild<QWidget *>(QStringLiteral("operationQuestion")); }
    int started()
    {
        return simulator->counters()
            .value(QLatin1String("sailpoint"))
            .toObject()
            .value(QLatin1String("POST /trigger-invocations"))
            .toInt();
    }
    std::unique_ptr<ui::TriggerTest> test;
};

} // namespace

class TestingATrigger : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatStandsAgainstATestIsSaid()
    {
        Tested none;
        none.app->tenantSessions().close();
        none.test->refresh();
        QVERIFY(!none.send()->isEnabled());
        QCOMPARE(none.send()->toolTip(), QStringLiteral("Open a tenant first."));
        Tested d;
        d.test->refresh();
        QCOMPARE(d.send()->toolTip(), QStringLiteral("The triggers are not read yet."));
        d.fill();
        QVERIFY(d.send()->isEnabled());
        d.input()->setPlainText(QStringLiteral("{ \"a\": }"));
        QCOMPARE(d.send()->toolTip(), QStringLiteral("The input is no JSON object."));
        QVERIFY(support::says(*d.test, "Line 1"));
        Tested locked(domain::Environment::Simulator, true);
        locked.fill();
        QVERIFY(locked.send()->toolTip().contains(QLatin1String("read only")));
    }
    void theChosenTriggerHasItsExampleAndItsSubscribers()
    {
        Tested d;
        d.fill();
        QCOMPARE(d.test->trigger(), changed);
        QVERIFY(d.input()->toPlainText().contains(changed));
        QCOMPARE(d.to()->count(), 3); // everybody, and two
        d.to()->setCurrentIndex(2);
        d.input()->setPlainText(QStringLiteral("{}"));
        d.fill(); // read again: what was chosen and typed stays
        QCOMPARE(d.to()->currentData().toString(), QStringLiteral("s3"));
        QCOMPARE(d.input()->toPlainText(), QStringLiteral("{}"));
        d.trigger()->setCurrentText(created);
        QCOMPARE(d.to()->count(), 2);
        QVERIFY(d.input()->toPlainText().contains(created));
        support::buttonOf(*d.test, "Load example")->click();
        QVERIFY(d.input()->toPlainText().contains(created));
    }
    void aTestIsSentAndSaysHowManyWereStarted()
    {
        Tested d;
        d.fill();
        QSignalSpy sent(d.test.get(), &ui::TriggerTest::sent), failed(d.test.get(), &ui::TriggerTest::failed);
        const int before = d.started();
        d.send()->click();
        QTRY_COMPARE(sent.size() + failed.size(), 1);
        QCOMPARE(failed.size(), 0);
        QCOMPARE(sent.first().first().toInt(), 0); // nobody has subscribed
        QCOMPARE(d.started(), before + 1);
    }
    void aFaultIsHandedOn()
    {
        Tested d;
        d.fill();
        QVERIFY(d.simulator->setFaults({QStringLiteral("sailpoint:triggers:status=403")}));
        QSignalSpy failed(d.test.get(), &ui::TriggerTest::failed);
        d.send()->click();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<core::Error>().code, core::ErrorCode::Forbidden);
    }
    void inProductionItIsAskedAboutOnce()
    {
        Tested d(domain::Environment::Production);
        d.fill();
        QSignalSpy sent(d.test.get(), &ui::TriggerTest::sent), failed(d.test.get(), &ui::TriggerTest::failed);
        const int before = d.started();
        d.send()->click();
        auto *asked = d.question();
        QVERIFY(asked);
        QVERIFY(support::says(*asked, "live subscriber"));
        QCOMPARE(d.started(), before);
        support::buttonOf(*asked, "Send tests")->click();
        QTRY_COMPARE(sent.size() + failed.size(), 1);
        QCOMPARE(d.started(), before + 1);
        QTRY_VERIFY(!d.question());
        d.send()->click();
        QTRY_COMPARE(sent.size() + failed.size(), 2);
        QVERIFY(!d.question());
    }
};
IDV_TEST(TestingATrigger)
#include "tst_triggertest.moc"
