#include "services/events/accessanswers.h"
#include "core/logfailure.h"
#include "domain/verification/sessionend.h"
#include "services/events/eventrulesettings.h"
#include "services/events/proposalsteps.h"
#include "services/events/triggers.h"
#include "services/reverification/reverification.h"
#include "services/tenants/internal/stores.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessions.h"
#include "services/verification/verifier.h"
#include <QCoreApplication>
#include <QJsonDocument>
#include <QTimer>

namespace services {

using core::Async;
using core::Result;
using core::Unit;
using domain::Eligibility;
using domain::Proposal;
using domain::TriggerEvent;

static constexpr std::chrono::milliseconds answerWithin{8000}; ///< SailPoint ends an invocation after ten seconds

// A sentence as a part of another one.
static QString clauseOf(QString sentence)
{
    while (sentence.endsWith(QLatin1Char('.')))
        sentence.chop(1);
    return sentence;
}

static QByteArray jsonBytes(const QJsonObject &o)
{
    return QJsonDocument(o).toJson(QJsonDocument::Compact);
}

AccessAnswers::AccessAnswers(TenantSession &tenantSession, Verifier &verifier, Triggers &triggers,
    EventRuleSettings &rules, EligibilityReader &eligibilities, Context &context)
    : m_tenantSession(tenantSession), m_verifier(verifier), m_triggers(triggers), m_rules(rules),
      m_eligibilities(eligibilities), m_context(context)
{
}

void AccessAnswers::decide(const TriggerEvent &event, const core::SecretPtr &secret, domain::CallbackVerdict verdict,
    std::function<void(domain::EventAnswer)> done)
{
    auto d = std::make_shared<Decision>(Decision{event, secret, verdict, std::move(done), {}, {}});
    if (d->event.triggerId == domain::trigger::approverAsked)
        return d->done({d->verdict, 200, jsonBytes(domain::noApprover())});
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
    core::whenDone<domain::EventRules>(m_rules.rules(), this, [this, d, once](const Result<domain::EventRules> &all) {
        if (all)
            return decideBy(*all, d, once);
        d->eligibilities = {{QString(), Eligibility{false, sayProposals(QT_TRANSLATE_NOOP("Proposals",
                                                               "the rules for events cannot be read here"))}}};
        once();
    });
}

void AccessAnswers::decideBy(
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
    const auto found = core::andThen<Unit>(policy, this,
        [this, d, ial = rule->requiredIal](Unit) { return m_eligibilities.eligibilities(d->event, ial); });
    core::whenDone<Eligibilities>(found, this, [d, once](const Result<Eligibilities> &s) {
        if (s)
            d->eligibilities = *s;
        once();
    });
}

void AccessAnswers::answer(const std::shared_ptr<Decision> &d)
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
    core::whenDone<Unit>(m_context.ledger->audit().append(e), this, [this, d](const core::Status &recorded) {
        if (!recorded)
            d->eligibilities = {{QString(), Eligibility{false, clauseOf(recorded.error().text)}}};
        send(d, recorded ? QSet<QString>() : QSet<QString>{QString()}, !recorded);
    });
}

void AccessAnswers::send(const std::shared_ptr<Decision> &d, const QSet<QString> &open, bool isAgainstAll)
{
    const QJsonObject output = domain::accessAnswer(d->eligibilities.values(), d->approver);
    const bool isLater = d->event.mode == domain::DispatchMode::Async ||
                         (d->event.mode == domain::DispatchMode::Dynamic && !open.isEmpty());
    if (!isLater || !d->secret || d->event.invocation.isEmpty())
        return d->done({d->verdict, 200, jsonBytes(output)});
    if (!m_waiting.contains(d->event.invocation))
        m_waiting.insert(d->event.invocation, {d->secret, d->event, open, {}});
    d->done({d->verdict, d->event.mode == domain::DispatchMode::Dynamic ? 202 : 200, QByteArrayLiteral("{}")});
    if (open.isEmpty() || isAgainstAll) // asked for later, known at once
        complete(d->event.invocation, m_waiting.take(d->event.invocation), d->eligibilities.values());
}

