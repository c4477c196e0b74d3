#pragma once
#include "core/async.h"
#include "core/clock.h"
#include "core/ids.h"
#include "domain/audit/audit.h"
#include "domain/reverification/exemption.h"
#include <functional>

namespace store {

class LedgerFile;

/// Who is not renewed for a while.
class ExemptionStore
{
public:
    explicit ExemptionStore(LedgerFile &file) : m_file(file) {}
    /// Those that have not ended, by identity id. Conflict (UnreadableSetting) when one of them cannot be read.
    core::Async<QHash<QString, domain::Exemption>> active(const core::TenantId &tenant);
    /// Replaces what stood there; one that is over already ends it.
    core::Async<core::Unit> set(
        const core::TenantId &tenant, const domain::Exemption &exemption, const domain::AuditEvent &audit);

private:
    LedgerFile &m_file;
};

} // namespace store
