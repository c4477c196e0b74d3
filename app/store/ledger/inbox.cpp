#include "store/ledger/ledger.h"
#include "store/ledger/ledgersql.h"
#include <QJsonDocument>
#include <sqlite3.h>

// The inbox of callbacks.
namespace store {

using core::Async;
using core::Result;
using core::Unit;
using domain::Callback;
using domain::CallbackVerdict;

namespace {

// Statements that are prepared once for a whole batch, through SQLite's own interface: this is the hot path.
class Statements
{
public:
    explicit Statements(Connection &c) : m_db(c.raw())
    {
        byNonce = make("SELECT id, provider_id FROM session WHERE tenant = ? AND nonce_hash = ?");
        byProvider = make("SELECT id, has_nonce FROM session WHERE tenant = ? AND provider_id = ?");
        insert = make("INSERT INTO callback (seq, tenant, at, peer, trust, secret_no, replay_key, body_hash, nonce, "
                      "bytes, result, session, state, provider_session) "
                      "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (tenant, replay_key) DO NOTHING");
    }
    ~Statements()
    {
        for (sqlite3_stmt *s : {byNonce, byProvider, insert})
            sqlite3_finalize(s);
    }
    Statements(const Statements &) = delete;
    Statements &operator=(const Statements &) = delete;
    bool isReady() const { return byNonce && byProvider && insert; }
    bool hasInserted() const { return sqlite3_changes(m_db) == 1; }
    sqlite3_stmt *byNonce = nullptr;
    sqlite3_stmt *byProvider = nullptr;
    sqlite3_stmt *insert = nullptr;

private:
    sqlite3_stmt *make(const char *sql)
    {
        sqlite3_stmt *s = nullptr;
        return sqlite3_prepare_v2(m_db, sql, -1, &s, nullptr) == SQLITE_OK ? s : nullptr;
    }
    sqlite3 *m_db;
};

void put(sqlite3_stmt *s, int at, const QByteArray &v)
{
    sqlite3_bind_text(s, at, v.isNull() ? "" : v.constData(), int(v.size()), SQLITE_TRANSIENT);
}
void put(sqlite3_stmt *s, int at, qint64 v)
{
    sqlite3_bind_int64(s, at, v);
}
QString textAt(sqlite3_stmt *s, int at)
{
    return QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(s, at)), sqlite3_column_bytes(s, at));
}

struct Place
{
    QString session; ///< empty: quarantine
    domain::NonceMatch nonce = domain::NonceMatch::Absent;
    bool isFailed = false;
};

QString nonceKey(domain::NonceMatch m)
{
    return m == domain::NonceMatch::Matched ? QStringLiteral("matched")
           : m == domain::NonceMatch::Wrong ? QStringLiteral("wrong")
                                            : QStringLiteral("absent");
}

// The identity comes from our session, never from the callback. With a nonce, the nonce finds the session; a callback
// without one belongs only to a session whose callback address had none.
Place placeOf(Statements &s, const Callback &c)
{
    Place p;
    sqlite3_stmt *q = c.nonceHash.isEmpty() ? s.byProvider : s.byNonce;
    put(q, 1, c.tenant.str().toUtf8());
    put(q, 2, c.nonceHash.isEmpty() ? c.result.session.str().toUtf8() : c.nonceHash.toHex());
    const int rc = sqlite3_step(q);
    p.isFailed = rc != SQLITE_ROW && rc != SQLITE_DONE;
    if (!c.nonceHash.isEmpty())
        p.nonce = domain::NonceMatch::Wrong;
    if (rc == SQLITE_ROW && c.nonceHash.isEmpty() && sqlite3_column_int(q, 1) == 0)
        p.session = textAt(q, 0);
    if (rc == SQLITE_ROW && !c.nonceHash.isEmpty()) {
        const QString known = textAt(q, 1);
        if (known.isEmpty() || known == c.result.session.str()) {
            p.session = textAt(q, 0);
            p.nonce = domain::NonceMatch::Matched;
        }
    }
    sqlite3_reset(q);
    return p;
}

