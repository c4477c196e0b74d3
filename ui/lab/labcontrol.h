#pragma once
#include "core/async.h"
#include "domain/scenarios/scenario.h"
#include "domain/tenants/tenant.h"
#include <QStringList>
#include <utility>

namespace ui {

/// What the window does with the simulators: it knows neither them nor who assembles them. Implemented by the
/// composition root; outlives the windows. Thread: GUI.
class LabControl
{
public:
    virtual ~LabControl() = default;

    /// Starts the simulators, where they do not run, and keeps their tenant.
    virtual core::Async<domain::Tenant> start() = 0;
    virtual QList<domain::Scenario> scenarios() const = 0;
    /// From beginning to end, in simulators of its own.
    virtual core::Async<domain::ScenarioReport> run(const domain::Scenario &scenario) = 0;

    /// What can go wrong on purpose in the running simulators (lab/faultplan.h).
    struct FaultWords
    {
        QStringList sailpoint, identityIq, provider; ///< operations
        QStringList kinds;
    };
    virtual FaultWords faultWords() const = 0;
    /// In force: VENDOR:OPERATION:KIND[=VALUE][,percent=P][,times=N].
    virtual QStringList faultRules() const = 0;
    /// All of them; Usage with the rule at fault, and nothing is changed.
    virtual core::Status setFaultRules(const QStringList &rules) = 0;

    /// Client ID and secret of the simulator's second person.
    virtual std::pair<QString, QString> simulatedReviewer() const = 0;
};

} // namespace ui
