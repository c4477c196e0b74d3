#include "core/killpoint.h"
#include "services/runtime.h"
#include "services/verifier.h"
#include "services/writeback.h"

// The deciding half of Verifier: what a status query or a callback does to a session.
namespace services {

using core::Async;
using core::Result;
using domain::CallbackTrust;
using domain::HoldCause;
using domain::ProviderStatus;
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
    return e.callback.trust == CallbackTrust::Signature || t.receiver.trustsUnsigned;
}

// What a callback that cannot be trusted alone still says: a claimed pass is provisional, anything else only a hint.
static SessionEvent unproven(SessionEvent e)
{
    return e == SessionEvent::Pass || e == SessionEvent::PassToReview ? SessionEvent::UnprovenPass : SessionEvent::StillOpen;
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

QString Verifier::callbackBase() const
{
    if (!m_runtime.tenant.callbackBaseUrl.isEmpty() || m_runtime.tenant.environment != domain::Environment::Simulator)
        return m_runtime.tenant.callbackBaseUrl;
    return m_localCallback;
}

void Verifier::writeResult(store::SessionStep &to, const domain::ProviderResult &result, const domain::Judgement &judgement, Transition t, const QString &source) const
{
    const core::Instant at = m_context.clock->now();
    Session &s = to.session;
    const bool wasClosed = domain::isTerminal(s.state);
    s.state = t.to;
    // A contradiction keeps the facts of the pass; the other side's stand in the timeline.
    if (t.kind != Transition::Dispute || result.status == ProviderStatus::Passed) {
        s.ial = result.ial;
        s.verifiedName = result.verifiedName;
        s.documentType = result.documentType;
        s.completedAt = result.completedAt.at;
    }
    s.closingReason = t.to == SessionState::Held ? domain::holdCauseKey(t.kind == Transition::Dispute ? HoldCause::Contradiction : judgement.cause) : result.failureReason;
    s.source = source;
    if (domain::isTerminal(t.to) && !wasClosed)
        s.closedAt = at;
    const auto plan = domain::planFor(s, m_runtime.tenant);
    s.writeBack = domain::writeBackKey(domain::initialWriteBack(plan, m_runtime.tenant));
    s.writeBackDetail.clear();
    QJsonObject facts = factsOf(result);
    facts.insert(QStringLiteral("state"), domain::stateKey(t.to));
    facts.insert(QStringLiteral("source"), source);
    if (t.to == SessionState::Held)
        facts.insert(QStringLiteral("cause"), s.closingReason);
    to.notes << store::SessionNote{at, QStringLiteral("result"), facts};
    auto audit = auditEvent(s, QStringLiteral("verification.result"), QStringLiteral("done"));
    for (auto it = facts.begin(); it != facts.end(); ++it)
        audit.data.insert(it.key(), it.value());
    if (!result.verifiedName.isEmpty())
        audit.personal << domain::personal(QStringLiteral("verifiedName"), result.verifiedName);
    to.audit << audit;
}

Result<store::SessionStep> Verifier::stepFor(const Session &now, const domain::ProviderResult &result, const std::optional<domain::InboxEntry> &entry) const
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
            if (const auto found = domain::next(now.state, SessionEvent::FoundAtProvider); found.kind == Transition::Move)
                to.session.state = found.to;
        }
    }
    if (result.status == ProviderStatus::Unknown)
        to.notes << store::SessionNote{at, QStringLiteral("unknown-word"), {{QStringLiteral("word"), result.statusWord}}};
    const auto judgement = domain::judge(result, to.session, at);
    const bool isProof = !entry || decides(*entry, m_runtime.tenant);
    const SessionEvent event = isProof ? judgement.event : unproven(judgement.event);
    const auto t = domain::next(to.session.state, event);
    if (entry) {
        QJsonObject facts = factsOf(result);
        facts.insert(QStringLiteral("trust"), domain::callbackTrustKey(entry->callback.trust));
        facts.insert(QStringLiteral("decides"), isProof);
        const char *place = t.kind == Transition::Late ? "out-of-order" : t.kind == Transition::Repeat ? "duplicate" : "applied";
        facts.insert(QStringLiteral("place"), isProof || t.kind != Transition::Repeat ? QLatin1String(place) : QLatin1String("hint"));
        to.notes << store::SessionNote{entry->callback.at, QStringLiteral("callback"), facts};
    }
    if (t.kind == Transition::Illegal) {
        auto audit = auditEvent(now, QStringLiteral("verification.result"), QStringLiteral("noted"));
        audit.data.insert(QStringLiteral("word"), result.statusWord);
        to.audit << audit;
        return to;
    }
    if (t.kind == Transition::Repeat && event != SessionEvent::StillOpen && isProof && now.source == (entry ? statusQuery : callback))
        to.session.source = both; // the two sources agree
    if (t.kind == Transition::Move && t.to == SessionState::Provisional) {
        to.session.state = t.to;
        to.session.lastCheckedAt = at;
        auto audit = auditEvent(to.session, QStringLiteral("verification.callback"), QStringLiteral("noted"));
        audit.data.insert(QStringLiteral("trust"), domain::callbackTrustKey(entry->callback.trust));
        to.audit << audit;
        return to;
    }
    if (t.kind == Transition::Move || t.kind == Transition::Dispute)
        writeResult(to, result, judgement, t, entry ? callback : now.state == SessionState::Provisional && t.to == SessionState::Verified ? both : statusQuery);
    return to;
}

Async<Session> Verifier::apply(const core::SessionId &id, const domain::ProviderResult &result, const std::optional<domain::InboxEntry> &entry)
{
    const auto done = m_context.ledger.changeSession(id, [this, result, entry](const Session &now) { return stepFor(now, result, entry); });
    core::whenDone<Session>(done, this, [this](const Result<Session> &s) {
        if (!s || domain::isOpen(s->state))
            return;
        core::killPoint("result-stored");
        settled(*s);
    });
    return done;
}

void Verifier::tickInbox()
{
    if (m_isReadingInbox)
        return;
    m_isReadingInbox = true;
    core::whenDone<QList<domain::InboxEntry>>(m_context.ledger.inbox(m_runtime.tenant.id, QStringLiteral("new")), this, [this](const Result<QList<domain::InboxEntry>> &list) {
        if (!list || list->isEmpty()) {
            m_isReadingInbox = false;
            return;
        }
        for (qsizetype i = 0; i < list->size(); ++i) {
            const domain::InboxEntry &e = list->at(i);
            const bool isLast = i + 1 == list->size();
            core::whenDone<Session>(apply(e.session, e.callback.result, e), this, [this, id = e.session, isLast](const Result<Session> &) {
                core::killPoint("callback-applied");
                // Whatever it said: the status query is asked at once.
                Plan &plan = m_plans[id.str()];
                plan.nextAt = 0;
                plan.pause = std::chrono::milliseconds(0);
                if (isLast) {
                    m_isReadingInbox = false;
                    tick();
                }
            });
        }
    });
}

} // namespace services
