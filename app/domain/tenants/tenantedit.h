#pragma once
#include "domain/tenants/tenant.h"

// A tenant that is there is edited: what differs, what has to be given again, and what is refused. Pure.
namespace domain {

/// One member that differs, as it is recorded and shown.
struct TenantChange
{
    QString member; ///< its place in the stored form: "sailpointUrl", "provider.statusPath", "map.idvStatus"
    QString before;
    QString after;
    friend bool operator==(const TenantChange &, const TenantChange &) = default;
};
/// Without what is not edited here: id, lock, secrets, status words, the receiver, re-verification.
QList<TenantChange> changesBetween(const Tenant &before, const Tenant &after);
QJsonArray toJson(const QList<TenantChange> &changes);

/// What an edit asks for.
struct TenantEditNeeds
{
    bool clientSecret = false;   ///< another SailPoint, or another client: the stored secret is for neither
    bool workflowClient = false; ///< another SailPoint: the workflow's own client is not for it
    bool apiKey = false;         ///< another provider
    bool proxySignIn = false;    ///< another proxy, or one that did not ask before
    bool reason = false;         ///< what is read or written gets another meaning
    bool noOpenSessions = false; ///< those that are open were started with the provider as it is
    friend bool operator==(const TenantEditNeeds &, const TenantEditNeeds &) = default;
};
TenantEditNeeds needsOf(const Tenant &before, const Tenant &after);

/// What comes with an edit beside the tenant itself.
struct TenantEditGiven
{
    bool hasClientSecret = false;
    bool hasApiKey = false;
    bool hasProxySignIn = false; ///< user and password
    QString reason;
};
/// Every fault with its field; those of validate() and environmentFault() among them. Usage where nothing differs.
QList<core::Error> editFaults(const Tenant &before, const Tenant &after, const TenantEditGiven &given);

/// The organisation that SailPoint names in a token, as it is known: as it was noted, else the first part of an address
/// of SailPoint's own ("acme" of acme.api.identitynow.com). Empty: not known.
QString organisationOf(const Tenant &tenant);
/// Another organisation is another tenant: Conflict, in the field sailpoint-url. `said`: by the token of the edited
/// one; empty where it names none, which only a new address or client asks for.
std::optional<core::Error> organisationFault(const Tenant &before, const Tenant &after, const QString &said);

} // namespace domain
