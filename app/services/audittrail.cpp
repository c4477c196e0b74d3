#include "services/audittrail.h"
#include "services/context.h"
#include "services/signing.h"
#include "store/ledger/ledger.h"
#include "vault/vault.h"
#include <QCryptographicHash>
#include <QFileInfo>
#include <QCoreApplication>
#include <QThreadPool>

namespace services {

using core::Async;
using core::Result;
using core::Unit;
using domain::Checkpoint;

static const QString keyName = QStringLiteral("audit/signing-key");
static constexpr int slice = 20'000;
static constexpr int rowSlice = 2000;
static constexpr qint64 signAfterEntries = 1000;
static constexpr core::Instant signAfter = 10 * core::minuteMs;

// One for each data folder: two logs under one keychain are two memories. The place, not something in the log: a log that
// was put in another's place would bring its own.
static QString anchorName(const QString &dataDir)
{
    const QString place = QFileInfo(dataDir).canonicalFilePath();
    return QStringLiteral("audit/last-signed:") + QString::fromLatin1(QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
}

static QString sayAuditTrail(const char *text) { return QCoreApplication::translate("AuditTrail", text); }

AuditTrail::AuditTrail(Context &context, QObject *parent) : QObject(parent), m_context(context)
{
    connect(&m_timer, &QTimer::timeout, this, &AuditTrail::tick);
}

void AuditTrail::watch()
{
    core::whenDone<TrailState>(verify(), this, [this](const Result<TrailState> &) { m_timer.start(std::chrono::seconds(20)); });
}

// The first console of a data folder makes its key; that it did is an entry of the log.
Async<Unit> AuditTrail::loadKey()
{
    if (m_isKeyLoaded)
        return core::ready<Unit>(core::ok());
    core::Deferred<Unit> out;
    const auto take = [this, out](const core::SecretPtr &seed) {
        const auto key = publicKeyOf(seed);
        m_isKeyLoaded = true;
        if (key) {
            m_seed = seed;
            m_state.publicKey = *key;
            m_state.unsignedWhy.clear();
        } else {
            m_state.unsignedWhy = key.error().text;
        }
        out.resolve(core::ok());
    };
    const auto unsignedFor = [this, out](const core::Error &e) {
        m_state.unsignedWhy = e.text;
        out.resolve(core::ok());
    };
    core::whenDone<core::SecretPtr>(m_context.vault.read(keyName), this, [this, take, unsignedFor](const Result<core::SecretPtr> &known) {
        if (known)
            return take(*known);
        if (known.error().code != core::ErrorCode::NotFound)
            return unsignedFor(known.error());
        const auto seed = newSigningSeed();
        const auto key = seed ? publicKeyOf(*seed) : Result<QByteArray>(seed.error());
        if (!key)
            return unsignedFor(key.error());
        domain::AuditEvent a;
        a.actor = m_context.operatorName;
        a.action = QStringLiteral("audit.key");
        a.outcome = QStringLiteral("done");
        a.data = {{QStringLiteral("fingerprint"), domain::keyFingerprint(*key)}};
        const auto stored = core::andThen<Unit>(m_context.ledger.audit(a), this, [this, seed](Unit) { return m_context.vault.write(keyName, *seed); });
        core::whenDone<Unit>(stored, this, [take, unsignedFor, seed](const core::Status &r) { r ? take(*seed) : unsignedFor(r.error()); });
    });
    return out.future();
}

Async<TrailState> AuditTrail::verify()
{
    core::Deferred<TrailState> out;
    m_state.kind = TrailState::Checking;
    m_state.entries = 0;
    m_isCancelled = false;
    Q_EMIT changed();
    core::whenDone<Unit>(loadKey(), this, [this, out, run = ++m_run](const core::Status &) { step(run, {}, out); });
    return out.future();
}

void AuditTrail::step(quint64 run, const domain::ChainState &from, const core::Deferred<TrailState> &out)
{
    if (run != m_run) {
        if (m_isCancelled) { // else another check took its place
            m_state.kind = TrailState::Unchecked;
            Q_EMIT changed();
        }
        return out.resolve(core::makeError(core::ErrorCode::Cancelled, sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "The check was stopped."))));
    }
    core::whenDone<domain::ChainState>(m_context.ledger.proveAudit(from, slice), this, [this, run, out](const Result<domain::ChainState> &now) {
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

void AuditTrail::breakAt(qint64 sequence, const QString &why)
{
    m_state.kind = TrailState::Broken;
    m_state.firstBad = sequence;
    m_state.why = why;
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
        breakAt(chain.firstBad, sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "Entry %1 was changed, removed or put in after it was written.")).arg(chain.firstBad));
        return finish();
    }
    core::whenDone<QList<Checkpoint>>(m_context.ledger.checkpoints(), this, [this, chain, finish, out](const Result<QList<Checkpoint>> &all) {
        if (!all)
            return giveUp(all.error(), out);
        const QList<Checkpoint> checkpoints = *all;
        core::whenDone<core::SecretPtr>(m_context.vault.read(anchorName(m_context.dataDir)), this, [this, chain, checkpoints, finish, out](const Result<core::SecretPtr> &anchor) {
            if (!anchor && anchor.error().code != core::ErrorCode::NotFound && m_state.unsignedWhy.isEmpty())
                m_state.unsignedWhy = anchor.error().text; // what it remembers could not be compared
            core::whenDone<store::Ledger::AuditHead>(m_context.ledger.auditHead(), this, [this, chain, checkpoints, anchor, finish, out](const Result<store::Ledger::AuditHead> &head) {
                if (head)
                    m_state.firstAt = head->firstAt;
                std::vector<qint64> wanted;
                for (const auto &k : checkpoints)
                    wanted.push_back(k.sequence);
                // The keychain's memory of the last signed head: "sequence hash".
                const QList<QByteArray> remembered = anchor ? (*anchor)->reveal().toByteArray().split(' ') : QList<QByteArray>();
                const qint64 anchored = remembered.size() == 2 ? remembered.first().toLongLong() : 0;
                if (anchored > 0)
                    wanted.push_back(anchored);
                core::whenDone<QList<domain::AuditRecord>>(m_context.ledger.auditBySequence(wanted), this, [this, chain, checkpoints, anchored, remembered, finish, out](const Result<QList<domain::AuditRecord>> &records) {
                    if (!records)
                        return giveUp(records.error(), out);
                    QHash<qint64, QByteArray> hashes;
                    for (const auto &r : *records)
                        hashes.insert(r.sequence, r.hash);
                    if (anchored > 0 && hashes.value(anchored) != QByteArray::fromHex(remembered.last()))
                        breakAt(hashes.contains(anchored) ? anchored : chain.sequence + 1, sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "The keychain remembers another entry %1: the log was replaced or cut off.")).arg(anchored));
                    // Years of signatures are some seconds of arithmetic: not on this thread.
                    core::Deferred<int> firstBad;
                    QThreadPool::globalInstance()->start([checkpoints, hashes, firstBad] {
                        int i = 0;
                        while (i < checkpoints.size() && hashes.value(checkpoints.at(i).sequence) == checkpoints.at(i).hash && isSignedBy(checkpoints.at(i).publicKey, domain::checkpointMessage(checkpoints.at(i)), checkpoints.at(i).signature))
                            ++i;
                        firstBad.resolve(i);
                    });
                    core::whenDone<int>(firstBad.future(), this, [this, chain, checkpoints, hashes, finish](const Result<int> &at) {
                        const int good = at ? *at : 0;
                        if (good > 0) {
                            m_state.signedUpTo = checkpoints.at(good - 1).sequence;
                            m_state.signedAt = checkpoints.at(good - 1).at;
                        }
                        if (good < checkpoints.size()) {
                            const qint64 bad = checkpoints.at(good).sequence;
                            if (bad > chain.sequence && !hashes.contains(bad))
                                breakAt(chain.sequence + 1, sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "Entries are missing at the end: entry %1 was signed and is not there.")).arg(bad));
                            else
                                breakAt(bad, sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "Entry %1 is not the one that was signed.")).arg(bad));
                        }
                        m_state.rowsProved = m_state.rowsNotAnchored = 0;
                        m_state.rowProblem.clear();
                        proveRows({}, finish);
                    });
                });
            });
        });
    });
}

