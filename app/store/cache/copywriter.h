#pragma once
#include "domain/identities/identityrow.h"
#include "domain/identities/people.h"
#include "domain/sync/synchealth.h"
#include "store/cache/cachefile.h"
#include <QObject>

namespace store {

using domain::SyncState;

/// What one page of a full copy covers: ids in (after, last], or to the end when isLast.
struct PageSpan
{
    bool isList = false; ///< pages by offset: no order to rely on
    QString after;
    QString last;
    bool isLast = false;
    bool isChanges = false; ///< an incremental page: covers nothing
    QString cursor;         ///< stored with the page
};

struct PageResult
{
    int added = 0;
    int changed = 0;
    int unchanged = 0;
};

/// Brings the local copy up to date, page by page, and says how far it is. Signals on the object's thread.
class CopyWriter : public QObject
{
    Q_OBJECT
public:
    explicit CopyWriter(CacheFile &file) : m_file(file) {}
    core::Async<SyncState> syncState();
    core::Async<domain::SyncHealth> syncHealth();

    // Writing; `job` runs on the writing thread so that parsing costs no other thread anything.
    using RowSource = std::function<core::Result<const std::vector<domain::IdentityRow> *>()>;
    core::Async<PageResult> applyPage(const PageSpan &span, RowSource rows);
    core::Async<core::Unit> setSyncState(const SyncState &state);
    /// What became of the last try to copy: nothing after a success. `since` of a failure that lasts is kept.
    core::Async<core::Unit> setSyncFailure(const std::optional<domain::SyncFailure> &failure);
    /// Starts a full copy: forgets what an earlier unfinished one noted.
    core::Async<core::Unit> beginFull(const SyncState &state);
    /// Ends it: with `removeGone` removes the people it did not meet; builds the list's indexes. Returns how many are
    /// gone.
    core::Async<qint64> finishFull(const SyncState &state, bool removeGone);
    /// Correlated people that the running full copy has met, or all when none runs.
    core::Async<qint64> metCount(bool isList);
    /// Runs `job` on the writing thread, in turn with the pages; for parsing.
    core::Async<QString> prepare(std::function<core::Result<QString>()> job);
    /// Builds the search index in slices behind everything else; at once when it is there.
    core::Async<core::Unit> buildSearch();
    core::Async<core::Unit> remove(const core::IdentityId &id);

Q_SIGNALS:
    void changed();

private:
    CacheFile &m_file;
};

} // namespace store
