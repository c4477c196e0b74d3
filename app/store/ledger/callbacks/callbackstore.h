#pragma once
#include "core/async.h"
#include "core/clock.h"
#include "core/ids.h"
#include "domain/audit/audit.h"
#include "domain/callbacks/callbackrecord.h"
#include <QObject>
#include <atomic>
#include <functional>

namespace store {

class LedgerFile;

/// The inbox of callbacks. Signals come on the object's thread.
class CallbackStore : public QObject
{
    Q_OBJECT
public:
    explicit CallbackStore(LedgerFile &file) : m_file(file) {}
    /// One transaction for all: after `done` each is durable. Replays are Duplicate; what belongs to no session of
    /// ours, or carries a wrong nonce, is Unmatched. Thread-safe; `done` is called on the worker.
    void store(QList<domain::Callback> callbacks, std::function<void(QList<domain::CallbackVerdict>)> done);
    /// Oldest first.
    core::Async<QList<domain::InboxEntry>> inState(const core::TenantId &tenant, const QString &state, int limit = 200);
    core::Async<QList<domain::InboxEntry>> of(const core::SessionId &session);
    core::Async<domain::InboxEntry> callback(const core::TenantId &tenant, qint64 sequence);
    /// Conflict when the entry is no longer in state `from`.
    core::Async<core::Unit> finalize(
        qint64 sequence, const QString &from, const QString &to, const domain::AuditEvent &audit);
    /// Forgets finished callbacks that were received before; replay keys live as long.
    core::Async<core::Unit> prune(core::Instant before);

Q_SIGNALS:
    void changed();

private:
    LedgerFile &m_file;
    std::atomic<bool> m_isTold{false}; ///< a changed() is on its way
};

} // namespace store
