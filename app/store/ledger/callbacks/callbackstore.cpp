#include "store/ledger/callbacks/callbackstore.h"
#include "store/ledger/callbacks/callbackrows.h"
#include "store/ledger/ledgerfile.h"

namespace store {

using core::Async;
using core::Result;
using core::Unit;

using domain::Callback;
using domain::CallbackVerdict;

void CallbackStore::store(QList<Callback> callbacks, std::function<void(QList<CallbackVerdict>)> done)
{
    (void)m_file.read<Unit>(
        [this, callbacks = std::move(callbacks), done = std::move(done)](Connection &c) -> core::Status {
            QList<CallbackVerdict> verdicts;
            core::Status committed = begin(c);
            if (committed) {
                auto r = sql::insertCallbacks(c, callbacks);
                committed = r ? commit(c) : core::Status(r.error());
                if (r && committed)
                    verdicts = *std::move(r);
                else
                    rollback(c);
            }
            while (verdicts.size() < callbacks.size())
                verdicts << CallbackVerdict::Busy;
            done(verdicts);
            if (committed && !m_isTold.exchange(true))
                QMetaObject::invokeMethod(
                    this,
                    [this] {
                        m_isTold = false;
                        Q_EMIT changed();
                    },
                    Qt::QueuedConnection);
            return committed;
        });
}

Async<QList<domain::InboxEntry>> CallbackStore::inState(const core::TenantId &tenant, const QString &state, int limit)
{
    return m_file.read<QList<domain::InboxEntry>>([tenant, state, limit](Connection &c) {
        // Said literally, so that the small index of what is new is used.
        if (state == QLatin1String("new"))
            return sql::callbacksWhere(c, QStringLiteral("tenant = ? AND state = 'new'"), {tenant.str()}, limit);
        return sql::callbacksWhere(c, QStringLiteral("tenant = ? AND state = ?"), {tenant.str(), state}, limit);
    });
}

Async<QList<domain::InboxEntry>> CallbackStore::of(const core::SessionId &session)
{
    return m_file.read<QList<domain::InboxEntry>>([session](Connection &c) {
        return sql::callbacksWhere(c, QStringLiteral("session = ? AND session <> ''"), {session.str()}, 1000);
    });
}

Async<domain::InboxEntry> CallbackStore::callback(const core::TenantId &tenant, qint64 sequence)
{
    return m_file.read<domain::InboxEntry>([tenant, sequence](Connection &c) -> Result<domain::InboxEntry> {
        const auto found =
            sql::callbacksWhere(c, QStringLiteral("tenant = ? AND seq = ?"), {tenant.str(), sequence}, 1);
        if (!found)
            return found.error();
        if (found->isEmpty())
            return core::makeError(core::ErrorCode::NotFound, QStringLiteral("There is no such callback."));
        return found->first();
    });
}

Async<Unit> CallbackStore::finalize(
    qint64 sequence, const QString &from, const QString &to, const domain::AuditEvent &audit)
{
    const auto done = m_file.write<Unit>([sequence, from, to, audit](Transaction &c) -> core::Status {
        if (const auto r = c.exec(
                QStringLiteral("UPDATE callback SET state = ? WHERE seq = ? AND state = ?"), {to, sequence, from});
            !r)
            return r;
        if (c.rowsAffected() != 1)
            return core::makeError(
                core::ErrorCode::Conflict, QStringLiteral("Somebody has decided about this callback already."));
        return c.record(audit);
    });
    core::whenDone<Unit>(done, this, [this](const core::Status &) { Q_EMIT changed(); });
    return done;
}

Async<Unit> CallbackStore::prune(core::Instant before)
{
    return m_file.write<Unit>([before](Transaction &c) {
        return c.exec(QStringLiteral("DELETE FROM callback WHERE at < ? AND state <> 'new'"), {before});
    });
}

} // namespace store
