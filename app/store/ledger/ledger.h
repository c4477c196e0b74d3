#pragma once
#include "core/clock.h"
#include "domain/audit/audit.h"
#include "domain/callbacks/callbackrecord.h"
#include "domain/events/eventrule.h"
#include "domain/operations/operation.h"
#include "domain/reverification/campaign.h"
#include "domain/reverification/exemption.h"
#include "domain/tenants/tenant.h"
#include "domain/verification/sessionlog.h"
#include "domain/verification/verification.h"
#include "store/database.h"
#include <QObject>
#include <QTimer>
#include <atomic>
#include <memory>
#include <string>
#include <vector>

namespace store {

using domain::SessionFilter;
using domain::SessionNote;

/// What one step of a session writes, all or nothing.
struct SessionStep
{
    domain::Session session; ///< as it shall be
    bool isChanged = true;   ///< false: only notes and audit
    QList<SessionNote> notes;
    QList<domain::AuditEvent> audit;
    std::optional<qint64> callback; ///< an inbox entry that this step settles
    std::optional<qint64>
        assignedCallback; ///< an inbox entry that was put aside and now belongs to this session, as a hint
};

/// What a decision may have to know beside the row, read in the transaction that makes it.
struct SessionFacts
{
    domain::Session session;
    QList<SessionNote> notes;
    std::optional<domain::AuditRecord> recorded; ///< newest entry about a result or review of it
    core::Instant lastEntryAt = 0;               ///< latest time in the log since the clock was last accepted
};

struct CampaignStep
{
    domain::Campaign campaign;
    std::optional<domain::AuditEvent> audit;
};

struct OperationStep
{
    domain::Operation operation;
    std::optional<domain::AuditEvent> audit;
};

struct ProposalStep
{
    domain::Proposal proposal; ///< state, session and why are written
    std::optional<domain::AuditEvent> audit;
};

/// The ledger file: tenants without secrets, sessions, audit, leases. `synchronous=FULL`, portable SQL, one worker.
/// Signals come on the object's thread.
class Ledger : public QObject
{
    Q_OBJECT
public:
    static core::Result<std::unique_ptr<Ledger>> open(const QString &path, std::shared_ptr<core::Clock> clock);
    ~Ledger() override;

    core::Async<QList<domain::Tenant>> tenants();
    /// Conflict when the name is taken. The audit record is in the same transaction, as everywhere here.
    core::Async<core::Unit> addTenant(const domain::Tenant &tenant, const domain::AuditEvent &audit);
    core::Async<core::Unit> updateTenant(const domain::Tenant &tenant, const domain::AuditEvent &audit);
    /// Conflict (field "open-sessions", how many in `detail`) while verifications of it are open, unless they shall end
    /// with it: then they are cancelled, its proposals dismissed and its campaigns stopped in the same transaction.
    core::Async<core::Unit> removeTenant(const core::TenantId &id, bool endsOpen, const domain::AuditEvent &audit);
    /// Where an account or a deadline depends on the time: the latest entry since a person accepted the clock; 0: none.
    core::Async<core::Instant> lastEntryAt();

    /// Step 4 of "verify identity": intent and audit record in one transaction. Who started it is frozen there: the
    /// identity registered for the operator, or whoever released the campaign or rule. Conflict ("operator-unknown")
    /// for an account recovery when nobody is registered, ("tenant-locked", "tenant-removed"), and, with the open
    /// session's id in `detail`, when one is open for this person and purpose.
    core::Async<core::Unit> startSession(
        const domain::Session &session, const QString &nonceHash, const domain::AuditEvent &audit);
    /// Reads, lets `step` decide, writes; in one transaction, so that no other process comes between.
    core::Async<domain::Session> changeSession(
        const core::SessionId &id, std::function<core::Result<SessionStep>(const domain::Session &)> step);
    /// The same for a step that decides by more than the row.
    core::Async<domain::Session> changeSessionByFacts(
        const core::SessionId &id, std::function<core::Result<SessionStep>(const SessionFacts &)> step);
    core::Async<SessionFacts> sessionFacts(const core::SessionId &id);
    core::Async<domain::Session> session(const core::SessionId &id);
    core::Async<QList<domain::Session>> sessions(const SessionFilter &filter);
    /// When each person's latest pass was completed, of those completed since then; by identity id.
    core::Async<QHash<QString, core::Instant>> passesSince(const core::TenantId &tenant, core::Instant since);
    core::Async<domain::SessionSummary> sessionSummary(const core::TenantId &tenant);
    /// Open sessions, those whose write-back is not final, and those that a callback decided a short while ago.
    /// Those of campaigns may be many: they are asked for less often.
    core::Async<QList<domain::Session>> sessionsToWatch(const core::TenantId &tenant, bool withCampaigns);
    core::Async<QList<SessionNote>> notes(const core::SessionId &id);
    /// Newest open, held or failed session per person: what the mirror overlays.
    core::Async<QHash<QString, domain::SessionOverlay>> overlays(const core::TenantId &tenant);

