#pragma once
#include "core/async.h"
#include "domain/audit/audit.h"
#include "services/audit/trailcomparison.h"
#include "services/audit/trailkey.h"
#include "services/audit/trailmemory.h"
#include "services/audit/trailverdict.h"
#include <QObject>
#include <QTimer>
#include <optional>

namespace services {

struct Context;

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
    void step(quint64 run, const domain::ChainState &from, const core::Deferred<TrailState> &out);
    void conclude(const domain::ChainState &chain, const core::Deferred<TrailState> &out);
    void giveUp(const core::Error &error, const core::Deferred<TrailState> &out);
    void onTimer();
    void takeNews(const domain::ChainState &now);
    core::Async<TrailState> signHead();
    core::Async<TrailState> proveAgain();
    void signProved(const core::Deferred<TrailState> &out);
    Context &m_context;
    TrailState m_state;
    TrailKey m_key;
    TrailMemory m_memory;
    TrailComparison m_comparison;
    domain::ChainState m_proved;
    quint64 m_run = 0;
    bool m_isCancelled = false;
    bool m_isTicking = false;
    QTimer m_timer;
};

} // namespace services