bool insertOne(Statements &s, qint64 seq, const Callback &cb, const Place &place, const QByteArray &result)
{
    sqlite3_stmt *q = s.insert;
    put(q, 1, seq);
    put(q, 2, cb.tenant.str().toUtf8());
    put(q, 3, cb.at);
    put(q, 4, cb.peer.toUtf8());
    put(q, 5, domain::callbackTrustKey(cb.trust).toLatin1());
    put(q, 6, qint64(cb.key));
    put(q, 7, cb.replayKey.toHex());
    put(q, 8, cb.bodyHash.toHex());
    put(q, 9, nonceKey(place.nonce).toLatin1());
    put(q, 10, cb.bytes);
    put(q, 11, result);
    put(q, 12, place.session.toUtf8());
    put(q, 13, place.session.isEmpty() ? QByteArrayLiteral("quarantined") : QByteArrayLiteral("new"));
    put(q, 14, place.session.isEmpty() ? cb.result.session.str().toUtf8() : QByteArray());
    const int rc = sqlite3_step(q);
    sqlite3_reset(q);
    return rc == SQLITE_DONE;
}

Result<QList<CallbackVerdict>> insertAll(Connection &c, const QList<Callback> &callbacks)
{
    const auto last = c.value(QStringLiteral("SELECT COALESCE(MAX(seq), 0) FROM callback"));
    if (!last)
        return last.error();
    qint64 seq = last->toLongLong();
    Statements s(c);
    if (!s.isReady())
        return c.lastError(QStringLiteral("A callback could not be stored."));
    QList<CallbackVerdict> verdicts;
    verdicts.reserve(callbacks.size());
    QHash<QString, bool> tenants;
    for (const Callback &cb : callbacks) {
        const QString tenant = cb.tenant.str();
        if (!tenants.contains(tenant)) {
            const auto isThere = sql::hasTenant(c, tenant);
            if (!isThere)
                return isThere.error();
            tenants.insert(tenant, *isThere);
        }
        if (!tenants.value(tenant)) { // removed meanwhile: nobody would ever look at it
            verdicts << CallbackVerdict::Gone;
            continue;
        }
        const Place place = placeOf(s, cb);
        const bool isKnown = !place.session.isEmpty();
        domain::ProviderResult kept = cb.result;
        if (!isKnown)
            kept.verifiedName.clear(); // nobody of ours: no reason to hold a name
        const QByteArray result = QJsonDocument(domain::resultToJson(kept)).toJson(QJsonDocument::Compact);
        if (place.isFailed || !insertOne(s, seq + 1, cb, place, result))
            return c.lastError(QStringLiteral("A callback could not be stored."));
        bool isNew = s.hasInserted();
        seq += isNew ? 1 : 0;
        // Put aside the first time, and now it finds its session: that is no replay.
        if (!isNew && isKnown) {
            const auto moved =
                c.exec(QStringLiteral("UPDATE callback SET session = ?, nonce = ?, result = ?, state = 'new' WHERE "
                                      "tenant = ? AND replay_key = ? AND state = 'quarantined'"),
                    {place.session, nonceKey(place.nonce), QString::fromUtf8(result), cb.tenant.str(),
                        QString::fromLatin1(cb.replayKey.toHex())});
            if (!moved)
                return moved.error();
            isNew = c.rowsAffected() == 1;
        }
        verdicts << (!isNew    ? CallbackVerdict::Duplicate
                     : isKnown ? CallbackVerdict::Stored
                               : CallbackVerdict::Unmatched);
    }
    return verdicts;
}

Result<QList<domain::InboxEntry>> entriesOf(Connection &c, const QString &where, const QVariantList &values, int limit)
{
    const auto rows = c.rows(QStringLiteral("SELECT seq, tenant, at, peer, trust, secret_no, body_hash, nonce, bytes, "
                                            "result, session, state FROM callback WHERE %1 ORDER BY seq LIMIT %2")
                                 .arg(where)
                                 .arg(limit),
        values);
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
        e.nonce = r.at(7).toString() == QLatin1String("matched") ? domain::NonceMatch::Matched
                  : r.at(7).toString() == QLatin1String("wrong") ? domain::NonceMatch::Wrong
                                                                 : domain::NonceMatch::Absent;
        e.callback.bytes = r.at(8).toLongLong();
        e.callback.result = domain::resultFromJson(QJsonDocument::fromJson(r.at(9).toString().toUtf8()).object());
        e.session = core::SessionId(r.at(10).toString());
        e.state = r.at(11).toString();
        out << e;
    }
    return out;
}

} // namespace

