#include "core/killpoint.h"
#include "domain/text/strictjson.h"
#include "domain/verification/resultproof.h"
#include "services/tenants/tenantconnections.h"
#include "services/verification/verificationpolicy.h"
#include "services/verification/verifier.h"
#include "services/verification/writeback.h"

// The deciding half of Verifier: what a status query or a callback does to a session.
namespace services {

using core::Async;
using core::Result;
using domain::CallbackTrust;
using domain::ProviderStatus;
using domain::ReviewReason;
using domain::Session;
using domain::SessionEvent;
using domain::SessionState;
using domain::Transition;

static const QString statusQuery = QStringLiteral("status-query");
static const QString callback = QStringLiteral("callback");
static const QString both = QStringLiteral("both");

// A signature over the body and our one-time value decide at once; the tenant's policy may let a matching value do.
static bool decides(const domain::InboxEntry &e, const domain::Tenant &t)
{
    if (e.nonce != domain::NonceMatch::Matched)
        return false;
    if (e.callback.trust == CallbackTrust::Signature)
        return true;
    return t.receiver.trustsUnsigned &&
           (e.callback.trust == CallbackTrust::SharedSecret || t.environment == domain::Environment::Simulator);
}

// What a callback that cannot be trusted alone still says: a claimed pass is provisional, anything else only a hint.
static SessionEvent unproven(SessionEvent e)
{
    return e == SessionEvent::Pass || e == SessionEvent::PassToReview ? SessionEvent::UnprovenPass
                                                                      : SessionEvent::StillOpen;
}

static QJsonObject factsOf(const domain::ProviderResult &r)
{
    QJsonObject facts{{QStringLiteral("word"), r.statusWord}};
    if (r.ial)
        facts.insert(QStringLiteral("ial"), *r.ial);
    if (!r.documentType.isEmpty())
        facts.insert(QStringLiteral("document"), r.documentType);
    return facts;
}

// A contradiction never hides a cause that nobody may accept.
static ReviewReason causeOf(const QString &before, bool wasHeld, ReviewReason judged, Transition t)
{
    if (t.kind != Transition::Dispute)
        return judged;
    const ReviewReason old = wasHeld ? domain::reviewReasonFromKey(before) : ReviewReason::None;
    if (domain::onlyNewSessionHelps(old))
        return old;
    return domain::onlyNewSessionHelps(judged) ? judged : ReviewReason::Contradiction;
}

// A signed callback that says only "verified": the status query knows the rest.
static bool isThin(ReviewReason cause)
{
    return cause == ReviewReason::LevelMissing || cause == ReviewReason::CompletedAtMissing ||
           cause == ReviewReason::NameMissing;
}

QString Verifier::callbackBase() const
{
    if (!m_connections.tenant.callbackBaseUrl.isEmpty() ||
        m_connections.tenant.environment != domain::Environment::Simulator)
        return m_connections.tenant.callbackBaseUrl;
    return m_localCallback;
}

void Verifier::writeResult(store::SessionStep &to, const domain::ProviderResult &result,
    const domain::ResultEvaluation &evaluation, Transition t, const QString &source) const
{
    const core::Instant at = m_context.clock->now();
    Session &s = to.session;
    const bool wasClosed = domain::isTerminal(s.state);
    const bool wasHeld = s.state == SessionState::NeedsReview;
    s.state = t.to;
    // A contradiction keeps the facts of the pass; the other side's stand in the timeline.
    if (t.kind != Transition::Dispute || result.status == ProviderStatus::Passed) {
        s.ial = result.ial;
        s.verifiedName = result.verifiedName;
        s.documentType = result.documentType;
        s.completedAt = result.completedAt.at;
    }
    s.closingReason = t.to == SessionState::NeedsReview
                          ? domain::reviewReasonKey(causeOf(s.closingReason, wasHeld, evaluation.cause, t))
                          : result.failureReason;
    s.source = source;
    if (domain::isTerminal(t.to) && !wasClosed)
        s.closedAt = at;
    const auto plan = domain::planFor(s, m_connections.tenant);
    s.writeBack = domain::writeBackKey(domain::initialWriteBack(plan, m_connections.tenant));
    s.writeBackDetail.clear();
    QJsonObject facts = factsOf(result);
    facts.insert(QStringLiteral("state"), domain::stateKey(t.to));
    facts.insert(QStringLiteral("source"), source);
    if (domain::namesAnotherUser(result, s))
        facts.insert(QStringLiteral("otherUser"), true);
    else if (!result.userHash.isEmpty() && !s.userHash.isEmpty())
        facts.insert(QStringLiteral("sameUser"), true);
    if (t.to == SessionState::NeedsReview)
        facts.insert(QStringLiteral("cause"), s.closingReason);
    to.notes << store::SessionNote{at, QStringLiteral("result"), facts};
    auto audit = auditEvent(s, QStringLiteral("verification.result"), QStringLiteral("done"));
    for (auto it = facts.begin(); it != facts.end(); ++it)
        audit.data.insert(it.key(), it.value());
    if (!result.verifiedName.isEmpty())
        audit.personal << domain::personal(QStringLiteral("verifiedName"), result.verifiedName);
    audit.data.insert(domain::resultDigestKey, domain::resultDigest(s));
    to.audit << audit;
}

Result<store::SessionStep> Verifier::stepFor(const Session &now, const domain::ProviderResult &result,
    const std::optional<domain::InboxEntry> &entry, bool isNews, const QStringList &heldNames) const
{
    store::SessionStep to;
    to.session = now;
    const core::Instant at = m_context.clock->now();
    if (!entry) {
        to.session.lastCheckedAt = at;
    } else {
        to.callback = entry->sequence;
        // The one-time value proves that the launch which was not answered did create this session.
        if (entry->nonce == domain::NonceMatch::Matched && now.providerId.isEmpty()) {
            to.session.providerId = result.session;
            if (const auto found = domain::next(now.state, SessionEvent::FoundAtProvider);
                found.kind == Transition::Move)
                to.session.state = found.to;
        }
    }
    if (result.status == ProviderStatus::Unknown && isNews)
        to.notes << store::SessionNote{
            at, QStringLiteral("unknown-word"), {{QStringLiteral("word"), result.statusWord}}};
    const auto evaluation = domain::evaluateResult(result, to.session, at, heldNames);
    const bool hasQuery = m_connections.tenant.provider.kind == domain::ProviderKind::DocuVerify ||
                          !m_connections.tenant.provider.statusPath.isEmpty();
    const bool isProof = !entry || (decides(*entry, m_connections.tenant) && !(hasQuery && isThin(evaluation.cause)));
    const SessionEvent event = isProof ? evaluation.event : unproven(evaluation.event);
    auto t = domain::next(to.session.state, event);
    // What a second person accepted stays accepted while the provider says the same.
    const bool isAccepted = now.state == SessionState::Verified && !now.reviewer.isEmpty() &&
                            !domain::onlyNewSessionHelps(evaluation.cause);
    if (t.kind == Transition::Dispute && event == SessionEvent::PassToReview && isAccepted && now.ial == result.ial &&
        now.verifiedName == result.verifiedName && now.documentType == result.documentType)
        t = {Transition::Repeat, now.state};
    if (entry) {
        QJsonObject facts = factsOf(result);
        facts.insert(QStringLiteral("trust"), domain::callbackTrustKey(entry->callback.trust));
        facts.insert(QStringLiteral("decides"), isProof);
        if (domain::namesAnotherUser(result, now))
            facts.insert(QStringLiteral("otherUser"), true);
        const char *place = t.kind == Transition::Late     ? "out-of-order"
                            : t.kind == Transition::Repeat ? "duplicate"
                                                           : "applied";
        facts.insert(QStringLiteral("place"),
            isProof || t.kind != Transition::Repeat ? QLatin1String(place) : QLatin1String("hint"));
        to.notes << store::SessionNote{entry->callback.at, QStringLiteral("callback"), facts};
    }
    if (t.kind == Transition::Illegal) {
        auto audit = auditEvent(now, QStringLiteral("verification.result"), QStringLiteral("noted"));
        audit.data.insert(QStringLiteral("word"), result.statusWord);
        to.audit << audit;
        return to;
    }
    if (t.kind == Transition::Repeat && event != SessionEvent::StillOpen && isProof &&
        now.source == (entry ? statusQuery : callback)) {
        to.session.source = both; // the two sources agree
        auto audit = auditEvent(to.session, QStringLiteral("verification.result"), QStringLiteral("done"));
        audit.data.insert(QStringLiteral("source"), both);
        audit.data.insert(domain::resultDigestKey, domain::resultDigest(to.session));
        to.audit << audit;
    }
    if (t.kind == Transition::Move && t.to == SessionState::Provisional) {
        to.session.state = t.to;
        to.session.lastCheckedAt = at;
        auto audit = auditEvent(to.session, QStringLiteral("verification.callback"), QStringLiteral("noted"));
        audit.data.insert(QStringLiteral("trust"), domain::callbackTrustKey(entry->callback.trust));
        to.audit << audit;
        return to;
    }
    if (t.kind == Transition::Move || t.kind == Transition::Dispute)
        writeResult(to, result, evaluation, t,
            entry                                                                      ? callback
            : now.state == SessionState::Provisional && t.to == SessionState::Verified ? both
                                                                                       : statusQuery);
    return to;
}

// An answer that cannot be used is noted in the timeline when it is new, by the name of its field.
void Verifier::noteFault(const core::SessionId &id, const Result<domain::ProviderResult> &answer)
{
    std::optional<WatchFault> fault;
    if (!answer)
        fault = WatchFault{answer.error().code, {}, m_context.clock->now(), {}};
    if (!answer && answer.error().code == core::ErrorCode::Protocol)
        fault->field = answer.error().field;
    if (answer && answer->status == ProviderStatus::Unknown)
        fault = WatchFault{core::ErrorCode::Protocol, {}, m_context.clock->now(), answer->statusWord};
    Plan &plan = m_plans[id.str()];
    const auto &known = plan.fault;
    if (fault && known && known->code == fault->code && known->field == fault->field && known->word == fault->word)
        fault->since = known->since;
    plan.fault = fault;
    if (answer || !fault->isUnreadable() || std::exchange(plan.field, fault->field) == fault->field)
        return;
    const auto noted = change(id, [this, field = fault->field](const Session &now) -> Result<store::SessionStep> {
        store::SessionStep to;
        to.session = now;
        to.isChanged = false;
        to.notes << store::SessionNote{
            m_context.clock->now(), QStringLiteral("unreadable-answer"), {{QStringLiteral("field"), field}}};
        return to;
    });
    core::whenDone<Session>(noted, this, [](const Result<Session> &) {});
}

Async<Session> Verifier::apply(
    const core::SessionId &id, const domain::ProviderResult &result, const std::optional<domain::InboxEntry> &entry)
{
    // An unknown word is noted when it is new, not with every query.
    const bool isNews = entry || std::exchange(m_plans[id.str()].word, result.statusWord) != result.statusWord;
    // What is agreed on names is read with each result: another process may have changed it.
    const auto done = core::andThen<domain::VerificationPolicy>(
        readPolicy(m_context, this), this, [this, id, result, entry, isNews](const domain::VerificationPolicy &p) {
            return change(id, [this, result, entry, isNews, held = p.heldDifferences](
                                  const Session &now) { return stepFor(now, result, entry, isNews, held); });
        });
    core::whenDone<Session>(done, this, [this](const Result<Session> &s) {
        if (!s || domain::isOpen(s->state))
            return;
        core::killPoint("result-stored");
        settled(*s);
    });
    return done;
}

// An entry that cannot be applied must not stand in the way of the others for ever. The timer tries again; after five
// times it is put aside, with an audit record.
void Verifier::giveUpOn(qint64 sequence, const core::SessionId &id, const core::Error &error)
{
    if (++m_inboxFaults[sequence] < 5)
        return;
    m_inboxFaults.remove(sequence);
    domain::AuditEvent a;
    a.actor = QStringLiteral("system");
    a.action = QStringLiteral("verification.callback");
    a.tenant = m_connections.tenant.id.str();
    a.subject = id.str();
    a.outcome = QStringLiteral("failed");
    a.data = {{QStringLiteral("error"), core::codeName(error.code)}};
    core::whenDone<core::Unit>(
        m_context.ledger.settleCallback(sequence, QStringLiteral("new"), QStringLiteral("failed"), a), this,
        [](const core::Status &) {});
}

void Verifier::tickInbox()
{
    if (m_isReadingInbox)
        return;
    m_isReadingInbox = true;
    core::whenDone<QList<domain::InboxEntry>>(m_context.ledger.inbox(m_connections.tenant.id, QStringLiteral("new")),
        this, [this](const Result<QList<domain::InboxEntry>> &list) {
            if (!list || list->isEmpty()) {
                m_isReadingInbox = false;
                return;
            }
            for (qsizetype i = 0; i < list->size(); ++i) {
                const domain::InboxEntry &e = list->at(i);
                const bool isLast = i + 1 == list->size();
                core::whenDone<Session>(apply(e.session, e.callback.result, e), this,
                    [this, id = e.session, seq = e.sequence, isLast](const Result<Session> &r) {
                        core::killPoint("callback-applied");
                        if (isLast)
                            m_isReadingInbox = false;
                        if (!r && domain::isUnreadableSetting(r.error()))
                            return; // it waits until the policy is mended; nothing is judged without it
                        if (!r)
                            return giveUpOn(seq, id, r.error());
                        m_inboxFaults.remove(seq);
                        // Whatever it said: the status query is asked at once, of a closed session too.
                        Plan &plan = m_plans[id.str()];
                        plan.nextAt = 0;
                        plan.pause = std::chrono::milliseconds(0);
                        if (domain::isTerminal(r->state) && r->source != callback && !r->providerId.isEmpty() &&
                            !m_connections.tenant.provider.statusPath.isEmpty())
                            core::whenDone<Session>(check(id), this, [](const Result<Session> &) {});
                        if (isLast)
                            onTimer();
                    });
            }
        });
}

} // namespace services
