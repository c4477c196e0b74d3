#include "store/cache/cachesql.h"
#include "core/jsontext.h"
#include "domain/identities/activity.h"
#include "store/cache/pagewriter.h"
#include "store/cache/segments.h"
#include <QJsonDocument>
#include <QJsonObject>
#include <QScopeGuard>
#include <sqlite3.h>

namespace store::cachesql {

using core::Result;

Result<QString> meta(Connection &c, const QString &name)
{
    const auto v = c.value(QStringLiteral("SELECT value FROM meta WHERE name = ?"), {name});
    if (!v)
        return v.error();
    return v->toString();
}

core::Status setMeta(Connection &c, const QString &name, const QVariant &value)
{
    return c.exec(
        QStringLiteral(
            "INSERT INTO meta (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value"),
        {name, value});
}

Result<SyncState> readState(Connection &c)
{
    const auto raw = meta(c, QStringLiteral("sync"));
    if (!raw)
        return raw.error();
    const QJsonObject o = QJsonDocument::fromJson(raw->toUtf8()).object();
    SyncState s;
    s.hasFull = o.value(QLatin1String("hasFull")).toBool();
    s.lastFullAt = o.value(QLatin1String("lastFullAt")).toInteger();
    s.lastSyncAt = o.value(QLatin1String("lastSyncAt")).toInteger();
    s.changesSince = o.value(QLatin1String("changesSince")).toInteger();
    s.runningMode = o.value(QLatin1String("runningMode")).toString();
    s.cursor = o.value(QLatin1String("cursor")).toString();
    s.runningSince = o.value(QLatin1String("runningSince")).toInteger();
    s.expected = o.value(QLatin1String("expected")).toInteger();
    return s;
}

core::Status writeState(Connection &c, const SyncState &s)
{
    const QJsonObject o{{QStringLiteral("hasFull"), s.hasFull}, {QStringLiteral("lastFullAt"), s.lastFullAt},
        {QStringLiteral("lastSyncAt"), s.lastSyncAt}, {QStringLiteral("changesSince"), s.changesSince},
        {QStringLiteral("runningMode"), s.runningMode}, {QStringLiteral("cursor"), s.cursor},
        {QStringLiteral("runningSince"), s.runningSince}, {QStringLiteral("expected"), s.expected}};
    return setMeta(c, QStringLiteral("sync"), core::compactJson(o));
}

core::Status runAll(Connection &c, const QStringList &statements)
{
    for (const QString &s : statements) {
        if (const auto r = c.exec(s); !r)
            return r;
    }
    return core::ok();
}

core::Status dropListIndexes(Connection &c)
{
    return runAll(
        c, {QStringLiteral("DROP INDEX IF EXISTS by_name"), QStringLiteral("DROP INDEX IF EXISTS by_status"),
               QStringLiteral("DROP INDEX IF EXISTS by_email"), QStringLiteral("DROP INDEX IF EXISTS by_profile"),
               QStringLiteral("DROP INDEX IF EXISTS by_lifecycle"), QStringLiteral("DROP INDEX IF EXISTS by_ial"),
               QStringLiteral("DROP INDEX IF EXISTS by_date"), QStringLiteral("DROP INDEX IF EXISTS by_due")});
}

core::Status buildListIndexes(Connection &c)
{
    return runAll(c,
        {QStringLiteral("CREATE INDEX IF NOT EXISTS by_name ON identity (sortkey)"),
            QStringLiteral("CREATE INDEX IF NOT EXISTS by_status ON identity (kind, due, warn_at, sid, base_kind)")});
}

core::Status buildSortIndexes(Connection &c)
{
    return runAll(c, {QStringLiteral("CREATE INDEX IF NOT EXISTS by_email ON identity (email)"),
                         QStringLiteral("CREATE INDEX IF NOT EXISTS by_profile ON identity (profile)"),
                         QStringLiteral("CREATE INDEX IF NOT EXISTS by_lifecycle ON identity (lifecycle)"),
                         QStringLiteral("CREATE INDEX IF NOT EXISTS by_ial ON identity (ial)"),
                         QStringLiteral("CREATE INDEX IF NOT EXISTS by_date ON identity (date_at)"),
                         QStringLiteral("CREATE INDEX IF NOT EXISTS by_due ON identity (due)")});
}

core::Status applyOverlay(
    Connection &c, const QString &id, const domain::SessionOverlay &o, const domain::StatusWords &words)
{
    const auto r = o.kind == domain::SessionOverlay::None
                       ? c.exec(QStringLiteral("DELETE FROM overlay WHERE id = ?"), {id})
                       : c.exec(QStringLiteral("INSERT INTO overlay (id, kind, at) VALUES (?1, ?2, ?3) ON CONFLICT "
                                               "(id) DO UPDATE SET kind = excluded.kind, at = excluded.at"),
                             {id, int(o.kind), o.at});
    if (!r)
        return r;
    const auto row = c.rows(
        QStringLiteral("SELECT idv_status, date_at, date_quality, kind, idv_verified FROM identity WHERE id = ?"),
        {id});
    if (!row)
        return row.error();
    if (row->isEmpty())
        return core::ok();
    domain::IdvFacts facts;
    facts.status = row->first().at(0).toString();
    facts.verifiedRaw = row->first().at(4).toString();
    facts.verified = domain::parseFlag(facts.verifiedRaw);
    if (!row->first().at(1).isNull())
        facts.date.at = row->first().at(1).toLongLong();
    facts.date.quality = domain::DateQuality(row->first().at(2).toInt());
    const int kind = int(domain::kindOf(facts, o, words));
    if (kind == row->first().at(3).toInt())
        return core::ok();
    return c.exec(QStringLiteral("UPDATE identity SET kind = ? WHERE id = ?"), {kind, id});
}

} // namespace store::cachesql