// A log that holds says nothing of rows that were changed beside it: every verified session is compared with its entry.
void AuditTrail::proveRows(const QString &after, std::function<void()> finish)
{
    using Proofs = store::Ledger::RowProofs;
    core::whenDone<Proofs>(m_context.ledger.proveSessions(after, rowSlice), this, [this, finish = std::move(finish)](const Result<Proofs> &found) mutable {
        if (!found) {
            m_state.rowProblem = sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "The sessions cannot be read, so they were not compared with the log."));
            return finish();
        }
        m_state.rowsProved += found->proved;
        m_state.rowsNotAnchored += found->notAnchored;
        if (!found->firstBad.isEmpty() && m_state.rowProblem.isEmpty())
            m_state.rowProblem = sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "Session %1 is not what the log recorded of it: it was changed outside the console.")).arg(found->firstBad);
        if (found->last.isEmpty())
            return finish();
        proveRows(found->last, std::move(finish));
    });
}

// What came since is proved behind what is proved already.
void AuditTrail::tick()
{
    if (m_isTicking || m_state.kind == TrailState::Checking || m_state.kind == TrailState::Broken)
        return;
    m_isTicking = true;
    core::whenDone<domain::ChainState>(m_context.ledger.proveAudit(m_proved, slice), this, [this](const Result<domain::ChainState> &now) {
        m_isTicking = false;
        if (!now || m_state.kind != TrailState::Whole)
            return;
        if (now->firstBad > 0) {
            breakAt(now->firstBad, sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "Entry %1 was changed, removed or put in after it was written.")).arg(now->firstBad));
            return Q_EMIT changed();
        }
        const bool isNews = now->sequence != m_proved.sequence;
        m_proved = *now;
        m_state.entries = now->sequence;
        m_state.head = now->head;
        m_state.checkedAt = m_context.clock->now();
        const qint64 open = now->sequence - m_state.signedUpTo;
        if (open >= signAfterEntries || (open > 0 && m_context.clock->now() - m_state.signedAt >= signAfter))
            core::whenDone<TrailState>(signNow(), this, [](const Result<TrailState> &) {});
        if (isNews)
            Q_EMIT changed();
    });
}

