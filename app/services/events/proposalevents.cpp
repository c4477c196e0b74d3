#include "core/killpoint.h"
#include "services/events/proposals.h"
#include "services/events/triggers.h"
#include "services/events/workflows.h"
#include "services/identities/identitydirectory.h"
#include "services/reverification/reverification.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessions.h"
#include "services/verification/verifier.h"
#include "store/ledger/ledger.h"
#include <QCoreApplication>
#include <QJsonDocument>
#include <QTimer>
#include <QUuid>

// The receiving half of Proposals: events are stored, answered and settled.
namespace services {

using core::Async;
using core::Result;
using core::Unit;
using domain::Eligibility;
using domain::EventAnswer;
using domain::Proposal;
using domain::TriggerEvent;
using Eligibilities = QHash<QString, Eligibility>;

static constexpr std::chrono::milliseconds lookAgainAfter{3000};
static constexpr std::chrono::milliseconds answerWithin{8000}; ///< SailPoint ends an invocation after ten seconds

static QString sayProposals(const char *text)
{
    return QCoreApplication::translate("Proposals", text);
}
// A sentence as a part of another one.
static QString clause(QString sentence)
{
    while (sentence.endsWith(QLatin1Char('.')))
        sentence.chop(1);
    return sentence;
}
static QByteArray bytes(const QJsonObject &o)
{
    return QJsonDocument(o).toJson(QJsonDocument::Compact);
}

void Proposals::accept(const TriggerEvent &e, const core::SecretPtr &secret, std::function<void(EventAnswer)> done)
{
    const bool bringsValues =
        e.triggerId == domain::trigger::identityCreated || e.triggerId == domain::trigger::attributesChanged;
    // Which values matter is not known yet: without them no rule would match, and nobody would notice.
    if (bringsValues && !areRulesKnown())
        return done({domain::CallbackVerdict::Busy, 503, {}});
    m_context.ledger.events().store(e, [this, e, secret, done = std::move(done)](domain::CallbackVerdict v) {
        const bool isKept = v == domain::CallbackVerdict::EventTaken || v == domain::CallbackVerdict::Duplicate;
        if (!isKept || !e.asksBack)
            return done({v, 200, {}});
        core::killPoint("event-stored");
        auto decision = std::make_shared<Decision>(Decision{e, secret, v, done, {}, {}});
        QMetaObject::invokeMethod(
            this, [this, decision] { decide(decision); }, Qt::QueuedConnection);
    });
}

Async<Eligibilities> Proposals::eligibilities(const TriggerEvent &e, int requiredIal)
{
    core::Deferred<Eligibilities> out;
    auto found = std::make_shared<Eligibilities>();
    if (e.people.isEmpty())
        out.resolve(Eligibilities());
    for (const auto &p : e.people) {
        core::whenDone<domain::Identity>(m_tenantSession.directory().refresh(p.id), this,
            [this, out, found, id = p.id.str(), requiredIal, all = e.people.size()](
                const Result<domain::Identity> &person) {
                const bool isKnown = person && m_tenantSession.reverification()
                                                   .problem()
                                                   .isEmpty(); // else nobody knows how long a verification lasts
                const Eligibility none{false, sayProposals(QT_TRANSLATE_NOOP("Proposals",
                                                  "it could not be read whether the identity is verified"))};
                found->insert(id, isKnown ? domain::eligibilityOf(*person, requiredIal, m_context.clock->now()) : none);
                if (found->size() == all)
                    out.resolve(*found);
            });
    }
    return out.future();
}

void Proposals::decide(const std::shared_ptr<Decision> &d)
{
    if (d->event.triggerId == domain::trigger::approverAsked)
        return d->done({d->verdict, 200, bytes(domain::noApprover())});
    if (d->event.triggerId != domain::trigger::accessRequested)
        return d->done({d->verdict, 200, QByteArrayLiteral("{}")});
    // In time in any case: who could not be read is not verified, and rules that could not be read let nobody through.
    d->approver = m_context.operatorName;
    d->eligibilities = {{QString(), Eligibility{false, sayProposals(QT_TRANSLATE_NOOP("Proposals",
                                                           "it could not be read in time which rules there are"))}}};
    auto isAnswered = std::make_shared<bool>(false);
    const auto once = [this, d, isAnswered] {
        if (!std::exchange(*isAnswered, true))
            answer(d);
    };
    QTimer::singleShot(answerWithin, this, once);
    // Read for each: the first reading may not have come back yet, and another process may have changed them.
    core::whenDone<domain::EventRules>(rules(), this, [this, d, once](const Result<domain::EventRules> &all) {
        if (all)
            return decideBy(*all, d, once);
        d->eligibilities = {{QString(), Eligibility{false, sayProposals(QT_TRANSLATE_NOOP("Proposals",
                                                               "the rules for events cannot be read here"))}}};
        once();
    });
}

void Proposals::decideBy(
    const domain::EventRules &all, const std::shared_ptr<Decision> &d, const std::function<void()> &once)
{
    if (!all.approver.isEmpty())
        d->approver = all.approver;
    d->eligibilities.clear();
    if (d->event.people.isEmpty() || d->event.isPartial) {
        d->eligibilities = {{QString(),
            Eligibility{false, sayProposals(QT_TRANSLATE_NOOP("Proposals",
                                   "it cannot be read whole for whom or for what it is, or it is for too many"))}}};
        return once();
    }
    const auto rule = domain::ruleFor(all, d->event);
    if (!rule) // nothing of ours stands against it
        return once();
    for (const auto &p : d->event.people)
        d->eligibilities.insert(
            p.id.str(), {false, sayProposals(QT_TRANSLATE_NOOP(
                                    "Proposals", "it could not be read in time whether the identity is verified"))});
    const auto policy = m_tenantSession.reverification().load();
    const auto found = core::andThen<Unit>(
        policy, this, [this, d, ial = rule->requiredIal](Unit) { return eligibilities(d->event, ial); });
    core::whenDone<Eligibilities>(found, this, [d, once](const Result<Eligibilities> &s) {
        if (s)
            d->eligibilities = *s;
        once();
    });
}

void Proposals::answer(const std::shared_ptr<Decision> &d)
{
    // What stands against it whoever it is for has no person.
    const bool isAgainstAll = d->eligibilities.contains(QString());
    QSet<QString> open;
    for (auto it = d->eligibilities.begin(); it != d->eligibilities.end(); ++it) {
        if (!it->isEnough)
            open << it.key();
    }
    if (!open.isEmpty())
        return send(d, open, isAgainstAll);
    // An approval is an action: without its record, or with the tenant locked meanwhile, there is none.
    domain::AuditEvent e;
    e.actor = m_context.operatorName;
    e.action = QStringLiteral("event.approve");
    e.tenant = m_tenantSession.tenant().id.str();
    e.subject = d->event.invocation;
    e.outcome = QStringLiteral("done");
    core::whenDone<Unit>(m_context.ledger.audit().append(e), this, [this, d](const core::Status &recorded) {
        if (!recorded)
            d->eligibilities = {{QString(), Eligibility{false, clause(recorded.error().text)}}};
        send(d, recorded ? QSet<QString>() : QSet<QString>{QString()}, !recorded);
    });
}

void Proposals::send(const std::shared_ptr<Decision> &d, const QSet<QString> &open, bool isAgainstAll)
{
    const QJsonObject output = domain::accessAnswer(d->eligibilities.values(), d->approver);
    const bool isLater = d->event.mode == domain::DispatchMode::Async ||
                         (d->event.mode == domain::DispatchMode::Dynamic && !open.isEmpty());
    if (!isLater || !d->secret || d->event.invocation.isEmpty())
        return d->done({d->verdict, 200, bytes(output)});
    if (!m_waiting.contains(d->event.invocation))
        m_waiting.insert(d->event.invocation, {d->secret, d->event, open, {}});
    d->done({d->verdict, d->event.mode == domain::DispatchMode::Dynamic ? 202 : 200, QByteArrayLiteral("{}")});
    if (open.isEmpty() || isAgainstAll) // asked for later, known at once
        complete(d->event.invocation, m_waiting.take(d->event.invocation), d->eligibilities.values());
}

// One person's verification ended: with this pass, or with what stands against it.
void Proposals::completed(const QString &invocation, const core::IdentityId &person,
    std::optional<core::SessionId> session, const QString &against)
{
    const auto it = m_waiting.find(invocation);
    if (invocation.isEmpty() || it == m_waiting.end())
        return;
    if (!session)
        return complete(invocation, m_waiting.take(invocation), {Eligibility{false, against}});
    it->people.remove(person.str());
    it->verified.insert(person.str(), *session);
    if (it->people.isEmpty())
        checkAgain(invocation, m_waiting.take(invocation));
}

// Hours may lie between the question and the answer: what is asked for, and how everybody stands, is looked at once
// more.
void Proposals::checkAgain(const QString &invocation, const Waiting &w)
{
    core::whenDone<domain::EventRules>(rules(), this, [this, invocation, w](const Result<domain::EventRules> &rules) {
        if (!rules)
            return complete(invocation, w, {Eligibility{false, clause(rules.error().text)}});
        const auto rule = domain::ruleFor(*rules, w.event);
        const int required = rule ? rule->requiredIal : 0;
        TriggerEvent others = w.event;
        others.people.removeIf([&w](const domain::EventPerson &p) { return w.verified.contains(p.id.str()); });
        const auto bySession = standingsBySession(w, required);
        core::whenDone<QList<Eligibility>>(
            bySession, this, [this, invocation, w, others, required](const Result<QList<Eligibility>> &known) {
                if (!known)
                    return complete(invocation, w, {Eligibility{false, clause(known.error().text)}});
                core::whenDone<Eligibilities>(eligibilities(others, required), this,
                    [this, invocation, w, known = *known](const Result<Eligibilities> &s) {
                        complete(invocation, w,
                            s ? known + s->values() : QList<Eligibility>{Eligibility{false, clause(s.error().text)}});
                    });
            });
    });
}

// SailPoint may not show a pass of a minute ago: the session says how it stands by now.
Async<QList<Eligibility>> Proposals::standingsBySession(const Waiting &w, int requiredIal)
{
    Async<QList<Eligibility>> chain = core::ready<QList<Eligibility>>(QList<Eligibility>());
    for (const core::SessionId &id : w.verified) {
        chain = core::andThen<QList<Eligibility>>(chain, this, [this, id, requiredIal](const QList<Eligibility> &so) {
            return core::mapped<QList<Eligibility>, domain::Session>(m_verifier.sessions().session(id), this,
                [so, requiredIal](const domain::Session &s) -> Result<QList<Eligibility>> {
                    const bool isEnough = s.state == domain::SessionState::Verified && s.ial && *s.ial >= requiredIal;
                    return so + QList<Eligibility>{
                                    isEnough ? Eligibility{true, {}}
                                             : Eligibility{
                                                   false, sayProposals(QT_TRANSLATE_NOOP("Proposals",
                                                              "the identity was verified at a lower level than is "
                                                              "asked for by now, or its result was disputed since"))}};
                });
        });
    }
    return chain;
}

void Proposals::complete(const QString &invocation, const Waiting &w, const QList<Eligibility> &all)
{
    if (!w.secret)
        return;
    // Rules that cannot be read by now approve nothing.
    core::whenDone<domain::EventRules>(
        rules(), this, [this, invocation, w, all](const Result<domain::EventRules> &rules) {
            const QString approver = rules && !rules->approver.isEmpty() ? rules->approver : m_context.operatorName;
            const QList<Eligibility> eligibility =
                rules ? all
                      : QList<Eligibility>{Eligibility{false,
                            sayProposals(QT_TRANSLATE_NOOP("Proposals", "the rules for events cannot be read here"))}};
            core::whenDone<domain::Operation>(
                m_triggers.complete(invocation, w.secret, domain::accessAnswer(eligibility, approver)), this,
                [](const Result<domain::Operation> &) {});
        });
}

void Proposals::sessionEnded(const core::SessionId &id)
{
    if (m_waiting.isEmpty())
        return;
    core::whenDone<domain::Session>(m_verifier.sessions().session(id), this, [this](const Result<domain::Session> &s) {
        if (!s || domain::isOpen(s->state) || s->state == domain::SessionState::NeedsReview)
            return;
        core::whenDone<QList<Proposal>>(
            m_context.ledger.proposals().of(s->id), this, [this, s = *s](const Result<QList<Proposal>> &all) {
                if (!all)
                    return;
                for (const Proposal &p : *all)
                    completed(p.invocation, p.identity,
                        domain::answersDemand(s, p) ? std::optional(s.id) : std::nullopt,
                        sayProposals(QT_TRANSLATE_NOOP("Proposals", "the identity verification did not succeed")));
            });
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
        m_context.ledger.events().unseen(m_tenantSession.tenant().id), this, [this](const Result<New> &all) {
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
            if (p.state != Proposal::Starting || m_mine.contains(p.id))
                continue;
            isAnyElsewhere = true;
            recover(p);
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
    core::whenDone<domain::EventRules>(rules(), this, [this, sequence, e](const Result<domain::EventRules> &rules) {
        if (!rules) { // looked at again with the next event
            m_settling.remove(sequence);
            return;
        }
        const auto rule = domain::ruleFor(*rules, e);
        if (rule &&
            !m_tenantSession.reverification().problem().isEmpty()) { // who stands well enough is not known: it waits
            m_settling.remove(sequence);
            return;
        }
        if (!rule || e.people.isEmpty()) {
            core::whenDone<Unit>(m_context.ledger.events().finalize(sequence, {}, {}), this,
                [this, sequence, invocation = e.invocation](const core::Status &) {
                    m_settling.remove(sequence);
                    if (m_waiting.contains(invocation)) // the rules changed since it was asked
                        checkAgain(invocation, m_waiting.take(invocation));
                });
            return;
        }
        core::whenDone<Eligibilities>(eligibilities(e, rule->requiredIal), this,
            [this, sequence, e, rule = *rule](
                const Result<Eligibilities> &s) { settleWith(sequence, e, rule, s ? *s : Eligibilities()); });
    });
}

void Proposals::settleWith(
    qint64 sequence, const TriggerEvent &e, const domain::EventRule &rule, const Eligibilities &eligibilities)
{
    QList<Proposal> proposals;
    for (const auto &person : e.people) {
        // Whoever is verified well enough is left alone; a change that a rule names is a reason of its own.
        if (e.triggerId != domain::trigger::attributesChanged && eligibilities.value(person.id.str()).isEnough)
            continue;
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
        proposals << p;
    }
    std::optional<domain::AuditEvent> a;
    if (!proposals.isEmpty()) {
        a = event(proposals.first(), QStringLiteral("proposal.made"), QStringLiteral("done"));
        a->data.insert(QStringLiteral("people"), proposals.size());
    }
    core::whenDone<Unit>(m_context.ledger.events().finalize(sequence, proposals, a), this,
        [this, sequence, proposals, invocation = e.invocation](const core::Status &r) {
            m_settling.remove(sequence);
            if (!r) // another process was first, or the disk is full: then it is tried again
                return;
            core::killPoint("event-settled");
            if (proposals.isEmpty() &&
                m_waiting.contains(invocation)) // everybody was verified meanwhile: nobody else would answer
                checkAgain(invocation, m_waiting.take(invocation));
            for (const Proposal &p : proposals) {
                if (p.startsItself)
                    m_toStart << p;
            }
            startNext();
        });
}

// One after the other: nobody is asked faster than a person could look.
void Proposals::startNext()
{
    if (m_isStarting || m_toStart.isEmpty())
        return;
    m_isStarting = true;
    const Proposal p = m_toStart.takeFirst();
    const auto next = [this] {
        m_isStarting = false;
        startNext();
    };
    const auto leave = [this, p, next](const QString &why) {
        const auto noted = m_context.ledger.proposals().change(
            p.tenant, p.id, [why](const Proposal &now) -> Result<store::ProposalStep> {
                store::ProposalStep to{now, {}};
                to.proposal.why = why;
                return to;
            });
        core::whenDone<Proposal>(noted, this, [next](const Result<Proposal> &) { next(); });
    };
    core::whenDone<domain::Session>(startByRule(p.id), this, [next, leave](const Result<domain::Session> &s) {
        const bool wasClaimed =
            s || (s.error().code != core::ErrorCode::RateLimited && s.error().code != core::ErrorCode::Storage);
        wasClaimed
            ? next()
            : leave(s.error().text); // what stands against a start that was claimed is in the proposal afterwards
    });
}

} // namespace services
