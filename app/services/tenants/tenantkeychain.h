#pragma once
#include "core/async.h"
#include "domain/audit/audit.h"
#include "services/tenants/context.h"
#include "services/tenants/secrets.h"
#include <QObject>

namespace services {

struct TenantSecrets;

/// A tenant's secrets in the keychain: written, removed, and what could not be removed tried again. Thread: the
/// object's.
class TenantKeychain : public QObject
{
    Q_OBJECT
public:
    explicit TenantKeychain(Context &context, QObject *parent = nullptr);
    /// Those that are given; `intent` is recorded before the first, and nothing where none is given.
    core::Async<core::Unit> write(
        const domain::Tenant &tenant, const TenantSecrets &secrets, const domain::AuditEvent &intent);
    /// SailPoint's and the provider's: false while one of them is nowhere, or cannot be read.
    core::Async<bool> hasBoth(const domain::Tenant &tenant);
    /// All of the tenant's. Storage or the keychain's error where some stay; those are remembered by name.
    core::Async<core::Unit> remove(const domain::Tenant &tenant);
    /// Entries that are about to be written for a tenant that is not stored so yet: until it is, they belong to nobody.
    core::Async<core::Unit> announce(const QStringList &keys);
    /// From one entry to another; nothing where there is none.
    core::Async<core::Unit> copy(const QString &from, const QString &to);
    /// Removes what belongs to no tenant: what a keychain kept, and what an edit left that did not end.
    core::Async<core::Unit> sweep();

private:
    core::Async<core::Unit> removeKeys(const QStringList &keys);
    Context &m_context;
};

} // namespace services
