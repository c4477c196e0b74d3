#pragma once
#include "core/async.h"
#include "domain/tenants/accesstoken/accesstoken.h"
#include "services/readiness/connectiontest.h"
#include "services/tenants/tenanteditor.h"
#include <QObject>
#include <functional>

namespace services {

/// Replaces a tenant's personal access token in place: a new one is made through SailPoint with the rights and the life
/// of the old one, tried, stored, and the old one deleted. One at a time for a tenant, whatever process. Thread: the
/// object's.
class TokenRotation : public QObject
{
    Q_OBJECT
public:
    /// Both live longer.
    TokenRotation(Context &context, Tenants &tenants, QObject *parent = nullptr);

    struct Wish
    {
        domain::Tenant tenant;   ///< as it is stored
        std::optional<int> days; ///< of the new one, 1 to 180; nothing: as long as the old one
        bool keepsOld = false;   ///< somebody else signs in with it, too
        QString reason;          ///< recorded; may be empty
    };
    struct Outcome
    {
        domain::Tenant tenant; ///< as it is stored now
        domain::ClientExpiry expiry;
        QString oldId;
        bool isOldDeleted = false;
        QString notDeleted;           ///< why the old one is still there, where it should not be
        QString warning;              ///< what else is to be looked at in SailPoint
        bool hasEndedEarlier = false; ///< only what an earlier rotation had left was done, and no new token was made
    };
    /// The intent is recorded before anything is made, and kept until all is done: a rotation that was stopped anywhere
    /// is ended by the next one, and no token stays whose secret nobody knows. The making is sent once; whether an
    /// unknown outcome made one is asked, and asked again by the next one where SailPoint does not list it. What fails
    /// before the switch leaves the tenant as it was and the new token deleted; the old one goes once the new one's
    /// secret was read back. Conflict while another one runs, of a tenant whose client is another by now, of a locked
    /// one, and as domain::rotationFault(); VaultUnavailable without a keychain. `line`: of the test of the new one.
    core::Async<Outcome> run(const Wish &wish, std::function<void(const TestLine &)> line);

private:
    Context &m_context;
    Tenants &m_tenants;
};

} // namespace services
