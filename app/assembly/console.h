#pragma once
#include "core/clock.h"
#include "core/result.h"
#include "services/tenants/context.h"
#include <memory>

namespace services {
class Tenants;
}
namespace vault {
class MemoryVault;
}

namespace assembly {

class LabHost;

struct ConsoleOptions
{
    QString dataDir;
    bool rateLimit = true;
    bool useKeychain = true;
    bool fallsBackToMemory = false; ///< with a window
};

/// The composition root: builds what a process shares, in dependency order, and owns it.
class Console
{
public:
    static core::Result<std::unique_ptr<Console>> open(const ConsoleOptions &options);
    ~Console();

    services::Context &context();
    services::Tenants &tenants();
    vault::MemoryVault &vault();
    LabHost &lab();

private:
    struct Private;
    explicit Console(std::unique_ptr<Private> p);
    std::unique_ptr<Private> d;
};

} // namespace assembly
