#pragma once
#include "core/async.h"
#include "core/secret.h"
#include "domain/audit.h"
#include <QObject>
#include <QTimer>
#include <functional>

namespace services {

struct Context;

/// What is known of the audit log of this data folder.
struct TrailState
{
    enum Kind {
        Unchecked,  ///< not proved yet since the start
        Checking,
        Whole,      ///< complete and unchanged
        Broken,     ///< `firstBad` says where
    } kind = Unchecked;
    qint64 entries = 0;        ///< proved
    qint64 firstBad = 0;
    QString why;               ///< of Broken: a sentence
    core::Instant checkedAt = 0;
    core::Instant firstAt = 0;
    QByteArray head;
    qint64 signedUpTo = 0;     ///< sequence number of the last signed head that was proved
    core::Instant signedAt = 0;
    QByteArray publicKey;      ///< of this console; empty while it cannot sign
    QString unsignedWhy;       ///< why nothing is signed
    QString rowProblem;        ///< the chain holds, but a session is not what it recorded, or they could not be compared; a sentence
    qint64 rowsProved = 0;     ///< verified sessions that are what the log recorded
    qint64 rowsNotAnchored = 0;///< verified before results were recorded so that a row can be proved
};

/// Proves the audit log in the background, at start and behind every change, and signs its head with a key in the
/// keychain: at the latest ten minutes, or a thousand entries, after it moved. The keychain also remembers the last signed
/// head, so that a log that was cut off or replaced is seen. Nothing is ever repaired. Thread: the GUI's or main.
class AuditTrail : public QObject
{
    Q_OBJECT
public:
    explicit AuditTrail(Context &context, QObject *parent = nullptr);
    /// Goes on by itself until the object dies.
    void watch();
    /// Everything, from the first record on. Progress by changed().
    core::Async<TrailState> verify();
    void cancel()
    {
        ++m_run;
        m_isCancelled = true;
    }
    /// Signs the head now; the proved state afterwards.
    core::Async<TrailState> signNow();
    const TrailState &state() const { return m_state; }
    /// Proves a log that was exported, without the ledger.
    struct FileReport
    {
        qint64 entries = 0, signedUpTo = 0;
        core::Instant firstAt = 0, lastAt = 0, signedAt = 0;
        QByteArray head;
        QString fingerprint;   ///< of the key that signed
        qint64 redacted = 0;   ///< entries without their values
        QString problem;       ///< empty: whole. Otherwise the first thing that does not hold, with its line
    };
    /// `fingerprint`: what the auditor was given on another way; groups and letter case aside. Empty: any key will do.
    static core::Result<FileReport> verifyFile(const QString &path, const QString &fingerprint);

Q_SIGNALS:
    void changed();

private:
    core::Async<core::Unit> loadKey();
    void step(quint64 run, const domain::ChainState &from, const core::Deferred<TrailState> &out);
    void conclude(const domain::ChainState &chain, const core::Deferred<TrailState> &out);
    void breakAt(qint64 sequence, const QString &why);
    void proveRows(const QString &after, std::function<void()> finish);
    void giveUp(const core::Error &error, const core::Deferred<TrailState> &out);
    void tick();
    core::Async<TrailState> signHead();
    Context &m_context;
    TrailState m_state;
    domain::ChainState m_proved;
    core::SecretPtr m_seed;
    bool m_isKeyLoaded = false;
    quint64 m_run = 0;
    bool m_isCancelled = false;
    bool m_isTicking = false;
    QTimer m_timer;
};

} // namespace services