Result<int> sql::takeUpAside(Connection &c, const domain::Session &s)
{
    const auto r = c.exec(QStringLiteral("UPDATE callback SET session = ?, state = 'new' WHERE tenant = ? AND "
                                         "provider_session = ? AND state = 'quarantined' AND nonce = 'absent'"),
        {s.id.str(), s.tenant.str(), s.providerId.str()});
    if (!r)
        return r.error();
    return int(c.rowsAffected());
}

core::Status sql::assignCallback(Connection &c, const domain::Session &s, qint64 sequence)
{
    if (const auto r = c.exec(QStringLiteral("UPDATE callback SET session = ?, state = 'new', nonce = 'absent' WHERE "
                                             "seq = ? AND tenant = ? AND state = 'quarantined'"),
            {s.id.str(), sequence, s.tenant.str()});
        !r)
        return r;
    if (c.rowsAffected() != 1)
        return core::makeError(
            core::ErrorCode::Conflict, QStringLiteral("Somebody has decided about this callback already."));
    return core::ok();
}

void Ledger::storeCallbacks(QList<Callback> callbacks, std::function<void(QList<CallbackVerdict>)> done)
{
    (void)m_db->run<Unit>(
        [this, callbacks = std::move(callbacks), done = std::move(done)](Connection &c) -> core::Status {
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
            if (committed && !m_isInboxTold.exchange(true))
                QMetaObject::invokeMethod(
                    this,
                    [this] {
                        m_isInboxTold = false;
                        Q_EMIT inboxChanged();
                    },
                    Qt::QueuedConnection);
            return committed;
        });
}

Async<QList<domain::InboxEntry>> Ledger::inbox(const core::TenantId &tenant, const QString &state, int limit)
{
    return m_db->run<QList<domain::InboxEntry>>([tenant, state, limit](Connection &c) {
        // Said literally, so that the small index of what is new is used.
        if (state == QLatin1String("new"))
            return entriesOf(c, QStringLiteral("tenant = ? AND state = 'new'"), {tenant.str()}, limit);
        return entriesOf(c, QStringLiteral("tenant = ? AND state = ?"), {tenant.str(), state}, limit);
    });
}

Async<QList<domain::InboxEntry>> Ledger::callbacksOf(const core::SessionId &session)
{
    return m_db->run<QList<domain::InboxEntry>>([session](Connection &c) {
        return entriesOf(c, QStringLiteral("session = ? AND session <> ''"), {session.str()}, 1000);
    });
}

Async<domain::InboxEntry> Ledger::callback(const core::TenantId &tenant, qint64 sequence)
{
    return m_db->run<domain::InboxEntry>([tenant, sequence](Connection &c) -> Result<domain::InboxEntry> {
        const auto found = entriesOf(c, QStringLiteral("tenant = ? AND seq = ?"), {tenant.str(), sequence}, 1);
        if (!found)
            return found.error();
        if (found->isEmpty())
            return core::makeError(core::ErrorCode::NotFound, QStringLiteral("There is no such callback."));
        return found->first();
    });
}

Async<Unit> Ledger::settleCallback(
    qint64 sequence, const QString &from, const QString &to, const domain::AuditEvent &audit)
{
    const auto done =
        m_db->write<Unit>([sequence, from, to, audit, now = m_clock->now()](Connection &c) -> core::Status {
            if (const auto r = c.exec(
                    QStringLiteral("UPDATE callback SET state = ? WHERE seq = ? AND state = ?"), {to, sequence, from});
                !r)
                return r;
            if (c.rowsAffected() != 1)
                return core::makeError(
                    core::ErrorCode::Conflict, QStringLiteral("Somebody has decided about this callback already."));
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
