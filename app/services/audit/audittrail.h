#pragma once
#include "core/async.h"
#include "core/secret.h"
#include "domain/audit/audit.h"
#include <QHash>
#include <QObject>
#include <QTimer>
#include <functional>
#include <optional>

namespace services {

struct Context;

/// What is known of the audit log of this data folder.
struct TrailState
{
    enum Kind {
        Unchecked, ///< not proved yet since the start
        Checking,
        Whole,  ///< it hangs together, and is what was signed and remembered; `anchoredUpTo` says how far
        Broken, ///< `firstBad` says where
    } kind = Unchecked;
    qint64 entries = 0; ///< proved
    qint64 firstBad = 0;
    QString why; ///< of Broken: a sentence
    core::Instant checkedAt = 0;
    core::Instant firstAt = 0;
    QByteArray head;
    qint64 signedUpTo = 0; ///< sequence number of the last signed head that was proved
    core::Instant signedAt = 0;
    QByteArray publicKey;    ///< of this console; empty while it cannot sign
    QString unsignedWhy;     ///< why nothing is signed
    qint64 anchoredUpTo = 0; ///< the last entry that is remembered elsewhere (keychain, a report) and is still the same
    QString notAnchoredWhy;  ///< why nothing remembers the log: cut off or exchanged as a whole, it would look the same
    QString rowProblem;    ///< the chain holds, but a session is not what it recorded, or they could not be compared; a
                           ///< sentence
    qint64 rowsProved = 0; ///< verified sessions that are what the log recorded
    qint64 rowsNotAnchored = 0; ///< verified before results were recorded so that a row can be proved
};

/// Proves the audit log in the background, at start and behind every change, and signs its head with a key in the
/// keychain: at the latest ten minutes, or a thousand entries, after it moved. The keychain also remembers the last
/// head that was proved, so that a log that was cut off or replaced is seen. Nothing is ever repaired. Thread: the
/// GUI's or main.
class AuditTrail : public QObject
{
    Q_OBJECT
public:
    explicit AuditTrail(Context &context, QObject *parent = nullptr);
    /// Goes on by itself until the object dies.
    void watch();
    /// Everything, from the first record on. Progress by changed(). `atLeast`: an entry that it has to hold, from a
    /// report.
    core::Async<TrailState> verify(const std::optional<domain::ChainHead> &atLeast = std::nullopt);
    /// For a program that ends: proves what came behind what the keychain remembers, signs it where that is due, and
    /// lets the keychain remember it. Without a memory nothing happens: the first is made by verify() and signNow().
    core::Async<core::Unit> remember();
    void cancel()
    {
        ++m_run;
        m_isCancelled = true;
    }
    /// Signs the head now; the proved state afterwards.
    core::Async<TrailState> signNow();
    const TrailState &state() const { return m_state; }
    /// What the keychain remembers of this data folder's log; none: nothing. An error where it cannot be asked or read.
    core::Async<std::optional<domain::ChainHead>> remembered();
    /// For a log that was put in the place of another, and says so in an entry: what was remembered is forgotten.
    core::Async<core::Unit> rememberInstead(const domain::ChainHead &head);
    /// Over what this console hands out; Conflict where there is no key.
    core::Result<QByteArray> signature(const QByteArray &message) const;

Q_SIGNALS:
    void changed();

private:
    core::Async<core::Unit> loadKey();
    core::Async<core::Unit> sayOtherKey();
    void step(quint64 run, const domain::ChainState &from, const core::Deferred<TrailState> &out);
    /// What the whole chain is compared with, once it was read.
    struct Compared
    {
        QList<domain::Checkpoint> checkpoints;
        std::optional<domain::ChainHead> remembered;
        QHash<qint64, QByteArray> hashes; ///< of the entries that one of them names
    };
    domain::AuditEvent keyEntry(const QByteArray &key, const QList<domain::Checkpoint> &earlier) const;
    void compareSignatures(
        const domain::ChainState &chain, const std::shared_ptr<Compared> &seen, const std::function<void()> &finish);
    void compareMemories(const domain::ChainState &chain, const Compared &seen);
    void conclude(const domain::ChainState &chain, const core::Deferred<TrailState> &out);
    void breakAt(qint64 sequence, const QString &why);
    void proveRows(const QString &after, std::function<void()> finish);
    void giveUp(const core::Error &error, const core::Deferred<TrailState> &out);
    void onTimer();
    core::Async<TrailState> signHead();
    core::Async<core::Unit> keep(const domain::ChainHead &head);
    Context &m_context;
    TrailState m_state;
    domain::ChainState m_proved;
    std::optional<domain::ChainHead> m_atLeast;
    core::SecretPtr m_seed;
    bool m_isKeyLoaded = false;
    bool m_hasMadeKey = false; ///< by this object
    quint64 m_run = 0;
    bool m_isCancelled = false;
    bool m_isTicking = false;
    QTimer m_timer;
};

} // namespace services
