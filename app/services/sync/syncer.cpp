#include "services/sync/syncer.h"
#include "services/sync/internal/syncrun.h"
#include <QUuid>

namespace services {

using core::Result;
using core::Unit;

static constexpr auto leaseTime = std::chrono::seconds(60);

Syncer::Syncer(TenantConnections &connections, Stores &ledger, QString holder, QObject *parent)
    : QObject(parent), m_connections(connections), m_ledger(ledger), m_holder(std::move(holder))
{
}

Syncer::~Syncer()
{
    if (m_run)
        m_run->isOver = true;
}

bool Syncer::isRunning() const
{
    return m_run != nullptr;
}

void Syncer::stop()
{
    if (m_run)
        m_run->isStopped = true;
}

core::Async<SyncResult> Syncer::run(const SyncOptions &options)
{
    if (m_run)
        return core::ready<SyncResult>(
            core::makeError(core::ErrorCode::Conflict, QStringLiteral("This tenant is being synchronised already.")));
    m_run = std::make_shared<Run>(*this, options);
    m_run->begin();
    return m_run->promise.future();
}

core::Async<domain::SyncState> Syncer::state()
{
    return m_connections.cache->writer().syncState();
}

core::Async<domain::SyncHealth> Syncer::health()
{
    return core::mapped<domain::SyncHealth, domain::SyncHealth>(
        m_connections.cache->writer().syncHealth(), this, [this](domain::SyncHealth h) -> Result<domain::SyncHealth> {
            if (!h.failure) // a failure that could not be recorded is one all the same
                h.failure = lastFailure();
            return h;
        });
}

core::Async<Unit> Syncer::buildSearch()
{
    return m_connections.cache->writer().buildSearch();
}

void Syncer::Run::begin()
{
    timer.start();
    startedAt = rt.clock->now();
    requestsBefore = rt.sailpointHttp.requestCount();
    auto keep = shared_from_this();
    const auto lease =
        self.m_ledger.leases().take(QStringLiteral("sync:") + rt.tenant.id.str(), self.m_holder, leaseTime);
    core::whenDone<bool>(lease, &self, [this, keep](const Result<bool> &got) {
        if (!got)
            return done(got.error());
        if (!*got)
            return done(core::makeError(core::ErrorCode::Conflict,
                QStringLiteral("Another window or job synchronises this tenant at the moment.")));
        QObject::connect(&renewal, &QTimer::timeout, &self, [this, again = std::weak_ptr(keep)] {
            if (const auto alive = again.lock())
                renewLease();
        });
        renewal.start(std::chrono::seconds(20));
        core::whenDone<domain::SyncState>(
            rt.cache->writer().syncState(), &self, [this, keep](const Result<domain::SyncState> &s) {
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
    core::whenDone<bool>(
        self.m_ledger.leases().take(QStringLiteral("sync:") + rt.tenant.id.str(), self.m_holder, leaseTime), &self,
        [this, keep](const Result<bool> &got) {
            if (!isOver && (!got || !*got))
                done(core::makeError(core::ErrorCode::Conflict,
                    QStringLiteral("Another window or job has taken over synchronising this tenant.")));
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
        if (!PeopleSource::isByOffset(source.firstMode()))
            return fetchChanges();
        // IdentityIQ compares with its own clock: the answer's date tells how far behind it is.
        auto keep = shared_from_this();
        core::whenDone<Unit>(source.ping(), &self, [this, keep](const core::Status &) { fetchChanges(); });
    } else {
        startFull(source.firstMode(), false);
    }
}

void Syncer::Run::startFull(const QString &mode, bool resume)
{
    isFull = true;
    result.mode = QStringLiteral("full");
    result.isResumed = resume;
    isEndReached = false;
    isEmptyRetried = false;
    lastMet.clear();
    Q_EMIT self.started(true);
    auto keep = shared_from_this();
    if (resume) {
        cursor = state.cursor;
        core::whenDone<qint64>(rt.cache->writer().metCount(isList()), &self, [this, keep](const Result<qint64> &n) {
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
    core::whenDone<Unit>(rt.cache->writer().beginFull(state), &self, [this, keep](const core::Status &r) {
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
        return fail(core::makeError(
            core::ErrorCode::Cancelled, QStringLiteral("The copy was stopped. It resumes where it is.")));
    auto keep = shared_from_this();
    // A page by offset begins with the last one of the page before: whoever leaves meanwhile shifts the others, and one
    // would be skipped without a trace.
    asked = std::max<qint64>(0, cursor.toLongLong() - (lastMet.isEmpty() ? 0 : 1));
    core::whenDone<net::sailpoint::RawPage>(
        source.page(state.runningMode, isList() && !cursor.isEmpty() ? QString::number(asked) : cursor), &self,
        [this, keep](const Result<net::sailpoint::RawPage> &raw) {
            if (!raw) {
                // Without the right to the best way, the next best.
                const QString other = cursor.isEmpty() && PeopleSource::isRefused(raw.error())
                                          ? source.fallback(state.runningMode)
                                          : QString();
                return other.isEmpty() ? fail(raw.error()) : startFull(other, false);
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
    const auto kind = PeopleSource::kind(state.runningMode);
    const auto last =
        rt.cache->writer().prepare([page, body = raw.body, kind, map = rt.tenant.map]() -> Result<QString> {
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
    const auto fresh = freshOf(*page);
    if (!fresh && passes < 3) {
        ++passes;
        return startFull(state.runningMode, false);
    }
    hasMoved = hasMoved || !fresh;
    const qsizetype n = fresh.value_or(qsizetype(page->rows().size()));
    // A page that brings nobody behind the cursor is the end, also when it repeats people already met.
    if (n == 0 || (!isList() && lastId <= cursor))
        return atEnd();
    isEmptyRetried = false;
    store::PageSpan span;
    span.isList = isList();
    span.after = cursor;
    span.last = lastId;
    cursor = isList() ? QString::number(asked + qint64(page->rows().size())) : lastId;
    lastMet = isList() ? lastId : QString();
    span.cursor = cursor;
    ++writesPending;
    const auto written = rt.cache->writer().applyPage(
        span, [page]() -> Result<const std::vector<domain::IdentityRow> *> { return &page->rows(); });
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

std::optional<qsizetype> Syncer::Run::freshOf(const net::sailpoint::IdentityPage &page) const
{
    const auto &rows = page.rows();
    if (lastMet.isEmpty())
        return qsizetype(rows.size());
    const QByteArray wanted = lastMet.toUtf8();
    for (size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].id == std::string_view(wanted.constData(), size_t(wanted.size())))
            return qsizetype(rows.size() - i - 1); // whoever joined stands before
    }
    return std::nullopt;
}

void Syncer::Run::finish()
{
    auto keep = shared_from_this();
    const auto ours = isFull ? core::ready<qint64>(result.identities) : rt.cache->writer().metCount(false);
    core::whenDone<qint64>(ours, &self, [this, keep](const Result<qint64> &n) {
        if (n)
            result.identities = *n;
        done(result);
    });
}

} // namespace services
