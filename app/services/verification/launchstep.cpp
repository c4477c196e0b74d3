#include "services/verification/launchstep.h"
#include "domain/audit/sessionevents.h"
#include "domain/text/messages.h"
#include "domain/verification/resultevaluation.h"
#include "domain/verification/writeback/writeback.h"
#include "net/provider/provider.h"
#include "services/verification/sessions.h"

namespace services {

using core::Result;
using domain::Session;
using domain::SessionEvent;
using domain::SessionState;

LaunchStep::LaunchStep(const domain::Tenant &tenant, const Sessions &sessions, core::Instant now)
    : m_tenant(tenant), m_sessions(sessions), m_now(now)
{
}

static bool hasMovedOn(const Session &now)
{
    // A callback may have come before this answer and moved the session on: only what is missing is added.
    return !domain::isStarting(now.state);
}

// The provider names another session than the callback did.
domain::SessionStep LaunchStep::otherSession(const Session &now) const
{
    domain::SessionStep to;
    to.session = now;
    to.session.state = SessionState::NeedsReview;
    to.session.closingReason = domain::reviewReasonKey(domain::ReviewReason::OtherSession);
    to.notes << domain::SessionNote{m_now, QStringLiteral("result"),
        {{QStringLiteral("state"), domain::stateKey(SessionState::NeedsReview)},
            {QStringLiteral("cause"), to.session.closingReason}}};
    to.audit << domain::resultEvent(m_sessions.operatorName(), to.session, QStringLiteral("noted"));
    return to;
}

Result<domain::SessionStep> LaunchStep::afterAnswer(
    const Session &now, const domain::CreatedSession &created, const QJsonObject &readBack) const
{
    if (!now.providerId.isEmpty() && now.providerId != created.session)
        return otherSession(now);
    domain::SessionStep to;
    to.session = now;
    to.session.providerId = created.session;
    if (created.expiresAt && *created.expiresAt > now.createdAt)
        to.session.expiresAt = *created.expiresAt;
    move(to, SessionEvent::Created, hasMovedOn(now));
    to.notes << domain::SessionNote{m_now, QStringLiteral("created"), readBack};
    to.audit << domain::startedEvent(m_sessions.operatorName(), to.session);
    return to;
}

Result<domain::SessionStep> LaunchStep::afterFailure(const Session &now, const core::Error &error) const
{
    domain::SessionStep to;
    to.session = now;
    const bool isMoved = hasMovedOn(now);
    if (!isMoved)
        to.session.closingReason = domain::userMessage(error, domain::Vendor::Provider).headline;
    move(to, error.mayHaveReachedServer ? SessionEvent::LaunchUnanswered : SessionEvent::LaunchRefused, isMoved);
    to.notes << domain::SessionNote{m_now,
        error.mayHaveReachedServer ? QStringLiteral("unanswered") : QStringLiteral("refused"),
        {{QStringLiteral("code"), core::codeName(error.code)}, {QStringLiteral("status"), error.httpStatus},
            {QStringLiteral("requestId"), error.requestId}}};
    to.audit << domain::startFailedEvent(m_sessions.operatorName(), to.session, error);
    return to;
}

void LaunchStep::move(domain::SessionStep &to, SessionEvent event, bool isMoved) const
{
    const auto t = domain::next(to.session.state, event);
    if (t.kind == domain::Transition::Move)
        to.session.state = t.to;
    if (domain::isTerminal(to.session.state) && !isMoved)
        to.session.closedAt = m_now;
    if (to.session.state == SessionState::Pending) {
        const auto plan = domain::planFor(to.session, m_tenant);
        to.session.writeBack = domain::writeBackKey(domain::initialWriteBack(plan, m_tenant));
    }
}

} // namespace services
