#include "services/verification/sessionoverlays.h"
#include "core/logfailure.h"
#include "services/tenants/internal/tenantconnections.h"

namespace services {

using core::Result;
using core::Unit;

SessionOverlays::SessionOverlays(TenantConnections &connections, Stores &ledger, std::shared_ptr<core::Clock> clock)
    : m_connections(connections), m_ledger(ledger), m_clock(std::move(clock))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(100);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (std::exchange(m_isStale, false))
            apply();
    });
    connect(&ledger.file(), &store::Ledger::changedElsewhere, this, &SessionOverlays::apply);
}

void SessionOverlays::apply()
{
    if (m_soon.isActive()) {
        m_isStale = true;
        return;
    }
    m_soon.start();
    read();
}

void SessionOverlays::read()
{
    using Overlays = QHash<QString, domain::SessionOverlay>;
    const core::Instant began = m_clock->now();
    core::whenDone<Overlays>(
        m_ledger.sessions().overlays(m_connections.tenant.id), this, [this, began](const Result<Overlays> &o) {
            if (!o)
                return core::writeFailure(lcService(), "Open verifications could not be read.", o.error());
            const auto replaced = m_connections.cache->replaceOverlays(*o);
            core::whenDone<Unit>(replaced, this, [this, began](const core::Status &r) {
                if (!r)
                    core::writeFailure(lcService(), "The local copy does not show every session.", r.error());
                m_soon.setInterval(int(std::clamp<core::Instant>(4 * (m_clock->now() - began), 100, 5000)));
                Q_EMIT applied();
            });
        });
}

} // namespace services
