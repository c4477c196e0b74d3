#pragma once
#include "core/async.h"
#include "domain/scenarios/scenario.h"
#include <QObject>
#include <QStringList>
#include <memory>

namespace assembly {

/// The scenarios that come with the console, in their order, then those of `folder` (*.json). A file that is not
/// understood is a fault, not a scenario.
struct ScenarioSet
{
    QList<domain::Scenario> scenarios;
    QList<core::Error> faults;
};
ScenarioSet readScenarios(const QString &folder = {});
core::Result<domain::Scenario> readScenario(const QString &file);

/// Runs one scenario: its own simulators, ledger, receiver and tenant in a folder that is gone afterwards; what talks
/// to them is what talks to a real tenant. One at a time per object. Thread: the object's.
class ScenarioRunner : public QObject
{
    Q_OBJECT
public:
    explicit ScenarioRunner(QObject *parent = nullptr);
    ~ScenarioRunner() override;
    /// Never an error: what stood against it is in the report. Cancelled when the object dies.
    core::Async<domain::ScenarioReport> run(const domain::Scenario &scenario);

Q_SIGNALS:
    void stepDone(const domain::ScenarioStepReport &step);

private:
    struct Run;
    void next();
    void perform(const domain::ScenarioStep &step);
    void synchronise();
    void start(const QJsonObject &arguments);
    void callback(const QJsonObject &arguments);
    void subscribe(const QJsonObject &arguments);
    void await(const domain::ScenarioStep &step, qint64 until);
    /// Reads the facts that `expected` asks for, then calls on.
    void gather(const QJsonObject &expected, std::function<void()> then);
    void conclude(const QString &fault = {});
    void finish(const QString &fault = {});
    std::unique_ptr<Run> m_run;
};

} // namespace assembly
