#pragma once
#include "store/cache/identitycache.h"
#include "store/connection.h"

// The identity cache's statements, run on one of its workers.
namespace store::cachesql {

core::Result<QString> meta(Connection &c, const QString &name);
core::Status setMeta(Connection &c, const QString &name, const QVariant &value);
core::Result<SyncState> readState(Connection &c);
core::Status writeState(Connection &c, const SyncState &state);

/// One statement after the other, until one fails.
core::Status runAll(Connection &c, const QStringList &statements);
core::Status dropListIndexes(Connection &c);
/// The two that the list opens with.
core::Status buildListIndexes(Connection &c);
/// The others, for sorting by any column.
core::Status buildSortIndexes(Connection &c);

/// "kind = 0 AND due > …" for a status at `now`.
QString statusCondition(domain::IdentityStatus status, core::Instant now);
QString reasonCondition(domain::OverdueReason reason, core::Instant now);
/// Without a part: whoever is past due.
QString pastDueCondition(std::optional<domain::PastDuePart> part, core::Instant now);
core::Result<PeopleResult> find(Connection &c, const PeopleQuery &query, int limit, core::Instant now);
core::Result<QList<domain::Identity>> readPeople(Connection &c, const RowIds &rows, core::Instant now);
core::Result<domain::PeopleFacets> readFacets(Connection &c);
core::Result<QList<domain::ActivityGroup>> readActivityGroups(Connection &c);
core::Result<domain::ValueQuality> readQuality(Connection &c, const domain::StatusWords &words);
/// Calls `visitor` for each of the rows that still is there; how many. Stops where it says false, with Cancelled.
core::Result<qint64> visit(
    Connection &c, const RowIds &rows, IdentityReader::Order order, const IdentityReader::Visitor &visitor);
/// `exempt`: ids of people who are exempt from renewal.
core::Result<StatusCounts> readCounts(Connection &c, core::Instant now, const QStringList &exempt);
/// `boundaries`: the starts of the weeks and the end of the last, rising.
core::Result<QList<domain::WeekLoad>> readForecast(Connection &c, const std::vector<core::Instant> &boundaries);
/// As the policy would have it, without changing anything.
core::Result<domain::Outlook> readOutlook(Connection &c, const domain::ReverificationPolicy &policy,
    const std::vector<core::Instant> &boundaries, core::Instant now);

/// "\"ana\"* \"mar\"*"; empty when nothing searchable was typed.
QString matchExpression(const QString &typed);
/// True when more remains to be done.
core::Result<bool> buildSearchSlice(Connection &c);
core::Status applyOverlay(
    Connection &c, const QString &id, const domain::SessionOverlay &overlay, const domain::StatusWords &words);
/// The words that the file was read by, whatever this process was told when it opened it.
core::Result<domain::StatusWords> wordsOf(Connection &c);
/// Computes everyone's status anew from the raw texts when the file was read by other rules, words or attributes. In
/// slices of their own; what a kill leaves half done is done again, since the new version is noted last.
core::Status readAnew(
    Connection &c, const domain::Reading &reading, const domain::ReverificationPolicy &policy, core::Instant now);

} // namespace store::cachesql
