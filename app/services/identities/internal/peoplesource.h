#pragma once
#include "net/sailpoint/identities.h"
#include "net/sailpoint/identitypage.h"

namespace services {

struct TenantConnections;

using net::sailpoint::PersonRead;

/// How people are read from a tenant, in the language of its product. The words of `mode` are kept in the sync state:
/// "search" and "list" of the cloud, "scim" and "table" of IdentityIQ.
class PeopleSource
{
public:
    explicit PeopleSource(TenantConnections &connections) : m_connections(connections) {}

    QString firstMode() const;
    /// What is left when `mode` is refused or not there; empty: nothing.
    QString fallback(const QString &mode) const;
    /// Pages by offset: no order to rely on.
    static bool isByOffset(const QString &mode) { return mode != QLatin1String("search"); }
    static int pageSize(const QString &mode);
    static net::sailpoint::PageKind kind(const QString &mode);
    /// Can `mode` tell what changed since an instant?
    static bool tellsChanges(const QString &mode) { return mode != QLatin1String("list"); }
    /// The refusals that make another mode worth a try.
    static bool isRefused(const core::Error &error);

    /// `cursor`: the last id, or the offset; empty at the beginning.
    core::Async<net::sailpoint::RawPage> page(const QString &mode, const QString &cursor);
    /// -1: this mode cannot tell.
    core::Async<qint64> count(const QString &mode);
    core::Async<net::sailpoint::RawPage> changes(const QString &mode, core::Instant since, const QString &cursor);

    /// One person, from the source that lags least.
    core::Async<PersonRead> person(const core::IdentityId &id, QObject *context);
    /// The cheapest proof that the API answers.
    core::Async<core::Unit> ping();

private:
    static void fromTable(net::sailpoint::Api &api, const core::IdentityId &id, const core::Error &first,
        QObject *context, const core::Deferred<PersonRead> &out);
    TenantConnections &m_connections;
};

} // namespace services
