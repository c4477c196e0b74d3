#pragma once
#include "core/async.h"
#include "domain/verification/resultevaluation.h"
#include "domain/verification/sessionwatch.h"
#include "domain/verification/verification.h"
#include "services/tenants/context.h"
#include <QHash>
#include <QObject>
#include <QTimer>

namespace services {

struct TenantConnections;
class InvitationLinks;
class ResultApplier;
class Sessions;
class WriteBack;

/// What the last status query of a session did not bring.
struct WatchFault
{
    core::ErrorCode code = core::ErrorCode::Protocol;
    QString field;           ///< of an answer that cannot be used: the field's name; empty otherwise
    core::Instant since = 0; ///< the first of the queries in a row that failed like this
    QString word;            ///< the answer was read, but this word of its status is not known
    /// An answer came, and what is said about the person is not known: asking again will hardly help.
    bool isUnreadable() const { return code == core::ErrorCode::Protocol && (!field.isEmpty() || !word.isEmpty()); }
};

/// Watches the open sessions of a tenant: one schedule for all of them. One process per tenant at a time, whichever
/// holds the lease. Thread: the GUI's or main.
class SessionMonitor : public QObject
{
    Q_OBJECT
public:
    SessionMonitor(TenantConnections &connections, Context &context, Sessions &sessions, ResultApplier &applier,
        InvitationLinks &links, WriteBack &writeBack);
    /// Watches open sessions and applies stored callbacks until told otherwise.
    void watch();
    /// What the timer does, now.
    void onTimer();
    /// Asks the provider now; also what the timer does.
    core::Async<domain::Session> check(const core::SessionId &id);
    /// The next look asks about this session, whatever its plan was.
    void hurry(const core::SessionId &id);
    void forget(const core::SessionId &id);
    /// How the last status query failed, or why its answer says nothing; nothing when it was answered and understood.
    std::optional<WatchFault> lastFault(const core::SessionId &id) const;
    /// What may be said about the watch over this session now. Asks nobody.
    domain::Watch watchOf(const domain::Session &session) const;

Q_SIGNALS:
    /// A round is over, by the process that holds the lease.
    void looked();

private:
    struct Plan
    {
        core::Instant nextAt = 0;
        std::chrono::milliseconds pause{0};
        bool isInFlight = false;
        QString field; ///< the last one in the timeline as unusable
        std::optional<WatchFault> fault;
    };
    void pollOpen(const QList<domain::Session> &sessions);
    bool isFinishedUnasked(const domain::Session &s, core::Instant now);
    bool isTurnOf(const domain::Session &s, core::Instant now);
    void noteAnswer(const core::SessionId &id, bool isPastEnd, const core::Result<domain::Session> &answer);
    void noteLink(const core::SessionId &id, const QString &link);
    void noteFault(const core::SessionId &id, const core::Result<domain::ProviderResult> &answer);

    TenantConnections &m_connections;
    Context &m_context;
    Sessions &m_sessions;
    ResultApplier &m_applier;
    InvitationLinks &m_links;
    WriteBack &m_writeBack;
    QHash<QString, Plan> m_plans;
    QTimer m_timer;
    QTimer m_soon;
    bool m_isLooking = false;
    core::Instant m_nextCampaignLook = 0;
    qint64 m_openOfCampaigns = 0;
    core::Instant m_leaseUntil = 0;
};

/// The next pause of the status query: 2 s growing to 10 s in the first hour, then 60 s.
std::chrono::milliseconds nextPause(std::chrono::milliseconds last, core::Instant age, std::chrono::milliseconds start);

} // namespace services
