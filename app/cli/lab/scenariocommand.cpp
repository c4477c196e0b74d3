#include "assembly/scenariorunner.h"
#include "cli/lab/labforms.h"
#include "cli/shell/shell.h"
#include "domain/scenarios/scenario.h"
#include <QDateTime>
#include <QFileInfo>
#include <QJsonArray>

// idvctl lab list, lab run: scenarios against the simulators, for people and for continuous integration.
namespace cli {

using core::Result;
using domain::Scenario;
using domain::ScenarioReport;

namespace {

/// Runs one after the other, tells of each, and ends with 0 or 3.
class Runs : public QObject
{
public:
    Runs(Shell &shell, QList<Scenario> scenarios)
        : QObject(&shell), m_shell(shell), m_scenarios(std::move(scenarios)), m_runner(this)
    {
    }

    void next()
    {
        if (m_reports.size() == m_scenarios.size())
            return end();
        const Scenario scenario = m_scenarios.at(m_reports.size());
        m_shell.output().progress(
            QStringLiteral("%1 of %2: %3").arg(m_reports.size() + 1).arg(m_scenarios.size()).arg(scenario.id));
        core::whenDone<ScenarioReport>(m_runner.run(scenario), this, [this](const Result<ScenarioReport> &r) {
            if (!r)
                return m_shell.fail(r.error());
            m_reports << *r;
            if (!m_shell.isJson())
                m_shell.output().line(QStringLiteral("%1  %2  %3 ms")
                                          .arg(r->isPassed() ? QStringLiteral("pass") : QStringLiteral("FAIL"),
                                              r->id.leftJustified(24), QString::number(r->milliseconds)));
            if (!m_shell.isJson() && !r->isPassed())
                m_shell.output().line(QStringLiteral("      ") + domain::firstFailure(*r));
            next();
        });
    }

private:
    void end()
    {
        if (m_shell.isSet("junit") && !m_shell.writeFile("junit", m_shell.value("junit"), domain::junitFrom(m_reports)))
            return;
        if (m_shell.isSet("report")) {
            const QByteArray text =
                domain::markdownFrom(m_reports, QDateTime::currentDateTime().toString(Qt::ISODate)).toUtf8();
            if (!m_shell.writeFile("report", m_shell.value("report"), text))
                return;
        }
        QJsonArray all;
        qint64 passed = 0;
        for (const auto &r : std::as_const(m_reports)) {
            all.append(domain::toJson(r));
            passed += r.isPassed() ? 1 : 0;
        }
        if (m_shell.isJson())
            m_shell.output().print({{QStringLiteral("passed"), passed},
                {QStringLiteral("failed"), m_reports.size() - passed}, {QStringLiteral("scenarios"), all}});
        else
            m_shell.output().line(QStringLiteral("%1 of %2 passed").arg(passed).arg(m_reports.size()));
        m_shell.finish(passed == m_reports.size() ? Done : NotVerified);
    }

    Shell &m_shell;
    QList<Scenario> m_scenarios;
    QList<ScenarioReport> m_reports;
    assembly::ScenarioRunner m_runner;
};

} // namespace

// An id, or a file; "all" for every one that is known.
static Result<QList<Scenario>> chosen(const assembly::ScenarioSet &set, const QString &which)
{
    if (which == QLatin1String("all")) {
        if (!set.faults.isEmpty())
            return set.faults.first();
        return set.scenarios;
    }
    if (which.endsWith(QLatin1String(".json")) || QFileInfo(which).isFile()) {
        const auto one = assembly::readScenario(which);
        if (!one)
            return one.error();
        return QList<Scenario>{*one};
    }
    for (const auto &s : set.scenarios) {
        if (s.id == which)
            return QList<Scenario>{s};
    }
    QStringList ids;
    for (const auto &s : set.scenarios)
        ids << s.id;
    return core::fieldError(QStringLiteral("scenario"),
        QStringLiteral("\"%1\" is no scenario. Known: all, %2, or a file.").arg(which, ids.join(QStringLiteral(", "))));
}

static void runScenarios(Shell &s)
{
    const auto scenarios = chosen(assembly::readScenarios(s.value("folder")), s.positional().at(0));
    if (!scenarios)
        return s.fail(scenarios.error());
    (new Runs(s, *scenarios))->next();
}

static void listScenarios(Shell &s)
{
    const auto set = assembly::readScenarios(s.value("folder"));
    if (!set.faults.isEmpty())
        return s.fail(set.faults.first());
    QJsonArray all;
    for (const auto &x : set.scenarios) {
        all.append(QJsonObject{{QStringLiteral("id"), x.id}, {QStringLiteral("title"), x.title},
            {QStringLiteral("about"), x.about}, {QStringLiteral("steps"), x.steps.size()}});
        if (!s.isJson())
            s.output().line(x.id.leftJustified(26) + x.about);
    }
    if (s.isJson())
        s.output().print({{QStringLiteral("scenarios"), all}});
    s.finish(Done);
}

CommandForm runScenariosForm()
{
    return {QStringLiteral("run"),
        QStringLiteral("lab run SCENARIO|FILE|all [--folder DIR] [--json] [--junit FILE] [--report FILE.md]"),
        {valueOption("folder", "DIR"), valueOption("junit", "FILE"), valueOption("report", "FILE")}, 1, 1,
        runScenarios};
}

CommandForm listScenariosForm()
{
    return {QStringLiteral("list"), QStringLiteral("lab list [--folder DIR] [--json]"), {valueOption("folder", "DIR")},
        0, 0, listScenarios};
}

} // namespace cli
