#include "store/cache/copywriter.h"
#include "core/jsontext.h"
#include "core/killpoint.h"
#include "store/cache/cachesql.h"
#include "store/cache/pagewriter.h"
#include <QJsonDocument>

namespace store {

using core::Async;
using core::Result;
using core::Unit;

Async<SyncState> CopyWriter::syncState()
{
    return m_file.writer->run<SyncState>([](Connection &c) { return cachesql::readState(c); });
}

static Result<std::optional<domain::SyncFailure>> readFailure(Connection &c)
{
    const auto raw = cachesql::meta(c, QStringLiteral("sync-failure"));
    if (!raw)
        return raw.error();
    return domain::syncFailureFromJson(QJsonDocument::fromJson(raw->toUtf8()).object());
}

Async<domain::SyncHealth> CopyWriter::syncHealth()
{
    return m_file.writer->run<domain::SyncHealth>([](Connection &c) -> Result<domain::SyncHealth> {
        const auto state = cachesql::readState(c);
        if (!state)
            return state.error();
        const auto failure = readFailure(c);
        if (!failure)
            return failure.error();
        return domain::SyncHealth{*state, *failure};
    });
}

Async<Unit> CopyWriter::setSyncFailure(const std::optional<domain::SyncFailure> &failure)
{
    return m_file.writer->write<Unit>([failure](Connection &c) -> core::Status {
        if (!failure)
            return cachesql::setMeta(c, QStringLiteral("sync-failure"), QStringLiteral("{}"));
        domain::SyncFailure f = *failure;
        const auto before = readFailure(c);
        if (!before)
            return before.error();
        if (*before)
            f.since = (*before)->since;
        return cachesql::setMeta(c, QStringLiteral("sync-failure"), core::compactJson(domain::toJson(f)));
    });
}

Async<qint64> CopyWriter::metCount(bool isList)
{
    return m_file.writer->run<qint64>([isList](Connection &c) -> Result<qint64> {
        const auto v =
            c.value(isList ? QStringLiteral("SELECT COUNT(*) FROM seen")
                           : QStringLiteral("SELECT (SELECT COUNT(*) FROM identity WHERE flags & 2 = 0) - "
                                            "(SELECT COUNT(*) FROM missing m JOIN identity i ON i.id = m.id)"));
        if (!v)
            return v.error();
        return v->toLongLong();
    });
}

Async<QString> CopyWriter::prepare(std::function<Result<QString>()> job)
{
    return m_file.writer->run<QString>([job = std::move(job)](Connection &) { return job(); });
}

Async<PageResult> CopyWriter::applyPage(const PageSpan &span, RowSource rows)
{
    const auto done = m_file.writer->write<PageResult>(
        [span, rows = std::move(rows), now = m_file.clock->now(), policy = m_file.policy, reading = m_file.reading](
            Connection &c) -> Result<PageResult> {
            const auto version = cachesql::meta(c, QStringLiteral("reading"));
            if (!version)
                return version.error();
            if (*version != reading.version()) // another process has read it anew: one copy is not to hold two readings
                return core::makeError(
                    core::ErrorCode::Conflict, QStringLiteral("The tenant's status words or attributes were changed in "
                                                              "another window or job. Open the tenant again."));
            const auto list = rows();
            if (!list)
                return list.error();
            core::killPoint("mirror-page");
            PageWriter writer(c, policy, reading.words, now);
            auto result = writer.write(span, **list);
            if (!result)
                return result;
            if (!span.isChanges) {
                auto state = cachesql::readState(c);
                if (!state)
                    return state.error();
                state->cursor = span.cursor;
                if (const auto r = cachesql::writeState(c, *state); !r)
                    return r.error();
            }
            return result;
        });
    core::whenDone<PageResult>(done, this, [this](const Result<PageResult> &r) {
        if (r && (r->added > 0 || r->changed > 0))
            Q_EMIT changed();
    });
    return done;
}

Async<Unit> CopyWriter::setSyncState(const SyncState &state)
{
    return m_file.writer->write<Unit>([state](Connection &c) { return cachesql::writeState(c, state); });
}

Async<Unit> CopyWriter::beginFull(const SyncState &state)
{
    return m_file.writer->write<Unit>([state](Connection &c) -> core::Status {
        for (const char *sql : {"DELETE FROM missing", "DELETE FROM seen"}) {
            if (const auto r = c.exec(QLatin1String(sql)); !r)
                return r;
        }
        const auto any = c.value(QStringLiteral("SELECT 1 FROM identity LIMIT 1"));
        if (!any)
            return any.error();
        if (!any->isValid()) {
            // Loading into kept indexes costs five times the load itself: build them after.
            if (const auto r = cachesql::dropListIndexes(c); !r)
                return r;
            if (const auto r = cachesql::setMeta(c, QStringLiteral("indexed"), 0); !r)
                return r;
            if (const auto r = cachesql::setMeta(c, QStringLiteral("search"), QStringLiteral("none")); !r)
                return r;
        }
        return cachesql::writeState(c, state);
    });
}

static core::Status removeOne(Connection &c, const QString &id)
{
    const auto row = c.rows(QStringLiteral("SELECT i.rid, p.pos, i.name, i.email, i.alias, i.employee FROM identity i "
                                           "LEFT JOIN place p ON p.rid = i.rid WHERE i.id = ?"),
        {id});
    if (!row)
        return row.error();
    if (row->isEmpty())
        return core::ok();
    const auto &r = row->first();
    if (!r.at(1).isNull()) {
        const std::string t = searchText(r.at(2).toString().toStdString(), r.at(3).toString().toStdString(),
            r.at(4).toString().toStdString(), r.at(5).toString().toStdString());
        if (const auto done = c.exec(QStringLiteral("INSERT INTO search (search, rowid, t) VALUES ('delete', ?, ?)"),
                {r.at(1), QString::fromStdString(t)});
            !done)
            return done;
        if (const auto done = c.exec(QStringLiteral("DELETE FROM place WHERE pos = ?"), {r.at(1)}); !done)
            return done;
    }
    return c.exec(QStringLiteral("DELETE FROM identity WHERE rid = ?"), {r.at(0)});
}

Async<qint64> CopyWriter::finishFull(const SyncState &state, bool removeGone)
{
    const auto done = m_file.writer->write<qint64>([state, removeGone,
                                                       wasList = state.runningMode != QLatin1String("search"),
                                                       now = m_file.clock->now()](Connection &c) -> Result<qint64> {
        const auto gone = c.rows(
            wasList ? QStringLiteral("SELECT id FROM identity WHERE flags & 2 = 0 AND id NOT IN (SELECT id FROM seen)")
                    : QStringLiteral("SELECT id FROM missing WHERE id IN (SELECT id FROM identity)"));
        if (!gone)
            return gone.error();
        for (const auto &row : *gone) {
            if (!removeGone)
                break;
            if (const auto r = removeOne(c, row.at(0).toString()); !r)
                return r.error();
        }
        for (const char *sql : {"DELETE FROM missing", "DELETE FROM seen"}) {
            if (const auto r = c.exec(QLatin1String(sql)); !r)
                return r.error();
        }
        if (const auto r = cachesql::buildListIndexes(c); !r)
            return r.error();
        if (const auto r = cachesql::setMeta(c, QStringLiteral("indexed"), 1); !r)
            return r.error();
        if (const auto r =
                c.exec(QStringLiteral("INSERT OR IGNORE INTO meta (name, value) VALUES ('historySince', ?)"), {now});
            !r)
            return r.error();
        // From here on a newcomer is known to be one; the first copy pays nothing for it.
        if (const auto r = c.exec(QStringLiteral("CREATE TRIGGER IF NOT EXISTS newcomer AFTER INSERT ON identity BEGIN "
                                                 "INSERT OR REPLACE INTO contact_change VALUES (new.id, 'all', "
                                                 "CAST(strftime('%s', 'now') AS INTEGER) * 1000); END"));
            !r)
            return r.error();
        SyncState ended = state;
        ended.runningMode.clear();
        ended.cursor.clear();
        if (const auto r = cachesql::writeState(c, ended); !r)
            return r.error();
        return removeGone ? qint64(gone->size()) : 0;
    });
    core::whenDone<qint64>(done, this, [this](const Result<qint64> &r) {
        if (r)
            Q_EMIT changed();
    });
    return done;
}

Async<Unit> CopyWriter::buildSearch()
{
    core::Deferred<Unit> finished;
    const auto slice = m_file.writer->write<bool>([](Connection &c) -> Result<bool> {
        const auto more = cachesql::buildSearchSlice(c);
        if (!more || *more)
            return more;
        if (const auto r = cachesql::buildSortIndexes(c); !r)
            return r.error();
        return false;
    });
    core::whenDone<bool>(slice, this, [this, finished](const Result<bool> &more) {
        if (!more) {
            finished.resolve(more.error());
        } else if (*more) {
            core::whenDone<Unit>(buildSearch(), this, [finished](const core::Status &r) { finished.resolve(r); });
        } else {
            finished.resolve(core::ok());
            Q_EMIT changed();
        }
    });
    return finished.future();
}

Async<Unit> CopyWriter::remove(const core::IdentityId &id)
{
    const auto done = m_file.writer->write<Unit>([id](Connection &c) { return removeOne(c, id.str()); });
    core::whenDone<Unit>(done, this, [this](const core::Status &r) {
        if (r)
            Q_EMIT changed();
    });
    return done;
}

} // namespace store