    /// One transaction for all: after `done` each is durable. Replays are Duplicate; what belongs to no session of
    /// ours, or carries a wrong nonce, is Quarantined. Thread-safe; `done` is called on the worker.
    void storeCallbacks(QList<domain::Callback> callbacks, std::function<void(QList<domain::CallbackVerdict>)> done);
    /// Oldest first.
    core::Async<QList<domain::InboxEntry>> inbox(const core::TenantId &tenant, const QString &state, int limit = 200);
    core::Async<QList<domain::InboxEntry>> callbacksOf(const core::SessionId &session);
    core::Async<domain::InboxEntry> callback(const core::TenantId &tenant, qint64 sequence);
    /// Conflict when the entry is no longer in state `from`.
    core::Async<core::Unit> settleCallback(
        qint64 sequence, const QString &from, const QString &to, const domain::AuditEvent &audit);
    /// Forgets settled callbacks that were received before; replay keys live as long.
    core::Async<core::Unit> pruneCallbacks(core::Instant before);

    /// Durable before `done` is called with EventTaken; Duplicate for a replay, Busy when it could not be stored.
    /// Thread-safe; `done` is called on the worker.
    void storeEvent(const domain::TriggerEvent &event, std::function<void(domain::CallbackVerdict)> done);
    struct StoredEvent
    {
        qint64 sequence = 0;
        domain::TriggerEvent event;
    };
    /// Those that no rule has been asked about, oldest first.
    core::Async<QList<StoredEvent>> newEvents(const core::TenantId &tenant, int limit = 200);
    /// With what it proposes, none for nothing; who has the same open proposal already gets no second one. Conflict
    /// when another process was first.
    core::Async<core::Unit> settleEvent(
        qint64 sequence, const QList<domain::Proposal> &proposals, const std::optional<domain::AuditEvent> &audit);
    /// Newest first, at most 500.
    core::Async<QList<domain::Proposal>> proposals(const core::TenantId &tenant, bool onlyOpen);
    core::Async<QList<domain::Proposal>> proposalsOf(const core::SessionId &session);
    /// Reads, lets `step` decide, writes; in one transaction.
    core::Async<domain::Proposal> changeProposal(const core::TenantId &tenant, const QString &id,
        std::function<core::Result<ProposalStep>(const domain::Proposal &)> step);
    /// How many rules have started by themselves.
    core::Async<int> startedByRules(const core::TenantId &tenant, core::Instant since);
    /// As changeProposal(), for a start by a rule: counted in the transaction that claims it. RateLimited when `most`
    /// were claimed since then, whatever became of them.
    core::Async<domain::Proposal> claimProposal(const core::TenantId &tenant, const QString &id, int most,
        core::Instant since, std::function<core::Result<ProposalStep>(const domain::Proposal &)> step);
    core::Async<core::Unit> pruneEvents(core::Instant before);

    /// Intent and audit record in one transaction.
    core::Async<core::Unit> addOperation(const domain::Operation &operation, const domain::AuditEvent &audit);
    /// Reads, lets `step` decide, writes; in one transaction.
    core::Async<domain::Operation> changeOperation(
        const QString &id, std::function<core::Result<OperationStep>(const domain::Operation &)> step);
    /// The last 500, newest first; only the open ones: oldest first.
    core::Async<QList<domain::Operation>> operations(const core::TenantId &tenant, bool onlyOpen);
    core::Async<domain::Operation> operation(const core::TenantId &tenant, const QString &id);

