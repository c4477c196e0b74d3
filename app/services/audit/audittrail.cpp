#include "services/audit/audittrail.h"
#include "services/audit/signing.h"
#include "services/tenants/context.h"
#include "store/ledger/ledger.h"
#include "vault/vault.h"
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QThreadPool>
#include <limits>

namespace services {

using core::Async;
using core::Result;
using core::Unit;
using domain::ChainHead;
using domain::Checkpoint;

static const QString keyName = QStringLiteral("audit/signing-key");
static constexpr int slice = 20'000;
static constexpr int wholeLog = std::numeric_limits<int>::max();
static constexpr int rowSlice = 2000;
static constexpr qint64 signAfterEntries = 1000;
static constexpr core::Instant signAfter = 10 * core::minuteMs;

// One for each data folder: two logs under one keychain are two memories. The place, not something in the log: a log
// that was put in another's place would bring its own.
static QString anchorName(const QString &dataDir)
{
    const QString place = QFileInfo(dataDir).canonicalFilePath();
    return QStringLiteral("audit/last-signed:") +
           QString::fromLatin1(QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
}

static QString sayAuditTrail(const char *text)
{
    return QCoreApplication::translate("AuditTrail", text);
}

AuditTrail::AuditTrail(Context &context, QObject *parent) : QObject(parent), m_context(context)
{
    connect(&m_timer, &QTimer::timeout, this, &AuditTrail::onTimer);
}

void AuditTrail::watch()
{
    core::whenDone<TrailState>(
        verify(), this, [this](const Result<TrailState> &) { m_timer.start(std::chrono::seconds(20)); });
}

// Where the log was signed by another key before, it came from another computer or keychain: the entry says from which.
domain::AuditEvent AuditTrail::keyEntry(const QByteArray &key, const QList<Checkpoint> &earlier) const
{
    domain::AuditEvent a;
    a.actor = m_context.operatorName;
    a.action = QStringLiteral("audit.key");
    a.outcome = QStringLiteral("done");
    a.data = {{QStringLiteral("fingerprint"), domain::keyFingerprint(key)}};
    if (!earlier.isEmpty()) {
        a.data.insert(QStringLiteral("before"), domain::keyFingerprint(earlier.last().publicKey));
        a.data.insert(QStringLiteral("signedUpTo"), earlier.last().sequence);
    }
    return a;
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
    core::whenDone<core::SecretPtr>(
        m_context.vault.read(keyName), this, [this, take, unsignedFor](const Result<core::SecretPtr> &known) {
            if (known)
                return take(*known);
            if (known.error().code != core::ErrorCode::NotFound)
                return unsignedFor(known.error());
            const auto seed = newSigningSeed();
            const auto key = seed ? publicKeyOf(*seed) : Result<QByteArray>(seed.error());
            if (!key)
                return unsignedFor(key.error());
            const auto recorded = core::andThen<QList<Checkpoint>>(
                m_context.ledger.checkpoints(), this, [this, key](const QList<Checkpoint> &earlier) {
                    return m_context.ledger.audit(keyEntry(*key, earlier));
                });
            const auto stored = core::andThen<Unit>(
                recorded, this, [this, seed](Unit) { return m_context.vault.write(keyName, *seed); });
            core::whenDone<Unit>(stored, this, [this, take, unsignedFor, seed](const core::Status &r) {
                m_hasMadeKey = bool(r);
                r ? take(*seed) : unsignedFor(r.error());
            });
        });
    return out.future();
}

Async<std::optional<ChainHead>> AuditTrail::remembered()
{
    core::Deferred<std::optional<ChainHead>> out;
    core::whenDone<core::SecretPtr>(
        m_context.vault.read(anchorName(m_context.dataDir)), this, [out](const Result<core::SecretPtr> &kept) {
            if (!kept)
                return kept.error().code == core::ErrorCode::NotFound ? out.resolve(std::optional<ChainHead>())
                                                                      : out.resolve(kept.error());
            // "sequence hash"
            const auto head = domain::chainHeadFromText(
                QString::fromLatin1((*kept)->reveal().toByteArray()).replace(QLatin1Char(' '), QLatin1Char(':')));
            if (!head)
                return out.resolve(core::makeError(core::ErrorCode::Storage,
                    sayAuditTrail(
                        QT_TRANSLATE_NOOP("AuditTrail", "What the keychain remembers of this log cannot be read."))));
            out.resolve(std::optional<ChainHead>(*head));
        });
    return out.future();
}

// Several programs at once: what a later one remembered stays.
Async<Unit> AuditTrail::keep(const ChainHead &head)
{
    return core::andThen<std::optional<ChainHead>>(
        remembered(), this, [this, head](const std::optional<ChainHead> &known) {
            return known && known->sequence >= head.sequence ? core::ready<Unit>(core::ok()) : rememberInstead(head);
        });
}

Async<Unit> AuditTrail::rememberInstead(const ChainHead &head)
{
    return m_context.vault.write(
        anchorName(m_context.dataDir), core::makeSecret(QByteArray::number(head.sequence) + ' ' + head.hash.toHex()));
}

Async<Unit> AuditTrail::remember()
{
    using Known = std::optional<ChainHead>;
    const auto keepBehind = [this](const domain::ChainState &from) {
        return core::andThen<domain::ChainState>(
            m_context.ledger.proveAudit(from, wholeLog), this, [this](const domain::ChainState &now) {
                return now.firstBad > 0 || now.sequence == 0 ? core::ready<Unit>(core::ok())
                                                             : keep({now.sequence, now.head});
            });
    };
    return core::andThen<Known>(remembered(), this, [this, keepBehind](const Known &known) {
        if (known)
            return keepBehind({known->sequence, known->hash});
        // Nothing is remembered of a log that was signed before: that is for verify() to say.
        return core::andThen<QList<Checkpoint>>(
            m_context.ledger.checkpoints(), this, [keepBehind](const QList<Checkpoint> &earlier) {
                return earlier.isEmpty() ? keepBehind({}) : core::ready<Unit>(core::ok());
            });
    });
}

Result<QByteArray> AuditTrail::signature(const QByteArray &message) const
{
    if (!m_seed)
        return core::makeError(core::ErrorCode::Conflict, m_state.unsignedWhy);
    return signatureOf(m_seed, message);
}

Async<TrailState> AuditTrail::verify(const std::optional<ChainHead> &atLeast)
{
    core::Deferred<TrailState> out;
    m_atLeast = atLeast;
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
        return out.resolve(core::makeError(
            core::ErrorCode::Cancelled, sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "The check was stopped."))));
    }
    core::whenDone<domain::ChainState>(
        m_context.ledger.proveAudit(from, slice), this, [this, run, out](const Result<domain::ChainState> &now) {
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
        breakAt(chain.firstBad, sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail",
                                                  "Entry %1 was changed, removed or put in after it was written."))
                                    .arg(chain.firstBad));
        return finish();
    }
    auto seen = std::make_shared<Compared>();
    using Known = std::optional<ChainHead>;
    core::Deferred<Unit> asked; // the keychain may not answer: that is a finding, no failure
    core::whenDone<Known>(remembered(), this, [this, seen, asked](const Result<Known> &known) {
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
    const auto signedHeads =
        core::andThen<Unit>(asked.future(), this, [this](Unit) { return m_context.ledger.checkpoints(); });
    const auto head = core::andThen<QList<Checkpoint>>(signedHeads, this, [this, seen](const QList<Checkpoint> &all) {
        seen->checkpoints = all;
        return m_context.ledger.auditHead();
    });
    const auto entries =
        core::andThen<store::Ledger::AuditHead>(head, this, [this, seen](const store::Ledger::AuditHead &h) {
            m_state.firstAt = h.firstAt;
            std::vector<qint64> wanted;
            for (const auto &k : seen->checkpoints)
                wanted.push_back(k.sequence);
            for (const auto &known : {seen->remembered, m_atLeast}) {
                if (known)
                    wanted.push_back(known->sequence);
            }
            return m_context.ledger.auditBySequence(wanted);
        });
    core::whenDone<QList<domain::AuditRecord>>(
        entries, this, [this, chain, seen, finish, out](const Result<QList<domain::AuditRecord>> &records) {
            if (!records)
                return giveUp(records.error(), out);
            for (const auto &r : *records)
                seen->hashes.insert(r.sequence, r.hash);
            compareSignatures(chain, seen, finish);
        });
}

// Years of signatures are some seconds of arithmetic: not on this thread.
void AuditTrail::compareSignatures(
    const domain::ChainState &chain, const std::shared_ptr<Compared> &seen, const std::function<void()> &finish)
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
    core::whenDone<int>(firstBad.future(), this, [this, chain, seen, finish](const Result<int> &at) {
        const int good = at ? *at : 0;
        m_state.signedUpTo = good > 0 ? seen->checkpoints.at(good - 1).sequence : 0;
        m_state.signedAt = good > 0 ? seen->checkpoints.at(good - 1).at : 0;
        compareMemories(chain, *seen);
        if (good < seen->checkpoints.size()) {
            const qint64 bad = seen->checkpoints.at(good).sequence;
            if (bad > chain.sequence && !seen->hashes.contains(bad))
                breakAt(chain.sequence + 1,
                    sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail",
                                      "Entries are missing at the end: entry %1 was signed and is not there."))
                        .arg(bad));
            else
                breakAt(bad, sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "Entry %1 is not the one that was signed."))
                                 .arg(bad));
        }
        m_state.rowsProved = m_state.rowsNotAnchored = 0;
        m_state.rowProblem.clear();
        proveRows({}, finish);
    });
}

