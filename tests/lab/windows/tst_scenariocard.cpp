#include "support/bareapp.h"
#include "support/fakelab.h"
#include "support/registry.h"
#include "support/widgethand.h"
#include "ui/common/savedialog.h"
#include "ui/lab/scenariocard.h"
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QtTest>

using domain::Scenario;
using domain::ScenarioReport;
using support::buttonOf;
using support::says;

namespace {

Scenario named(const char *id)
{
    Scenario s;
    s.id = s.title = QString::fromLatin1(id);
    s.about = QStringLiteral("About ") + s.id;
    return s;
}

struct Card : support::BareApp
{
    Card()
    {
        lab.known = {named("good"), named("bad")};
        lab.report = [this](const Scenario &s) {
            ran << s.id;
            ScenarioReport r;
            r.id = r.title = s.id;
            r.milliseconds = 1500;
            r.lastState = QStringLiteral("verified");
            const bool isGood = s.id == QLatin1String("good");
            r.steps.append({QStringLiteral("check"), 3, 1, {{QStringLiteral("f"), 1, isGood ? 1 : 2, isGood}}, {}});
            return r;
        };
        app->setLab(&lab);
        card.load();
    }
    ~Card() { app->setLab(nullptr); }
    QPushButton *all() const { return card.findChild<QPushButton *>(QStringLiteral("runAllScenarios")); }
    QPushButton *one(const char *id) const
    {
        return support::controlOf<QPushButton>(card, (QByteArray("Run scenario ") + id).constData());
    }
    support::FakeLab lab;
    QStringList ran;
    ui::ScenarioCard card{*app};
};

} // namespace

class CardOfScenarios : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutSimulatorsNothingCanBeRun()
    {
        support::BareApp bare;
        ui::ScenarioCard card(*bare.app);
        card.load();
        auto *all = card.findChild<QPushButton *>(QStringLiteral("runAllScenarios"));
        QVERIFY(!all->isEnabled() && !all->toolTip().isEmpty());
    }
    void theyAreReadOnceAndOffered()
    {
        Card d;
        QVERIFY(says(d.card, "good") && says(d.card, "About bad"));
        QVERIFY(d.all()->isEnabled() && d.one("good")->isEnabled() && d.one("bad")->isEnabled());
        QVERIFY(!buttonOf(d.card, "Save report…")->isEnabled());
        d.lab.known << named("later");
        d.card.load();
        QVERIFY(!d.one("later"));
        QVERIFY(d.ran.isEmpty());
    }
    void oneIsRunByItself()
    {
        Card d;
        d.one("good")->click();
        QTRY_VERIFY(says(d.card, "Passed in 1.5 s: verified"));
        QCOMPARE(d.ran, QStringList{QStringLiteral("good")});
        QTRY_VERIFY(says(d.card, "1 of 1 passed"));
        QVERIFY(d.all()->isEnabled() && buttonOf(d.card, "Save report…")->isEnabled());
    }
    void allAreRunInTheirOrderAndCounted()
    {
        Card d;
        d.all()->click();
        QTRY_VERIFY(says(d.card, "1 of 2 passed"));
        QCOMPARE(d.ran, (QStringList{QStringLiteral("good"), QStringLiteral("bad")}));
        QVERIFY(says(d.card, "Did not pass: line 3, check: f: expected 1, was 2"));
        d.one("good")->click(); // what came before is not counted again
        QTRY_VERIFY(says(d.card, "1 of 1 passed"));
    }
    void whileOneRunsNoOtherBegins()
    {
        Card d;
        bool wasEnabled = true;
        const auto report = d.lab.report;
        d.lab.report = [&d, &wasEnabled, report](const Scenario &s) {
            wasEnabled = d.all()->isEnabled() || d.one("bad")->isEnabled();
            d.one("bad")->click();
            return report(s);
        };
        d.one("good")->click();
        QTRY_VERIFY(says(d.card, "1 of 1 passed"));
        QVERIFY(!wasEnabled);
        QCOMPARE(d.ran, QStringList{QStringLiteral("good")});
    }
    void whatCameOfThemIsSaved_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QByteArray>("holds");
        QTest::newRow("to read") << 0 << QStringLiteral(".md") << QByteArray("good");
        QTest::newRow("for machines") << 1 << QStringLiteral(".xml") << QByteArray("<testsuite");
    }
    void whatCameOfThemIsSaved()
    {
        QFETCH(int, kind);
        QFETCH(QString, ending);
        QFETCH(QByteArray, holds);
        Card d;
        d.app->settings().setValue(QStringLiteral("export/folder"), d.dir.path());
        d.all()->click();
        QTRY_VERIFY(says(d.card, "1 of 2 passed"));
        buttonOf(d.card, "Save report…")->click();
        auto *dialog = d.card.findChild<ui::SaveDialog *>();
        QVERIFY(dialog);
        support::controlOf<QComboBox>(*dialog, "Format")->setCurrentIndex(kind);
        const QString path = support::controlOf<QLineEdit>(*dialog, "File")->text();
        QVERIFY2(path.endsWith(ending), qPrintable(path));
        dialog->findChild<QPushButton *>(QStringLiteral("saveGo"))->click();
        QTRY_VERIFY(says(*dialog, "was written"));
        QFile f(path);
        QVERIFY(f.open(QIODevice::ReadOnly));
        QVERIFY(f.readAll().contains(holds));
    }
};
IDV_TEST(CardOfScenarios)
#include "tst_scenariocard.moc"