    core::Async<core::Unit> addCampaign(const domain::Campaign &campaign, const domain::AuditEvent &audit);
    /// Reads, lets `step` decide, writes; in one transaction.
    core::Async<domain::Campaign> changeCampaign(
        const QString &id, std::function<core::Result<CampaignStep>(const domain::Campaign &)> step);
    /// Newest first.
    core::Async<QList<domain::Campaign>> campaigns(const core::TenantId &tenant);
    core::Async<domain::Campaign> campaign(const core::TenantId &tenant, const QString &id);
    /// Turns that ended in a start that was refused for certain are open again.
    core::Async<core::Unit> returnUnlaunched(const QString &id);
    /// Writes people of a draft that is still of this version: what was known of them is replaced; with `isFirst`
    /// everybody else is forgotten.
    core::Async<core::Unit> setCampaignPeople(
        const QString &id, int version, QList<domain::CampaignPerson> people, qint64 firstSequence, bool isFirst);
    struct PeopleOfCampaign
    {
        QString id;
        std::optional<domain::CampaignPerson::State> state;
        domain::ExclusionReason why = domain::ExclusionReason::Nothing; ///< with Left: only these; Nothing: all of them
        qint64 after = -1;                                              ///< sequence number
        int limit = 1000;
    };
    core::Async<QList<domain::CampaignPerson>> campaignPeople(const PeopleOfCampaign &wanted);
    /// From ToSend to Left, or, after a start that was refused for certain, from Started back to ToSend or to Left.
    core::Async<core::Unit> settleCampaignPerson(const QString &id, const core::IdentityId &person,
        domain::CampaignPerson::State to, domain::ExclusionReason why);
    /// The intent of a reminder, with its record: the person's turn is taken. Conflict when it is not their turn, or
    /// the campaign does not run.
    core::Async<core::Unit> beginReminder(
        const QString &id, const core::IdentityId &person, const domain::AuditEvent &audit);
    enum class Reminded { Done, Unknown, Refused, NotAsked };
    /// Refused leaves the person out, NotAsked gives the turn back.
    core::Async<core::Unit> endReminder(
        const QString &id, const core::IdentityId &person, Reminded outcome, const domain::AuditEvent &audit);
    core::Async<domain::CampaignCounts> campaignCounts(const QString &id);
    /// Links that may have left since `from`, and the last one ever.
    struct CampaignPace
    {
        qint64 sent = 0;
        std::optional<core::Instant> last;
    };
    core::Async<CampaignPace> campaignPace(const QString &id, core::Instant from);
    /// Pauses what is running although nobody holds the lease `name`, or only a process that is gone. How many.
    core::Async<int> interruptCampaigns(
        const core::TenantId &tenant, const QString &lease, const QString &why, const domain::AuditEvent &audit);

    /// Closed verifications whose time is over: verified ones closed before, all others closed before.
    core::Async<qint64> countToRedact(
        const core::TenantId &tenant, core::Instant verifiedBefore, core::Instant failedBefore);
    /// Removes what is personal of at most `limit` of them, the oldest first; how many. The record counts them.
    core::Async<int> redactAged(const core::TenantId &tenant, core::Instant verifiedBefore, core::Instant failedBefore,
        int limit, const domain::AuditEvent &audit);
    /// Of everything about one person. Conflict while something of theirs is open.
    core::Async<int> redactPerson(
        const core::TenantId &tenant, const core::IdentityId &person, const domain::AuditEvent &audit);
    /// Those that have not ended, by identity id.
    core::Async<QHash<QString, domain::Exemption>> exemptions(const core::TenantId &tenant);
    /// Replaces what stood there; one that is over already ends it.
    core::Async<core::Unit> setExemption(
        const core::TenantId &tenant, const domain::Exemption &exemption, const domain::AuditEvent &audit);

