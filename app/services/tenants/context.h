#pragma once
#include "core/clock.h"
#include "core/vault.h"
#include <QString>
#include <chrono>
#include <memory>
#include <optional>

namespace services {

class Stores;

/// What every service of this process shares. Lives longer than they do.
struct Context
{
    std::shared_ptr<Stores> ledger; ///< its inside: services/tenants/internal/stores.h
    core::Vault &vault;
    std::shared_ptr<core::Clock> clock;
    QString dataDir;
    QString operatorName; ///< operating-system user; in the audit log
    QString holder;       ///< this process, for leases
    bool rateLimit = true;
    std::optional<std::chrono::milliseconds> deadlineCap;
    std::chrono::milliseconds launchGrace{60000}; ///< a launch without an outcome is unknown after this
    std::chrono::milliseconds pollFirst{0};       ///< from a session that is new here to the first status query
    std::chrono::milliseconds pollStart{2000};
};

} // namespace services
