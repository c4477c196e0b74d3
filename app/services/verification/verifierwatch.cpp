#include "services/tenants/tenantconnections.h"
#include "services/verification/verifier.h"
#include "services/verification/writeback.h"
#include <QRandomGenerator>

// The watching half of Verifier: one schedule for all open sessions of a tenant.
namespace services {

using namespace std::chrono_literals;
using core::ErrorCode;
using core::Result;
using domain::Session;
using domain::SessionEvent;
using domain::SessionState;

std::chrono::milliseconds nextPause(std::chrono::milliseconds last, core::Instant age, std::chrono::milliseconds start)
{
    using namespace std::chrono_literals;
    if (age >= core::hourMs)
        return 60s;
    if (last.count() == 0)
        return start;
    return std::min<std::chrono::milliseconds>(10s, last + last / 4);
}

void Verifier::watch()
{
    m_timer.start(500);
    onTimer();
}

void Verifier::onTimer()
{
    if (m_ticking)
        return;
    m_ticking = true;
    const core::Instant now = m_context.clock->now();
    const auto lease = now < m_leaseUntil - 5 * core::secondMs
                           ? core::ready<bool>(true)
                           : m_context.ledger.takeLease(QStringLiteral("poller:") + m_connections.tenant.id.str(),
                                 m_context.holder, std::chrono::seconds(15));
    core::whenDone<bool>(lease, this, [this, now](const Result<bool> &isOurs) {
        if (!isOurs || !*isOurs) {
            m_ticking = false;
            return;
        }
        if (now >= m_leaseUntil - 5 * core::secondMs)
            m_leaseUntil = now + 15 * core::secondMs;
        // Links of a campaign stay open for days, thousands of them: they are looked after in a rhythm of their own.
        const bool withCampaigns = m_context.clock->now() >= m_nextCampaignLook;
        core::whenDone<QList<Session>>(m_context.ledger.sessionsToWatch(m_connections.tenant.id, withCampaigns), this,
            [this, withCampaigns](const Result<QList<Session>> &list) {
                m_ticking = false;
                if (list && withCampaigns) {
                    m_openOfCampaigns = std::count_if(
                        list->begin(), list->end(), [](const Session &s) { return !s.campaign.isEmpty(); });
                    m_nextCampaignLook = m_context.clock->now() + 500 + m_openOfCampaigns;
                }
                if (list)
                    tickOpen(*list);
                tickInbox();
            });
    });
}

void Verifier::tickOpen(const QList<Session> &sessions)
{
    const core::Instant now = m_context.clock->now();
    for (const Session &s : sessions) {
        if (s.state == SessionState::Launching) {
            // Whoever started it is gone, or waits for an answer that will not come.
            if (now - s.createdAt > m_context.launchGrace.count())
                advance(s.id, SessionEvent::LaunchUnanswered, {}, QStringLiteral("unanswered"));
            continue;
        }
        const bool isPastEnd = now > s.expiresAt + core::minuteMs;
        if (s.state == SessionState::LaunchUnknown) {
            if (isPastEnd)
                advance(s.id, SessionEvent::ClockExpired, {}, QStringLiteral("expired"));
            continue;
        }
        const bool isConfirming =
            s.source == QLatin1String("callback"); // decided by a callback: the query is still to agree
        const bool hasQuery = !m_connections.tenant.provider.statusPath.isEmpty();
        if (!domain::isOpen(s.state)) {
            m_writeBack->advance(s, false);
            if (!isConfirming || !hasQuery)
                continue;
        }
        if (!hasQuery && s.state == SessionState::Provisional &&
            now - s.lastCheckedAt.value_or(s.createdAt) > 2 * core::minuteMs) {
            advance(s.id, SessionEvent::PassToReview, domain::reviewReasonKey(domain::ReviewReason::Unconfirmed),
                QStringLiteral("unconfirmed"));
            continue;
        }
        if (!hasQuery) {
            if (isPastEnd)
                advance(s.id, SessionEvent::ClockExpired, domain::reviewReasonKey(domain::ReviewReason::Unconfirmed),
                    QStringLiteral("expired"));
            continue;
        }
        const bool isMany = !s.campaign.isEmpty() && m_openOfCampaigns > 20;
        const bool isNew = !m_plans.contains(s.id.str());
        Plan &plan = m_plans[s.id.str()];
        // After a start all of them are new at once: spread over their first round, or nobody else is served.
        if (isMany && isNew)
            plan.nextAt = now + QRandomGenerator::global()->bounded(qint64(m_openOfCampaigns * 500));
        if (now < plan.nextAt || plan.isInFlight)
            continue;
        plan.isInFlight = true;
        plan.pause = nextPause(plan.pause, now - s.createdAt, m_context.pollStart);
        // Many are asked about at most twice a second together; a callback tells sooner.
        if (isMany)
            plan.pause = std::max<std::chrono::milliseconds>(std::max<std::chrono::milliseconds>(plan.pause, 60s),
                std::chrono::milliseconds(m_openOfCampaigns * 500));
        const int jitter = int(plan.pause.count() / 10);
        plan.nextAt = now + plan.pause.count() + QRandomGenerator::global()->bounded(jitter + 1);
        core::whenDone<Session>(check(s.id), this, [this, isPastEnd, id = s.id](const Result<Session> &r) {
            if (const auto plan_ = m_plans.find(id.str()); plan_ != m_plans.end()) {
                plan_->isInFlight = false;
                // What the provider's answer lacks is noted where it is asked; here is what failed before and after.
                if (!r && !plan_->fault)
                    plan_->fault = WatchFault{r.error().code, {}, m_context.clock->now(), {}};
                if (!r && r.error().retryAfter)
                    plan_->nextAt =
                        m_context.clock->now() + std::min<qint64>(600, r.error().retryAfter->count()) * core::secondMs;
            }
            // An answer that cannot be used is none: the link's end closes the session as it does without any.
            const bool isUnread = !r && r.error().code == ErrorCode::Protocol && !r.error().field.isEmpty();
            const bool isStillOpen = r ? domain::isOpen(r->state) : isUnread || r.error().code == ErrorCode::NotFound;
            if (isPastEnd && isStillOpen)
                advance(id, SessionEvent::ClockExpired,
                    r && r->state == SessionState::Provisional
                        ? domain::reviewReasonKey(domain::ReviewReason::Unconfirmed)
                        : QString(),
                    QStringLiteral("expired"));
        });
    }
}

// A word that is not known came with an answer: somebody was asked.
static std::optional<ErrorCode> codeOfFault(const std::optional<WatchFault> &fault)
{
    return fault && fault->word.isEmpty() ? std::optional(fault->code) : std::nullopt;
}

domain::Watch Verifier::watchOf(const Session &s) const
{
    domain::WatchSigns signs;
    signs.hasQuery = m_connections.tenant.provider.kind == domain::ProviderKind::DocuVerify ||
                     !m_connections.tenant.provider.statusPath.isEmpty();
    signs.fault = codeOfFault(lastFault(s.id));
    if (const auto plan = m_plans.constFind(s.id.str()); plan != m_plans.constEnd())
        signs.pause = plan->pause;
    return domain::watchOf(s, signs, m_context.clock->now());
}

} // namespace services
