#pragma once
#include "core/async.h"
#include "domain/audit/audit.h"
#include "domain/reverification/exemption.h"
#include "services/readiness/signin.h"
#include <QHash>
#include <QObject>

namespace services {

struct Context;
struct TenantConnections;
class CampaignRecords;
class IdentityDirectory;

/// Who is left out of renewals for a while. Whoever allows it proves who they are. Thread: the GUI's or main.
class Exemptions : public QObject
{
    Q_OBJECT
public:
    Exemptions(
        TenantConnections &connections, Context &context, CampaignRecords &records, IdentityDirectory &directory);

    core::Async<QHash<QString, domain::Exemption>> active();
    /// A clock that was set back would prolong every exemption: as active(), Conflict while the time is in doubt.
    core::Async<QHash<QString, domain::Exemption>> activeByProvenTime();
    /// Whoever allows it signs in with own credentials, used once and kept nowhere; an approver's name in `exemption`
    /// counts for nothing. Usage with the field at fault (a reason, an end within a year, credentials), Unauthorized,
    /// NotFound for somebody whom the copy does not have, Conflict: the operator, the owner of the tenant's
    /// credentials, the exempted person, or a time in doubt.
    core::Async<core::Unit> grant(
        domain::Exemption exemption, const core::SecretPtr &clientId, const core::SecretPtr &clientSecret);
    core::Async<core::Unit> end(const core::IdentityId &id);

Q_SIGNALS:
    void changed();

private:
    core::Async<QString> approvedBy(const domain::Exemption &exemption, const QString &approver);
    core::Async<core::Unit> keepNamed(const domain::Exemption &exemption, const QString &approver);
    core::Async<core::Unit> keep(const domain::Exemption &exemption);
    core::Async<core::Unit> record(const domain::Exemption &exemption, const domain::AuditEvent &event);
    TenantConnections &m_connections;
    Context &m_context;
    CampaignRecords &m_records;
    IdentityDirectory &m_directory;
    SignIn m_signIn;
};

} // namespace services