// What is remembered elsewhere has to be in the log: else it is another one, or was cut off.
void AuditTrail::compareMemories(const domain::ChainState &chain, const Compared &seen)
{
    m_state.anchoredUpTo = 0;
    const auto compare = [this, &chain, &seen](const std::optional<ChainHead> &known, const QString &problem) {
        if (!known)
            return;
        if (seen.hashes.value(known->sequence) == known->hash)
            m_state.anchoredUpTo = std::max(m_state.anchoredUpTo, known->sequence);
        else
            breakAt(seen.hashes.contains(known->sequence) ? known->sequence : chain.sequence + 1,
                problem.arg(known->sequence));
    };
    compare(seen.remembered, sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail",
                                 "The keychain remembers another entry %1: the log was replaced or cut off.")));
    compare(m_atLeast, sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail",
                           "Entry %1 is not the one of the head that was given: the log was replaced or cut off.")));
    // Born here: its first entry is the making of this key, a moment ago.
    if (m_hasMadeKey && chain.sequence == 1 && !seen.remembered) {
        m_state.anchoredUpTo = 1;
        core::whenDone<Unit>(keep({1, chain.head}), this, [](const core::Status &) {});
    }
    if (m_state.anchoredUpTo > 0)
        m_state.notAnchoredWhy.clear();
}

