#include "store/ledger/verification/sessionqueries.h"
#include "core/textfold.h"
#include "domain/reverification/sessionoverlay.h"
#include "domain/verification/resultproof.h"
#include "store/connection.h"
#include "store/ledger/audit/auditrows.h"
#include "store/ledger/verification/sessionrows.h"

namespace store::sql {

static QString whereOf(const domain::SessionFilter &f, QVariantList &values)
{
    QString where = QStringLiteral(" WHERE tenant = ?");
    values << text(f.tenant.str());
    if (!f.identity.isEmpty()) {
        where += QStringLiteral(" AND identity = ?");
        values << f.identity.str();
    }
    if (f.since) {
        where += QStringLiteral(
            " AND (created_at >= ? OR state IN ('launching','launch-unknown','pending','provisional','held'))");
        values << *f.since;
    }
    if (f.isByHand)
        where += QStringLiteral(" AND campaign = ''");
    if (f.isDecided)
        where += QStringLiteral(" AND (state = 'held' OR reviewer <> '')");
    if (!f.campaign.isEmpty()) {
        where += QStringLiteral(" AND campaign = ? AND campaign <> ''"); // as its index is said
        values << f.campaign;
    }
    if (f.until) {
        where += QStringLiteral(" AND created_at < ?");
        values << *f.until;
    }
    if (!f.states.isEmpty()) {
        QStringList marks;
        for (const auto s : f.states) {
            marks << QStringLiteral("?");
            values << domain::stateKey(s);
        }
        where += QStringLiteral(" AND state IN (%1)").arg(marks.join(QLatin1Char(',')));
    }
    return where;
}

core::Result<QList<domain::Session>> listSessions(Connection &c, const domain::SessionFilter &f)
{
    QVariantList values;
    const QString where = whereOf(f, values);
    const QString limit = f.text.isEmpty() ? QStringLiteral(" LIMIT %1").arg(f.limit) : QString();
    const auto rows = c.rows(QStringLiteral("SELECT %1 FROM session%2 ORDER BY created_at DESC, id%3")
                                 .arg(QLatin1String(sessionColumns), where, limit),
        values);
    if (!rows)
        return rows.error();
    const QString wanted = core::fold(f.text);
    QList<domain::Session> out;
    for (const auto &row : *rows) {
        auto s = sessionFromRow(row);
        if (!s)
            return s.error();
        const QString all = core::fold(s->personName + QLatin1Char(' ') + s->request.ticket + QLatin1Char(' ') +
                                       s->id.str() + QLatin1Char(' ') + s->providerId.str());
        if (wanted.isEmpty() || all.contains(wanted))
            out << *std::move(s);
        if (out.size() >= f.limit)
            break;
    }
    return out;
}

core::Result<QHash<QString, core::Instant>> readPasses(Connection &c, const core::TenantId &tenant, core::Instant since)
{
    // A session is never completed before it is created.
    const auto rows =
        c.rows(QStringLiteral("SELECT identity, MAX(completed_at) FROM session WHERE tenant = ? AND created_at >= "
                              "? AND state = 'verified' AND completed_at >= ? GROUP BY identity"),
            {tenant.str(), since - core::dayMs, since});
    if (!rows)
        return rows.error();
    QHash<QString, core::Instant> out;
    for (const auto &r : *rows)
        out.insert(r.at(0).toString(), r.at(1).toLongLong());
    return out;
}

core::Result<domain::SessionSummary> summarizeSessions(Connection &c, const core::TenantId &tenant, core::Instant now)
{
    domain::SessionSummary s;
    const auto open = c.rows(
        QStringLiteral("SELECT SUM(campaign <> '' AND state <> 'launch-unknown'), SUM(campaign = '' AND state <> "
                       "'launch-unknown'), SUM(state = 'launch-unknown') FROM session "
                       "WHERE tenant = ? AND state IN ('launching', 'launch-unknown', 'pending', 'provisional')"),
        {tenant.str()});
    const auto late =
        c.rows(QStringLiteral("SELECT SUM(state IN ('failed', 'declined', 'abandoned') AND created_at > ?), "
                              "SUM(write_back = 'not-stored'), MAX(CASE WHEN write_back = 'written' THEN closed_at "
                              "END) FROM session WHERE tenant = ? AND created_at > ?"),
            {now - core::dayMs, tenant.str(), now - 30 * core::dayMs});
    const auto held =
        c.value(QStringLiteral("SELECT COUNT(*) FROM session WHERE tenant = ? AND state = 'held'"), {tenant.str()});

    s.openRenewals = open->first().at(0).toLongLong();
    s.openOthers = open->first().at(1).toLongLong();
    s.unknown = open->first().at(2).toLongLong();
    s.failedLately = late->first().at(0).toLongLong();
    s.notStored = late->first().at(1).toLongLong();
    if (!late->first().at(2).isNull())
        s.lastWritten = late->first().at(2).toLongLong();
    s.held = held->toLongLong();
    return s;
}

core::Result<QList<domain::Session>> sessionsToWatch(
    Connection &c, const core::TenantId &tenant, bool withCampaigns, core::Instant now)
{
    // One index each: this runs twice a second.
    const auto rows = c.rows(
        QStringLiteral("SELECT %1 FROM session WHERE id IN ("
                       "SELECT id FROM session WHERE tenant = ? AND state IN "
                       "('launching','launch-unknown','pending','provisional') "
                       "UNION SELECT id FROM session WHERE tenant = ? AND write_back IN "
                       "('waiting','planned','asked','unknown') "
                       "UNION SELECT id FROM session WHERE tenant = ? AND source = 'callback' AND created_at > ?)%2")
            .arg(QLatin1String(sessionColumns), withCampaigns ? QString() : QStringLiteral(" AND campaign = ''")),
        {tenant.str(), tenant.str(), tenant.str(), now - core::hourMs});
    if (!rows)
        return rows.error();
    QList<domain::Session> out;
    for (const auto &row : *rows) {
        auto s = sessionFromRow(row);
        if (!s)
            return s.error();
        out << *std::move(s);
    }
    return out;
}

core::Result<QHash<QString, domain::SessionOverlay>> readOverlays(Connection &c, const core::TenantId &tenant)
{
    const auto rows = c.rows(QStringLiteral("SELECT identity, state, COALESCE(closed_at, created_at) FROM session "
                                            "WHERE tenant = ? ORDER BY created_at"),
        {tenant.str()});
    if (!rows)
        return rows.error();
    QHash<QString, domain::SessionOverlay> out;
    for (const auto &r : *rows) {
        const auto state = domain::stateFromKey(r.at(1).toString()).value_or(domain::SessionState::Cancelled);
        const auto o = domain::overlaid(out.value(r.at(0).toString()), state, r.at(2).toLongLong());
        if (o)
            out.insert(r.at(0).toString(), *o);
    }
    return out;
}

core::Result<RowProofs> proveRows(Connection &c, const QString &after, int limit)
{
    const auto rows =
        c.rows(QStringLiteral("SELECT %1 FROM session WHERE state = 'verified' AND id > ? ORDER BY id LIMIT %2")
                   .arg(QLatin1String(sessionColumns))
                   .arg(limit),
            {text(after)}); // a null text would be NULL, and nothing is greater
    if (!rows)
        return rows.error();
    RowProofs out;
    for (const auto &row : *rows) {
        const auto s = sessionFromRow(row);
        if (!s)
            return s.error();
        const auto recorded = recordedResult(c, s->id.str());
        if (!recorded)
            return recorded.error();
        const auto proof = domain::rowProof(*s, *recorded);
        out.proved += proof == domain::RowProof::Proved ? 1 : 0;
        out.notAnchored += proof == domain::RowProof::NotAnchored ? 1 : 0;
        if (out.firstBad.isEmpty() && (proof == domain::RowProof::Differs || proof == domain::RowProof::Missing))
            out.firstBad = s->id.str();
    }
    if (rows->size() == limit)
        out.last = rows->last().at(0).toString();
    return out;
}

} // namespace store::sql
