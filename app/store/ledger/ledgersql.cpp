#include "store/ledger/ledgersql.h"
#include "core/seat.h"
#include "domain/text/strictjson.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <atomic>

namespace store::sql {

using core::ErrorCode;
using core::Result;

static QString compact(const QJsonObject &o)
{
    return QString::fromUtf8(QJsonDocument(o).toJson(QJsonDocument::Compact));
}
static QJsonObject object(const QVariant &v)
{
    return QJsonDocument::fromJson(v.toString().toUtf8()).object();
}

// As it enters the hash, so that the chain is proved from the bytes that are stored. The hash was made of it already.
static QString canonical(const QJsonObject &o)
{
    return QString::fromUtf8(*domain::canonicalJson(o));
}

const char *const auditColumns =
    "seq, at, actor, action, tenant, subject, outcome, data, payload, previous, hash, digests, seat";

// Half a character (a cut pair of surrogates) has no UTF-8 form: what is hashed, stored and read back is the same text.
static QString whole(const QString &s)
{
    return QString::fromUtf8(s.toUtf8());
}

static QJsonValue whole(const QJsonValue &v)
{
    if (v.isString())
        return whole(v.toString());
    if (v.isArray()) {
        QJsonArray out;
        const QJsonArray items = v.toArray();
        for (const auto &x : items)
            out.append(whole(x));
        return out;
    }
    if (!v.isObject())
        return v;
    QJsonObject out;
    const QJsonObject o = v.toObject();
    for (auto it = o.begin(); it != o.end(); ++it)
        out.insert(whole(it.key()), whole(it.value()));
    return out;
}

static core::Error closed(const char *field, const char *text)
{
    core::Error e = core::makeError(ErrorCode::Conflict, QCoreApplication::translate("Tenant", text));
    e.field = QLatin1String(field);
    return e;
}

core::Status requireOpenTenant(Connection &c, const QString &tenant)
{
    const auto json = c.value(QStringLiteral("SELECT json FROM tenant WHERE id = ?"), {tenant});
    if (!json)
        return json.error();
    if (!json->isValid())
        return closed("tenant-removed",
            QT_TRANSLATE_NOOP("Tenant", "This tenant was removed from the console. Nothing was sent."));
    const auto stored = domain::strictDocument(json->toString().toUtf8());
    const auto t = stored ? domain::tenantFromJson(*stored) : Result<domain::Tenant>(stored.error());
    if (!t)
        return closed("tenant-unreadable",
            QT_TRANSLATE_NOOP("Tenant", "The stored settings of this tenant cannot be read. Nothing was sent."));
    if (t->readOnly)
        return closed("tenant-locked", QT_TRANSLATE_NOOP("Tenant", "This tenant is locked: read only."));
    return core::ok();
}

Result<bool> hasTenant(Connection &c, const QString &tenant)
{
    const auto n = c.value(QStringLiteral("SELECT COUNT(*) FROM tenant WHERE id = ?"), {tenant});
    if (!n)
        return n.error();
    return n->toInt() > 0;
}

Result<std::optional<domain::AuditRecord>> recordedResult(Connection &c, const QString &session)
{
    const auto rows =
        c.rows(QStringLiteral("SELECT %1 FROM audit WHERE subject = ? AND action IN ('verification.result', "
                              "'verification.review') AND outcome = 'done' ORDER BY seq DESC LIMIT 1")
                   .arg(QLatin1String(auditColumns)),
            {session});
    if (!rows)
        return rows.error();
    if (rows->isEmpty())
        return std::optional<domain::AuditRecord>();
    auto record = auditFromRow(rows->first());
    if (!record)
        return record.error();
    return std::optional(*std::move(record));
}

Result<core::Instant> lastEntryAt(Connection &c)
{
    const auto accepted =
        c.value(QStringLiteral("SELECT MAX(seq) FROM audit WHERE subject = 'clock' AND action = 'audit.accept-clock'"));
    if (!accepted)
        return accepted.error();
    // The index on the time tells in one step, but where a clock was accepted once.
    const auto last = accepted->isNull()
                          ? c.value(QStringLiteral("SELECT MAX(at) FROM audit"))
                          : c.value(QStringLiteral("SELECT MAX(at) FROM audit WHERE seq > ?"), {*accepted});
    if (!last)
        return last.error();
    return last->toLongLong();
}

static std::atomic<bool> auditWritten = false;

core::Status appendAudit(Connection &c, const domain::AuditEvent &given, core::Instant now)
{
    if (domain::leavesForVendor(given)) {
        if (const auto open = requireOpenTenant(c, given.tenant); !open)
            return open;
    }
    domain::AuditEvent event = given;
    for (QString *s : {&event.actor, &event.action, &event.tenant, &event.subject, &event.outcome})
        *s = whole(*s);
    event.data = whole(QJsonValue(event.data)).toObject();
    for (auto &f : event.personal) {
        f.name = whole(f.name);
        f.value = whole(f.value);
    }
    const auto last = c.rows(QStringLiteral("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1"));
    if (!last)
        return last.error();
    domain::AuditRecord r;
    r.event = event;
    r.at = now;
    r.seat = whole(core::thisSeat());
    r.sequence = last->isEmpty() ? 1 : last->first().at(0).toLongLong() + 1;
    r.previous = last->isEmpty() ? domain::firstPreviousHash() : QByteArray::fromHex(last->first().at(1).toByteArray());
    const auto hash = domain::auditHash(r);
    if (!hash)
        return hash.error();
    const QJsonObject digests = domain::personalDigests(event.personal);
    QJsonObject payload;
    for (const auto &f : event.personal) {
        payload.insert(f.name, QJsonObject{{QStringLiteral("value"), f.value},
                                   {QStringLiteral("salt"), QString::fromLatin1(f.salt.toHex())}});
    }
    auditWritten = true;
    return c.exec(QStringLiteral("INSERT INTO audit (seq, at, actor, action, tenant, subject, outcome, data, digests, "
                                 "payload, previous, hash, seat) "
                                 "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"),
        {r.sequence, r.at, text(event.actor), text(event.action), text(event.tenant), text(event.subject),
            text(event.outcome), canonical(event.data), canonical(digests), compact(payload),
            QString::fromLatin1(r.previous.toHex()), QString::fromLatin1(hash->toHex()), r.seat});
}

bool hasWrittenAudit()
{
    return auditWritten;
}

Result<domain::AuditRecord> auditFromRow(const QVariantList &row)
{
    domain::AuditRecord r;
    r.sequence = row.at(0).toLongLong();
    r.at = row.at(1).toLongLong();
    r.event.actor = row.at(2).toString();
    r.event.action = row.at(3).toString();
    r.event.tenant = row.at(4).toString();
    r.event.subject = row.at(5).toString();
    r.event.outcome = row.at(6).toString();
    r.event.data = object(row.at(7));
    r.digests = object(row.at(11));
    r.isRedacted = row.at(8).isNull();
    const QJsonObject payload = object(row.at(8));
    for (auto it = payload.begin(); it != payload.end(); ++it) {
        const QJsonObject f = it.value().toObject();
        r.event.personal.append({it.key(), f.value(QLatin1String("value")).toString(),
            QByteArray::fromHex(f.value(QLatin1String("salt")).toString().toLatin1())});
    }
    r.previous = QByteArray::fromHex(row.at(9).toByteArray());
    r.hash = QByteArray::fromHex(row.at(10).toByteArray());
    r.seat = row.at(12).toString();
    return r;
}

const char *const sessionColumns =
    "id, tenant, identity, state, reason, ticket, required_ial, documents, delivery, person_name, first_name, "
    "last_name, "
    "sent_to, operator_name, provider_id, created_at, expires_at, closed_at, last_checked_at, closing_reason, ial, "
    "verified_name, document_type, completed_at, write_back, write_back_detail, version, source, bound_at, bound_how, "
    "reset_state, reset_at, reset_via, reviewer, has_nonce, user_hash, campaign, clears_verified, started_by, "
    "started_as, write_back_at";

template <class T>
static QVariant optional(const std::optional<T> &v)
{
    return v ? QVariant::fromValue(*v) : QVariant();
}

core::Status insertSession(Connection &c, const domain::Session &s, const QString &nonceHash)
{
    return c.exec(
        QStringLiteral(
            "INSERT INTO session (id, tenant, identity, state, reason, ticket, required_ial, documents, delivery, "
            "person_name, first_name, last_name, sent_to, operator_name, nonce_hash, created_at, expires_at, "
            "has_nonce, user_hash, campaign, clears_verified, started_by, started_as) "
            "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
        {s.id.str(), s.tenant.str(), s.request.identity.str(), domain::stateKey(s.state),
            domain::reasonKey(s.request.reason), text(s.request.ticket), s.request.requiredIal,
            s.request.documents.join(QLatin1Char(',')), domain::deliveryKey(s.request.delivery), text(s.personName),
            text(s.firstName), text(s.lastName), text(s.sentTo), text(s.operatorName), text(nonceHash), s.createdAt,
            s.expiresAt, nonceHash.isEmpty() ? 0 : 1, text(s.userHash), text(s.campaign), s.clearsVerified ? 1 : 0,
            text(s.startedBy), domain::startedAsKey(s.startedAs)});
}

core::Status updateSession(Connection &c, const domain::Session &s)
{
    const auto r = c.exec(
        QStringLiteral(
            "UPDATE session SET state=?, provider_id=?, expires_at=?, closed_at=?, last_checked_at=?, "
            "closing_reason=?, ial=?, verified_name=?, document_type=?, completed_at=?, write_back=?, "
            "write_back_detail=?, source=?, bound_at=?, bound_how=?, reset_state=?, reset_at=?, reset_via=?, "
            "reviewer=?, write_back_at=?, "
            "redacted_at = CASE WHEN ? THEN NULL ELSE redacted_at END, version=version+1 WHERE id=? AND version=?"),
        {domain::stateKey(s.state), text(s.providerId.str()), s.expiresAt, optional(s.closedAt),
            optional(s.lastCheckedAt), text(s.closingReason), optional(s.ial), text(s.verifiedName),
            text(s.documentType), optional(s.completedAt), text(s.writeBack), text(s.writeBackDetail), text(s.source),
            optional(s.boundAt), text(s.boundHow), text(s.resetState), optional(s.resetAt), text(s.resetVia),
            text(s.reviewer), optional(s.writeBackAt), s.verifiedName.isEmpty() ? 0 : 1, s.id.str(),
            s.version}); // a name that comes late is removed in its time, too
    if (!r)
        return r;
    if (c.rowsAffected() != 1)
        return core::makeError(ErrorCode::Conflict, QStringLiteral("The session was changed meanwhile."));
    return core::ok();
}

core::Status appendNote(Connection &c, const core::SessionId &id, const SessionNote &note)
{
    return c.exec(QStringLiteral("INSERT INTO session_note (session, seq, at, kind, detail) "
                                 "SELECT ?, COALESCE(MAX(seq), 0) + 1, ?, ?, ? FROM session_note WHERE session = ?"),
        {id.str(), note.at, note.kind, compact(note.detail), id.str()});
}

template <class T>
static std::optional<T> maybe(const QVariant &v)
{
    if (v.isNull() || !v.isValid())
        return std::nullopt;
    return v.value<T>();
}

Result<domain::Session> sessionFromRow(const QVariantList &r)
{
    domain::Session s;
    const auto state = domain::stateFromKey(r.at(3).toString());
    const auto reason = domain::reasonFromKey(r.at(4).toString());
    const auto delivery = domain::deliveryFromKey(r.at(8).toString());
    if (!state || !reason || !delivery)
        return core::makeError(
            ErrorCode::Storage, QStringLiteral("A stored session cannot be read."), r.at(0).toString());
    s.id = core::SessionId(r.at(0).toString());
    s.tenant = core::TenantId(r.at(1).toString());
    s.request.identity = core::IdentityId(r.at(2).toString());
    s.state = *state;
    s.request.reason = *reason;
    s.request.ticket = r.at(5).toString();
    s.request.requiredIal = r.at(6).toInt();
    s.request.documents = r.at(7).toString().split(QLatin1Char(','), Qt::SkipEmptyParts);
    s.request.delivery = *delivery;
    s.personName = r.at(9).toString();
    s.firstName = r.at(10).toString();
    s.lastName = r.at(11).toString();
    s.sentTo = r.at(12).toString();
    s.operatorName = r.at(13).toString();
    s.providerId = core::ProviderSessionId(r.at(14).toString());
    s.createdAt = r.at(15).toLongLong();
    s.expiresAt = r.at(16).toLongLong();
    s.closedAt = maybe<core::Instant>(r.at(17));
    s.lastCheckedAt = maybe<core::Instant>(r.at(18));
    s.closingReason = r.at(19).toString();
    s.ial = maybe<int>(r.at(20));
    s.verifiedName = r.at(21).toString();
    s.documentType = r.at(22).toString();
    s.completedAt = maybe<core::Instant>(r.at(23));
    s.writeBack = r.at(24).toString();
    s.writeBackDetail = r.at(25).toString();
    s.version = r.at(26).toInt();
    s.source = r.at(27).toString();
    s.boundAt = maybe<core::Instant>(r.at(28));
    s.boundHow = r.at(29).toString();
    s.resetState = r.at(30).toString();
    s.resetAt = maybe<core::Instant>(r.at(31));
    s.resetVia = r.at(32).toString();
    s.reviewer = r.at(33).toString();
    s.hasNonce = r.at(34).toInt() != 0;
    s.userHash = r.at(35).toString();
    s.campaign = r.at(36).toString();
    s.clearsVerified = r.at(37).toInt() != 0;
    s.startedBy = r.at(38).toString();
    s.startedAs = domain::startedAsFromKey(r.at(39).toString());
    s.writeBackAt = maybe<core::Instant>(r.at(40));
    return s;
}

} // namespace store::sql
