#pragma once
#include "core/async.h"
#include "domain/events/eventrule.h"
#include "services/tenants/context.h"
#include <QObject>
#include <QSet>
#include <functional>

namespace services {

class EventRuleSettings;
class TenantSession;
class Verifier;

/// Turns proposals into verifications: claims each, so that it is started once, whichever process is first. Thread: the
/// GUI's or main.
class ProposalStarter : public QObject
{
    Q_OBJECT
public:
    ProposalStarter(TenantSession &tenantSession, Verifier &verifier, EventRuleSettings &rules, Context &context,
        QObject *parent = nullptr);

    /// Claims the proposal and starts its verification as the rule says. Errors: Conflict when somebody else was first,
    /// and what Verifier::start() says, after which it is open again.
    core::Async<domain::Session> start(const QString &id);
    /// A person started it with what they chose: this session belongs to it.
    core::Async<domain::Proposal> begun(const QString &id, const core::SessionId &session);
    /// By their rules: one after the other, and not more an hour than the rules allow.
    void startLater(const QList<domain::Proposal> &proposals);
    /// Is this process at it?
    bool isStarting(const QString &id) const;
    /// Takes up what a process that ended left half started.
    void recover(const domain::Proposal &proposal);

Q_SIGNALS:
    /// A verification was started for a proposal.
    void started(const core::SessionId &session);

private:
    using Step = std::function<core::Result<domain::ProposalStep>(const domain::Proposal &)>;
    core::Async<domain::Session> startByRule(const QString &id);
    core::Async<domain::Session> claim(
        const QString &id, std::function<core::Async<domain::Proposal>(Step)> take, bool isByRule);
    core::Async<domain::Session> launch(const domain::Proposal &proposal, bool isByRule);
    void launched(
        const QString &id, const core::Result<domain::Session> &session, const core::Deferred<domain::Session> &out);
    void letGo(const QString &id);
    void startNext();
    TenantSession &m_tenantSession;
    Verifier &m_verifier;
    EventRuleSettings &m_rules;
    Context &m_context;
    QSet<QString> m_mine; ///< proposals that this process is starting
    QList<domain::Proposal> m_toStart;
    bool m_isStarting = false;
};

} // namespace services
