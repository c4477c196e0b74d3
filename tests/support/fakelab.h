#pragma once
#include "ui/lab/labcontrol.h"
#include <functional>

namespace support {

/// What a window is told of simulators; each part as a test wants it.
struct FakeLab : ui::LabControl
{
    QList<domain::Scenario> known;
    std::function<domain::ScenarioReport(const domain::Scenario &)> report;
    FaultWords words;
    QStringList rules;
    std::function<core::Status(const QStringList &)> set = [](const QStringList &) { return core::ok(); };

    core::Async<domain::Tenant> start() override
    {
        return core::ready<domain::Tenant>(core::makeError(core::ErrorCode::Conflict, QStringLiteral("No simulator.")));
    }
    QList<domain::Scenario> scenarios() const override { return known; }
    core::Async<domain::ScenarioReport> run(const domain::Scenario &s) override
    {
        return core::ready<domain::ScenarioReport>(report(s));
    }
    FaultWords faultWords() const override { return words; }
    QStringList faultRules() const override { return rules; }
    core::Status setFaultRules(const QStringList &wanted) override
    {
        const auto done = set(wanted);
        if (done)
            rules = wanted;
        return done;
    }
    std::pair<QString, QString> simulatedReviewer() const override { return {}; }
};

} // namespace support
