#include "services/audit/audittrail.h"
#include "core/logfailure.h"
#include "services/audit/trailtext.h"
#include "services/tenants/context.h"
#include "services/tenants/internal/stores.h"
#include <limits>

namespace services {

using core::Async;
using core::Result;
using core::Unit;
using domain::ChainHead;
using domain::Checkpoint;

static constexpr int slice = 20'000;
static constexpr int wholeLog = std::numeric_limits<int>::max();
static constexpr qint64 signAfterEntries = 1000;
static constexpr core::Instant signAfter = 10 * core::minuteMs;

// The chain itself does not hold there.
static QString changedEntry(qint64 sequence)
{
    return sayAuditTrail(
        QT_TRANSLATE_NOOP("AuditTrail", "Entry %1 was changed, removed or put in after it was written."))
        .arg(sequence);
}

AuditTrail::AuditTrail(Context &context, QObject *parent)
    : QObject(parent), m_context(context), m_key(context, m_state), m_memory(context),
      m_comparison(context, m_state, m_memory, m_key)
{
    connect(&m_timer, &QTimer::timeout, this, &AuditTrail::onTimer);
}

void AuditTrail::watch()
{
    // Whatever it ends with stands in state().
    core::whenDone<TrailState>(
        verify(), this, [this](const Result<TrailState> &) { m_timer.start(std::chrono::seconds(20)); });
}

Async<std::optional<ChainHead>> AuditTrail::remembered()
{
    return m_memory.remembered();
}

Async<Unit> AuditTrail::rememberInstead(const ChainHead &head)
{
    return m_memory.replace(head);
}

Async<Unit> AuditTrail::remember()
{
    using Known = std::optional<ChainHead>;
    const auto keepBehind = [this](const domain::ChainState &from) {
        return core::andThen<domain::ChainState>(
            m_context.ledger->audit().prove(from, wholeLog), this, [this](const domain::ChainState &now) {
                return now.firstBad > 0 || now.sequence == 0 ? core::ready<Unit>(core::ok())
                                                             : m_memory.keep({now.sequence, now.head});
            });
    };
    return core::andThen<Known>(remembered(), this, [this, keepBehind](const Known &known) {
        if (known)
            return keepBehind({known->sequence, known->hash});
        // Nothing is remembered of a log that was signed before: that is for verify() to say.
        return core::andThen<QList<Checkpoint>>(
            m_context.ledger->audit().checkpoints(), this, [keepBehind](const QList<Checkpoint> &earlier) {
                return earlier.isEmpty() ? keepBehind({}) : core::ready<Unit>(core::ok());
            });
    });
}

Result<QByteArray> AuditTrail::signature(const QByteArray &message) const
{
    return m_key.signature(message);
}

Async<TrailState> AuditTrail::verify(const std::optional<ChainHead> &atLeast)
{
    core::Deferred<TrailState> out;
    m_comparison.expect(atLeast);
    m_state.kind = TrailState::Checking;
    m_state.entries = 0;
    m_isCancelled = false;
    Q_EMIT changed();
    // Without a key the chain is proved all the same; that it is not signed is said by its end.
    core::whenDone<Unit>(m_key.load(), this, [this, out, run = ++m_run](const core::Status &) { step(run, {}, out); });
    return out.future();
}

void AuditTrail::step(quint64 run, const domain::ChainState &from, const core::Deferred<TrailState> &out)
{
    if (run != m_run) {
        if (m_isCancelled) { // else another check took its place
            m_state.kind = TrailState::Unchecked;
            Q_EMIT changed();
        }
        return out.resolve(core::makeError(
            core::ErrorCode::Cancelled, sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "The check was stopped."))));
    }
    core::whenDone<domain::ChainState>(
        m_context.ledger->audit().prove(from, slice), this, [this, run, out](const Result<domain::ChainState> &now) {
            if (!now)
                return giveUp(now.error(), out);
            m_state.entries = now->sequence;
            if (now->firstBad == 0 && !now->isAtEnd) {
                Q_EMIT changed();
                return step(run, *now, out);
            }
            conclude(*now, out);
        });
}

// Nothing is known: that is no verdict.
void AuditTrail::giveUp(const core::Error &error, const core::Deferred<TrailState> &out)
{
    m_state.kind = TrailState::Unchecked;
    Q_EMIT changed();
    out.resolve(error);
}

