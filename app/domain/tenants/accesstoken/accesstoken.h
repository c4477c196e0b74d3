#pragma once
#include "core/clock.h"
#include "core/result.h"
#include "domain/tenants/tenant.h"
#include <QJsonObject>
#include <QList>
#include <QStringList>
#include <optional>

// Personal access tokens of SailPoint: how long a tenant's client is good for, and its replacement. Pure.
namespace domain {

/// One of a person's tokens as SailPoint lists it; its secret is told once, when it is made, and is never in here.
struct AccessToken
{
    QString id; ///< it is the client id of who signs in with it
    QString name;
    QString ownerId;
    QStringList scopes;
    bool isManaged = false;  ///< SailPoint made it for one of its workflows
    int validitySeconds = 0; ///< of a bearer token; 0: not told
    std::optional<core::Instant> created;
    std::optional<core::Instant> expiresAt;
    bool neverExpires = false; ///< it says so; without this and without a date it is not known
};

/// A person has at most so many.
constexpr int mostAccessTokens = 10;

/// What is known of how long a tenant's client is good for, as it was read last.
struct ClientExpiry
{
    enum Kind {
        NotRead,
        NotPersonal, ///< not among the tokens of who signs in with it: when it ends was not looked at
        Never,
        At,
        NotTold, ///< a token without a date that does not say that it never ends
    };
    Kind kind = NotRead;
    QString clientId;
    core::Instant at = 0;     ///< of At only, UTC ms
    core::Instant readAt = 0; ///< UTC ms
    friend bool operator==(const ClientExpiry &, const ClientExpiry &) = default;
};
/// `own`: all tokens of who signs in with the client.
ClientExpiry expiryOf(const QList<AccessToken> &own, const QString &clientId, core::Instant now);
/// What was read for another client says nothing about this one.
ClientExpiry expiryFor(const ClientExpiry &known, const QString &clientId);
QJsonObject toJson(const ClientExpiry &expiry);
core::Result<ClientExpiry> clientExpiryFromJson(const QJsonObject &json);

enum class ExpiryLevel {
    Unknown,
    Fine,
    Soon, ///< 30 days or less
    Over,
};
ExpiryLevel levelOf(const ClientExpiry &expiry, core::Instant now);
QString expiryLevelKey(ExpiryLevel level); ///< "unknown", "fine", "soon", "over"
/// Whole days until it ends, rounded down; nothing for what does not end, or is not known to.
std::optional<int> daysLeft(const ClientExpiry &expiry, core::Instant now);
/// "expires in 12 days, on 11 December 2026", "never expires", "not read yet", translated.
QString expiryText(const ClientExpiry &expiry, core::Instant now);

/// What the new one is to be.
struct AccessTokenRequest
{
    QString name;
    QStringList scopes;
    int validitySeconds = 0; ///< 0: SailPoint's own
    core::Instant expiresAt = 0;
};
constexpr int longestTokenDays = 180;
/// The same rights and the same life as `old` has, at most 180 days, and that where `old` never ends. `days`: another
/// life; `mark`: what makes the name new, beside the day. The name's earlier marks are left out.
AccessTokenRequest replacementOf(
    const AccessToken &old, std::optional<int> days, core::Instant now, const QString &mark);

/// Why the client of a tenant cannot be replaced by a new token, or nothing. `own`: as for expiryOf().
std::optional<core::Error> rotationFault(const Tenant &tenant, const QList<AccessToken> &own);

/// A rotation that has begun: kept until all of it is done, so that whatever stops it can be ended later.
struct PendingRotation
{
    QString name;  ///< of the new token
    QString oldId; ///< the client before
    bool keepsOld = false;
    friend bool operator==(const PendingRotation &, const PendingRotation &) = default;
};
QJsonObject toJson(const PendingRotation &pending);
core::Result<PendingRotation> pendingRotationFromJson(const QJsonObject &json);
/// Has the tenant, whose client is `clientId`, taken the new one?
bool isSwitched(const PendingRotation &pending, const QString &clientId, const QList<AccessToken> &own);
/// The token that such a rotation leaves behind: the old one once the tenant has the new one, unless it shall stay;
/// else the new one, whose secret nobody knows. Null where nothing is left.
const AccessToken *leftBehind(const PendingRotation &pending, const QString &clientId, const QList<AccessToken> &own);

} // namespace domain
