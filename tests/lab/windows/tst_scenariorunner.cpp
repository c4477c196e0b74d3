#include "assembly/scenariorunner.h"
#include "support/await.h"
#include "support/registry.h"
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using assembly::ScenarioRunner;
using domain::ScenarioReport;
using support::await;

namespace {

/// A scenario of these steps; the simulator as the member says.
domain::Scenario scenarioOf(const QByteArray &steps, const QByteArray &simulator = "{}")
{
    const auto s = domain::scenarioFromJson(
        R"({"format":"idv-console-scenario/1","id":"own","title":"Own","about":"Of a test.","simulator":)" + simulator +
            ",\n\"steps\":[\n" + steps + "\n]}",
        QStringLiteral("own.json"));
    return s ? *s : domain::Scenario();
}

ScenarioReport run(const domain::Scenario &s)
{
    ScenarioRunner runner;
    const auto report = await(runner.run(s), 40000);
    return report ? *report : ScenarioReport{{}, {}, {}, 0, {}, report.error().text, {}};
}

bool write(const QTemporaryDir &dir, const char *name, const QByteArray &text)
{
    QFile f(dir.filePath(QString::fromLatin1(name)));
    return f.open(QIODevice::WriteOnly) && f.write(text) == text.size();
}

QString shipped(const char *name)
{
    return QStringLiteral(SOURCE_DIR "/resources/scenarios/") + QLatin1String(name);
}

} // namespace

