#pragma once
#include "services/identities/internal/peoplesource.h"
#include "services/sync/syncer.h"
#include "services/tenants/internal/tenantconnections.h"
#include <QElapsedTimer>
#include <QTimer>

namespace services {

/// One copy from beginning to end; lives until its promise is resolved. Each step ends by calling the next.
struct Syncer::Run : public std::enable_shared_from_this<Syncer::Run>
{
    Run(Syncer &owner, const SyncOptions &wanted)
        : self(owner), options(wanted), rt(owner.m_connections), source(owner.m_connections)
    {
    }
    void begin();

private:
    void renewLease();
    void decide(const domain::SyncState &state);
    void startFull(const QString &mode, bool resume);

    void fetch();
    void fetched(const net::sailpoint::RawPage &raw);
    void parsed(const std::shared_ptr<net::sailpoint::IdentityPage> &page, const QString &lastId);
    /// How many of a page by offset are new; nothing when somebody whom it has to repeat is not there.
    std::optional<qsizetype> freshOf(const net::sailpoint::IdentityPage &page) const;
    void atEnd();
    void recount();
    void counted(qint64 theirs, qint64 ours);
    void finishFull(bool removeGone, qint64 theirs, qint64 ours);

    void fetchChanges();
    /// Another way of asking for what changed, or a full copy.
    void changesRefused(const QString &mode, const core::Error &error);
    void fetchUncorrelated();
    void finish();
    void fail(const core::Error &error);
    void done(core::Result<SyncResult> result);

    bool isList() const { return PeopleSource::isByOffset(state.runningMode); }
    bool tellsChanges() const { return PeopleSource::tellsChanges(state.runningMode); }

public:
    Syncer &self;
    SyncOptions options;
    TenantConnections &rt;
    PeopleSource source;
    core::Deferred<SyncResult> promise;
    QElapsedTimer timer;
    QTimer renewal;
    qint64 requestsBefore = 0;
    SyncResult result;
    domain::SyncState state;
    QString changesMode;   ///< of an incremental copy, once the best way was refused
    QString lastMet;       ///< of pages by offset: the last one of the page before
    qint64 asked = 0;      ///< where the page that is fetched begins
    bool hasMoved = false; ///< somebody left while the pages were read, too often
    QString cursor;        ///< id behind which the next page starts, or the offset in list mode
    qint64 gathered = 0;   ///< rows met, for progress
    bool isEmptyRetried = false;
    bool isCaughtUp = false;
    int passes = 1;
    int writesPending = 0;
    bool isEndReached = false;
    bool isStopped = false;
    bool isOver = false;
    bool isFull = false;
    bool isAfterFull = false; ///< changes are asked for to explain a count that differs
    core::Instant startedAt = 0;
    QString lastSpanAfter;
};

} // namespace services
