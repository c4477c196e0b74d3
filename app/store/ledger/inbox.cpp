#include "store/ledger/ledger.h"
#include "store/ledger/ledgersql.h"
#include <QJsonDocument>
#include <QSqlError>

// The inbox of callbacks.
namespace store {

using core::Async;
using core::Result;
using core::Unit;
using domain::Callback;
using domain::CallbackVerdict;

namespace {

// Statements that are prepared once for a whole batch.
struct Statements
{
    explicit Statements(Connection &c) : byNonce(c.db()), byProvider(c.db()), insert(c.db())
    {
        byNonce.prepare(QStringLiteral("SELECT id, provider_id FROM session WHERE tenant = ? AND nonce_hash = ?"));
        byProvider.prepare(QStringLiteral("SELECT id, has_nonce FROM session WHERE tenant = ? AND provider_id = ?"));
        insert.prepare(QStringLiteral("INSERT INTO callback (seq, tenant, at, peer, trust, secret_no, replay_key, body_hash, nonce, bytes, result, session, state) "
                                      "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (tenant, replay_key) DO NOTHING"));
        for (QSqlQuery *q : {&byNonce, &byProvider, &insert})
            q->setForwardOnly(true);
    }
    QSqlQuery byNonce;
    QSqlQuery byProvider;
    QSqlQuery insert;
};

struct Place
{
    QString session; ///< empty: quarantine
    domain::NonceMatch nonce = domain::NonceMatch::Absent;
    bool isFailed = false;
};

QString nonceKey(domain::NonceMatch m) { return m == domain::NonceMatch::Matched ? QStringLiteral("matched") : m == domain::NonceMatch::Wrong ? QStringLiteral("wrong") : QStringLiteral("absent"); }

bool run(QSqlQuery &q, const QVariantList &values)
{
    for (int i = 0; i < values.size(); ++i)
        q.bindValue(i, values.at(i));
    return q.exec();
}

// The identity comes from our session, never from the callback. With a nonce, the nonce finds the session; a callback
// without one belongs only to a session whose callback address had none.
Place placeOf(Statements &s, const Callback &c)
{
    Place p;
    if (!c.nonceHash.isEmpty()) {
        if (!run(s.byNonce, {c.tenant.str(), QString::fromLatin1(c.nonceHash.toHex())})) {
            p.isFailed = true;
            return p;
        }
        p.nonce = domain::NonceMatch::Wrong;
        if (s.byNonce.next()) {
            const QString known = s.byNonce.value(1).toString();
            if (known.isEmpty() || known == c.result.session.str()) {
                p.session = s.byNonce.value(0).toString();
                p.nonce = domain::NonceMatch::Matched;
            }
        }
        s.byNonce.finish();
        return p;
    }
    if (!run(s.byProvider, {c.tenant.str(), c.result.session.str()})) {
        p.isFailed = true;
        return p;
    }
    if (s.byProvider.next() && s.byProvider.value(1).toInt() == 0)
        p.session = s.byProvider.value(0).toString();
    s.byProvider.finish();
    return p;
}

Result<QList<CallbackVerdict>> insertAll(Connection &c, const QList<Callback> &callbacks)
{
    const auto last = c.value(QStringLiteral("SELECT COALESCE(MAX(seq), 0) FROM callback"));
    if (!last)
        return last.error();
    qint64 seq = last->toLongLong();
    Statements s(c);
    QList<CallbackVerdict> verdicts;
    verdicts.reserve(callbacks.size());
    for (const Callback &cb : callbacks) {
        const Place place = placeOf(s, cb);
        const bool isKnown = !place.session.isEmpty();
        domain::ProviderResult kept = cb.result;
        if (!isKnown)
            kept.verifiedName.clear(); // nobody of ours: no reason to hold a name
        const bool isDone = !place.isFailed
            && run(s.insert, {seq + 1, cb.tenant.str(), cb.at, text(cb.peer), domain::callbackTrustKey(cb.trust), cb.key, QString::fromLatin1(cb.replayKey.toHex()),
                              QString::fromLatin1(cb.bodyHash.toHex()), nonceKey(place.nonce), cb.bytes,
                              QString::fromUtf8(QJsonDocument(domain::resultToJson(kept)).toJson(QJsonDocument::Compact)), text(place.session),
                              isKnown ? QStringLiteral("new") : QStringLiteral("quarantined")});
        if (!isDone)
            return core::makeError(core::ErrorCode::Storage, QStringLiteral("A callback could not be stored."), s.insert.lastError().text());
        bool isNew = s.insert.numRowsAffected() == 1;
        seq += isNew ? 1 : 0;
        // Put aside the first time, and now it finds its session: that is no replay.
        if (!isNew && isKnown) {
            const auto moved = c.exec(QStringLiteral("UPDATE callback SET session = ?, nonce = ?, result = ?, state = 'new' WHERE tenant = ? AND replay_key = ? AND state = 'quarantined'"),
                                      {place.session, nonceKey(place.nonce), QString::fromUtf8(QJsonDocument(domain::resultToJson(kept)).toJson(QJsonDocument::Compact)), cb.tenant.str(), QString::fromLatin1(cb.replayKey.toHex())});
            if (!moved)
                return moved.error();
            isNew = c.rowsAffected() == 1;
        }
        verdicts << (!isNew ? CallbackVerdict::Duplicate : isKnown ? CallbackVerdict::Stored : CallbackVerdict::Quarantined);
    }
    return verdicts;
}

Result<QList<domain::InboxEntry>> entriesOf(Connection &c, const QString &where, const QVariantList &values, int limit)
{
    const auto rows = c.rows(QStringLiteral("SELECT seq, tenant, at, peer, trust, secret_no, body_hash, nonce, bytes, result, session, state FROM callback WHERE %1 ORDER BY seq LIMIT %2").arg(where).arg(limit), values);
    if (!rows)
        return rows.error();
    QList<domain::InboxEntry> out;
    for (const auto &r : *rows) {
        domain::InboxEntry e;
        e.sequence = r.at(0).toLongLong();
        e.callback.tenant = core::TenantId(r.at(1).toString());
        e.callback.at = r.at(2).toLongLong();
        e.callback.peer = r.at(3).toString();
        e.callback.trust = domain::callbackTrustFromKey(r.at(4).toString()).value_or(domain::CallbackTrust::None);
        e.callback.key = r.at(5).toInt();
        e.callback.bodyHash = QByteArray::fromHex(r.at(6).toByteArray());
        e.nonce = r.at(7).toString() == QLatin1String("matched") ? domain::NonceMatch::Matched : r.at(7).toString() == QLatin1String("wrong") ? domain::NonceMatch::Wrong : domain::NonceMatch::Absent;
        e.callback.bytes = r.at(8).toLongLong();
        e.callback.result = domain::resultFromJson(QJsonDocument::fromJson(r.at(9).toString().toUtf8()).object());
        e.session = core::SessionId(r.at(10).toString());
        e.state = r.at(11).toString();
        out << e;
    }
    return out;
}

} // namespace

void Ledger::storeCallbacks(QList<Callback> callbacks, std::function<void(QList<CallbackVerdict>)> done)
{
    (void)m_db->run<Unit>([this, callbacks = std::move(callbacks), done = std::move(done)](Connection &c) -> core::Status {
        QList<CallbackVerdict> verdicts;
        core::Status committed = begin(c);
        if (committed) {
            auto r = insertAll(c, callbacks);
            committed = r ? commit(c) : core::Status(r.error());
            if (r && committed)
                verdicts = *std::move(r);
            else
                rollback(c);
        }
        while (verdicts.size() < callbacks.size())
            verdicts << CallbackVerdict::Busy;
        done(verdicts);
        if (committed)
            QMetaObject::invokeMethod(this, &Ledger::inboxChanged, Qt::QueuedConnection);
        return committed;
    });
}

Async<QList<domain::InboxEntry>> Ledger::inbox(const core::TenantId &tenant, const QString &state, int limit)
{
    return m_db->run<QList<domain::InboxEntry>>([tenant, state, limit](Connection &c) {
        return entriesOf(c, QStringLiteral("tenant = ? AND state = ?"), {tenant.str(), state}, limit);
    });
}

Async<QList<domain::InboxEntry>> Ledger::callbacksOf(const core::SessionId &session)
{
    return m_db->run<QList<domain::InboxEntry>>([session](Connection &c) { return entriesOf(c, QStringLiteral("session = ?"), {session.str()}, 1000); });
}

Async<Unit> Ledger::settleCallback(qint64 sequence, const QString &state, const domain::AuditEvent &audit)
{
    const auto done = m_db->write<Unit>([sequence, state, audit, now = m_clock->now()](Connection &c) -> core::Status {
        if (const auto r = c.exec(QStringLiteral("UPDATE callback SET state = ? WHERE seq = ?"), {state, sequence}); !r)
            return r;
        return sql::appendAudit(c, audit, now);
    });
    core::whenDone<Unit>(done, this, [this](const core::Status &) { Q_EMIT inboxChanged(); });
    return done;
}

Async<Unit> Ledger::pruneCallbacks(core::Instant before)
{
    return m_db->write<Unit>([before](Connection &c) {
        return c.exec(QStringLiteral("DELETE FROM callback WHERE at < ? AND state <> 'new'"), {before});
    });
}

} // namespace store