// The chain holds in itself; it also has to be the one that was signed.
void AuditTrail::conclude(const domain::ChainState &chain, const core::Deferred<TrailState> &out)
{
    m_proved = chain;
    m_state.head = chain.head;
    m_state.checkedAt = m_context.clock->now();
    m_state.firstBad = 0;
    m_state.why.clear();
    // Until everything was compared it is being checked: nothing is signed meanwhile.
    const auto finish = [this, out] {
        if (m_state.kind == TrailState::Checking)
            m_state.kind = TrailState::Whole;
        Q_EMIT changed();
        out.resolve(m_state);
    };
    if (chain.firstBad > 0) {
        m_state.breakAt(chain.firstBad, changedEntry(chain.firstBad));
        return finish();
    }
    m_comparison.run(chain, [this, finish, out](const core::Status &r) { r ? finish() : giveUp(r.error(), out); });
}

// What came since is proved behind what is proved already.
void AuditTrail::onTimer()
{
    if (m_isTicking || m_state.kind == TrailState::Checking || m_state.kind == TrailState::Broken)
        return;
    m_isTicking = true;
    core::whenDone<domain::ChainState>(
        m_context.ledger->audit().prove(m_proved, slice), this, [this](const Result<domain::ChainState> &now) {
            m_isTicking = false;
            if (!now || m_state.kind != TrailState::Whole)
                return;
            if (now->firstBad > 0) {
                m_state.breakAt(now->firstBad, changedEntry(now->firstBad));
                return Q_EMIT changed();
            }
            takeNews(*now);
        });
}

void AuditTrail::takeNews(const domain::ChainState &now)
{
    const bool isNews = now.sequence != m_proved.sequence;
    m_proved = now;
    m_state.entries = now.sequence;
    m_state.head = now.head;
    m_state.checkedAt = m_context.clock->now();
    const qint64 open = now.sequence - m_state.signedUpTo;
    if (open >= signAfterEntries || (open > 0 && m_context.clock->now() - m_state.signedAt >= signAfter))
        core::logFailure(signNow(), this, lcService, "The audit log could not be signed.");
    if (isNews && m_state.anchoredUpTo > 0)
        core::whenDone<Unit>(
            m_memory.keep({now.sequence, now.head}), this, [this, upTo = now.sequence](const core::Status &kept) {
                m_state.anchoredUpTo = kept ? std::max(m_state.anchoredUpTo, upTo) : m_state.anchoredUpTo;
                Q_EMIT changed();
            });
    if (isNews)
        Q_EMIT changed();
}

Async<TrailState> AuditTrail::signNow()
{
    // A keychain that was locked at the start may be open by now.
    return core::andThen<Unit>(core::andThen<Unit>(m_key.load(), this, [this](Unit) { return m_key.recordChange(); }),
        this, [this](Unit) { return signHead(); });
}

Async<TrailState> AuditTrail::proveAgain()
{
    return core::mapped<TrailState, domain::ChainState>(m_context.ledger->audit().prove(m_proved, wholeLog), this,
        [this](const domain::ChainState &now) -> Result<TrailState> {
            if (now.firstBad > 0) {
                m_state.breakAt(now.firstBad, changedEntry(now.firstBad));
                Q_EMIT changed();
            } else {
                m_proved = now;
                m_state.entries = now.sequence;
                m_state.head = now.head;
                m_state.checkedAt = m_context.clock->now();
            }
            return m_state;
        });
}

Async<TrailState> AuditTrail::signHead()
{
    core::Deferred<TrailState> out;
    const auto checked = m_state.kind == TrailState::Whole ? proveAgain() : verify();
    core::whenDone<TrailState>(checked, this, [this, out](const Result<TrailState> &state) {
        // What is broken is not signed: the signature says that it was whole.
        const bool isKept = m_state.entries == m_state.signedUpTo && m_state.entries == m_state.anchoredUpTo;
        if (!state || m_state.kind != TrailState::Whole || !m_key.isThere() || isKept)
            return out.resolve(state ? Result<TrailState>(m_state) : state);
        signProved(out);
    });
    return out.future();
}

void AuditTrail::signProved(const core::Deferred<TrailState> &out)
{
    Checkpoint k;
    k.sequence = m_state.entries;
    k.hash = m_state.head;
    k.at = m_context.clock->now();
    k.publicKey = m_state.publicKey;
    const auto signature = m_key.signature(domain::checkpointMessage(k));
    if (!signature)
        return out.resolve(signature.error());
    k.signature = *signature;
    const auto kept = core::andThen<Unit>(m_context.ledger->audit().addCheckpoint(k), this, [this, k](Unit) {
        return m_memory.keep({k.sequence, k.hash});
    });
    core::whenDone<Unit>(kept, this, [this, k, out](const core::Status &r) {
        if (r) {
            m_state.signedUpTo = k.sequence;
            m_state.signedAt = k.at;
            m_state.anchoredUpTo =
                m_state.anchoredUpTo > 0 ? k.sequence : 0; // what was never compared is not vouched for by now
        }
        Q_EMIT changed();
        r ? out.resolve(m_state) : out.resolve(r.error());
    });
}

} // namespace services
