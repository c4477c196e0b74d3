#include "services/audit/trailcomparison.h"
#include "core/logfailure.h"
#include "services/audit/signing.h"
#include "services/audit/trailkey.h"
#include "services/audit/trailmemory.h"
#include "services/audit/trailtext.h"
#include "services/audit/trailverdict.h"
#include "services/tenants/context.h"
#include "services/tenants/internal/stores.h"
#include <QThreadPool>
#include <algorithm>
#include <vector>

namespace services {

using core::Async;
using core::Result;
using core::Unit;
using domain::ChainHead;
using domain::Checkpoint;

static constexpr int rowSlice = 2000;

TrailComparison::TrailComparison(
    Context &context, TrailState &state, TrailMemory &memory, const TrailKey &key, QObject *parent)
    : QObject(parent), m_context(context), m_state(state), m_memory(memory), m_key(key)
{
}

TrailComparison::~TrailComparison() = default;

void TrailComparison::run(const domain::ChainState &chain, const std::function<void(const core::Status &)> &done)
{
    auto seen = std::make_shared<Compared>();
    seen->chain = chain;
    seen->done = done;
    const auto signedHeads =
        core::andThen<Unit>(askMemory(seen), this, [this](Unit) { return m_context.ledger->audit().checkpoints(); });
    const auto entries =
        core::andThen<QList<Checkpoint>>(signedHeads, this, [this, seen](const QList<Checkpoint> &all) {
            seen->checkpoints = all;
            return readNamed(seen);
        });
    core::whenDone<QList<domain::AuditRecord>>(
        entries, this, [this, seen](const Result<QList<domain::AuditRecord>> &records) {
            if (!records)
                return seen->done(records.error());
            for (const auto &r : *records)
                seen->hashes.insert(r.sequence, r.hash);
            compareSignatures(seen);
        });
}

// The keychain may not answer: that is a finding, no failure.
Async<Unit> TrailComparison::askMemory(const std::shared_ptr<Compared> &seen)
{
    using Known = std::optional<ChainHead>;
    core::Deferred<Unit> asked;
    core::whenDone<Known>(m_memory.remembered(), this, [this, seen, asked](const Result<Known> &known) {
        m_state.notAnchoredWhy.clear();
        if (known && *known)
            seen->remembered = **known;
        else
            m_state.notAnchoredWhy =
                known ? sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail",
                            "The keychain of this computer remembers no earlier state of it. Make sure who could write "
                            "it, then let it be signed and remembered: idvctl audit sign."))
                      : known.error().text;
        asked.resolve(core::ok());
    });
    return asked.future();
}

Async<QList<domain::AuditRecord>> TrailComparison::readNamed(const std::shared_ptr<Compared> &seen)
{
    return core::andThen<store::AuditHead>(
        m_context.ledger->audit().head(), this, [this, seen](const store::AuditHead &h) {
            m_state.firstAt = h.firstAt;
            std::vector<qint64> wanted;
            for (const auto &k : seen->checkpoints)
                wanted.push_back(k.sequence);
            for (const auto &known : {seen->remembered, m_atLeast}) {
                if (known)
                    wanted.push_back(known->sequence);
            }
            return m_context.ledger->audit().bySequence(wanted);
        });
}

// Years of signatures are some seconds of arithmetic: not on this thread.
void TrailComparison::compareSignatures(const std::shared_ptr<Compared> &seen)
{
    core::Deferred<int> firstBad;
    QThreadPool::globalInstance()->start([seen, firstBad] {
        const auto &all = seen->checkpoints;
        int i = 0;
        while (i < all.size() && seen->hashes.value(all.at(i).sequence) == all.at(i).hash &&
               isSignedBy(all.at(i).publicKey, domain::checkpointMessage(all.at(i)), all.at(i).signature))
            ++i;
        firstBad.resolve(i);
    });
    core::whenDone<int>(firstBad.future(), this, [this, seen](const Result<int> &at) {
        noteSignatures(*seen, at ? *at : 0);
        m_state.rowsProved = m_state.rowsNotAnchored = 0;
        m_state.rowProblem.clear();
        proveRows({}, [seen] { seen->done(core::ok()); });
    });
}

