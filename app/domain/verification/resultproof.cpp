#include "domain/verification/resultproof.h"
#include <QCryptographicHash>

namespace domain {

QString resultDigest(const Session &s)
{
    QJsonObject o{{QStringLiteral("session"), s.id.str()}, {QStringLiteral("tenant"), s.tenant.str()},
        {QStringLiteral("identity"), s.request.identity.str()}, {QStringLiteral("reason"), reasonKey(s.request.reason)},
        {QStringLiteral("state"), stateKey(s.state)}, {QStringLiteral("document"), s.documentType},
        {QStringLiteral("provider"), s.providerId.str()}, {QStringLiteral("source"), s.source},
        {QStringLiteral("reviewer"), s.reviewer}};
    if (s.ial)
        o.insert(QStringLiteral("ial"), *s.ial);
    if (s.completedAt)
        o.insert(QStringLiteral("completedAt"), *s.completedAt);
    const auto canonical = canonicalJson(o);
    if (!canonical)
        return {};
    return QString::fromLatin1(QCryptographicHash::hash(*canonical, QCryptographicHash::Sha256).toHex());
}

RowProof rowProof(const Session &s, const std::optional<AuditRecord> &newest)
{
    if (!newest)
        return RowProof::Missing;
    const auto hash = newest->isRedacted ? auditHash(*newest, newest->digests) : auditHash(*newest);
    if (!hash || *hash != newest->hash || newest->event.subject != s.id.str())
        return RowProof::Differs;
    const QString recorded = newest->event.data.value(resultDigestKey).toString();
    if (recorded.isEmpty()) {
        // Recorded before digests were: what it says must not contradict the row all the same.
        const QString state = newest->event.data.value(QLatin1String("state")).toString();
        return state.isEmpty() || state == stateKey(s.state) ? RowProof::NotAnchored : RowProof::Differs;
    }
    const QString now = resultDigest(s);
    return !now.isEmpty() && recorded == now ? RowProof::Proved : RowProof::Differs;
}

} // namespace domain
