#pragma once
#include "core/async.h"
#include "domain/audit/audit.h"
#include "domain/events/eventrule.h"
#include "domain/identities/identity.h"
#include "services/tenants/context.h"
#include <QHash>
#include <QObject>
#include <memory>
#include <mutex>

namespace store {
struct ProposalStep;
}

namespace services {

class Triggers;
class Verifier;
class TenantSession;

/// Events of SailPoint's triggers and what becomes of them: rules turn stored events into proposed verifications, which
/// a person starts or dismisses, or a rule starts by itself; access requests get their answer. Every event is settled
/// once, whichever process is first. Thread: the GUI's or main, but for accept().
class Proposals : public QObject
{
    Q_OBJECT
public:
    Proposals(TenantSession &tenantSession, Verifier &verifier, Triggers &triggers, Context &context,
        QObject *parent = nullptr);
    ~Proposals() override;

    /// The usual rules until others are set; unreadableSetting() when what is stored cannot be read: then no request is
    /// approved here, nothing starts by itself, and events wait.
    core::Async<domain::EventRules> rules();
    /// Usage with the field at fault. Recorded with both versions.
    core::Async<core::Unit> setRules(const domain::EventRules &rules);

    /// Newest first, at most 500.
    core::Async<QList<domain::Proposal>> list(bool onlyOpen);
    /// Claims the proposal and starts its verification as the rule says. Errors: Conflict when somebody else was first,
    /// and what Verifier::start() says, after which it is open again.
    core::Async<domain::Session> start(const QString &id);
    /// A person started it with what they chose: this session belongs to it.
    core::Async<domain::Proposal> begun(const QString &id, const core::SessionId &session);
    /// `why` goes to the audit log, at most 500 characters. An access request that waits for it is not approved.
    core::Async<domain::Proposal> dismiss(const QString &id, const QString &why);

    /// For the receiver, on any thread: durable first, then answered within eight seconds.
    void accept(const domain::TriggerEvent &event, const core::SecretPtr &secret,
        std::function<void(domain::EventAnswer)> done);
    /// Attributes whose values the rules look at. Any thread.
    QSet<QString> wantedAttributes() const;
    /// Settles stored events from now on, and takes up what another process left half started.
    void watch();

Q_SIGNALS:
    void changed();
    /// A rule started this verification by itself.
    void started(const core::SessionId &session);

private:
    /// An invocation that is completed later. Its secret is in memory only: after a restart SailPoint's own deadline
    /// decides.
    struct Waiting
    {
        core::SecretPtr secret;
        domain::TriggerEvent event;
        QSet<QString> people;                     ///< who is not verified yet
        QHash<QString, core::SessionId> verified; ///< who was verified for it here, and by which session
    };
    struct Decision ///< one request-response event
    {
        domain::TriggerEvent event;
        core::SecretPtr secret;
        domain::CallbackVerdict verdict;
        std::function<void(domain::EventAnswer)> done;
        QHash<QString, domain::Eligibility> eligibilities; ///< by identity id
        QString approver;                                  ///< whose name stands under the answer
    };
    void process();
    void readRules();
    bool areRulesKnown() const; ///< any thread
    void finalize(qint64 sequence, const domain::TriggerEvent &event);
    void settleWith(qint64 sequence, const domain::TriggerEvent &event, const domain::EventRule &rule,
        const QHash<QString, domain::Eligibility> &eligibilities);
    /// How everybody of an event stands, read from SailPoint; who cannot be read does not stand well enough.
    core::Async<QHash<QString, domain::Eligibility>> eligibilities(const domain::TriggerEvent &event, int requiredIal);
    void decide(const std::shared_ptr<Decision> &decision);
    void decideBy(
        const domain::EventRules &rules, const std::shared_ptr<Decision> &decision, const std::function<void()> &once);
    void answer(const std::shared_ptr<Decision> &decision);
    /// `open`: whose verification is waited for.
    void send(const std::shared_ptr<Decision> &decision, const QSet<QString> &open, bool isAgainstAll);
    void startNext();
    core::Async<domain::Session> claim(const QString &id,
        std::function<core::Async<domain::Proposal>(
            std::function<core::Result<store::ProposalStep>(const domain::Proposal &)>)>
            take,
        bool isByRule);
    core::Async<domain::Session> startByRule(const QString &id);
    static QString leaseName(const QString &id);
    core::Async<domain::Session> launch(const domain::Proposal &proposal, bool isByRule);
    void launched(
        const QString &id, const core::Result<domain::Session> &session, const core::Deferred<domain::Session> &out);
    void letGo(const QString &id);
    void recover(const domain::Proposal &proposal);
    void sessionEnded(const core::SessionId &id);
    void completed(const QString &invocation, const core::IdentityId &person, std::optional<core::SessionId> session,
        const QString &against = {});
    void complete(const QString &invocation, const Waiting &waiting, const QList<domain::Eligibility> &all);
    void checkAgain(const QString &invocation, const Waiting &waiting);
    core::Async<QList<domain::Eligibility>> standingsBySession(const Waiting &waiting, int requiredIal);
    domain::AuditEvent event(const domain::Proposal &proposal, const QString &action, const QString &outcome) const;
    QString settingName() const;
    QString releaserSetting() const;

    TenantSession &m_tenantSession;
    Verifier &m_verifier;
    Triggers &m_triggers;
    Context &m_context;
    mutable std::mutex m_mutex; ///< of the next two
    QSet<QString> m_wanted;
    bool m_areRulesKnown = false; ///< they were read at least once
    QHash<QString, Waiting> m_waiting;
    QSet<QString> m_mine;              ///< proposals that this process is starting
    QSet<qint64> m_settling;           ///< events on their way
    QList<domain::Proposal> m_toStart; ///< by their rules
    bool m_isStarting = false;
    bool m_isLookingAgain = false;
    bool m_isWatching = false;
    bool m_isProcessing = false;
    bool m_isStale = false;
};

} // namespace services
