#pragma once
#include "domain/identities/identityrow.h"
#include "domain/identities/people.h"
#include "domain/identities/peopleexport.h"
#include "domain/recovery/recovery.h"
#include "domain/reverification/reverification.h"
#include "store/cache/cachefile.h"
#include <QHash>
#include <array>

namespace store {

using domain::PeopleQuery;
using domain::PeopleResult;
using domain::RowIds;
using domain::SortBy;
using domain::StatusCounts;

/// Questions to the local copy. Functions return at once; Storage where it cannot be read.
class IdentityReader
{
public:
    explicit IdentityReader(CacheFile &file) : m_file(file) {}
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

private:
    CacheFile &m_file;
};

} // namespace store
