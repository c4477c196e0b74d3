#pragma once
#include "core/async.h"
#include "core/secret.h"
#include "domain/audit/audit.h"
#include "domain/tenants/tenant.h"
#include "services/tenants/context.h"
#include <QObject>
#include <memory>

namespace services {

/// What was typed in the wizard or came through `--secrets -`. Empty members are not given.
struct TenantSecrets
{
    core::SecretPtr sailpoint;
    core::SecretPtr idv;
    core::SecretPtr workflowId;
    core::SecretPtr workflow;
    core::SecretPtr proxyUser;
    core::SecretPtr proxyPassword;
    core::SecretPtr callback;
    core::SecretPtr callbackNext;
    core::SecretPtr events;
    core::SecretPtr reviewerId; ///< of the second person: used once, never stored
    core::SecretPtr reviewer;
    core::SecretPtr passphrase; ///< of a backup: used once, never stored
    core::SecretPtr trigger;    ///< of a subscription or an invocation: used once, never stored
};

class TenantKeychain;

/// The tenants of this data folder. Thread: the object's.
class Tenants : public QObject
{
    Q_OBJECT
public:
    explicit Tenants(Context &context, QObject *parent = nullptr);
    ~Tenants() override;

    core::Async<QList<domain::Tenant>> list();
    /// By name, case ignored; NotFound names the known ones. One that cannot be read is Conflict, but where it is only
    /// to be removed.
    core::Async<domain::Tenant> byName(const QString &name, bool isToRemove = false);
    /// Validates, stores secrets in the keychain, then the tenant with its audit record. With `secretsOptional` a
    /// missing keychain leaves the tenant without secrets (secretsMissing); otherwise it is an error and nothing is
    /// stored.
    core::Async<domain::Tenant> add(domain::Tenant tenant, const TenantSecrets &secrets, bool secretsOptional);
    /// Of `tenant` only what the action is about, see store::TenantStore::update(). The tenant as it is stored.
    core::Async<domain::Tenant> update(const domain::Tenant &tenant, const QString &action);
    /// The same by a person who saw `seen`: Conflict where what the action is about is another by now.
    core::Async<domain::Tenant> update(
        const domain::Tenant &seen, const domain::Tenant &changed, const QString &action);
    /// What an edit changes, see services/tenants/tenanteditor.h and store::TenantStore::edit().
    core::Async<domain::Tenant> edit(
        const domain::Tenant &before, const domain::Tenant &after, const domain::AuditEvent &audit);
    /// Which organisation of SailPoint's it is, where that was not noted yet; nothing else changes.
    core::Async<domain::Tenant> noteOrganisation(domain::Tenant tenant, const QString &organisation);
    /// Replaces secrets in place; what is not given stays. Conflict where they were given for another address or client
    /// than is stored by now. The tenant as it is stored afterwards: secretsMissing while
    /// one of the two is nowhere.
    core::Async<domain::Tenant> rotate(const domain::Tenant &tenant, const TenantSecrets &secrets);
    /// Deletes the local copy, the secrets and the entry. SailPoint and the audit log are not touched.
    /// Conflict (OpenSessions, how many in `detail`) while verifications are open, unless they shall end with it.
    core::Async<core::Unit> remove(const domain::Tenant &tenant, bool endsOpen = false);
    /// What idvStatus means with this tenant; recorded with both lists and the reason. A copy is read anew when it is
    /// opened.
    core::Async<domain::Tenant> setStatusWords(
        domain::Tenant tenant, const domain::StatusWords &words, const QString &reason);
    /// Removes what a keychain kept when a tenant was removed. Storage or the keychain's error where some stay.
    core::Async<core::Unit> sweepSecrets();
    /// Whatever else is wrong with the tenant.
    core::Async<domain::Tenant> setReadOnly(domain::Tenant tenant, bool readOnly);
    /// A sentence about the keychain when it cannot be used; empty when it can.
    core::Async<QString> keychainProblem();

Q_SIGNALS:
    void changed();

private:
    core::Async<domain::Tenant> save(
        const domain::Tenant &tenant, const domain::AuditEvent &audit, const std::optional<domain::Tenant> &seen = {});
    core::Async<domain::Tenant> asStored(const domain::Tenant &given);
    core::Async<domain::Tenant> rotateStored(domain::Tenant tenant, const TenantSecrets &secrets);
    core::Async<core::Unit> removeStored(const domain::Tenant &tenant, bool endsOpen);
    /// Says changed() once it is stored.
    core::Async<domain::Tenant> told(const core::Async<domain::Tenant> &stored);
    domain::AuditEvent event(
        const domain::Tenant &tenant, const QString &action, const QString &outcome = QStringLiteral("done")) const;
    Context &m_context;
    std::unique_ptr<TenantKeychain> m_keychain;
};

/// Of lists of status words and the reason for changing them; empty for what can be saved.
QList<core::Error> faultsOfWords(const domain::StatusWords &words, const QString &reason);
core::Error allFaults(const QList<core::Error> &faults);

} // namespace services
