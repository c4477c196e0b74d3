#pragma once
#include "core/ids.h"
#include "domain/callbacks/callback.h"
#include "domain/identities/attributes.h"
#include "domain/identities/statuswords.h"
#include "domain/reverification/reverification.h"
#include "domain/tenants/baseurl.h"
#include "domain/tenants/identityiq.h"
#include "domain/tenants/paths/pathstyle.h"
#include "domain/tenants/tenantcheck.h"
#include "domain/verification/results/resultmapping.h"
#include <QList>
#include <QMap>
#include <QUrl>

namespace domain {

enum class Environment { Production, Sandbox, Simulator };
QString environmentKey(Environment e);
std::optional<Environment> environmentFromKey(const QString &key);

/// Which of SailPoint's two products a tenant is.
enum class Product { SecurityCloud, IdentityIq };
QString productKey(Product p); ///< "identity-security-cloud", "identityiq"
std::optional<Product> productFromKey(const QString &key);
QString productName(Product p); ///< as SailPoint writes it
/// Conflict with the reason Unsupported: "Not available with IdentityIQ."
core::Error notAvailableWith(Product p);

/// Account and DirectPatch are the cloud's, Scim (replace the whole record) is IdentityIQ's.
enum class WriteBackStrategy { None, Workflow, Account, DirectPatch, Scim };
QList<WriteBackStrategy> writeBackStrategiesOf(Product product);
QString writeBackStrategyKey(WriteBackStrategy s);
std::optional<WriteBackStrategy> writeBackStrategyFromKey(const QString &key);

enum class ProviderKind { Bearer, DocuVerify };
QString providerKindKey(ProviderKind k); ///< "seed", "docuverify"
std::optional<ProviderKind> providerKindFromKey(const QString &key);

/// How the provider is called and how its answers are read; the defaults are the seed contract. Placeholders in paths:
/// {communityId}, {sessionId}. An empty path means that the provider has no such call.
struct ProviderProfile
{
    ProviderKind kind = ProviderKind::Bearer;
    QString createPath = QStringLiteral("/api/v1/community/{communityId}/idv/session");
    QString statusPath = QStringLiteral("/api/v1/community/{communityId}/idv/session/{sessionId}");
    QString cancelPath;
    QString resendPath;
    // RFC 6901 pointers, tried in this order.
    QStringList sessionIdAt{QStringLiteral("/session_id"), QStringLiteral("/sessionId"), QStringLiteral("/id")};
    QStringList invitationAt{QStringLiteral("/invitation_url"), QStringLiteral("/url"), QStringLiteral("/link")};
    QStringList expiresAt{QStringLiteral("/expires_at")};
    ResultMapping results; ///< where an answer or a callback names no place for the session: sessionIdAt
    int linkLifetimeMinutes = 15;
    // DocuVerify only.
    QString dvcId; ///< the workflow's id; not a secret, unlike the licence key
    QString tenantTag;
    QString curve = QStringLiteral("secp256k1");
    /// Our word for a document to the provider's.
    QMap<QString, QString> documentWords{{QStringLiteral("passport"), QStringLiteral("ppt_object")},
        {QStringLiteral("drivers_license"), QStringLiteral("dl_object")},
        {QStringLiteral("national_id"), QStringLiteral("idcard_object")}};
    friend bool operator==(const ProviderProfile &, const ProviderProfile &) = default;
};

/// Where such a message names its session.
const QStringList &sessionPlaces(const ProviderProfile &profile, ResultSource source);
/// May a session be asked about at all? DocuVerify always has a call for it, the others where a path is given.
bool hasStatusQuery(const ProviderProfile &profile);

/// Everything about a tenant except its secrets, which live in the vault only.
struct Tenant
{
    core::TenantId id;
    QString name;
    Environment environment = Environment::Production;
    bool isTunnel = false; ///< the address is on this computer and leads to a real tenant: said when it was added
    Product product = Product::SecurityCloud;
    QString organisation;          ///< as SailPoint's token named it when it was last tried; empty: not noted
    QString sailpointUrl;          ///< of the cloud's API, or of IdentityIQ up to its context path ("…/identityiq")
    IdentityIqSettings identityIq; ///< of IdentityIQ only
    QString clientId;
    PathStyle pathStyle = PathStyle::Auto;
    core::Instant movedToV1At = 0; ///< of path style Auto: since when the per-service paths are used; 0: not yet
    QString idvUrl;
    QString communityId;
    ProviderProfile provider;
    WriteBackStrategy writeBack = WriteBackStrategy::None;
    bool confirmWriteBack = false;     ///< true: the window asks before each write
    bool failedClearsVerified = false; ///< a failed result also writes idvVerified=false
    bool writesPending = false;        ///< a start also writes idvStatus=PENDING
    QString idvSourceId;               ///< flat-file source of strategy "account"
    QString workflowId; ///< of strategy "workflow": an external-trigger workflow's id, in IdentityIQ a workflow's name
    AttributeMap map;
    StatusWords statusWords;   ///< what idvStatus means here
    QString callbackBaseUrl;   ///< public https origin and prefix, see callbackaddress.h; empty: the field is not sent
    QString proxy;             ///< "", "none" or http://host:port ("" is the system's)
    bool proxySignsIn = false; ///< the proxy that is named asks for a user and a password, which are in the keychain
    QString caFile;
    bool readOnly = false; ///< the lock: nothing that changes something leaves the console
    // Which entries of the keychain are its own: an edit with another secret makes new ones, and none is ever read for
    // another address than it was written for. Empty: the first ones.
    QString sailpointSecrets;
    QString providerSecrets;
    QString proxySecrets;
    bool secretsMissing = false; ///< added while no keychain was there
    ReverificationInterval reverification;
    QString
        timeZone; ///< of its people, an IANA name: quiet hours and daily limits of campaigns; empty: this computer's
    ReceiverSettings receiver; ///< the callback receiver that this console can run for the tenant
    core::Instant addedAt = 0;
    QString problem; ///< it cannot be read: nothing but the id and the name is known, and nothing is done with it
};

/// The callback address is SailPoint's own (an event trigger or workflow): a one-time value would not come back.
bool callbackGoesToSailPoint(const Tenant &tenant);

/// The entry that the console keeps for its simulators: they begin anew with every start.
inline core::TenantId labTenantId()
{
    return core::TenantId(QStringLiteral("lab"));
}
inline bool isLabTenant(const core::TenantId &id)
{
    return id == labTenantId();
}
inline bool isIdentityIq(const Tenant &tenant)
{
    return tenant.product == Product::IdentityIq;
}

/// By which paths it is asked now; never Auto.
PathStyle pathsInUse(const Tenant &tenant);
/// Its paths are Auto's, and still the first ones.
bool maySelfMove(const Tenant &tenant);
/// By which paths files that are handed out ask: they are used for years, so those of Auto are the newest.
PathStyle pathsOfFiles(const Tenant &tenant);
/// Another style, or the same from its beginning.
void choosePaths(Tenant &tenant, PathStyle style);

/// A page for people of this tenant ("https://x.identitynow.com" + path); empty when the API's address tells none, and
/// with IdentityIQ, whose pages are others.
QString sailpointPage(const Tenant &tenant, const QString &path);

QJsonObject tenantToJson(const Tenant &tenant);
/// Usage with the place ("provider.kind") of what is missing, not known or of another type. Settings of the receiver
/// that cannot be read are ReceiverSettings::problem instead.
core::Result<Tenant> tenantFromJson(const QJsonObject &json);
/// Stands in a list for one that cannot be read.
Tenant unreadableTenant(const core::TenantId &id, const QString &name, const core::Error &why);
/// Conflict with the reason UnreadableSetting.
core::Error problemOf(const Tenant &tenant);

} // namespace domain
