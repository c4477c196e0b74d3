#pragma once
#include "domain/identities/identityrow.h"
#include "domain/identities/people.h"
#include "domain/identities/peopleexport.h"
#include "domain/recovery/recovery.h"
#include "domain/reverification/reverification.h"
#include "domain/sync/synchealth.h"
#include "store/database.h"
#include <QHash>
#include <QObject>
#include <array>

namespace store {

using domain::PeopleQuery;
using domain::PeopleResult;
using domain::RowIds;
using domain::SortBy;
using domain::StatusCounts;
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

/// The local copy of one tenant's people: a file of its own, rebuildable at any time. Writes, quick reads and slow
/// reads (counts, whole orders) each have a connection and thread of their own. Signals on the object's thread.
class IdentityCache : public QObject
{
    Q_OBJECT
public:
    /// A copy that was read by other rules, words or attributes is read anew from its raw texts before this returns.
    static core::Result<std::unique_ptr<IdentityCache>> open(const QString &path,
        const domain::ReverificationPolicy &policy, std::shared_ptr<core::Clock> clock,
        const domain::Reading &reading = {});
    ~IdentityCache() override;

    // Reading.
    core::Async<PeopleResult> quick(const PeopleQuery &query, int limit = 300);
    core::Async<PeopleResult> all(const PeopleQuery &query);
    core::Async<QList<domain::Identity>> people(const RowIds &rows);
    core::Async<domain::Identity> person(const core::IdentityId &id);
    core::Async<domain::ContactHistory> contactHistory(const core::IdentityId &id);
    /// `exempt`: ids of people who are exempt from renewal, for the number of them among the past due.
    core::Async<StatusCounts> counts(const QStringList &exempt = {});
    core::Async<QList<domain::WeekLoad>> forecast(const std::vector<core::Instant> &boundaries);
    core::Async<domain::Outlook> outlook(
        const domain::ReverificationPolicy &policy, const std::vector<core::Instant> &boundaries);
    core::Async<domain::PeopleFacets> facets();
    /// Everyone, the largest group first; what SailPoint says of a lifecycle state is not in the copy.
    core::Async<QList<domain::ActivityGroup>> activityGroups();
    core::Async<domain::ValueQuality> valueQuality();
    /// Runs on the slow reading thread; false ends the visit with Cancelled.
    using Visitor = std::function<bool(const domain::PersonCells &)>;
    /// AsStored is several times as fast for many rows; each person's `place` tells where they belong.
    enum class Order { AsGiven, AsStored };
    /// `finish` runs behind the last one, on the same thread; its error is the visit's.
    core::Async<qint64> visit(std::shared_ptr<const RowIds> rows, Visitor visitor, Order order = Order::AsGiven,
        std::function<core::Status()> finish = {});
    /// Their SailPoint ids, in the rows' order; at most `limit`.
    core::Async<QList<core::IdentityId>> idsOf(std::shared_ptr<const RowIds> rows, int limit);
    /// The row of each id, in their order; 0 for one that the copy does not have.
    core::Async<std::shared_ptr<const RowIds>> rowsOf(const QStringList &ids);
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
    core::Async<core::Unit> setOverlay(const core::IdentityId &id, const domain::SessionOverlay &overlay);
    core::Async<core::Unit> replaceOverlays(const QHash<QString, domain::SessionOverlay> &overlays);
    /// Dates follow in slices behind; at once when nothing changes. Goes on where an earlier run was killed.
    core::Async<core::Unit> setPolicy(const domain::ReverificationPolicy &policy);
    const domain::ReverificationPolicy &policy() const { return m_policy; }

Q_SIGNALS:
    void changed();

private:
    IdentityCache() = default;
    void changedSoon(const core::Async<core::Unit> &done);
    std::unique_ptr<Database> m_writer;
    std::unique_ptr<Database> m_reader;
    std::unique_ptr<Database> m_slow;
    std::shared_ptr<core::Clock> m_clock;
    core::Async<core::Unit> applyPolicySlices();
    domain::ReverificationPolicy m_policy;
    domain::Reading m_reading;
};

} // namespace store
