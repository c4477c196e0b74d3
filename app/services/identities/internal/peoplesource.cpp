#include "services/identities/internal/peoplesource.h"
#include "net/iiq/plugin.h"
#include "net/iiq/scim.h"
#include "services/tenants/internal/tenantconnections.h"

namespace services {

using core::Async;
using core::Result;
using net::sailpoint::PageKind;
using net::sailpoint::RawPage;

static const QString search = QStringLiteral("search");
static const QString list = QStringLiteral("list");
static const QString scim = QStringLiteral("scim");
static const QString table = QStringLiteral("table");

QString PeopleSource::firstMode() const
{
    return domain::isIdentityIq(m_connections.tenant) ? scim : search;
}
QString PeopleSource::fallback(const QString &mode) const
{
    if (mode == search)
        return list;
    return mode == scim ? table : QString();
}
int PeopleSource::pageSize(const QString &mode)
{
    switch (kind(mode)) {
    case PageKind::List: return 250;
    case PageKind::Scim: return 1000;
    case PageKind::Table: return 100;
    default: return 10000;
    }
}

PageKind PeopleSource::kind(const QString &mode)
{
    if (mode == list)
        return PageKind::List;
    if (mode == scim)
        return PageKind::Scim;
    return mode == table ? PageKind::Table : PageKind::Search;
}

bool PeopleSource::isRefused(const core::Error &e)
{
    return e.code == core::ErrorCode::Forbidden || (e.code == core::ErrorCode::NotFound && e.httpStatus == 404);
}

Async<RawPage> PeopleSource::page(const QString &mode, const QString &cursor)
{
    const bool isFirst = cursor.isEmpty();
    if (mode == scim)
        return net::iiq::listUsers(m_connections.api, cursor.toInt(), pageSize(mode), {});
    if (mode == table)
        return net::iiq::identityRows(m_connections.api, {domain::iiqActive(), cursor.toInt(), pageSize(mode)});
    if (mode == list)
        return net::sailpoint::listIdentities(m_connections.api, cursor.toInt(), pageSize(mode), {}, false, isFirst);
    net::sailpoint::SearchRequest r;
    r.query = QStringLiteral("*");
    r.includes = net::sailpoint::searchIncludes(m_connections.tenant.map);
    r.after = cursor;
    r.limit = pageSize(mode);
    r.count = isFirst;
    return net::sailpoint::searchIdentities(m_connections.api, r);
}

static Async<qint64> totalOf(const Async<RawPage> &page, QObject *context)
{
    return core::mapped<qint64, RawPage>(
        page, context, [](const RawPage &p) -> Result<qint64> { return p.total.value_or(-1); });
}

Async<qint64> PeopleSource::count(const QString &mode)
{
    if (mode == table)
        return core::ready<qint64>(-1);
    if (mode == scim)
        return totalOf(net::iiq::listUsers(m_connections.api, 0, 1, {}), &m_connections.api);
    if (mode == list)
        return totalOf(net::sailpoint::listIdentities(m_connections.api, 0, 1, {}, false, true), &m_connections.api);
    return net::sailpoint::countIdentities(m_connections.api, QStringLiteral("*"));
}

Async<RawPage> PeopleSource::changes(const QString &mode, core::Instant since, const QString &cursor)
{
    if (mode == scim)
        return net::iiq::listUsers(m_connections.api, cursor.toInt(), pageSize(mode), domain::scimModifiedSince(since));
    if (mode == table)
        return net::iiq::identityRows(
            m_connections.api, {domain::iiqModifiedSince(since), cursor.toInt(), pageSize(mode)});
    net::sailpoint::SearchRequest r;
    r.query = QStringLiteral("modified:[%1 TO *]").arg(domain::formatInstant(since));
    r.includes = net::sailpoint::searchIncludes(m_connections.tenant.map);
    r.after = cursor;
    return net::sailpoint::searchIdentities(m_connections.api, r);
}

// Neither SCIM nor the plug-in is there: that says nothing about the person.
static core::Error protocolOf(core::Error e)
{
    e.code = core::ErrorCode::Protocol;
    e.text = QStringLiteral("Neither SCIM nor the plug-in answers.");
    return e;
}

Async<PersonRead> PeopleSource::person(const core::IdentityId &id, QObject *context)
{
    const bool isIiq = domain::isIdentityIq(m_connections.tenant);
    auto &api = m_connections.api;
    core::Deferred<PersonRead> out;
    core::whenDone<PersonRead>(isIiq ? net::iiq::person(api, id) : net::sailpoint::getIdentity(api, id), context,
        [&api, isIiq, id, context, out](const Result<PersonRead> &one) {
            const bool mayBeElsewhere =
                !one && (one.error().code == core::ErrorCode::Forbidden || (isIiq && isRefused(one.error())));
            if (!mayBeElsewhere) {
                out.resolve(one);
                return;
            }
            // What such a client has: the search index, with its delay, or the plug-in's table.
            if (!isIiq) {
                core::whenDone<PersonRead>(net::sailpoint::getSearchDocument(api, id), context,
                    [out](const Result<PersonRead> &document) { out.resolve(document); });
                return;
            }
            fromTable(api, id, one.error(), context, out);
        });
    return out.future();
}

// A 404 is a person who is gone, or SCIM that is not there: the plug-in tells, and without it SCIM's own description
// does.
void PeopleSource::fromTable(net::sailpoint::Api &api, const core::IdentityId &id, const core::Error &first,
    QObject *context, const core::Deferred<PersonRead> &out)
{
    using Row = std::optional<PersonRead>;
    core::whenDone<Row>(net::iiq::identityRow(api, id), context, [&api, first, context, out](const Result<Row> &found) {
        if (found && *found)
            return out.resolve(**found);
        if (found) {
            core::Error gone = first; // the vendor's word
            gone.code = core::ErrorCode::NotFound;
            gone.text = QStringLiteral("IdentityIQ does not show this person.");
            return out.resolve(gone);
        }
        if (first.code != core::ErrorCode::NotFound)
            return out.resolve(first);
        core::whenDone<core::Unit>(
            net::iiq::probeScim(api), context, [first, second = found.error(), out](const core::Status &answer) {
                if (answer)
                    return out.resolve(first);
                out.resolve(second.code == core::ErrorCode::NotFound ? protocolOf(second) : second);
            });
    });
}

Async<core::Unit> PeopleSource::ping()
{
    return domain::isIdentityIq(m_connections.tenant) ? net::iiq::ping(m_connections.api)
                                                      : net::sailpoint::probePublicIdentities(m_connections.api);
}

} // namespace services
