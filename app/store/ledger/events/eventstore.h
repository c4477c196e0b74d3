#pragma once
#include "core/async.h"
#include "core/clock.h"
#include "core/ids.h"
#include "domain/audit/audit.h"
#include "domain/events/eventrule.h"
#include <QObject>
#include <functional>

namespace store {

class LedgerFile;

struct StoredEvent
{
    qint64 sequence = 0;
    domain::TriggerEvent event;
};

/// What SailPoint's event triggers told. Signals come on the object's thread.
class EventStore : public QObject
{
    Q_OBJECT
public:
    explicit EventStore(LedgerFile &file) : m_file(file) {}
    /// Durable before `done` is called with EventTaken; Duplicate for a replay, Busy when it could not be stored.
    /// Thread-safe; `done` is called on the worker.
    void store(const domain::TriggerEvent &event, std::function<void(domain::CallbackVerdict)> done);
    /// Those that no rule has been asked about, oldest first.
    core::Async<QList<StoredEvent>> unseen(const core::TenantId &tenant, int limit = 200);
    /// With what it proposes, none for nothing; who has the same open proposal already gets no second one. Conflict
    /// when another process was first.
    core::Async<core::Unit> finalize(
        qint64 sequence, const QList<domain::Proposal> &proposals, const std::optional<domain::AuditEvent> &audit);
    /// Forgets what was seen, and what was decided about, before then.
    core::Async<core::Unit> prune(core::Instant before);

Q_SIGNALS:
    void arrived();
    void proposed();

private:
    LedgerFile &m_file;
};

} // namespace store
