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
    /// Where secrets may go while the keychain does not take them.
    enum class Place {
        KeychainOrMemory, ///< a window holds them for its run, and says so
        KeychainOnly,     ///< losing them would lock somebody out
    };
    /// Those that are given; `intent` is recorded before the first, and nothing where none is given.
    core::Async<core::Unit> write(const domain::Tenant &tenant, const TenantSecrets &secrets,
        const domain::AuditEvent &intent, Place place = Place::KeychainOrMemory);
    /// SailPoint's, the provider's and those of a proxy that asks: false while one is nowhere, or cannot be read.
    core::Async<bool> hasAll(const domain::Tenant &tenant);
    /// All of the tenant's. Storage or the keychain's error where some stay; those are remembered by name.
    core::Async<core::Unit> remove(const domain::Tenant &tenant);
    /// Before entries are written for a tenant that is not stored so yet: until endEdit() no process sweeps. Conflict
    /// while another process is at it. `keys`: what belongs to nobody should this process end meanwhile.
    core::Async<core::Unit> beginEdit(const QStringList &keys);
    /// `keys`: what belongs to nobody now, and goes with the next sweep.
    core::Async<core::Unit> endEdit(const QStringList &keys);
    /// From one entry to another; nothing where there is none.
    core::Async<core::Unit> copy(const QString &from, const QString &to, Place place);
    /// Removes what belongs to no tenant: what a keychain kept, and what an edit left that did not end. Nothing while
    /// an edit is under way, whatever process that runs in.
    core::Async<core::Unit> sweep();

private:
    core::Async<core::Unit> put(const QString &key, const core::SecretPtr &secret, Place place);
    core::Async<core::Unit> announce(const QStringList &keys);
    core::Async<core::Unit> removeOrphans(const QStringList &keys);
    core::Async<core::Unit> removeKeys(const QStringList &keys);
    Context &m_context;
};

} // namespace services
