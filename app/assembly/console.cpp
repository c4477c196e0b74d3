#include "assembly/console.h"
#include "assembly/bootstrap.h"
#include "assembly/labhost.h"
#include "core/process.h"
#include "lab/lab.h"
#include "services/tenants/internal/stores.h"
#include "services/tenants/tenants.h"
#include "store/ledger/ledger.h"
#include "vault/vault.h"
#include <QCoreApplication>

namespace assembly {

struct Console::Private
{
    std::shared_ptr<core::Clock> clock = std::make_shared<core::SystemClock>();
    std::unique_ptr<store::Ledger> ledger;
    std::unique_ptr<vault::MemoryVault> vault;
    std::unique_ptr<services::Context> context;
    std::unique_ptr<services::Tenants> tenants;
    std::unique_ptr<LabHost> lab;
};

Console::Console(std::unique_ptr<Private> p) : d(std::move(p)) {}
Console::~Console() = default;

core::Result<std::unique_ptr<Console>> Console::open(const ConsoleOptions &options)
{
    auto p = std::make_unique<Private>();
    auto ledger = store::Ledger::open(options.dataDir + QStringLiteral("/ledger.db"), p->clock);
    if (!ledger)
        return ledger.error();
    p->ledger = *std::move(ledger);
    p->vault =
        std::make_unique<vault::MemoryVault>(options.useKeychain ? std::make_unique<vault::KeychainVault>() : nullptr);
    p->vault->setFallsBackToMemory(options.fallsBackToMemory);
    p->context.reset(new services::Context{services::storesOf(*p->ledger), *p->vault, p->clock, options.dataDir,
        operatorName(), core::processName(), options.rateLimit, std::nullopt});
#ifdef IDV_TEST_POINTS
    if (const int ms = qEnvironmentVariableIntValue("IDV_DEADLINE_MS"); ms > 0)
        p->context->deadlineCap = std::chrono::milliseconds(ms);
    if (const int ms = qEnvironmentVariableIntValue("IDV_LAUNCH_GRACE_MS"); ms > 0)
        p->context->launchGrace = std::chrono::milliseconds(ms);
#endif
    p->tenants = std::make_unique<services::Tenants>(*p->context);
    p->lab = std::make_unique<LabHost>(*p->ledger, *p->vault, p->clock);
    return std::unique_ptr<Console>(new Console(std::move(p)));
}

services::Context &Console::context()
{
    return *d->context;
}
services::Tenants &Console::tenants()
{
    return *d->tenants;
}
vault::MemoryVault &Console::vault()
{
    return *d->vault;
}
LabHost &Console::lab()
{
    return *d->lab;
}

} // namespace assembly
