#include "store/cache/identitycache.h"
#include "core/killpoint.h"
#include "store/cache/cachesql.h"
#include "store/cache/pagewriter.h"

namespace store {

using core::Async;
using core::Result;
using core::Unit;

static constexpr int cacheId = 0x4944564D; // "IDVM"

IdentityCache::~IdentityCache() = default;

Result<std::unique_ptr<IdentityCache>> IdentityCache::open(const QString &path,
    const domain::ReverificationPolicy &policy, std::shared_ptr<core::Clock> clock, const domain::Reading &reading)
{
    DatabaseOptions o;
    o.path = path;
    o.applicationId = cacheId;
    o.migrationPrefix = QStringLiteral(":/sql/mirror");
    o.cacheKiB = 24 * 1024;
    auto writer = Database::open(o);
    if (!writer)
        return writer.error();
    auto readAnew = std::make_shared<core::Status>(core::ok());
    (void)(*writer)->run<Unit>([readAnew, reading, policy, now = clock->now()](Connection &c) -> core::Status {
        *readAnew = cachesql::readAnew(c, reading, policy, now);
        return *readAnew;
    });
    (*writer)->drain();
    if (!*readAnew)
        return readAnew->error();
    o.cacheKiB = 8 * 1024;
    auto reader = Database::open(o);
    o.cacheKiB = 4 * 1024;
    auto slow = Database::open(o);
    if (!reader || !slow)
        return reader ? slow.error() : reader.error();
    std::unique_ptr<IdentityCache> m(new IdentityCache);
    m->m_writer = *std::move(writer);
    m->m_reader = *std::move(reader);
    m->m_slow = *std::move(slow);
    m->m_clock = std::move(clock);
    m->m_policy = policy;
    m->m_reading = reading;
    return m;
}

Async<PeopleResult> IdentityCache::quick(const PeopleQuery &q, int limit)
{
    return m_reader->run<PeopleResult>(
        [q, limit, now = m_clock->now()](Connection &c) { return cachesql::find(c, q, limit, now); });
}

Async<PeopleResult> IdentityCache::all(const PeopleQuery &q)
{
    return m_slow->run<PeopleResult>(
        [q, now = m_clock->now()](Connection &c) { return cachesql::find(c, q, -1, now); });
}

Async<QList<domain::Identity>> IdentityCache::people(const RowIds &rows)
{
    return m_reader->run<QList<domain::Identity>>(
        [rows, now = m_clock->now()](Connection &c) { return cachesql::readPeople(c, rows, now); });
}

Async<domain::Identity> IdentityCache::person(const core::IdentityId &id)
{
    return m_reader->run<domain::Identity>([id, now = m_clock->now()](Connection &c) -> Result<domain::Identity> {
        const auto rid = c.value(QStringLiteral("SELECT rid FROM identity WHERE id = ?"), {id.str()});
        if (!rid)
            return rid.error();
        if (!rid->isValid())
            return core::makeError(core::ErrorCode::NotFound, QStringLiteral("This person is not in the local copy."));
        auto list = cachesql::readPeople(c, {qint32(rid->toLongLong())}, now);
        if (!list)
            return list.error();
        return list->first();
    });
}

Async<domain::ContactHistory> IdentityCache::contactHistory(const core::IdentityId &id)
{
    return m_reader->run<domain::ContactHistory>([id](Connection &c) -> Result<domain::ContactHistory> {
        domain::ContactHistory h;
        const auto since = cachesql::meta(c, QStringLiteral("historySince"));
        if (!since)
            return since.error();
        if (const core::Instant at = since->toLongLong(); at > 0)
            h.since = at;
        const auto rows = c.rows(QStringLiteral("SELECT field, at FROM contact_change WHERE id = ?"), {id.str()});
        if (!rows)
            return rows.error();
        for (const auto &r : *rows) {
            const core::Instant at = r.at(1).toLongLong();
            const QString field = r.at(0).toString();
            if (field == QLatin1String("all"))
                h.since = at; // a newcomer: nothing is known from before
            else
                (field == QLatin1String("mobile")     ? h.mobileChangedAt
                    : field == QLatin1String("email") ? h.emailChangedAt
                                                      : h.personalChangedAt) = at;
        }
        return h;
    });
}

Async<StatusCounts> IdentityCache::counts(const QStringList &exempt)
{
    return m_slow->run<StatusCounts>(
        [now = m_clock->now(), exempt](Connection &c) { return cachesql::readCounts(c, now, exempt); });
}

Async<domain::PeopleFacets> IdentityCache::facets()
{
    return m_slow->run<domain::PeopleFacets>([](Connection &c) { return cachesql::readFacets(c); });
}

Async<QList<domain::ActivityGroup>> IdentityCache::activityGroups()
{
    return m_slow->run<QList<domain::ActivityGroup>>([](Connection &c) { return cachesql::readActivityGroups(c); });
}

Async<domain::ValueQuality> IdentityCache::valueQuality()
{
    return m_slow->run<domain::ValueQuality>(
        [words = m_reading.words](Connection &c) { return cachesql::readQuality(c, words); });
}

Async<qint64> IdentityCache::visit(
    std::shared_ptr<const RowIds> rows, Visitor visitor, Order order, std::function<core::Status()> finish)
{
    return m_slow->run<qint64>([rows = std::move(rows), visitor = std::move(visitor), order,
                                   finish = std::move(finish)](Connection &c) -> Result<qint64> {
        const auto n = cachesql::visit(c, *rows, order, visitor);
        if (n && finish) {
            if (const auto ended = finish(); !ended)
                return ended.error();
        }
        return n;
    });
}

Async<QList<core::IdentityId>> IdentityCache::idsOf(std::shared_ptr<const RowIds> rows, int limit)
{
    return m_slow->run<QList<core::IdentityId>>(
        [rows = std::move(rows), limit](Connection &c) -> Result<QList<core::IdentityId>> {
            QList<core::IdentityId> ids;
            const RowIds first(rows->begin(), rows->begin() + std::min(qsizetype(limit), qsizetype(rows->size())));
            const auto n = cachesql::visit(c, first, Order::AsGiven, [&ids](const domain::PersonCells &p) {
                const std::string_view id = p.text[size_t(domain::PeopleColumn::Id)];
                ids << core::IdentityId(QString::fromUtf8(id.data(), qsizetype(id.size())));
                return true;
            });
            if (!n)
                return n.error();
            return ids;
        });
}

Async<std::shared_ptr<const RowIds>> IdentityCache::rowsOf(const QStringList &ids)
{
    using Rows = std::shared_ptr<const RowIds>;
    return m_slow->run<Rows>([ids](Connection &c) -> Result<Rows> {
        auto rows = std::make_shared<RowIds>();
        rows->reserve(size_t(ids.size()));
        QSqlQuery q(c.db());
        q.prepare(QStringLiteral("SELECT rid FROM identity WHERE id = ?"));
        for (const QString &id : ids) {
            q.addBindValue(id);
            if (!q.exec())
                return c.lastError(QStringLiteral("The local copy cannot be read."));
            rows->push_back(q.next() ? qint32(q.value(0).toInt()) : 0);
        }
        return Rows(rows);
    });
}

Async<SyncState> IdentityCache::syncState()
{
    return m_writer->run<SyncState>([](Connection &c) { return cachesql::readState(c); });
}

static Result<std::optional<domain::SyncFailure>> readFailure(Connection &c)
{
    const auto raw = cachesql::meta(c, QStringLiteral("sync-failure"));
    if (!raw)
        return raw.error();
    return domain::syncFailureFromJson(QJsonDocument::fromJson(raw->toUtf8()).object());
}

Async<domain::SyncHealth> IdentityCache::syncHealth()
{
    return m_writer->run<domain::SyncHealth>([](Connection &c) -> Result<domain::SyncHealth> {
        const auto state = cachesql::readState(c);
        if (!state)
            return state.error();
        const auto failure = readFailure(c);
        if (!failure)
            return failure.error();
        return domain::SyncHealth{*state, *failure};
    });
}

Async<Unit> IdentityCache::setSyncFailure(const std::optional<domain::SyncFailure> &failure)
{
    return m_writer->write<Unit>([failure](Connection &c) -> core::Status {
        if (!failure)
            return cachesql::setMeta(c, QStringLiteral("sync-failure"), QStringLiteral("{}"));
        domain::SyncFailure f = *failure;
        const auto before = readFailure(c);
        if (!before)
            return before.error();
        if (*before)
            f.since = (*before)->since;
        return cachesql::setMeta(c, QStringLiteral("sync-failure"),
            QString::fromUtf8(QJsonDocument(domain::toJson(f)).toJson(QJsonDocument::Compact)));
    });
}

Async<qint64> IdentityCache::metCount(bool isList)
{
    return m_writer->run<qint64>([isList](Connection &c) -> Result<qint64> {
        const auto v =
            c.value(isList ? QStringLiteral("SELECT COUNT(*) FROM seen")
                           : QStringLiteral("SELECT (SELECT COUNT(*) FROM identity WHERE flags & 2 = 0) - "
                                            "(SELECT COUNT(*) FROM missing m JOIN identity i ON i.id = m.id)"));
        if (!v)
            return v.error();
        return v->toLongLong();
    });
}

Async<QString> IdentityCache::prepare(std::function<Result<QString>()> job)
{
    return m_writer->run<QString>([job = std::move(job)](Connection &) { return job(); });
}

void IdentityCache::changedSoon(const Async<Unit> &done)
{
    core::whenDone<Unit>(done, this, [this](const core::Status &r) {
        if (r)
            Q_EMIT changed();
    });
}

Async<PageResult> IdentityCache::applyPage(const PageSpan &span, RowSource rows)
{
    const auto done =
        m_writer->write<PageResult>([span, rows = std::move(rows), now = m_clock->now(), policy = m_policy,
                                        reading = m_reading](Connection &c) -> Result<PageResult> {
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

Async<Unit> IdentityCache::setSyncState(const SyncState &state)
{
    return m_writer->write<Unit>([state](Connection &c) { return cachesql::writeState(c, state); });
}

Async<Unit> IdentityCache::beginFull(const SyncState &state)
{
    return m_writer->write<Unit>([state](Connection &c) -> core::Status {
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

Async<qint64> IdentityCache::finishFull(const SyncState &state, bool removeGone)
{
    const auto done = m_writer->write<qint64>([state, removeGone,
                                                  wasList = state.runningMode != QLatin1String("search"),
                                                  now = m_clock->now()](Connection &c) -> Result<qint64> {
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

Async<Unit> IdentityCache::buildSearch()
{
    core::Deferred<Unit> finished;
    const auto slice = m_writer->write<bool>([](Connection &c) -> Result<bool> {
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

Async<Unit> IdentityCache::remove(const core::IdentityId &id)
{
    const auto done = m_writer->write<Unit>([id](Connection &c) { return removeOne(c, id.str()); });
    changedSoon(done);
    return done;
}

Async<Unit> IdentityCache::setOverlay(const core::IdentityId &id, const domain::SessionOverlay &overlay)
{
    const auto done = m_writer->write<Unit>([id, overlay](Connection &c) -> core::Status {
        const auto words = cachesql::wordsOf(c);
        return words ? cachesql::applyOverlay(c, id.str(), overlay, *words) : core::Status(words.error());
    });
    changedSoon(done);
    return done;
}

Async<Unit> IdentityCache::replaceOverlays(const QHash<QString, domain::SessionOverlay> &overlays)
{
    return m_writer->write<Unit>([overlays](Connection &c) -> core::Status {
        const auto words = cachesql::wordsOf(c);
        if (!words)
            return words.error();
        const auto before = c.rows(QStringLiteral("SELECT id FROM overlay"));
        if (!before)
            return before.error();
        for (const auto &row : *before) {
            if (overlays.contains(row.at(0).toString()))
                continue;
            if (const auto r = cachesql::applyOverlay(c, row.at(0).toString(), {}, *words); !r)
                return r;
        }
        for (auto it = overlays.begin(); it != overlays.end(); ++it) {
            if (const auto r = cachesql::applyOverlay(c, it.key(), it.value(), *words); !r)
                return r;
        }
        return core::ok();
    });
}

Async<Unit> IdentityCache::setPolicy(const domain::ReverificationPolicy &policy)
{
    m_policy = policy;
    return core::andThen<bool>(m_writer->write<bool>([policy, now = m_clock->now()](Connection &c) {
        return cachesql::applyPolicy(c, policy, now);
    }),
        this, [this](bool isBehind) { return isBehind ? applyPolicySlices() : core::ready<Unit>(core::ok()); });
}

// In slices, so that a page of a running copy or an overlay does not wait for a million people.
Async<Unit> IdentityCache::applyPolicySlices()
{
    return core::andThen<bool>(
        m_writer->write<bool>([](Connection &c) { return cachesql::applyPolicySlice(c); }), this, [this](bool isMore) {
            Q_EMIT changed();
            return isMore ? applyPolicySlices() : m_writer->write<Unit>([](Connection &c) -> core::Status {
                const auto indexed = cachesql::meta(c, QStringLiteral("indexed"));
                return indexed && *indexed == QLatin1String("1") ? cachesql::buildListIndexes(c) : core::ok();
            });
        });
}

Async<QList<domain::WeekLoad>> IdentityCache::forecast(const std::vector<core::Instant> &boundaries)
{
    return m_slow->run<QList<domain::WeekLoad>>(
        [boundaries](Connection &c) { return cachesql::readForecast(c, boundaries); });
}

Async<domain::Outlook> IdentityCache::outlook(
    const domain::ReverificationPolicy &policy, const std::vector<core::Instant> &boundaries)
{
    return m_slow->run<domain::Outlook>([policy, boundaries, now = m_clock->now()](Connection &c) {
        return cachesql::readOutlook(c, policy, boundaries, now);
    });
}

} // namespace store
