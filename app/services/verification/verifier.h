#pragma once
#include "core/async.h"
#include "domain/audit/audit.h"
#include "domain/callbacks/callbackrecord.h"
#include "domain/tenants/tenant.h"
#include "domain/text/messages.h"
#include "domain/verification/resultevaluation.h"
#include "domain/verification/sessionlog.h"
#include "domain/verification/sessionwatch.h"
#include "domain/verification/writeback.h"
#include "services/tenants/context.h"
#include <QHash>
#include <QObject>
#include <QTimer>

namespace store {
struct SessionFacts;
struct SessionStep;
} // namespace store
namespace net {
struct Created;
}

namespace services {

struct TenantConnections;
class TenantSession;
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

/// Starts verifications, watches them, decides on their results. A session is a row of the ledger advanced by
/// domain::next(); this class may die at any point and the next one goes on. Thread: the GUI's or main.
class Verifier : public QObject
{
    Q_OBJECT
public:
    Verifier(TenantConnections &connections, Context &context, TenantSession &tenantSession);
    ~Verifier() override;

    /// Why a verification cannot start for this person; empty when it can. Asks nobody.
    QString obstacle(const domain::Identity &person, const domain::VerificationRequest &request) const;
    /// Intent and audit record are durable before anything leaves this computer; the POST is sent once. The session
    /// that comes back is Pending, LaunchUnknown or LaunchFailed (its closingReason says why). Errors: Usage with the
    /// field, Conflict with the open session's id in `detail`, Storage.
    core::Async<domain::Session> start(const domain::Identity &person, domain::VerificationRequest request);
    /// Asks the provider now; also what the timer does.
    core::Async<domain::Session> check(const core::SessionId &id);
    /// Cancels at the provider where it has a call for it, otherwise stops watching.
    core::Async<domain::Session> stop(const core::SessionId &id, const QString &why);
    /// At most every `resendPause`: RateLimited with the seconds to wait.
    static constexpr core::Instant resendPause = 30 * core::secondMs;
    core::Async<core::Unit> sendAgain(const core::SessionId &id);
    /// Ends the open session (cancelled where the provider can) and starts another one.
    core::Async<domain::Session> replace(
        const core::SessionId &open, const domain::Identity &person, const domain::VerificationRequest &request);
    /// After somebody else moved a session on: overlays, links, write-back.
    void finalize(const domain::Session &session) { settled(session); }
    /// Why the POST of a campaign's session did not bring one; asked once.
    std::optional<core::Error> takeLaunchFault(const core::SessionId &id);
    bool canSend(domain::Delivery delivery) const;
    bool canCancel() const;
    bool canSendAgain() const;

    /// The invitation link: in memory only, empty after a restart.
    QString link(const core::SessionId &id) const { return m_links.value(id.str()); }
    /// A tenant that is opened anew goes on with the links that its last verifier held.
    void takeLinks(const Verifier &other) { m_links.insert(other.m_links); }

    /// NotFound for a session of another tenant, as everywhere here.
    core::Async<domain::Session> session(const core::SessionId &id);
    /// store::Ledger::changeSession() for sessions of this tenant only.
    core::Async<domain::Session> change(
        const core::SessionId &id, std::function<core::Result<store::SessionStep>(const domain::Session &)> step);
    /// The same for a step that decides by more than the row.
    core::Async<domain::Session> changeByFacts(
        const core::SessionId &id, std::function<core::Result<store::SessionStep>(const store::SessionFacts &)> step);
    core::Async<QList<domain::Session>> sessions(domain::SessionFilter filter);
    core::Async<domain::SessionSummary> summary();
    core::Async<QList<domain::Session>> sessionsOf(const core::IdentityId &person);
    core::Async<QList<domain::SessionNote>> notes(const core::SessionId &id);
    core::Async<QList<domain::InboxEntry>> callbacks(const core::SessionId &id);
    /// How the last status query failed, or why its answer says nothing; nothing when it was answered and understood.
    std::optional<WatchFault> lastFault(const core::SessionId &id) const;
    /// What may be said about the watch over this session now. Asks nobody.
    domain::Watch watchOf(const domain::Session &session) const;
    WriteBack &writeBack() { return *m_writeBack; }

