#pragma once
#include "domain/tenants/principal.h"
#include "store/cache/identitycache.h"
#include "store/ledger/ledger.h"
#include "support/await.h"

namespace support {

/// A folder with the two files of the store.
struct StoreFolder
{
    QTemporaryDir dir;
    std::shared_ptr<core::Clock> clock = std::make_shared<core::SystemClock>();
    QString path(const char *name) const { return dir.filePath(QLatin1String(name)); }
    std::unique_ptr<store::Ledger> ledger()
    {
        auto l = *store::Ledger::open(path("ledger.db"), clock);
        (void)await(l->settings().set(
            domain::operatorSetting(core::TenantId(QStringLiteral("t")), {}), QStringLiteral("somebody")));
        return l;
    }
    std::unique_ptr<store::IdentityCache> cache() { return *store::IdentityCache::open(path("mirror.db"), {}, clock); }
};

} // namespace support
