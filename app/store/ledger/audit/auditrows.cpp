#include "store/ledger/audit/auditrows.h"
#include <QJsonDocument>

namespace store::sql {

using core::Result;

static QJsonObject object(const QVariant &v)
{
    return QJsonDocument::fromJson(v.toString().toUtf8()).object();
}

const char *const auditColumns =
    "seq, at, actor, action, tenant, subject, outcome, data, payload, previous, hash, digests, seat";

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

} // namespace store::sql