class RunningScenarios : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsNotUnderstoodIsAFaultAndNoScenario()
    {
        QTemporaryDir dir;
        QVERIFY(write(dir, "b.json",
            R"({"format":"idv-console-scenario/1","id":"good","title":"G","about":"A","simulator":{},)"
            R"("steps":[{"do":"check","expect":{"sync.error":""}}]})"));
        QVERIFY(write(dir, "c.json", R"({"format":"idv-console-scenario/1","id":"odd","steps":[{"do":"dance"}]})"));
        QVERIFY(write(dir, "d.txt", "no scenario"));
        const auto own = assembly::readScenarios(), set = assembly::readScenarios(dir.path());
        QCOMPARE(set.scenarios.size(), own.scenarios.size() + 1);
        QCOMPARE(set.scenarios.last().id, QStringLiteral("good"));
        QCOMPARE(set.faults.size(), 1);
        QVERIFY(set.faults.first().text.contains(QLatin1String("c.json:1")));
    }
    void aFileThatCannotBeReadIsNamed()
    {
        QTemporaryDir dir;
        const auto missing = assembly::readScenario(dir.filePath(QStringLiteral("none.json")));
        QCOMPARE(missing.error().field, QStringLiteral("scenario"));
        QVERIFY(missing.error().text.contains(QLatin1String("none.json")));
        QVERIFY(write(dir, "big.json", QByteArray(1024 * 1024 + 1, ' ')));
        QVERIFY(assembly::readScenario(dir.filePath(QStringLiteral("big.json")))
                    .error()
                    .text.contains(QLatin1String("cannot be read")));
    }
    void oneIsRunFromBeginningToEnd()
    {
        const auto scenario = assembly::readScenario(shipped("01-verified.json"));
        QVERIFY(scenario);
        ScenarioRunner runner;
        QSignalSpy steps(&runner, &ScenarioRunner::stepDone);
        const auto report = await(runner.run(*scenario), 40000);
        QVERIFY(report);
        QVERIFY2(report->isPassed(), qPrintable(domain::firstFailure(*report)));
        QCOMPARE(report->id, scenario->id);
        QCOMPARE(report->steps.size(), scenario->steps.size());
        QCOMPARE(steps.size(), scenario->steps.size());
        QCOMPARE(report->lastState, QStringLiteral("verified"));
        QVERIFY(report->milliseconds > 0);
        // The same object runs the next.
        const auto again = await(runner.run(scenarioOf(R"({"do":"synchronise","expect":{"sync.error":""}})")), 40000);
        QVERIFY(again && again->isPassed() && again->lastState.isEmpty());
    }
    void whatDoesNotFitIsTheLastStep()
    {
        const auto report = run(scenarioOf(R"({"do":"synchronise","expect":{"sync.identities":60}},
            {"do":"check","expect":{"sync.identities":61,"no.such":1,"sync.error":""}},
            {"do":"check","expect":{"sync.identities":60}})"));
        QVERIFY(!report.isPassed());
        QCOMPARE(report.steps.size(), 2);
        QVERIFY(report.fault.isEmpty() && report.steps.last().fault.isEmpty());
        int passed = 0;
        for (const auto &c : report.steps.last().checks) {
            passed += c.isPassed ? 1 : 0;
            QCOMPARE(c.isPassed, c.fact == QLatin1String("sync.error"));
            QVERIFY(c.fact != QLatin1String("no.such") || c.actual.isUndefined());
        }
        QCOMPARE(passed, 1);
        QVERIFY(domain::firstFailure(report).contains(QLatin1String("line 4")));
    }
    void aStepThatCannotBeDoneSaysWhy_data()
    {
        QTest::addColumn<QByteArray>("step");
        QTest::addColumn<QString>("says");
        QTest::newRow("a start before people are there")
            << QByteArray(R"({"do":"start"})") << QStringLiteral("synchronise first");
        QTest::newRow("a callback without a session")
            << QByteArray(R"({"do":"callback"})") << QStringLiteral("no session to send one for");
        QTest::newRow("a rule that is none")
            << QByteArray(R"({"do":"faults","rules":["nonsense"]})") << QStringLiteral("nonsense");
    }
    void aStepThatCannotBeDoneSaysWhy()
    {
        QFETCH(QByteArray, step);
        QFETCH(QString, says);
        const auto report = run(scenarioOf(step));
        QVERIFY(!report.isPassed());
        QCOMPARE(report.steps.size(), 1);
        QVERIFY2(report.steps.first().fault.contains(says), qPrintable(report.steps.first().fault));
    }
    void simulatorsThatAreNotUnderstoodDoNotBegin()
    {
        const auto report = run(scenarioOf(R"({"do":"check","expect":{"sync.error":""}})", R"({"identities":"many"})"));
        QVERIFY(!report.isPassed());
        QVERIFY(report.steps.isEmpty());
        QVERIFY2(report.fault.startsWith(QLatin1String("own.json:1: ")), qPrintable(report.fault));
    }
    void faultsAreInForceFromTheirStepOn()
    {
        const auto report = run(scenarioOf(R"({"do":"synchronise","expect":{"sync.error":""}},
            {"do":"faults","rules":["sailpoint:*:status=400"]},
            {"do":"synchronise","expect":{"sync.error":{"oneOf":["rejected","protocol"]}}},
            {"do":"faults","rules":[]},
            {"do":"synchronise","expect":{"sync.error":""}})"));
        QCOMPARE(report.steps.size(), 5);
        QVERIFY(report.steps.at(0).isPassed() && report.steps.at(4).isPassed());
        QVERIFY(report.isPassed());
    }
    void timePassesAsItIsTold()
    {
        const auto report = run(scenarioOf(R"({"do":"synchronise","expect":{"sync.error":""}},
            {"do":"start","expect":{"start.error":""}},
            {"do":"check","expect":{"session.state":"pending","provider.create":1}},
            {"do":"advance","seconds":3600},
            {"do":"wait","withinMs":15000,"expect":{"session.state":"expired"}})",
            R"({"outcome":"never"})"));
        QVERIFY2(report.isPassed(), qPrintable(domain::firstFailure(report) + report.fault));
        QCOMPARE(report.lastState, QStringLiteral("expired"));
        QVERIFY(report.milliseconds < 40000);
    }
    void aWaitEndsWhenItsTimeIsOver()
    {
        const auto report = run(scenarioOf(R"({"do":"wait","withinMs":200,"expect":{"sync.identities":1}})"));
        QVERIFY(!report.isPassed());
        QVERIFY(report.steps.first().milliseconds >= 200);
        QVERIFY(report.steps.first().checks.first().actual.isUndefined());
    }
    void whoEndsTheRunnerEndsTheRun()
    {
        auto runner = std::make_unique<ScenarioRunner>();
        const auto report = runner->run(scenarioOf(R"({"do":"wait","withinMs":60000,"expect":{"sync.identities":1}})"));
        QVERIFY(!report.isFinished());
        runner.reset();
        QTRY_VERIFY(report.isFinished());
        QVERIFY(report.isCanceled());
    }
};
IDV_TEST(RunningScenarios)
#include "tst_scenariorunner.moc"
