#pragma once
#include "services/tenants/internal/stores.h"
#include "services/tenants/tenants.h"
#include "store/ledger/ledger.h"
#include "support/await.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "vault/vault.h"
#include <QSettings>
#include <QTemporaryDir>

namespace support {

/// What a widget is given where no tenant is open: a theme, settings and a ledger, and no simulator.
struct BareApp
{
    BareApp()
    {
        theme.apply(ui::ThemeChoice::Light);
        ledger = *store::Ledger::open(dir.filePath(QStringLiteral("ledger.db")), clock);
        context.reset(new services::Context{services::storesOf(*ledger), vault, clock, dir.path(),
            QStringLiteral("tester"), QStringLiteral("me"), false, std::chrono::seconds(10)});
        tenants = std::make_unique<services::Tenants>(*context);
        app = std::make_unique<ui::AppContext>(theme, *context, *tenants, dir.filePath(QStringLiteral("settings.ini")));
    }
    QTemporaryDir dir;
    ui::Theme theme;
    std::shared_ptr<core::Clock> clock = std::make_shared<core::SystemClock>();
    vault::MemoryVault vault;
    std::unique_ptr<store::Ledger> ledger;
    std::unique_ptr<services::Context> context;
    std::unique_ptr<services::Tenants> tenants;
    std::unique_ptr<ui::AppContext> app;
};

} // namespace support
