#include "store/ledger/callbacks/callbackrows.h"
#include "store/ledger/tenants/tenantrows.h"
#include <QJsonDocument>
#include <sqlite3.h>

namespace store::sql {

using core::Result;
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
    switch (m) {
    case domain::NonceMatch::Matched: return QStringLiteral("matched");
    case domain::NonceMatch::Wrong: return QStringLiteral("wrong");
    case domain::NonceMatch::Absent: break;
    }
    return QStringLiteral("absent");
}

domain::NonceMatch nonceFromKey(const QString &key)
{
    if (key == QLatin1String("matched"))
        return domain::NonceMatch::Matched;
    return key == QLatin1String("wrong") ? domain::NonceMatch::Wrong : domain::NonceMatch::Absent;
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

} // namespace

Result<QList<CallbackVerdict>> insertCallbacks(Connection &c, const QList<Callback> &callbacks)
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
            const auto isThere = hasTenant(c, tenant);
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
        if (!isNew)
            verdicts << CallbackVerdict::Duplicate;
        else
            verdicts << (isKnown ? CallbackVerdict::Stored : CallbackVerdict::Unmatched);
    }
    return verdicts;
}

Result<QList<domain::InboxEntry>> callbacksWhere(
    Connection &c, const QString &where, const QVariantList &values, int limit)
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
        e.nonce = nonceFromKey(r.at(7).toString());
        e.callback.bytes = r.at(8).toLongLong();
        e.callback.result = domain::resultFromJson(QJsonDocument::fromJson(r.at(9).toString().toUtf8()).object());
        e.session = core::SessionId(r.at(10).toString());
        e.state = r.at(11).toString();
        out << e;
    }
    return out;
}

Result<int> takeUpUnmatched(Connection &c, const domain::Session &s)
{
    const auto r = c.exec(QStringLiteral("UPDATE callback SET session = ?, state = 'new' WHERE tenant = ? AND "
                                         "provider_session = ? AND state = 'quarantined' AND nonce = 'absent'"),
        {s.id.str(), s.tenant.str(), s.providerId.str()});
    if (!r)
        return r.error();
    return int(c.rowsAffected());
}

core::Status assignCallback(Connection &c, const domain::Session &s, qint64 sequence)
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

} // namespace store::sql
