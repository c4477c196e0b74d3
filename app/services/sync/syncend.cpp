#include "core/logfailure.h"
#include "services/sync/internal/syncrun.h"

// How a copy ends: counting, catching up with what changed meanwhile, and what is copied beside everyone.
namespace services {

using core::Result;
using core::Unit;

void Syncer::Run::atEnd()
{
    isEndReached = true;
    if (writesPending == 0)
        recount();
}

void Syncer::Run::recount()
{
    if (isOver)
        return;
    auto keep = shared_from_this();
    core::whenDone<qint64>(source.count(state.runningMode), &self, [this, keep](const Result<qint64> &count) {
        if (!count)
            return fail(count.error());
        // The span behind the last id covers whoever stood there before and is gone.
        store::PageSpan tail;
        tail.isList = isList();
        tail.after = cursor;
        tail.isLast = true;
        tail.cursor = cursor;
        const auto written =
            rt.cache->writer().applyPage(tail, []() -> Result<const std::vector<domain::IdentityRow> *> {
                static const std::vector<domain::IdentityRow> nobody;
                return &nobody;
            });
        core::whenDone<store::PageResult>(
            written, &self, [this, keep, theirs = *count](const Result<store::PageResult> &r) {
                if (!r)
                    return fail(r.error());
                core::whenDone<qint64>(
                    rt.cache->writer().metCount(isList()), &self, [this, keep, theirs](const Result<qint64> &ours) {
                        if (!ours)
                            return fail(ours.error());
                        counted(theirs, *ours);
                    });
            });
    });
}

// Agreement ends the copy. Otherwise: ask for the empty page once more, then for what changed meanwhile, then go
// through everyone a second time; what still differs is said, not hidden.
void Syncer::Run::counted(qint64 theirs, qint64 ours)
{
    // The plug-in cannot count: its end is believed, but not that nobody is there.
    const bool isUncounted = state.runningMode == QLatin1String("table") && theirs < 0 && ours > 0;
    if ((theirs == ours || isUncounted) && !hasMoved)
        return finishFull(true, theirs, ours);
    if (!isEmptyRetried) {
        isEmptyRetried = true;
        isEndReached = false;
        return fetch();
    }
    if (!isCaughtUp && !isList() && theirs > ours) {
        isCaughtUp = isAfterFull = true;
        state.changesSince = state.runningSince;
        lastSpanAfter = cursor;
        cursor.clear();
        return fetchChanges();
    }
    if (passes < 2) {
        ++passes;
        isCaughtUp = false;
        return startFull(state.runningMode, false);
    }
    finishFull(false, theirs, ours);
}

void Syncer::Run::finishFull(bool removeGone, qint64 theirs, qint64 ours)
{
    auto keep = shared_from_this();
    domain::SyncState ended = state;
    if (removeGone) {
        ended.hasFull = true;
        ended.lastFullAt = state.runningSince;
        ended.changesSince = tellsChanges() ? state.runningSince : 0;
        ended.lastSyncAt = rt.clock->now();
    }
    core::whenDone<qint64>(rt.cache->writer().finishFull(ended, removeGone), &self,
        [this, keep, removeGone, theirs, ours](const Result<qint64> &gone) {
            if (!gone)
                return fail(gone.error());
            result.gone = *gone;
            result.identities = ours;
            result.seconds = double(timer.elapsed()) / 1000.0;
            if (!removeGone)
                return fail(core::makeError(core::ErrorCode::Protocol,
                    hasMoved ? QStringLiteral("People left while the pages were read, again and again. Nobody was "
                                              "removed here; the next copy tries anew.")
                             : QStringLiteral("count differs: %1 of %2").arg(ours).arg(theirs)));
            if (options.includeUncorrelated && !domain::isIdentityIq(rt.tenant)) { // there everybody is correlated
                cursor.clear();
                return fetchUncorrelated();
            }
            finish();
        });
}

void Syncer::Run::changesRefused(const QString &mode, const core::Error &error)
{
    // A server that cannot filter by this is copied as a whole.
    if (error.httpStatus == 400 && PeopleSource::isByOffset(mode))
        return startFull(source.firstMode(), false);
    const QString other = PeopleSource::isRefused(error) ? source.fallback(mode) : QString();
    if (other.isEmpty())
        return fail(error);
    if (!PeopleSource::tellsChanges(other))
        return startFull(other, false);
    changesMode = other;
    cursor.clear();
    return fetchChanges();
}

void Syncer::Run::fetchChanges()
{
    auto keep = shared_from_this();
    const QString mode = changesMode.isEmpty() ? source.firstMode() : changesMode;
    // Ten minutes of overlap, and as much as the server's clock is behind ours.
    const auto fetchedPage = source.changes(
        mode, state.changesSince - 10 * core::minuteMs + std::min<qint64>(0, rt.sailpointSkewMs), cursor);
    core::whenDone<net::sailpoint::RawPage>(
        fetchedPage, &self, [this, keep, mode](const Result<net::sailpoint::RawPage> &raw) {
            if (!raw)
                return changesRefused(mode, raw.error());
            auto page = std::make_shared<net::sailpoint::IdentityPage>();
            store::PageSpan span;
            span.isChanges = true;
            const auto written = rt.cache->writer().applyPage(span,
                [page, mode, body = raw->body,
                    map = rt.tenant.map]() -> Result<const std::vector<domain::IdentityRow> *> {
                    if (const auto parsedPage = page->parse(body, PeopleSource::kind(mode), map); !parsedPage)
                        return parsedPage.error();
                    return &page->rows();
                });
            core::whenDone<store::PageResult>(written, &self,
                [this, keep, page, mode, total = raw->total](const Result<store::PageResult> &pageResult) {
                    if (!pageResult)
                        return fail(pageResult.error());
                    result.added += pageResult->added;
                    result.changed += pageResult->changed;
                    const bool isOffset = PeopleSource::isByOffset(mode);
                    const qint64 read = cursor.toLongLong() + qint64(page->rows().size());
                    // A server may give fewer than were asked for: its count, or an empty page, is the end.
                    if (isOffset ? !page->rows().empty() && read < total.value_or(std::numeric_limits<qint64>::max())
                                 : page->rows().size() >= size_t(PeopleSource::pageSize(mode))) {
                        cursor = isOffset ? QString::number(read) : page->lastId();
                        return fetchChanges();
                    }
                    if (isAfterFull) {
                        isAfterFull = false;
                        cursor = lastSpanAfter;
                        return recount();
                    }
                    state.changesSince = startedAt;
                    state.lastSyncAt = rt.clock->now();
                    core::whenDone<Unit>(
                        rt.cache->writer().setSyncState(state), &self, [this, keep](const core::Status &stored) {
                            if (!stored)
                                return fail(stored.error());
                            result.seconds = double(timer.elapsed()) / 1000.0;
                            finish();
                        });
                });
        });
}

void Syncer::Run::fetchUncorrelated()
{
    auto keep = shared_from_this();
    const auto fetchedPage =
        net::sailpoint::listIdentities(rt.api, cursor.toInt(), 250, QStringLiteral("correlated eq false"), true, false);
    core::whenDone<net::sailpoint::RawPage>(
        fetchedPage, &self, [this, keep](const Result<net::sailpoint::RawPage> &raw) {
            if (!raw)
                return fail(raw.error());
            auto page = std::make_shared<net::sailpoint::IdentityPage>();
            auto rows = std::make_shared<std::vector<domain::IdentityRow>>();
            store::PageSpan span;
            span.isChanges = true;
            const auto written = rt.cache->writer().applyPage(span,
                [page, rows, body = raw->body,
                    map = rt.tenant.map]() -> Result<const std::vector<domain::IdentityRow> *> {
                    if (const auto r = page->parse(body, net::sailpoint::PageKind::List, map); !r)
                        return r.error();
                    *rows = page->rows();
                    for (auto &row : *rows)
                        row.correlated = false;
                    return rows.get();
                });
            core::whenDone<store::PageResult>(
                written, &self, [this, keep, rows, page](const Result<store::PageResult> &r) {
                    if (!r)
                        return fail(r.error());
                    result.uncorrelated += qint64(rows->size());
                    if (rows->size() >= 250) {
                        cursor = QString::number(cursor.toInt() + 250);
                        return fetchUncorrelated();
                    }
                    finish();
                });
        });
}

// Recorded beside the last success, so that no window goes on saying "up to date". Who stops it knows.
void Syncer::Run::fail(const core::Error &error)
{
    if (!isOver && error.code != core::ErrorCode::Cancelled) {
        const core::Instant now = rt.clock->now();
        self.m_failure = domain::SyncFailure{self.m_failure ? self.m_failure->since : now, now, error};
        core::logFailure(rt.cache->writer().setSyncFailure(self.m_failure), &self, lcService,
            "That the sync failed could not be stored.");
    }
    done(error);
}

void Syncer::Run::done(Result<SyncResult> r)
{
    if (isOver)
        return;
    isOver = true;
    renewal.stop();
    if (r) {
        r->requests = rt.sailpointHttp.requestCount() - requestsBefore;
        self.m_failure.reset();
        core::logFailure(rt.cache->writer().setSyncFailure({}), &self, lcService,
            "That the sync succeeded again could not be stored.");
    }
    core::logFailure(self.m_ledger.leases().release(QStringLiteral("sync:") + rt.tenant.id.str(), self.m_holder), &self,
        lcService, "The lease of the sync could not be given back; it runs out by itself.");
    const auto keep = shared_from_this();
    self.m_run.reset();
    promise.resolve(std::move(r));
    Q_EMIT self.ended();
}

} // namespace services