// One person's verification ended: with this pass, or with what stands against it.
void AccessAnswers::completed(const QString &invocation, const core::IdentityId &person,
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
void AccessAnswers::checkAgain(const QString &invocation, const Waiting &w)
{
    core::whenDone<domain::EventRules>(
        m_rules.rules(), this, [this, invocation, w](const Result<domain::EventRules> &rules) {
            if (!rules)
                return complete(invocation, w, {Eligibility{false, clauseOf(rules.error().text)}});
            const auto rule = domain::ruleFor(*rules, w.event);
            const int required = rule ? rule->requiredIal : 0;
            TriggerEvent others = w.event;
            others.people.removeIf([&w](const domain::EventPerson &p) { return w.verified.contains(p.id.str()); });
            const auto bySession = standingsBySession(w, required);
            core::whenDone<QList<Eligibility>>(
                bySession, this, [this, invocation, w, others, required](const Result<QList<Eligibility>> &known) {
                    if (!known)
                        return complete(invocation, w, {Eligibility{false, clauseOf(known.error().text)}});
                    core::whenDone<Eligibilities>(m_eligibilities.eligibilities(others, required), this,
                        [this, invocation, w, known = *known](const Result<Eligibilities> &s) {
                            complete(invocation, w,
                                s ? known + s->values()
                                  : QList<Eligibility>{Eligibility{false, clauseOf(s.error().text)}});
                        });
                });
        });
}

// SailPoint may not show a pass of a minute ago: the session says how it stands by now.
Async<QList<Eligibility>> AccessAnswers::standingsBySession(const Waiting &w, int requiredIal)
{
    Async<QList<Eligibility>> chain = core::ready<QList<Eligibility>>(QList<Eligibility>());
    for (const core::SessionId &id : w.verified) {
        chain = core::andThen<QList<Eligibility>>(chain, this, [this, id, requiredIal](const QList<Eligibility> &so) {
            return core::mapped<QList<Eligibility>, domain::Session>(m_verifier.sessions().session(id), this,
                [so, requiredIal](const domain::Session &s) -> Result<QList<Eligibility>> {
                    const bool isEnough = domain::isPassAt(s, requiredIal);
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

void AccessAnswers::complete(const QString &invocation, const Waiting &w, const QList<Eligibility> &all)
{
    if (!w.secret)
        return;
    // Rules that cannot be read by now approve nothing.
    core::whenDone<domain::EventRules>(
        m_rules.rules(), this, [this, invocation, w, all](const Result<domain::EventRules> &rules) {
            const QString approver = rules && !rules->approver.isEmpty() ? rules->approver : m_context.operatorName;
            const QList<Eligibility> eligibility =
                rules ? all
                      : QList<Eligibility>{Eligibility{false,
                            sayProposals(QT_TRANSLATE_NOOP("Proposals", "the rules for events cannot be read here"))}};
            core::logFailure(m_triggers.complete(invocation, w.secret, domain::accessAnswer(eligibility, approver)),
                this, lcService, "An access request could not be answered.");
        });
}

void AccessAnswers::sessionEnded(const core::SessionId &id)
{
    if (m_waiting.isEmpty())
        return;
    core::whenDone<domain::Session>(m_verifier.sessions().session(id), this, [this](const Result<domain::Session> &s) {
        if (!s || domain::isOpen(s->state) || s->state == domain::SessionState::NeedsReview)
            return;
        core::whenDone<QList<Proposal>>(
            m_context.ledger->proposals().of(s->id), this, [this, s = *s](const Result<QList<Proposal>> &all) {
                if (!all)
                    return;
                for (const Proposal &p : *all)
                    completed(p.invocation, p.identity,
                        domain::answersDemand(s, p) ? std::optional(s.id) : std::nullopt,
                        sayProposals(QT_TRANSLATE_NOOP("Proposals", "the identity verification did not succeed")));
            });
    });
}

void AccessAnswers::lookAgain(const QString &invocation)
{
    if (m_waiting.contains(invocation))
        checkAgain(invocation, m_waiting.take(invocation));
}

} // namespace services
