#include "services/syncer.h"
#include "services/syncrun.h"
#include <QUuid>

namespace services {

using core::Result;
using core::Unit;

static constexpr auto leaseTime = std::chrono::seconds(60);

Syncer::Syncer(Runtime &runtime, store::Ledger &ledger, QString holder, QObject *parent)
    : QObject(parent), m_runtime(runtime), m_ledger(ledger), m_holder(std::move(holder))
{
}

Syncer::~Syncer()
{
    if (m_run)
        m_run->isOver = true;
}

bool Syncer::isRunning() const { return m_run != nullptr; }

void Syncer::stop()
{
    if (m_run)
        m_run->isStopped = true;
}

core::Async<SyncResult> Syncer::run(const SyncOptions &options)
{
    if (m_run)
        return core::ready<SyncResult>(core::makeError(core::ErrorCode::Conflict, QStringLiteral("This tenant is being synchronised already.")));
    m_run = std::make_shared<Run>(*this, options);
    m_run->begin();
    return m_run->promise.future();
}

void Syncer::Run::begin()
{
    timer.start();
    startedAt = rt.clock->now();
    requestsBefore = rt.sailpointHttp.requestCount();
    auto keep = shared_from_this();
    const auto lease = self.m_ledger.takeLease(QStringLiteral("sync:") + rt.tenant.id.str(), self.m_holder, leaseTime);
    core::whenDone<bool>(lease, &self, [this, keep](const Result<bool> &got) {
        if (!got)
            return done(got.error());
        if (!*got)
            return done(core::makeError(core::ErrorCode::Conflict, QStringLiteral("Another window or job synchronises this tenant at the moment.")));
        QObject::connect(&renewal, &QTimer::timeout, &self, [this, again = std::weak_ptr(keep)] {
            if (const auto alive = again.lock())
                renewLease();
        });
        renewal.start(std::chrono::seconds(20));
        core::whenDone<domain::SyncState>(rt.mirror->syncState(), &self, [this, keep](const Result<domain::SyncState> &s) {
            if (!s)
                return fail(s.error());
            decide(*s);
        });
    });
}

// Also while SailPoint lets us wait: a lease that runs out would let a second process write the same copy.
void Syncer::Run::renewLease()
{
    auto keep = shared_from_this();
    core::whenDone<bool>(self.m_ledger.takeLease(QStringLiteral("sync:") + rt.tenant.id.str(), self.m_holder, leaseTime), &self, [this, keep](const Result<bool> &got) {
        if (!isOver && (!got || !*got))
            fail(core::makeError(core::ErrorCode::Conflict, QStringLiteral("Another window or job has taken over synchronising this tenant.")));
    });
}

void Syncer::Run::decide(const domain::SyncState &s)
{
    state = s;
    const bool isFresh = state.hasFull && startedAt - state.lastFullAt < core::dayMs;
    const bool canResume = !state.runningMode.isEmpty() && startedAt - state.runningSince < core::dayMs;
    if (canResume) {
        startFull(state.runningMode, true);
    } else if (isFresh && !options.full) {
        result.mode = QStringLiteral("incremental");
        Q_EMIT self.started(false);
        cursor.clear();
        fetchChanges();
    } else {
        startFull(QStringLiteral("search"), false);
    }
}

void Syncer::Run::startFull(const QString &mode, bool resume)
{
    isFull = true;
    result.mode = QStringLiteral("full");
    result.isResumed = resume;
    isEndReached = false;
    isEmptyRetried = false;
    Q_EMIT self.started(true);
    auto keep = shared_from_this();
    if (resume) {
        cursor = state.cursor;
        core::whenDone<qint64>(rt.mirror->metCount(isList()), &self, [this, keep](const Result<qint64> &n) {
            gathered = n ? *n : 0;
            fetch();
        });
        return;
    }
    state.runningMode = mode;
    state.runningSince = passes == 1 ? startedAt : state.runningSince;
    state.cursor.clear();
    cursor.clear();
    gathered = 0;
    core::whenDone<Unit>(rt.mirror->beginFull(state), &self, [this, keep](const core::Status &r) {
        if (!r)
            return fail(r.error());
        fetch();
    });
}

void Syncer::Run::fetch()
{
    if (isOver)
        return;
    if (isStopped)
        return fail(core::makeError(core::ErrorCode::Cancelled, QStringLiteral("The copy was stopped. It resumes where it is.")));
    auto keep = shared_from_this();
    const bool isFirst = cursor.isEmpty();
    core::Async<net::sailpoint::RawPage> page;
    if (isList()) {
        page = net::sailpoint::listIdentities(rt.api, cursor.toInt(), pageSize(), {}, false, isFirst);
    } else {
        net::sailpoint::SearchRequest r;
        r.query = QStringLiteral("*");
        r.includes = net::sailpoint::searchIncludes(rt.tenant.map);
        r.after = cursor;
        r.limit = pageSize();
        r.count = isFirst;
        page = net::sailpoint::searchIdentities(rt.api, r);
    }
    core::whenDone<net::sailpoint::RawPage>(page, &self, [this, keep](const Result<net::sailpoint::RawPage> &raw) {
        if (!raw) {
            // Without the right to search, page through /identities.
            const bool noSearch = raw.error().code == core::ErrorCode::Forbidden && !isList() && cursor.isEmpty();
            return noSearch ? startFull(QStringLiteral("list"), false) : fail(raw.error());
        }
        fetched(*raw);
    });
}

void Syncer::Run::fetched(const net::sailpoint::RawPage &raw)
{
    if (isOver)
        return;
    if (raw.total && (cursor.isEmpty() || state.expected == 0))
        state.expected = *raw.total;
    auto keep = shared_from_this();
    auto page = std::make_shared<net::sailpoint::IdentityPage>();
    const auto kind = isList() ? net::sailpoint::PageKind::List : net::sailpoint::PageKind::Search;
    const auto last = rt.mirror->prepare([page, body = raw.body, kind, map = rt.tenant.map]() -> Result<QString> {
        if (const auto r = page->parse(body, kind, map); !r)
            return r.error();
        return page->lastId();
    });
    core::whenDone<QString>(last, &self, [this, keep, page, id = raw.requestId](const Result<QString> &lastId) {
        if (!lastId) {
            core::Error e = lastId.error();
            e.requestId = id;
            return fail(e);
        }
        parsed(page, *lastId);
    });
}

void Syncer::Run::parsed(const std::shared_ptr<net::sailpoint::IdentityPage> &page, const QString &lastId)
{
    if (isOver)
        return;
    auto keep = shared_from_this();
    const qsizetype n = qsizetype(page->rows().size());
    // A page that brings nobody behind the cursor is the end, also when it repeats people already met.
    if (n == 0 || (!isList() && lastId <= cursor))
        return atEnd();
    isEmptyRetried = false;
    store::PageSpan span;
    span.isList = isList();
    span.after = cursor;
    span.last = lastId;
    cursor = isList() ? QString::number(cursor.toInt() + int(n)) : lastId;
    span.cursor = cursor;
    ++writesPending;
    const auto written = rt.mirror->applyPage(span, [page]() -> Result<const std::vector<domain::IdentityRow> *> { return &page->rows(); });
    core::whenDone<store::PageResult>(written, &self, [this, keep, page, n](const Result<store::PageResult> &r) {
        --writesPending;
        if (!r)
            return fail(r.error());
        if (isOver)
            return;
        result.added += r->added;
        result.changed += r->changed;
        gathered += n;
        Q_EMIT self.progress(gathered, state.expected);
        if (isEndReached && writesPending == 0)
            recount();
    });
    // The next page is fetched while this one is written. Its parsing queues behind the writing, so that never more
    // than two pages are in memory.
    fetch();
}

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
    core::Async<qint64> theirs;
    if (isList()) {
        theirs = core::mapped<qint64, net::sailpoint::RawPage>(net::sailpoint::listIdentities(rt.api, 0, 1, {}, false, true), &self,
                                                               [](const net::sailpoint::RawPage &p) -> Result<qint64> { return p.total.value_or(-1); });
    } else {
        theirs = net::sailpoint::countIdentities(rt.api, QStringLiteral("*"));
    }
    core::whenDone<qint64>(theirs, &self, [this, keep](const Result<qint64> &count) {
        if (!count)
            return fail(count.error());
        // The span behind the last id covers whoever stood there before and is gone.
        store::PageSpan tail;
        tail.isList = isList();
        tail.after = cursor;
        tail.isLast = true;
        tail.cursor = cursor;
        const auto written = rt.mirror->applyPage(tail, []() -> Result<const std::vector<domain::IdentityRow> *> {
            static const std::vector<domain::IdentityRow> nobody;
            return &nobody;
        });
        core::whenDone<store::PageResult>(written, &self, [this, keep, theirs = *count](const Result<store::PageResult> &r) {
            if (!r)
                return fail(r.error());
            core::whenDone<qint64>(rt.mirror->metCount(isList()), &self, [this, keep, theirs](const Result<qint64> &ours) {
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
    if (theirs == ours)
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
        ended.changesSince = isList() ? 0 : state.runningSince;
        ended.lastSyncAt = rt.clock->now();
    }
    core::whenDone<qint64>(rt.mirror->finishFull(ended, removeGone), &self, [this, keep, removeGone, theirs, ours](const Result<qint64> &gone) {
        if (!gone)
            return fail(gone.error());
        result.gone = *gone;
        result.identities = ours;
        result.seconds = double(timer.elapsed()) / 1000.0;
        if (!removeGone)
            return fail(core::makeError(core::ErrorCode::Protocol, QStringLiteral("count differs: %1 of %2").arg(ours).arg(theirs)));
        if (options.includeUncorrelated) {
            cursor.clear();
            return fetchUncorrelated();
        }
        finish();
    });
}

void Syncer::Run::fetchChanges()
{
    auto keep = shared_from_this();
    net::sailpoint::SearchRequest r;
    r.query = QStringLiteral("modified:[%1 TO *]").arg(domain::formatInstant(state.changesSince - 10 * core::minuteMs));
    r.includes = net::sailpoint::searchIncludes(rt.tenant.map);
    r.after = cursor;
    const auto fetchedPage = net::sailpoint::searchIdentities(rt.api, r);
    core::whenDone<net::sailpoint::RawPage>(fetchedPage, &self, [this, keep](const Result<net::sailpoint::RawPage> &raw) {
        if (!raw)
            return raw.error().code == core::ErrorCode::Forbidden ? startFull(QStringLiteral("list"), false) : fail(raw.error());
        auto page = std::make_shared<net::sailpoint::IdentityPage>();
        store::PageSpan span;
        span.isChanges = true;
        const auto written = rt.mirror->applyPage(span, [page, body = raw->body, map = rt.tenant.map]() -> Result<const std::vector<domain::IdentityRow> *> {
            if (const auto parsedPage = page->parse(body, net::sailpoint::PageKind::Search, map); !parsedPage)
                return parsedPage.error();
            return &page->rows();
        });
        core::whenDone<store::PageResult>(written, &self, [this, keep, page](const Result<store::PageResult> &pageResult) {
            if (!pageResult)
                return fail(pageResult.error());
            result.added += pageResult->added;
            result.changed += pageResult->changed;
            if (page->rows().size() >= 10000) {
                cursor = page->lastId();
                return fetchChanges();
            }
            if (isAfterFull) {
                isAfterFull = false;
                cursor = lastSpanAfter;
                return recount();
            }
            state.changesSince = startedAt;
            state.lastSyncAt = rt.clock->now();
            core::whenDone<Unit>(rt.mirror->setSyncState(state), &self, [this, keep](const core::Status &stored) {
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
    const auto fetchedPage = net::sailpoint::listIdentities(rt.api, cursor.toInt(), 250, QStringLiteral("correlated eq false"), true, false);
    core::whenDone<net::sailpoint::RawPage>(fetchedPage, &self, [this, keep](const Result<net::sailpoint::RawPage> &raw) {
        if (!raw)
            return fail(raw.error());
        auto page = std::make_shared<net::sailpoint::IdentityPage>();
        auto rows = std::make_shared<std::vector<domain::IdentityRow>>();
        store::PageSpan span;
        span.isChanges = true;
        const auto written = rt.mirror->applyPage(span, [page, rows, body = raw->body, map = rt.tenant.map]() -> Result<const std::vector<domain::IdentityRow> *> {
            if (const auto r = page->parse(body, net::sailpoint::PageKind::List, map); !r)
                return r.error();
            *rows = page->rows();
            for (auto &row : *rows)
                row.correlated = false;
            return rows.get();
        });
        core::whenDone<store::PageResult>(written, &self, [this, keep, rows, page](const Result<store::PageResult> &r) {
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

void Syncer::Run::finish()
{
    auto keep = shared_from_this();
    const auto ours = isFull ? core::ready<qint64>(result.identities) : rt.mirror->metCount(false);
    core::whenDone<qint64>(ours, &self, [this, keep](const Result<qint64> &n) {
        if (n)
            result.identities = *n;
        done(result);
    });
}

void Syncer::Run::fail(const core::Error &error)
{
    done(error);
}

void Syncer::Run::done(Result<SyncResult> r)
{
    if (isOver)
        return;
    isOver = true;
    renewal.stop();
    if (r)
        r->requests = rt.sailpointHttp.requestCount() - requestsBefore;
    core::whenDone<Unit>(self.m_ledger.releaseLease(QStringLiteral("sync:") + rt.tenant.id.str(), self.m_holder), &self, [](const core::Status &) {});
    const auto keep = shared_from_this();
    self.m_run.reset();
    promise.resolve(std::move(r));
    Q_EMIT self.ended();
}

} // namespace services