    core::Async<core::Unit> audit(const domain::AuditEvent &event);
    core::Async<QList<domain::AuditRecord>> auditRecords(qint64 fromSequence, int limit);
    /// About any of the subjects, newest first.
    core::Async<QList<domain::AuditRecord>> auditOf(
        const core::TenantId &tenant, const QStringList &subjects, int limit);
    /// The same oldest first and for any number of subjects, on the reading thread; at most 100,000.
    core::Async<QList<domain::AuditRecord>> auditAbout(const core::TenantId &tenant, const QStringList &subjects);
    /// Sequence number of the first record whose hash or link is wrong; 0 when the chain holds.
    core::Async<qint64> verifyAudit();
    /// Proves the next `limit` records behind `from`. On a connection of its own: nothing else waits for it.
    core::Async<domain::ChainState> proveAudit(const domain::ChainState &from, int limit);
    /// Newest first. Those of a filter with text: at most 100,000.
    core::Async<std::shared_ptr<const std::vector<qint64>>> auditSequences(const domain::AuditFilter &filter);
    core::Async<QList<domain::AuditRecord>> auditBySequence(const std::vector<qint64> &sequences);
    /// Has this process written an entry, into whatever ledger? Thread: any.
    static bool hasWrittenAudit();
    /// Runs `line` for each record in order on the reading thread, as one line of JSON with a line end; with the
    /// values of those for which `hasValues` says so. False ends it with Cancelled. How many.
    core::Async<qint64> visitAudit(qint64 from, qint64 to, std::function<bool(qint64)> hasValues,
        std::function<bool(const std::string &line)> line);
    struct AuditHead
    {
        qint64 sequence = 0;
        QByteArray hash;
        core::Instant at = 0, firstAt = 0;
    };
    core::Async<AuditHead> auditHead();
    /// The ledger as it is at one moment, into a new file of its own that only its owner reads. Storage.
    core::Async<core::Unit> copyTo(const QString &path);
    /// How many entries the log of the file at `path` has; 0 when there is none. Storage when it cannot be read.
    /// Blocks.
    static core::Result<qint64> entriesIn(const QString &path);
    /// In one transaction with `audit`: locks every tenant, marks those of `withoutSecrets` (ids), pauses running
    /// campaigns and lets go of every lease. For a ledger that comes from a backup.
    core::Async<core::Unit> settleRestored(const QStringList &withoutSecrets, const domain::AuditEvent &audit);
    /// Verified sessions compared with what the log recorded of them: the next `limit` behind `after` (a session id).
    struct RowProofs
    {
        QString last; ///< the last that was looked at; empty: that was all
        qint64 proved = 0;
        qint64 notAnchored = 0; ///< from before results were recorded with a digest
        QString firstBad;       ///< a session whose row is not what the log says; empty: none
    };
    core::Async<RowProofs> proveSessions(const QString &after, int limit);
    core::Async<core::Unit> addCheckpoint(const domain::Checkpoint &checkpoint);
    /// In order of their sequence numbers.
    core::Async<QList<domain::Checkpoint>> checkpoints();

    /// Takes or renews a lease; false while another holder's has not run out. A holder whose process
    /// (core::processName()) is gone from this host holds nothing: a killed job resumes at once.
    core::Async<bool> takeLease(const QString &name, const QString &holder, std::chrono::milliseconds ttl);
    core::Async<core::Unit> releaseLease(const QString &name, const QString &holder);

    /// Returns when everything queued so far has run. Blocks; for destructors only.
    void drain();

    core::Async<QString> setting(const QString &name);
    /// All of them or none.
    core::Async<core::Unit> setSettings(
        const QMap<QString, QString> &values, const std::optional<domain::AuditEvent> &audit);
    core::Async<core::Unit> setSetting(
        const QString &name, const QString &value, const std::optional<domain::AuditEvent> &audit = {});

Q_SIGNALS:
    void sessionChanged(const core::SessionId &id);
    void inboxChanged();
    void operationsChanged();
    void campaignsChanged();
    void eventsArrived();
    void proposalsChanged();
    /// Another process wrote; seen within 500 ms.
    void changedElsewhere();

private:
    Ledger(std::unique_ptr<Database> db, std::unique_ptr<Database> reader, std::shared_ptr<core::Clock> clock);
    core::Async<domain::Session> changeSessionIn(const core::SessionId &id,
        std::function<core::Result<SessionStep>(Connection &, const domain::Session &)> step);
    core::Async<domain::Proposal> changeProposalIn(const core::TenantId &tenant, const QString &id,
        std::function<core::Result<ProposalStep>(Connection &, const domain::Proposal &)> step);
    void pollVersion();
    void forgetOldPages();
    std::unique_ptr<Database> m_db;
    std::unique_ptr<Database> m_reader; ///< for what takes long and writes nothing
    std::shared_ptr<core::Clock> m_clock;
    QTimer m_poll;
    qint64 m_version = -1;
    bool m_polling = false;
    std::atomic<bool> m_isInboxTold{false}; ///< an inboxChanged() is on its way
};

} // namespace store