// A log that holds says nothing of rows that were changed beside it: every verified session is compared with its entry.
void AuditTrail::proveRows(const QString &after, std::function<void()> finish)
{
    using Proofs = store::Ledger::RowProofs;
    core::whenDone<Proofs>(m_context.ledger.proveSessions(after, rowSlice), this,
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

// What came since is proved behind what is proved already.
void AuditTrail::onTimer()
{
    if (m_isTicking || m_state.kind == TrailState::Checking || m_state.kind == TrailState::Broken)
        return;
    m_isTicking = true;
    core::whenDone<domain::ChainState>(
        m_context.ledger.proveAudit(m_proved, slice), this, [this](const Result<domain::ChainState> &now) {
            m_isTicking = false;
            if (!now || m_state.kind != TrailState::Whole)
                return;
            if (now->firstBad > 0) {
                breakAt(
                    now->firstBad, sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail",
                                                     "Entry %1 was changed, removed or put in after it was written."))
                                       .arg(now->firstBad));
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
            if (isNews && m_state.anchoredUpTo > 0)
                core::whenDone<Unit>(
                    keep({now->sequence, now->head}), this, [this, upTo = now->sequence](const core::Status &kept) {
                        m_state.anchoredUpTo = kept ? std::max(m_state.anchoredUpTo, upTo) : m_state.anchoredUpTo;
                        Q_EMIT changed();
                    });
            if (isNews)
                Q_EMIT changed();
        });
}

Async<TrailState> AuditTrail::signNow()
{
    // A keychain that was locked at the start may be open by now.
    return core::andThen<Unit>(core::andThen<Unit>(loadKey(), this, [this](Unit) { return sayOtherKey(); }), this,
        [this](Unit) { return signHead(); });
}

// A folder that came from another computer to one that has a key already: that this key signs from here is an entry.
Async<Unit> AuditTrail::sayOtherKey()
{
    if (!m_seed || m_hasMadeKey)
        return core::ready<Unit>(core::ok());
    return core::andThen<QList<Checkpoint>>(
        m_context.ledger.checkpoints(), this, [this](const QList<Checkpoint> &earlier) {
            if (earlier.isEmpty() || earlier.last().publicKey == m_state.publicKey)
                return core::ready<Unit>(core::ok());
            domain::AuditEvent a = keyEntry(m_state.publicKey, earlier);
            a.action = QStringLiteral("audit.key-changed");
            return m_context.ledger.audit(a);
        });
}

Async<TrailState> AuditTrail::signHead()
{
    core::Deferred<TrailState> out;
    const auto checked =
        m_state.kind == TrailState::Whole
            ? core::mapped<TrailState, domain::ChainState>(m_context.ledger.proveAudit(m_proved, wholeLog), this,
                  [this](const domain::ChainState &now) -> Result<TrailState> {
                      if (now.firstBad > 0) {
                          breakAt(now.firstBad,
                              sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail",
                                                "Entry %1 was changed, removed or put in after it was written."))
                                  .arg(now.firstBad));
                          Q_EMIT changed();
                      } else {
                          m_proved = now;
                          m_state.entries = now.sequence;
                          m_state.head = now.head;
                          m_state.checkedAt = m_context.clock->now();
                      }
                      return m_state;
                  })
            : verify();
    core::whenDone<TrailState>(checked, this, [this, out](const Result<TrailState> &state) {
        // What is broken is not signed: the signature says that it was whole.
        const bool isKept = m_state.entries == m_state.signedUpTo && m_state.entries == m_state.anchoredUpTo;
        if (!state || m_state.kind != TrailState::Whole || !m_seed || isKept)
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
        const auto kept = core::andThen<Unit>(m_context.ledger.addCheckpoint(k), this, [this, k](Unit) {
            return keep({k.sequence, k.hash});
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
    });
    return out.future();
}

} // namespace services