Async<TrailState> AuditTrail::signNow()
{
    // A keychain that was locked at the start may be open by now.
    return core::andThen<Unit>(loadKey(), this, [this](Unit) { return signHead(); });
}

Async<TrailState> AuditTrail::signHead()
{
    core::Deferred<TrailState> out;
    const auto checked = m_state.kind == TrailState::Whole ? core::mapped<TrailState, domain::ChainState>(m_context.ledger.proveAudit(m_proved, 1'000'000), this, [this](const domain::ChainState &now) -> Result<TrailState> {
        if (now.firstBad > 0) {
            breakAt(now.firstBad, sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "Entry %1 was changed, removed or put in after it was written.")).arg(now.firstBad));
            Q_EMIT changed();
        } else {
            m_proved = now;
            m_state.entries = now.sequence;
            m_state.head = now.head;
            m_state.checkedAt = m_context.clock->now();
        }
        return m_state;
    }) : verify();
    core::whenDone<TrailState>(checked, this, [this, out](const Result<TrailState> &state) {
        // What is broken is not signed: the signature says that it was whole.
        if (!state || m_state.kind != TrailState::Whole || !m_seed || m_state.entries == m_state.signedUpTo)
            return out.resolve(state ? Result<TrailState>(m_state) : state);
        Checkpoint k;
        k.sequence = m_state.entries;
        k.hash = m_state.head;
        k.at = m_context.clock->now();
        k.publicKey = m_state.publicKey;
        const auto signature = signatureOf(m_seed, domain::checkpointMessage(k));
        if (!signature)
            return out.resolve(signature.error());
        k.signature = *signature;
        const auto kept = core::andThen<Unit>(m_context.ledger.addCheckpoint(k), this, [this, k](Unit) { return m_context.vault.write(anchorName(m_context.dataDir), core::makeSecret(QByteArray::number(k.sequence) + ' ' + k.hash.toHex())); });
        core::whenDone<Unit>(kept, this, [this, k, out](const core::Status &r) {
            if (r) {
                m_state.signedUpTo = k.sequence;
                m_state.signedAt = k.at;
            }
            Q_EMIT changed();
            r ? out.resolve(m_state) : out.resolve(r.error());
        });
    });
    return out.future();
}

} // namespace services
