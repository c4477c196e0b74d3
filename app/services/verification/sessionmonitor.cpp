#include "services/verification/sessionmonitor.h"
#include "core/logfailure.h"
#include "domain/verification/sessionend.h"
#include "services/tenants/internal/tenantconnections.h"
#include "services/verification/invitationlinks.h"
#include "services/verification/readback.h"
#include "services/verification/resultapplier.h"
#include "services/verification/sessions.h"
#include "services/verification/writeback.h"
#include <QRandomGenerator>

namespace services {

using namespace std::chrono_literals;
using core::Async;
using core::ErrorCode;
using core::Result;
using domain::ProviderStatus;
using domain::Session;
using domain::SessionEvent;
using domain::SessionState;
using domain::UnaskedStep;

SessionMonitor::SessionMonitor(TenantConnections &connections, Context &context, Sessions &sessions,
    ResultApplier &applier, InvitationLinks &links, WriteBack &writeBack)
    : m_connections(connections), m_context(context), m_sessions(sessions), m_applier(applier), m_links(links),
      m_writeBack(writeBack)
{
    // Many callbacks at once are one reason to look, not many.
    m_soon.setSingleShot(true);
    m_soon.setInterval(20);
    connect(&m_soon, &QTimer::timeout, this, &SessionMonitor::onTimer);
    connect(&context.ledger->callbacks(), &store::CallbackStore::changed, this, [this] {
        if (m_timer.isActive() && !m_soon.isActive())
            m_soon.start();
    });
    connect(&m_timer, &QTimer::timeout, this, &SessionMonitor::onTimer);
}

std::chrono::milliseconds nextPause(std::chrono::milliseconds last, core::Instant age, std::chrono::milliseconds start)
{
    using namespace std::chrono_literals;
    if (age >= core::hourMs)
        return 60s;
    if (last.count() == 0)
        return start;
    return std::min<std::chrono::milliseconds>(10s, last + last / 4);
}

void SessionMonitor::watch()
{
    m_timer.start(500);
    onTimer();
}

void SessionMonitor::onTimer()
{
    if (m_isLooking)
        return;
    m_isLooking = true;
    const core::Instant now = m_context.clock->now();
    const auto lease = now < m_leaseUntil - 5 * core::secondMs
                           ? core::ready<bool>(true)
                           : m_context.ledger->leases().take(QStringLiteral("poller:") + m_connections.tenant.id.str(),
                                 m_context.holder, std::chrono::seconds(15));
    core::whenDone<bool>(lease, this, [this, now](const Result<bool> &isOurs) {
        if (!isOurs || !*isOurs) {
            m_isLooking = false;
            return;
        }
        if (now >= m_leaseUntil - 5 * core::secondMs)
            m_leaseUntil = now + 15 * core::secondMs;
        // Links of a campaign stay open for days, thousands of them: they are looked after in a rhythm of their own.
        const bool withCampaigns = m_context.clock->now() >= m_nextCampaignLook;
        core::whenDone<QList<Session>>(m_context.ledger->sessions().toWatch(m_connections.tenant.id, withCampaigns),
            this, [this, withCampaigns](const Result<QList<Session>> &list) {
                m_isLooking = false;
                if (list && withCampaigns) {
                    m_openOfCampaigns = std::count_if(
                        list->begin(), list->end(), [](const Session &s) { return !s.campaign.isEmpty(); });
                    m_nextCampaignLook = m_context.clock->now() + 500 + m_openOfCampaigns;
                }
                if (list)
                    pollOpen(*list);
                Q_EMIT looked();
            });
    });
}

void SessionMonitor::pollOpen(const QList<Session> &sessions)
{
    const core::Instant now = m_context.clock->now();
    for (const Session &s : sessions) {
        if (isFinishedUnasked(s, now) || !isTurnOf(s, now))
            continue;
        const bool isPastEnd = domain::isPastEnd(s, now);
        core::whenDone<Session>(check(s.id), this,
            [this, isPastEnd, id = s.id](const Result<Session> &r) { noteAnswer(id, isPastEnd, r); });
    }
}

// What is decided without asking the provider; true where nothing is left to ask.
// A step that fails is made again with the next look.
bool SessionMonitor::isFinishedUnasked(const Session &s, core::Instant now)
{
    if (!domain::isOpen(s.state))
        m_writeBack.advance(s, false);
    const bool hasQuery = domain::hasStatusQuery(m_connections.tenant.provider);
    const QString unconfirmed = domain::reviewReasonKey(domain::ReviewReason::Unconfirmed);
    switch (domain::unaskedStep(s, hasQuery, m_context.launchGrace, now)) {
    case UnaskedStep::Ask: return false;
    case UnaskedStep::Wait: break;
    case UnaskedStep::GiveUpLaunch: // whoever started it is gone, or waits for an answer that will not come
        m_sessions.advance(s.id, SessionEvent::LaunchUnanswered, {}, QStringLiteral("unanswered"));
        break;
    case UnaskedStep::Expire:
        m_sessions.advance(s.id, SessionEvent::ClockExpired, {}, QStringLiteral("expired"));
        break;
    case UnaskedStep::ExpireUnconfirmed:
        m_sessions.advance(s.id, SessionEvent::ClockExpired, unconfirmed, QStringLiteral("expired"));
        break;
    case UnaskedStep::HoldUnconfirmed:
        m_sessions.advance(s.id, SessionEvent::PassToReview, unconfirmed, QStringLiteral("unconfirmed"));
        break;
    }
    return true;
}

// When it is asked about next; false when that is not now.
bool SessionMonitor::isTurnOf(const Session &s, core::Instant now)
{
    const bool isMany = !s.campaign.isEmpty() && m_openOfCampaigns > 20;
    const bool isNew = !m_plans.contains(s.id.str());
    Plan &plan = m_plans[s.id.str()];
    // After a start all of them are new at once: spread over their first round, or nobody else is served.
    if (isNew)
        plan.nextAt = now + (isMany ? QRandomGenerator::global()->bounded(qint64(m_openOfCampaigns * 500))
                                    : m_context.pollFirst.count());
    if (now < plan.nextAt || plan.isInFlight)
        return false;
    plan.isInFlight = true;
    plan.pause = nextPause(plan.pause, now - s.createdAt, m_context.pollStart);
    // Many are asked about at most twice a second together; a callback tells sooner.
    if (isMany)
        plan.pause = std::max<std::chrono::milliseconds>(
            std::max<std::chrono::milliseconds>(plan.pause, 60s), std::chrono::milliseconds(m_openOfCampaigns * 500));
    const int jitter = int(plan.pause.count() / 10);
    plan.nextAt = now + plan.pause.count() + QRandomGenerator::global()->bounded(jitter + 1);
    return true;
}

void SessionMonitor::noteAnswer(const core::SessionId &id, bool isPastEnd, const Result<Session> &r)
{
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
    const bool isStillOpen = r ? domain::isOpen(r->state) : domain::isNoAnswer(r.error());
    if (isPastEnd && isStillOpen)
        m_sessions.advance(id, SessionEvent::ClockExpired,
            r && r->state == SessionState::Provisional ? domain::reviewReasonKey(domain::ReviewReason::Unconfirmed)
                                                       : QString(),
            QStringLiteral("expired"));
}

Async<Session> SessionMonitor::check(const core::SessionId &id)
{
    core::Deferred<Session> out;
    core::whenDone<Session>(m_sessions.session(id), this, [this, id, out](const Result<Session> &s) {
        if (!s || s->providerId.isEmpty()) {
            out.resolve(s);
            return;
        }
        core::whenDone<domain::ProviderResult>(m_connections.provider->status(s->providerId), this,
            [this, id, out](const Result<domain::ProviderResult> &r) {
                noteFault(id, r);
                if (!r) {
                    out.resolve(r.error());
                    return;
                }
                if (!r->invitationUrl.isEmpty() && m_links.of(id).isEmpty()) {
                    m_links.learn(id, r->invitationUrl);
                    noteLink(id, r->invitationUrl);
                }
                core::whenDone<Session>(
                    m_applier.apply(id, *r, {}), this, [out](Result<Session> done) { out.resolve(std::move(done)); });
            });
    });
    return out.future();
}

// A link that only the status query gave can be read back like any other.
void SessionMonitor::noteLink(const core::SessionId &id, const QString &link)
{
    core::whenDone<QJsonObject>(readBackNote(m_context, this, m_connections.tenant.id, id, link), this,
        [this, id](const Result<QJsonObject> &readBack) {
            if (!readBack || readBack->isEmpty())
                return;
            const auto noted =
                m_sessions.change(id, [this, readBack = *readBack](const Session &now) -> Result<domain::SessionStep> {
                    domain::SessionStep to;
                    to.session = now;
                    to.isChanged = false;
                    to.notes << domain::SessionNote{m_context.clock->now(), QStringLiteral("link-known"), readBack};
                    return to;
                });
            core::logFailure(noted, this, lcService, "The code of a link that is known by now could not be noted.");
        });
}

// An answer that cannot be used is noted in the timeline when it is new, by the name of its field.
void SessionMonitor::noteFault(const core::SessionId &id, const Result<domain::ProviderResult> &answer)
{
    std::optional<WatchFault> fault;
    if (!answer)
        fault = WatchFault{answer.error().code, {}, m_context.clock->now(), {}};
    if (!answer && answer.error().code == core::ErrorCode::Protocol)
        fault->field = answer.error().field;
    if (answer && answer->status == ProviderStatus::Unknown)
        fault = WatchFault{core::ErrorCode::Protocol, {}, m_context.clock->now(), answer->statusWord};
    Plan &plan = m_plans[id.str()];
    const auto &known = plan.fault;
    if (fault && known && known->code == fault->code && known->field == fault->field && known->word == fault->word)
        fault->since = known->since;
    plan.fault = fault;
    if (answer || !fault->isUnreadable() || std::exchange(plan.field, fault->field) == fault->field)
        return;
    const auto noted =
        m_sessions.change(id, [this, field = fault->field](const Session &now) -> Result<domain::SessionStep> {
            domain::SessionStep to;
            to.session = now;
            to.isChanged = false;
            to.notes << domain::SessionNote{
                m_context.clock->now(), QStringLiteral("unreadable-answer"), {{QStringLiteral("field"), field}}};
            return to;
        });
    core::logFailure(noted, this, lcService, "That an answer could not be read could not be noted.");
}

std::optional<WatchFault> SessionMonitor::lastFault(const core::SessionId &id) const
{
    return m_plans.value(id.str()).fault;
}

// A word that is not known came with an answer: somebody was asked.
static std::optional<ErrorCode> codeOfFault(const std::optional<WatchFault> &fault)
{
    return fault && fault->word.isEmpty() ? std::optional(fault->code) : std::nullopt;
}

domain::Watch SessionMonitor::watchOf(const Session &s) const
{
    domain::WatchSigns signs;
    signs.hasQuery = domain::hasStatusQuery(m_connections.tenant.provider);
    signs.fault = codeOfFault(lastFault(s.id));
    if (const auto plan = m_plans.constFind(s.id.str()); plan != m_plans.constEnd())
        signs.pause = plan->pause;
    return domain::watchOf(s, signs, m_context.clock->now());
}

void SessionMonitor::hurry(const core::SessionId &id)
{
    Plan &plan = m_plans[id.str()];
    plan.nextAt = 0;
    plan.pause = std::chrono::milliseconds(0);
}

void SessionMonitor::forget(const core::SessionId &id)
{
    m_plans.remove(id.str());
}

} // namespace services
