#include "services/reverification/sendpace.h"
#include "services/tenants/context.h"
#include "services/tenants/internal/stores.h"

namespace services {

using domain::Campaign;

bool SendPace::isOf(const Campaign &k) const
{
    return m_campaign == k.id && m_day == domain::dayStart(k.plan, m_context.clock->now());
}

core::Async<core::Unit> SendPace::count(const Campaign &k)
{
    const core::Instant day = domain::dayStart(k.plan, m_context.clock->now());
    return core::mapped<core::Unit, store::CampaignPace>(m_context.ledger->campaigns().recipients().pace(k.id, day),
        this, [this, id = k.id, day](const store::CampaignPace &pace) -> core::Status {
            m_campaign = id;
            m_day = day;
            m_sentToday = pace.sent;
            m_lastSent = pace.last;
            return core::ok();
        });
}

void SendPace::noteSent(core::Instant at)
{
    m_lastSent = at;
    ++m_sentToday;
}

std::optional<std::chrono::milliseconds> SendPace::wait(const Campaign &k)
{
    const core::Instant now = m_context.clock->now();
    m_next = domain::nextSend(k.plan, now, m_lastSent, m_sentToday);
    if (k.waitsUntil > now)
        m_next->at = std::max(m_next->at, k.waitsUntil);
    if (m_next->at <= now)
        return std::nullopt;
    return std::chrono::milliseconds(std::min<core::Instant>(m_next->at - now, 5 * core::secondMs));
}

void SendPace::forget()
{
    m_campaign.clear();
    m_next.reset();
}

} // namespace services
