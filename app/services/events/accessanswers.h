#pragma once
#include "core/async.h"
#include "core/secret.h"
#include "domain/events/eventrule.h"
#include "services/events/eligibilityreader.h"
#include <QObject>
#include <QSet>
#include <memory>

namespace services {

class EventRuleSettings;
class TenantSession;
class Triggers;
class Verifier;

/// The answers that SailPoint waits for: an access request is approved when everybody whom it is for stands well
/// enough, at once or when their verifications ended. Thread: the GUI's or main.
class AccessAnswers : public QObject
{
    Q_OBJECT
public:
    AccessAnswers(TenantSession &tenantSession, Verifier &verifier, Triggers &triggers, EventRuleSettings &rules,
        EligibilityReader &eligibilities, Context &context);

    /// Calls `done` once, within eight seconds. `secret` completes the invocation where it is answered later.
    void decide(const domain::TriggerEvent &event, const core::SecretPtr &secret, domain::CallbackVerdict verdict,
        std::function<void(domain::EventAnswer)> done);
    /// One person's verification ended: with this pass, or with what stands against it.
    void completed(const QString &invocation, const core::IdentityId &person, std::optional<core::SessionId> session,
        const QString &against = {});
    /// Nobody will be verified for this invocation: where it waits, it is answered by how everybody stands now.
    void lookAgain(const QString &invocation);
    /// A verification changed.
    void sessionEnded(const core::SessionId &id);

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
        Eligibilities eligibilities;
        QString approver; ///< whose name stands under the answer
    };
    void decideBy(
        const domain::EventRules &rules, const std::shared_ptr<Decision> &decision, const std::function<void()> &once);
    void answer(const std::shared_ptr<Decision> &decision);
    /// `open`: whose verification is waited for.
    void send(const std::shared_ptr<Decision> &decision, const QSet<QString> &open, bool isAgainstAll);
    void complete(const QString &invocation, const Waiting &waiting, const QList<domain::Eligibility> &all);
    void checkAgain(const QString &invocation, const Waiting &waiting);
    core::Async<QList<domain::Eligibility>> standingsBySession(const Waiting &waiting, int requiredIal);

    TenantSession &m_tenantSession;
    Verifier &m_verifier;
    Triggers &m_triggers;
    EventRuleSettings &m_rules;
    EligibilityReader &m_eligibilities;
    Context &m_context;
    QHash<QString, Waiting> m_waiting; ///< by invocation
};

} // namespace services
