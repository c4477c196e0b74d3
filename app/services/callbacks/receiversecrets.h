#pragma once
#include "core/async.h"
#include "core/secret.h"
#include "domain/audit/audit.h"
#include "domain/tenants/tenant.h"
#include "services/tenants/context.h"
#include <QObject>

namespace services {

/// The entry of the log about a tenant's receiver.
domain::AuditEvent receiverEvent(
    const Context &context, const domain::Tenant &tenant, const QString &action, const QString &outcome);

/// The secrets of a tenant's receiver in the keychain: read, made, replaced. No entry, no change. Errors:
/// VaultUnavailable, Storage. Thread: the GUI's or main.
class ReceiverSecrets : public QObject
{
    Q_OBJECT
public:
    /// `tenant` outlives it: its settings are read when they are needed.
    ReceiverSecrets(const domain::Tenant &tenant, Context &context);
    /// One that is not there is a null pointer, not an error.
    core::Async<core::SecretPtr> optional(const QString &name);
    /// The bearer token of SailPoint's events; made when there is none yet.
    core::Async<core::SecretPtr> eventsToken();
    /// A new signing secret, made here, becomes the second one: give it to the sender, then makeNextCurrent().
    core::Async<core::SecretPtr> makeNext();
    core::Async<core::Unit> makeNextCurrent();
    core::Async<core::Unit> set(const core::SecretPtr &secret);

private:
    const domain::Tenant &m_tenant;
    Context &m_context;
};

} // namespace services
