#include "gui/consolelab.h"
#include "assembly/labhost.h"

namespace assembly {

ConsoleLab::ConsoleLab(LabHost &host, const lab::Options &options, const QString &scenarioFolder)
    : m_host(host), m_options(options), m_scenarioFolder(scenarioFolder)
{
}

core::Async<domain::Tenant> ConsoleLab::start()
{
    return m_host.start(m_options);
}

QList<domain::Scenario> ConsoleLab::scenarios() const
{
    return readScenarios(m_scenarioFolder).scenarios;
}

core::Async<domain::ScenarioReport> ConsoleLab::run(const domain::Scenario &scenario)
{
    return m_runner.run(scenario);
}

ui::LabControl::FaultWords ConsoleLab::faultWords() const
{
    return {lab::operationNames(QStringLiteral("sailpoint")), lab::operationNames(QStringLiteral("identityiq")),
        lab::operationNames(QStringLiteral("provider")), lab::faultKinds()};
}

core::Status ConsoleLab::setFaultRules(const QStringList &rules)
{
    const auto set = m_host.setFaults(rules);
    if (set)
        m_faultRules = rules;
    return set;
}

std::pair<QString, QString> ConsoleLab::simulatedReviewer() const
{
    return m_host.reviewer();
}

} // namespace assembly