    /// A start is on its way: its answer would be lost with this object.
    bool isLaunching() const { return m_launching > 0; }
    /// Where the simulator posts to when the tenant names no callback address: this computer's own receiver.
    void setLocalCallback(const QString &url) { m_localCallback = url; }
    /// Watches open sessions and applies stored callbacks until told otherwise: one process per tenant at a time,
    /// whichever holds the lease.
    void watch();

Q_SIGNALS:
    void sessionChanged(const core::SessionId &id);
    void sessionsChanged();
    void linkChanged(const core::SessionId &id);
    void idle();
    /// The provider answered, and the ledger cannot be written: it is tried again while the program runs. `why`: a
    /// sentence.
    void unwritten(const QString &why);

private:
    struct Plan
    {
        core::Instant nextAt = 0;
        std::chrono::milliseconds pause{0};
        bool isInFlight = false;
        QString word;  ///< the last status word
        QString field; ///< the last one in the timeline as unusable
        std::optional<WatchFault> fault;
    };
    void onTimer();
    void tickOpen(const QList<domain::Session> &sessions);
    core::Async<core::Unit> mayStart(const domain::Identity &person, const domain::VerificationRequest &request);
    void noteLink(const core::SessionId &id, const QString &link);
    void noteNotSentAgain(const core::SessionId &id, const core::Error &error);
    void tickInbox();
    void noteFault(const core::SessionId &id, const core::Result<domain::ProviderResult> &answer);
    void giveUpOn(qint64 sequence, const core::SessionId &id, const core::Error &error);
    QString callbackBase() const;
    void answered(const domain::Session &session, const core::Result<net::Created> &created,
        const QJsonObject &readBack, const core::Deferred<domain::Session> &out);
    void post(const domain::Session &session, const domain::Identity &person, const QString &callbackUrl,
        const core::Deferred<domain::Session> &out);
    /// Without an entry the result is the answer of a status query; with one it is that callback's.
    core::Async<domain::Session> apply(const core::SessionId &id, const domain::ProviderResult &result,
        const std::optional<domain::InboxEntry> &entry);
    core::Result<store::SessionStep> stepFor(const domain::Session &now, const domain::ProviderResult &result,
        const std::optional<domain::InboxEntry> &entry, bool isNews, const QStringList &heldNames) const;
    void writeResult(store::SessionStep &to, const domain::ProviderResult &result,
        const domain::ResultEvaluation &evaluation, domain::Transition t, const QString &source) const;
    core::Async<domain::Session> advance(
        const core::SessionId &id, domain::SessionEvent event, const QString &why, const QString &noteKind);
    void settled(const domain::Session &session);
    domain::AuditEvent auditEvent(const domain::Session &s, const QString &action, const QString &outcome) const;

    TenantConnections &m_connections;
    Context &m_context;
    TenantSession &m_tenantSession;
    std::unique_ptr<WriteBack> m_writeBack;
    QHash<QString, QString> m_links;
    QHash<QString, Plan> m_plans;
    QHash<QString, core::Error> m_launchFaults;
    QHash<qint64, int> m_inboxFaults;
    QTimer m_timer;
    QTimer m_soon;
    QString m_localCallback;
    bool m_ticking = false;
    core::Instant m_nextCampaignLook = 0;
    qint64 m_openOfCampaigns = 0;
    bool m_isReadingInbox = false;
    int m_launching = 0;
    core::Instant m_leaseUntil = 0;
};

/// When the link may be asked for again, UTC ms: half a minute after it was last asked for.
core::Instant sendAgainAt(const domain::Session &session, const QList<domain::SessionNote> &notes);

/// The next pause of the status query: 2 s growing to 10 s in the first hour, then 60 s.
std::chrono::milliseconds nextPause(std::chrono::milliseconds last, core::Instant age, std::chrono::milliseconds start);

} // namespace services
