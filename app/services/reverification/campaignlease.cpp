#include "services/reverification/campaignlease.h"
#include "core/logfailure.h"
#include "services/reverification/campaignrecords.h"
#include "services/tenants/context.h"
#include "services/tenants/internal/stores.h"

namespace services {

using core::Result;

static constexpr core::Instant leaseMs = std::chrono::milliseconds(CampaignLease::length).count();

CampaignLease::CampaignLease(Context &context, CampaignRecords &records) : m_context(context), m_records(records)
{
    m_renewal.setInterval(5000);
    connect(&m_renewal, &QTimer::timeout, this, [this] {
        const core::Instant now = m_context.clock->now();
        core::whenDone<bool>(
            take(), this, [this, now](const Result<bool> &isOurs) { m_until = isOurs && *isOurs ? now + leaseMs : 0; });
    });
}

core::Async<bool> CampaignLease::take()
{
    return m_context.ledger->leases().take(m_records.lease(), m_context.holder, length);
}

core::Async<bool> CampaignLease::hold()
{
    const core::Instant now = m_context.clock->now();
    const auto isLong = [this, now] { return now < m_until - 10 * core::secondMs; };
    if (isLong())
        return core::ready<bool>(true);
    return core::mapped<bool, bool>(take(), this, [this, now, isLong](bool isOurs) -> Result<bool> {
        if (isOurs && !isLong())
            m_until = now + leaseMs;
        return isOurs;
    });
}

void CampaignLease::keep()
{
    if (!m_renewal.isActive())
        m_renewal.start();
}

void CampaignLease::let()
{
    m_renewal.stop();
}

void CampaignLease::release()
{
    m_renewal.stop();
    m_until = 0;
    core::logFailure(m_context.ledger->leases().release(m_records.lease(), m_context.holder), this, lcService,
        "The lease of the campaigns could not be given back: it ends by itself.");
}

} // namespace services
