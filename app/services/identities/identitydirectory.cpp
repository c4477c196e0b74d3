#include "services/identities/identitydirectory.h"
#include "core/logfailure.h"
#include "services/identities/internal/peoplesource.h"
#include "services/tenants/internal/tenantconnections.h"

namespace services {

using core::Async;
using core::Result;
using core::Unit;

IdentityDirectory::IdentityDirectory(TenantConnections &connections, Stores &ledger)
    : m_connections(connections), m_ledger(ledger)
{
}

Async<domain::PeopleResult> IdentityDirectory::quick(const domain::PeopleQuery &q, int limit)
{
    return m_connections.cache->reader().quick(q, limit);
}

Async<domain::PeopleResult> IdentityDirectory::all(const domain::PeopleQuery &q)
{
    return m_connections.cache->reader().all(q);
}

Async<QList<domain::Identity>> IdentityDirectory::people(const domain::RowIds &rows)
{
    return m_connections.cache->reader().people(rows);
}

Async<domain::Identity> IdentityDirectory::person(const core::IdentityId &id)
{
    return m_connections.cache->reader().person(id);
}

Async<domain::ContactHistory> IdentityDirectory::contactHistory(const core::IdentityId &id)
{
    return m_connections.cache->reader().contactHistory(id);
}

Async<domain::StatusCounts> IdentityDirectory::counts()
{
    using Exemptions = QHash<QString, domain::Exemption>;
    return core::andThen<Exemptions>(m_ledger.exemptions().active(m_connections.tenant.id), this,
        [this](const Exemptions &exempt) { return m_connections.cache->reader().counts(exempt.keys()); });
}

Async<domain::PeopleFacets> IdentityDirectory::facets()
{
    return m_connections.cache->reader().facets();
}

Async<QList<domain::ActivityGroup>> IdentityDirectory::activityGroups()
{
    return m_connections.cache->reader().activityGroups();
}

Async<qint64> IdentityDirectory::visit(
    std::shared_ptr<const domain::RowIds> rows, std::function<bool(const domain::PersonCells &)> visitor)
{
    return m_connections.cache->reader().visit(std::move(rows), std::move(visitor));
}

Async<qint64> IdentityDirectory::visitAsStored(std::shared_ptr<const domain::RowIds> rows,
    std::function<bool(const domain::PersonCells &)> visitor, std::function<core::Status()> finish)
{
    return m_connections.cache->reader().visit(
        std::move(rows), std::move(visitor), store::IdentityReader::Order::AsStored, std::move(finish));
}

Async<QList<core::IdentityId>> IdentityDirectory::idsOf(std::shared_ptr<const domain::RowIds> rows, int limit)
{
    return m_connections.cache->reader().idsOf(std::move(rows), limit);
}

Async<std::shared_ptr<const domain::RowIds>> IdentityDirectory::rowsOf(const QStringList &ids)
{
    return m_connections.cache->reader().rowsOf(ids);
}

// What SailPoint said of one person becomes the copy's.
static void keep(IdentityDirectory &directory, TenantConnections &connections, const core::IdentityId &id,
    const Result<PersonRead> &one, const core::Deferred<domain::Identity> &out)
{
    if (!one) {
        if (one.error().code == core::ErrorCode::NotFound)
            core::logFailure(connections.cache->writer().remove(id), &directory, lcService,
                "A person who is gone could not be removed from the local copy.");
        out.resolve(one.error());
        return;
    }
    auto page = std::make_shared<net::sailpoint::IdentityPage>();
    store::PageSpan span;
    span.isChanges = true;
    const auto written = connections.cache->writer().applyPage(span,
        [page, body = one->page, kind = one->kind,
            map = connections.tenant.map]() -> Result<const std::vector<domain::IdentityRow> *> {
            if (const auto r = page->parse(body, kind, map); !r)
                return r.error();
            return &page->rows();
        });
    core::whenDone<store::PageResult>(written, &directory, [&directory, id, out](const Result<store::PageResult> &r) {
        if (!r) {
            out.resolve(r.error());
            return;
        }
        core::whenDone<domain::Identity>(
            directory.person(id), &directory, [out](Result<domain::Identity> p) { out.resolve(std::move(p)); });
    });
}

Async<domain::Identity> IdentityDirectory::refresh(const core::IdentityId &id)
{
    core::Deferred<domain::Identity> out;
    core::whenDone<PersonRead>(PeopleSource(m_connections).person(id, this), this,
        [this, id, out](const Result<PersonRead> &one) { keep(*this, m_connections, id, one, out); });
    return out.future();
}

Async<domain::IdentityAttributes> IdentityDirectory::attributes(const core::IdentityId &id)
{
    using Attributes = domain::IdentityAttributes;
    return core::mapped<Attributes, PersonRead>(PeopleSource(m_connections).person(id, this), this,
        [](const PersonRead &one) -> Result<Attributes> { return one.attributes; });
}

} // namespace services