// `good`: so many of the signed heads hold, from the first one on.
void TrailComparison::noteSignatures(const Compared &seen, int good)
{
    m_state.signedUpTo = good > 0 ? seen.checkpoints.at(good - 1).sequence : 0;
    m_state.signedAt = good > 0 ? seen.checkpoints.at(good - 1).at : 0;
    compareMemories(seen);
    if (good >= seen.checkpoints.size())
        return;
    const qint64 bad = seen.checkpoints.at(good).sequence;
    if (bad > seen.chain.sequence && !seen.hashes.contains(bad))
        m_state.breakAt(seen.chain.sequence + 1,
            sayAuditTrail(QT_TRANSLATE_NOOP(
                              "AuditTrail", "Entries are missing at the end: entry %1 was signed and is not there."))
                .arg(bad));
    else
        m_state.breakAt(
            bad, sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "Entry %1 is not the one that was signed.")).arg(bad));
}

void TrailComparison::compareMemory(const Compared &seen, const std::optional<ChainHead> &known, const QString &problem)
{
    if (!known)
        return;
    if (seen.hashes.value(known->sequence) == known->hash)
        m_state.anchoredUpTo = std::max(m_state.anchoredUpTo, known->sequence);
    else
        m_state.breakAt(seen.hashes.contains(known->sequence) ? known->sequence : seen.chain.sequence + 1,
            problem.arg(known->sequence));
}

// What is remembered elsewhere has to be in the log: else it is another one, or was cut off.
void TrailComparison::compareMemories(const Compared &seen)
{
    m_state.anchoredUpTo = 0;
    compareMemory(seen, seen.remembered,
        sayAuditTrail(QT_TRANSLATE_NOOP(
            "AuditTrail", "The keychain remembers another entry %1: the log was replaced or cut off.")));
    compareMemory(seen, m_atLeast,
        sayAuditTrail(QT_TRANSLATE_NOOP(
            "AuditTrail", "Entry %1 is not the one of the head that was given: the log was replaced or cut off.")));
    // Born here: its first entry is the making of this key, a moment ago.
    if (m_key.wasMade() && seen.chain.sequence == 1 && !seen.remembered) {
        m_state.anchoredUpTo = 1;
        core::logFailure(m_memory.keep({1, seen.chain.head}), this, lcService,
            "The first entry of the log could not be remembered outside of it.");
    }
    if (m_state.anchoredUpTo > 0)
        m_state.notAnchoredWhy.clear();
}

// A log that holds says nothing of rows that were changed beside it: every verified session is compared with its entry.
void TrailComparison::proveRows(const QString &after, std::function<void()> finish)
{
    using Proofs = store::RowProofs;
    core::whenDone<Proofs>(m_context.ledger->sessions().prove(after, rowSlice), this,
        [this, finish = std::move(finish)](const Result<Proofs> &found) mutable {
            if (!found) {
                m_state.rowProblem = sayAuditTrail(QT_TRANSLATE_NOOP(
                    "AuditTrail", "The sessions cannot be read, so they were not compared with the log."));
                return finish();
            }
            m_state.rowsProved += found->proved;
            m_state.rowsNotAnchored += found->notAnchored;
            if (!found->firstBad.isEmpty() && m_state.rowProblem.isEmpty())
                m_state.rowProblem = sayAuditTrail(
                    QT_TRANSLATE_NOOP("AuditTrail",
                        "Session %1 is not what the log recorded of it: it was changed outside the console."))
                                         .arg(found->firstBad);
            if (found->last.isEmpty())
                return finish();
            proveRows(found->last, std::move(finish));
        });
}

} // namespace services
