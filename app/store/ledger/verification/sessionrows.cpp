#include "store/ledger/verification/sessionrows.h"
#include "core/jsontext.h"
#include <QJsonDocument>

namespace store::sql {

using core::ErrorCode;
using core::Result;
using domain::SessionNote;

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
        {id.str(), note.at, note.kind, core::compactJson(note.detail), id.str()});
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

Result<domain::Session> readSession(Connection &c, const core::SessionId &id)
{
    const auto rows =
        c.rows(QStringLiteral("SELECT %1 FROM session WHERE id = ?").arg(QLatin1String(sessionColumns)), {id.str()});
    if (!rows)
        return rows.error();
    if (rows->isEmpty())
        return core::makeError(ErrorCode::NotFound, QStringLiteral("This session is not in the ledger."));
    return sessionFromRow(rows->first());
}

Result<QList<SessionNote>> readNotes(Connection &c, const core::SessionId &id)
{
    const auto rows =
        c.rows(QStringLiteral("SELECT at, kind, detail FROM session_note WHERE session = ? ORDER BY seq"), {id.str()});
    if (!rows)
        return rows.error();
    QList<SessionNote> out;
    for (const auto &r : *rows)
        out.append(
            {r.at(0).toLongLong(), r.at(1).toString(), QJsonDocument::fromJson(r.at(2).toString().toUtf8()).object()});
    return out;
}

} // namespace store::sql
