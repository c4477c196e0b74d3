#pragma once
#include "core/async.h"
#include "domain/events/eventrule.h"
#include "services/events/eligibilityreader.h"
#include "services/tenants/context.h"
#include <QObject>
#include <QSet>
#include <memory>

namespace services {

class AccessAnswers;
class EventRuleSettings;
class ProposalStarter;
class Triggers;
class Verifier;
class TenantSession;

/// Events of SailPoint's triggers and what becomes of them: rules turn stored events into proposed verifications, which
/// a person starts or dismisses, or a rule starts by itself (ProposalStarter); access requests get their answer
/// (AccessAnswers). Every event is settled once, whichever process is first. Thread: the GUI's or main, but for
/// accept().
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
    void process();
    void finalize(qint64 sequence, const domain::TriggerEvent &event);
    void settleWith(qint64 sequence, const domain::TriggerEvent &event, const domain::EventRule &rule,
        const Eligibilities &eligibilities);
    domain::Proposal proposalFor(
        const domain::TriggerEvent &event, const domain::EventPerson &person, const domain::EventRule &rule) const;

    TenantSession &m_tenantSession;
    Context &m_context;
    std::unique_ptr<EventRuleSettings> m_rules;
    std::unique_ptr<EligibilityReader> m_eligibilities;
    std::unique_ptr<AccessAnswers> m_answers;
    std::unique_ptr<ProposalStarter> m_starter;
    QSet<qint64> m_settling; ///< events on their way
    bool m_isLookingAgain = false;
    bool m_isWatching = false;
    bool m_isProcessing = false;
    bool m_isStale = false;
};

} // namespace services
