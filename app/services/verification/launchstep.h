#pragma once
#include "core/clock.h"
#include "core/result.h"
#include "domain/tenants/tenant.h"
#include "domain/verification/sessionstep.h"
#include "domain/verification/verification.h"
#include <QJsonObject>

namespace services {

class Sessions;

/// What the answer to the one POST makes of its session, in the transaction that writes it. `now` in UTC ms. Thread:
/// the ledger's.
class LaunchStep
{
public:
    LaunchStep(const domain::Tenant &tenant, const Sessions &sessions, core::Instant now);
    /// `readBack`: what is kept of the link so that the caller can read its end back.
    core::Result<domain::SessionStep> afterAnswer(
        const domain::Session &now, const domain::CreatedSession &created, const QJsonObject &readBack) const;
    /// Refused for certain, or nobody knows.
    core::Result<domain::SessionStep> afterFailure(const domain::Session &now, const core::Error &error) const;

private:
    domain::SessionStep otherSession(const domain::Session &now) const;
    void move(domain::SessionStep &to, domain::SessionEvent event, bool isMoved) const;
    const domain::Tenant &m_tenant;
    const Sessions &m_sessions;
    core::Instant m_now;
};

} // namespace services
