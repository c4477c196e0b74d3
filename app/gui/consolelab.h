#pragma once
#include "assembly/scenariorunner.h"
#include "lab/options.h"
#include "ui/lab/labcontrol.h"

namespace assembly {

class LabHost;

/// The simulators of this program, for its windows. Thread: GUI.
class ConsoleLab : public ui::LabControl
{
public:
    /// `scenarioFolder`: a person's own scenarios, beside the built-in ones.
    ConsoleLab(LabHost &host, const lab::Options &options, const QString &scenarioFolder);

    core::Async<domain::Tenant> start() override;
    QList<domain::Scenario> scenarios() const override;
    core::Async<domain::ScenarioReport> run(const domain::Scenario &scenario) override;
    FaultWords faultWords() const override;
    QStringList faultRules() const override { return m_faultRules; }
    core::Status setFaultRules(const QStringList &rules) override;
    std::pair<QString, QString> simulatedReviewer() const override;

private:
    LabHost &m_host;
    lab::Options m_options;
    QString m_scenarioFolder;
    ScenarioRunner m_runner;
    QStringList m_faultRules;
};

} // namespace assembly
