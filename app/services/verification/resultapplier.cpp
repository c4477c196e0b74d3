#include "services/verification/resultapplier.h"
#include "core/killpoint.h"
#include "domain/audit/sessionevents.h"
#include "domain/text/strictjson.h"
#include "domain/verification/resultdecision.h"
#include "domain/verification/resultproof.h"
#include "domain/verification/writeback/writeback.h"
#include "services/tenants/internal/tenantconnections.h"
#include "services/verification/sessions.h"
#include "services/verification/verificationpolicy.h"

namespace services {

using core::Async;
using core::Result;
using domain::ProviderStatus;
using domain::Session;
using domain::SessionEvent;
using domain::SessionState;
using domain::Transition;

ResultApplier::ResultApplier(TenantConnections &connections, Context &context, Sessions &sessions)
    : m_connections(connections), m_context(context), m_sessions(sessions)
{
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

static domain::SessionNote callbackNote(const domain::InboxEntry &entry, const domain::ProviderResult &result,
    const Session &now, Transition t, bool isProof)
{
    QJsonObject facts = factsOf(result);
    facts.insert(QStringLiteral("trust"), domain::callbackTrustKey(entry.callback.trust));
    facts.insert(QStringLiteral("decides"), isProof);
    if (domain::namesAnotherUser(result, now))
        facts.insert(QStringLiteral("otherUser"), true);
    facts.insert(QStringLiteral("place"), domain::callbackPlace(t, isProof));
    return domain::SessionNote{entry.callback.at, QStringLiteral("callback"), facts};
}

static void beginStep(domain::SessionStep &to, const domain::ProviderResult &result,
    const std::optional<domain::InboxEntry> &entry, core::Instant at)
{
    if (!entry) {
        to.session.lastCheckedAt = at;
    } else {
        to.callback = entry->sequence;
        // The one-time value proves that the launch which was not answered did create this session.
        if (entry->nonce == domain::NonceMatch::Matched && to.session.providerId.isEmpty()) {
            to.session.providerId = result.session;
            if (const auto found = domain::next(to.session.state, SessionEvent::FoundAtProvider);
                found.kind == Transition::Move)
                to.session.state = found.to;
        }
    }
}

void ResultApplier::writeResult(domain::SessionStep &to, const domain::ProviderResult &result,
    const domain::ResultEvaluation &evaluation, Transition t, const QString &source) const
{
    const core::Instant at = m_context.clock->now();
    Session &s = to.session;
    const bool wasClosed = domain::isTerminal(s.state);
    const auto cause = domain::causeAfter(s, evaluation.cause, t);
    s.state = t.to;
    // A contradiction keeps the facts of the pass; the other side's stand in the timeline.
    if (t.kind != Transition::Dispute || result.status == ProviderStatus::Passed) {
        s.ial = result.ial;
        s.verifiedName = result.verifiedName;
        s.documentType = result.documentType;
        s.completedAt = result.completedAt.at;
    }
    s.closingReason = t.to == SessionState::NeedsReview ? domain::reviewReasonKey(cause) : result.failureReason;
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
    to.notes << domain::SessionNote{at, QStringLiteral("result"), facts};
    facts.insert(domain::resultDigestKey, domain::resultDigest(s));
    auto audit = domain::resultEvent(m_context.operatorName, s, QStringLiteral("done"), facts);
    if (!result.verifiedName.isEmpty())
        audit.personal << domain::personal(QStringLiteral("verifiedName"), result.verifiedName);
    to.audit << audit;
}

Result<domain::SessionStep> ResultApplier::stepFor(const Session &now, const domain::ProviderResult &result,
    const std::optional<domain::InboxEntry> &entry, bool isNews, const QStringList &heldNames) const
{
    domain::SessionStep to;
    to.session = now;
    const core::Instant at = m_context.clock->now();
    beginStep(to, result, entry, at);
    if (result.status == ProviderStatus::Unknown && isNews)
        to.notes << domain::SessionNote{
            at, QStringLiteral("unknown-word"), {{QStringLiteral("word"), result.statusWord}}};
    const auto evaluation = domain::evaluateResult(result, to.session, at, heldNames);
    const bool isProof = domain::isProof(entry, m_connections.tenant, evaluation.cause);
    const SessionEvent event = isProof ? evaluation.event : domain::unproven(evaluation.event);
    const Transition t = domain::transitionAfter(to.session, result, event, evaluation.cause);
    if (entry)
        to.notes << callbackNote(*entry, result, now, t, isProof);
    if (t.kind == Transition::Illegal) {
        to.audit << domain::resultEvent(
            m_context.operatorName, now, QStringLiteral("noted"), {{QStringLiteral("word"), result.statusWord}});
        return to;
    }
    if (isProof && domain::agreesWithOtherSource(now, entry.has_value(), t, event)) {
        to.session.source = domain::sourceBoth;
        to.audit << domain::resultEvent(m_context.operatorName, to.session, QStringLiteral("done"),
            {{QStringLiteral("source"), domain::sourceBoth},
                {domain::resultDigestKey, domain::resultDigest(to.session)}});
    }
    if (t.kind == Transition::Move && t.to == SessionState::Provisional) {
        to.session.state = t.to;
        to.session.lastCheckedAt = at;
        to.audit << domain::callbackClaimedEvent(m_context.operatorName, to.session, entry->callback.trust);
        return to;
    }
    if (t.kind == Transition::Move || t.kind == Transition::Dispute)
        writeResult(to, result, evaluation, t, domain::sourceAfter(entry.has_value(), now.state, t.to));
    return to;
}

Async<Session> ResultApplier::apply(
    const core::SessionId &id, const domain::ProviderResult &result, const std::optional<domain::InboxEntry> &entry)
{
    // An unknown word is noted when it is new, not with every query.
    const bool isNews = entry || std::exchange(m_words[id.str()], result.statusWord) != result.statusWord;
    // What is agreed on names is read with each result: another process may have changed it.
    const auto done = core::andThen<domain::VerificationPolicy>(
        readPolicy(m_context, this), this, [this, id, result, entry, isNews](const domain::VerificationPolicy &p) {
            return m_sessions.change(id, [this, result, entry, isNews, held = p.heldDifferences](
                                             const Session &now) { return stepFor(now, result, entry, isNews, held); });
        });
    core::whenDone<Session>(done, this, [this](const Result<Session> &s) {
        if (!s || domain::isOpen(s->state))
            return;
        core::killPoint("result-stored");
        m_sessions.finalize(*s);
    });
    return done;
}

void ResultApplier::forget(const core::SessionId &id)
{
    m_words.remove(id.str());
}

} // namespace services
