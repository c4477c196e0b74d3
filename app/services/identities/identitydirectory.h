#pragma once
#include "core/async.h"
#include "domain/identities/identityattributes.h"
#include "domain/identities/people.h"
#include "domain/identities/peopleexport.h"
#include "domain/recovery/recovery.h"
#include <QObject>
#include <functional>

namespace services {

class Stores;
struct TenantConnections;

/// The people of the open tenant: the local copy of all, and SailPoint's word about one. Thread: the GUI's or main.
class IdentityDirectory : public QObject
{
    Q_OBJECT
public:
    IdentityDirectory(TenantConnections &connections, Stores &ledger);

    /// Of the local copy: quick() answers the first rows within a frame or two, all() the whole order.
    core::Async<domain::PeopleResult> quick(const domain::PeopleQuery &query, int limit = 300);
    core::Async<domain::PeopleResult> all(const domain::PeopleQuery &query);
    core::Async<QList<domain::Identity>> people(const domain::RowIds &rows);
    core::Async<domain::Identity> person(const core::IdentityId &id);
    core::Async<domain::ContactHistory> contactHistory(const core::IdentityId &id);
    core::Async<domain::StatusCounts> counts();
    core::Async<domain::PeopleFacets> facets();
    /// As store::IdentityReader::activityGroups().
    core::Async<QList<domain::ActivityGroup>> activityGroups();
    core::Async<qint64> visit(
        std::shared_ptr<const domain::RowIds> rows, std::function<bool(const domain::PersonCells &)> visitor);
    /// In the copy's own order, which is several times as fast; `finish` runs behind the last one on the same thread.
    core::Async<qint64> visitAsStored(std::shared_ptr<const domain::RowIds> rows,
        std::function<bool(const domain::PersonCells &)> visitor, std::function<core::Status()> finish);
    core::Async<QList<core::IdentityId>> idsOf(std::shared_ptr<const domain::RowIds> rows, int limit);
    /// 0 for an id that the copy does not have.
    core::Async<std::shared_ptr<const domain::RowIds>> rowsOf(const QStringList &ids);
    /// Reads one person from SailPoint and updates the local copy; a 404 removes it there too. A client without a user
    /// reads the search index instead, which lags.
    core::Async<domain::Identity> refresh(const core::IdentityId &id);
    /// All attributes of a person as SailPoint holds them now.
    core::Async<domain::IdentityAttributes> attributes(const core::IdentityId &id);

private:
    TenantConnections &m_connections;
    Stores &m_ledger;
};

} // namespace services
