#include "services/events/proposals.h"
#include "core/killpoint.h"
#include "core/logfailure.h"
#include "services/events/accessanswers.h"
#include "services/events/eventrulesettings.h"
#include "services/events/proposalstarter.h"
#include "services/events/proposalsteps.h"
#include "services/reverification/reverification.h"
#include "services/tenants/internal/stores.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessions.h"
#include "services/verification/verifier.h"
#include <QCoreApplication>
#include <QTimer>
#include <QUuid>

namespace services {

using core::Async;
using core::Result;
using core::Unit;
using domain::EventRules;
using domain::Proposal;
using domain::ProposalStep;
using domain::Session;
using domain::TriggerEvent;

static constexpr std::chrono::milliseconds lookAgainAfter{3000};

Proposals::Proposals(
    TenantSession &tenantSession, Verifier &verifier, Triggers &triggers, Context &context, QObject *parent)
    : QObject(parent), m_tenantSession(tenantSession), m_context(context),
      m_rules(std::make_unique<EventRuleSettings>(tenantSession.tenant().id, context)),
      m_eligibilities(std::make_unique<EligibilityReader>(tenantSession, context)),
      m_answers(
          std::make_unique<AccessAnswers>(tenantSession, verifier, triggers, *m_rules, *m_eligibilities, context)),
      m_starter(std::make_unique<ProposalStarter>(tenantSession, verifier, *m_rules, context))
{
    connect(&context.ledger->proposals(), &store::ProposalStore::changed, this, &Proposals::changed);
    connect(&context.ledger->file(), &store::Ledger::changedElsewhere, this, &Proposals::changed);
    connect(&context.ledger->file(), &store::Ledger::changedElsewhere, m_rules.get(), &EventRuleSettings::read);
    connect(&verifier.sessions(), &Sessions::changed, m_answers.get(), &AccessAnswers::sessionEnded);
    connect(m_starter.get(), &ProposalStarter::started, this, &Proposals::started);
    m_rules->read();
}

Proposals::~Proposals()
{
    // Events that are being stored call back on the ledger's thread.
    m_context.ledger->file().drain();
}

void Proposals::watch()
{
    if (std::exchange(m_isWatching, true))
        return;
    connect(&m_context.ledger->events(), &store::EventStore::arrived, this, &Proposals::process);
    connect(&m_context.ledger->file(), &store::Ledger::changedElsewhere, this, &Proposals::process);
    connect(&m_tenantSession.reverification(), &Reverification::changed, this,
        &Proposals::process); // what waited for a policy that can be read
    connect(m_rules.get(), &EventRuleSettings::changed, this,
        &Proposals::process); // what waited for rules that can be read
    core::logFailure(m_context.ledger->events().prune(m_context.clock->now() - 30 * core::dayMs), this, lcService,
        "Old events could not be removed.");
    process();
}

QSet<QString> Proposals::wantedAttributes() const
{
    return m_rules->wantedAttributes();
}

Async<EventRules> Proposals::rules()
{
    return m_rules->rules();
}

Async<Unit> Proposals::setRules(const EventRules &wanted)
{
    return m_rules->setRules(wanted);
}

Async<QList<Proposal>> Proposals::list(bool onlyOpen)
{
    return m_context.ledger->proposals().list(m_tenantSession.tenant().id, onlyOpen);
}

Async<Session> Proposals::start(const QString &id)
{
    return m_starter->start(id);
}

Async<Proposal> Proposals::begun(const QString &id, const core::SessionId &session)
{
    return m_starter->begun(id, session);
}

Async<Proposal> Proposals::dismiss(const QString &id, const QString &why)
{
    const auto done = m_context.ledger->proposals().change(
        m_tenantSession.tenant().id, id, [this, why](const Proposal &now) -> Result<ProposalStep> {
            if (now.state != Proposal::Open)
                return decidedAlready();
            ProposalStep to{now,
                proposalEvent(m_context.operatorName, now, QStringLiteral("proposal.dismiss"), QStringLiteral("done"))};
            to.proposal.state = Proposal::Dismissed;
            to.proposal.why = why.trimmed().left(500);
            if (!to.proposal.why.isEmpty())
                to.audit->personal << domain::personal(QStringLiteral("why"), to.proposal.why);
            return to;
        });
    return core::mapped<Proposal, Proposal>(done, this, [this](const Proposal &p) -> Result<Proposal> {
        m_answers->completed(p.invocation, p.identity, {},
            sayProposals(QT_TRANSLATE_NOOP("Proposals", "the proposed verification was dismissed")));
        return p;
    });
}

void Proposals::accept(
    const TriggerEvent &e, const core::SecretPtr &secret, std::function<void(domain::EventAnswer)> done)
{
    const bool bringsValues =
        e.triggerId == domain::trigger::identityCreated || e.triggerId == domain::trigger::attributesChanged;
    // Which values matter is not known yet: without them no rule would match, and nobody would notice.
    if (bringsValues && !m_rules->areKnown())
        return done({domain::CallbackVerdict::Busy, 503, {}});
    m_context.ledger->events().store(e, [this, e, secret, done = std::move(done)](domain::CallbackVerdict v) {
        const bool isKept = v == domain::CallbackVerdict::EventTaken || v == domain::CallbackVerdict::Duplicate;
        if (!isKept || !e.asksBack)
            return done({v, 200, {}});
        core::killPoint("event-stored");
        QMetaObject::invokeMethod(
            m_answers.get(), [this, e, secret, v, done] { m_answers->decide(e, secret, v, done); },
            Qt::QueuedConnection);
    });
}

void Proposals::process()
{
    if (std::exchange(m_isProcessing, true)) {
        m_isStale = true;
        return;
    }
    using New = QList<store::StoredEvent>;
    core::whenDone<New>(
        m_context.ledger->events().unseen(m_tenantSession.tenant().id), this, [this](const Result<New> &all) {
            m_isProcessing = false;
            if (all) {
                for (const auto &e : *all) {
                    if (!m_settling.contains(e.sequence))
                        finalize(e.sequence, e.event);
                }
            }
            if (std::exchange(m_isStale, false))
                process();
        });
    core::whenDone<QList<Proposal>>(list(true), this, [this](const Result<QList<Proposal>> &open) {
        if (!open)
            return;
        bool isAnyElsewhere = false;
        for (const Proposal &p : *open) {
            if (p.state != Proposal::Starting || m_starter->isStarting(p.id))
                continue;
            isAnyElsewhere = true;
            m_starter->recover(p);
        }
        // Whoever starts it may die a moment after it was looked at, and that changes nothing that could be noticed.
        if (isAnyElsewhere && !std::exchange(m_isLookingAgain, true))
            QTimer::singleShot(lookAgainAfter, this, [this] {
                m_isLookingAgain = false;
                process();
            });
    });
}

void Proposals::finalize(qint64 sequence, const TriggerEvent &e)
{
    m_settling << sequence;
    core::whenDone<domain::EventRules>(
        m_rules->rules(), this, [this, sequence, e](const Result<domain::EventRules> &rules) {
            if (!rules) { // looked at again with the next event
                m_settling.remove(sequence);
                return;
            }
            const auto rule = domain::ruleFor(*rules, e);
            if (rule && !m_tenantSession.reverification()
                             .problem()
                             .isEmpty()) { // who stands well enough is not known: it waits
                m_settling.remove(sequence);
                return;
            }
            if (!rule || e.people.isEmpty()) {
                core::whenDone<Unit>(m_context.ledger->events().finalize(sequence, {}, {}), this,
                    [this, sequence, invocation = e.invocation](const core::Status &) {
                        m_settling.remove(sequence);
                        m_answers->lookAgain(invocation); // the rules changed since it was asked
                    });
                return;
            }
            core::whenDone<Eligibilities>(m_eligibilities->eligibilities(e, rule->requiredIal), this,
                [this, sequence, e, rule = *rule](
                    const Result<Eligibilities> &s) { settleWith(sequence, e, rule, s ? *s : Eligibilities()); });
        });
}

Proposal Proposals::proposalFor(
    const TriggerEvent &e, const domain::EventPerson &person, const domain::EventRule &rule) const
{
    Proposal p;
    p.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    p.tenant = m_tenantSession.tenant().id;
    p.identity = person.id;
    p.personName = person.name;
    p.rule = rule.name;
    p.triggerId = e.triggerId;
    p.object = e.object;
    p.items = e.items;
    p.reason = rule.reason;
    p.requiredIal = rule.requiredIal;
    p.delivery = rule.delivery;
    p.startsItself = rule.startsItself;
    p.invocation = e.asksBack ? e.invocation : QString();
    p.at = e.at;
    return p;
}

void Proposals::settleWith(
    qint64 sequence, const TriggerEvent &e, const domain::EventRule &rule, const Eligibilities &eligibilities)
{
    QList<Proposal> proposals;
    for (const auto &person : e.people) {
        // Whoever is verified well enough is left alone; a change that a rule names is a reason of its own.
        if (e.triggerId != domain::trigger::attributesChanged && eligibilities.value(person.id.str()).isEnough)
            continue;
        proposals << proposalFor(e, person, rule);
    }
    std::optional<domain::AuditEvent> a;
    if (!proposals.isEmpty()) {
        a = proposalEvent(
            m_context.operatorName, proposals.first(), QStringLiteral("proposal.made"), QStringLiteral("done"));
        a->data.insert(QStringLiteral("people"), proposals.size());
    }
    core::whenDone<Unit>(m_context.ledger->events().finalize(sequence, proposals, a), this,
        [this, sequence, proposals, invocation = e.invocation](const core::Status &r) {
            m_settling.remove(sequence);
            if (!r) // another process was first, or the disk is full: then it is tried again
                return;
            core::killPoint("event-settled");
            if (proposals.isEmpty()) // everybody was verified meanwhile: nobody else would answer
                m_answers->lookAgain(invocation);
            QList<Proposal> byRule;
            for (const Proposal &p : proposals) {
                if (p.startsItself)
                    byRule << p;
            }
            m_starter->startLater(byRule);
        });
}

} // namespace services
