#include "store/ledger/events/eventstore.h"
#include "core/jsontext.h"
#include "store/ledger/events/proposalrows.h"
#include "store/ledger/ledgerfile.h"
#include "store/ledger/tenants/tenantrows.h"
#include <QJsonDocument>

namespace store {

using core::Async;
using core::Result;
using core::Unit;

using domain::CallbackVerdict;
using domain::Proposal;
using domain::TriggerEvent;

void EventStore::store(const TriggerEvent &e, std::function<void(CallbackVerdict)> done)
{
    (void)m_file.read<Unit>([this, e, done = std::move(done)](Connection &c) -> core::Status {
        CallbackVerdict verdict = CallbackVerdict::Busy;
        core::Status stored = begin(c);
        const auto isThere = stored ? sql::hasTenant(c, e.tenant.str()) : Result<bool>(stored.error());
        if (isThere && !*isThere) {
            rollback(c);
            done(CallbackVerdict::Gone);
            return stored;
        }
        if (stored) {
            stored = c.exec(QStringLiteral("INSERT INTO event (seq, tenant, at, peer, trigger_id, replay_key, "
                                           "body_hash, content, state) VALUES ((SELECT COALESCE(MAX(seq), 0) + 1 FROM "
                                           "event),?,?,?,?,?,?,?,'new') ON CONFLICT (tenant, replay_key) DO NOTHING"),
                {e.tenant.str(), e.at, text(e.peer), e.triggerId, text(QString::fromLatin1(e.replayKey.toHex())),
                    text(QString::fromLatin1(e.bodyHash.toHex())), core::compactJson(domain::toJson(e))});
            const bool isNew = stored && c.rowsAffected() == 1;
            if (stored)
                stored = commit(c);
            if (stored)
                verdict = isNew ? CallbackVerdict::EventTaken : CallbackVerdict::Duplicate;
            else
                rollback(c);
        }
        done(verdict);
        if (verdict == CallbackVerdict::EventTaken)
            QMetaObject::invokeMethod(
                this, [this] { Q_EMIT arrived(); }, Qt::QueuedConnection);
        return stored;
    });
}

Async<QList<StoredEvent>> EventStore::unseen(const core::TenantId &tenant, int limit)
{
    return m_file.read<QList<StoredEvent>>([tenant, limit](Connection &c) -> Result<QList<StoredEvent>> {
        const auto rows = c.rows(QStringLiteral("SELECT seq, at, peer, trigger_id, content FROM event WHERE tenant = ? "
                                                "AND state = 'new' ORDER BY seq LIMIT %1")
                                     .arg(limit),
            {tenant.str()});
        if (!rows)
            return rows.error();
        QList<StoredEvent> out;
        for (const auto &r : *rows) {
            StoredEvent e{r.at(0).toLongLong(),
                domain::triggerEventFromJson(QJsonDocument::fromJson(r.at(4).toString().toUtf8()).object())};
            e.event.tenant = tenant;
            e.event.at = r.at(1).toLongLong();
            e.event.peer = r.at(2).toString();
            e.event.triggerId = r.at(3).toString();
            out << e;
        }
        return out;
    });
}

Async<Unit> EventStore::finalize(
    qint64 sequence, const QList<Proposal> &proposals, const std::optional<domain::AuditEvent> &audit)
{
    const auto done = m_file.write<Unit>([sequence, proposals, audit](Transaction &c) -> core::Status {
        if (const auto r = c.exec(QStringLiteral("UPDATE event SET state = ? WHERE seq = ? AND state = 'new'"),
                {proposals.isEmpty() ? QStringLiteral("ignored") : QStringLiteral("proposed"), sequence});
            !r)
            return r;
        if (c.rowsAffected() != 1)
            return core::makeError(
                core::ErrorCode::Conflict, QStringLiteral("Another process has settled this event."));
        for (const Proposal &p : proposals) {
            if (const auto r = sql::insertProposal(c, p); !r)
                return r;
        }
        return audit ? c.record(*audit) : core::ok();
    });
    core::whenDone<Unit>(done, this, [this, hasAny = !proposals.isEmpty()](const core::Status &r) {
        if (r && hasAny)
            Q_EMIT proposed();
    });
    return done;
}

Async<Unit> EventStore::prune(core::Instant before)
{
    return m_file.write<Unit>([before](Transaction &c) -> core::Status {
        if (const auto r = c.exec(QStringLiteral("DELETE FROM event WHERE at < ? AND state <> 'new'"), {before}); !r)
            return r;
        return c.exec(
            QStringLiteral("DELETE FROM proposal WHERE at < ? AND state IN ('started', 'dismissed')"), {before});
    });
}

} // namespace store
