#pragma once
#include "core/clock.h"
#include "core/ids.h"
#include "core/secret.h"
#include "domain/callbacks/callback.h"
#include "domain/events/subscription.h"
#include <QJsonObject>
#include <QMap>
#include <QSet>
#include <QStringList>
#include <functional>

// What SailPoint's event triggers tell (contract 10), reduced to what the console's rules need.
namespace domain {

struct EventPerson
{
    core::IdentityId id;
    QString name;
    friend bool operator==(const EventPerson &, const EventPerson &) = default;
};

/// One delivery of a trigger, minimised: never the whole body, never its secret.
struct TriggerEvent
{
    core::TenantId tenant;
    core::Instant at = 0; ///< receipt
    QString peer;
    QString triggerId;
    QList<EventPerson> people; ///< about whom; at most 50
    bool isPartial =
        false; ///< it names more than these, or something in it cannot be read: an answer counts that as no
    QMap<QString, QString> values; ///< of the attributes that were asked for: what they are now
    QStringList items;             ///< names of the access that is asked for; at most 1,000, of at most 500 characters
    QString object;                ///< id of the access request or campaign
    bool asksBack = false;         ///< request-response: SailPoint waits for an answer
    DispatchMode mode = DispatchMode::Sync;
    QString invocation; ///< id of the invocation, where it names one
    qint64 bytes = 0;
    QByteArray bodyHash;  ///< SHA-256 of the raw body
    QByteArray replayKey; ///< SHA-256: of the invocation, else of the body and the minute of receipt
    friend bool operator==(const TriggerEvent &, const TriggerEvent &) = default;
};

/// The trigger a body belongs to: as its metadata says, else by its shape; empty when neither tells.
QString triggerOf(const QJsonObject &body);
/// The minimised event; `wanted`: attributes whose new values are kept. Nothing for a body that is of no known trigger,
/// or of an identity's and names nobody. The people of an access request come as one object or a list.
std::optional<TriggerEvent> triggerEventFrom(const QJsonObject &body, const QSet<QString> &wanted);
/// The secret with which an invocation is completed; empty without one.
QString completionSecret(const QJsonObject &body);

/// What is answered to an event: nothing but the status where the body is empty.
struct EventAnswer
{
    CallbackVerdict verdict = CallbackVerdict::Busy;
    int status = 200;
    QByteArray body{};
};
/// An event, the secret that completes its invocation (null without one), and what is to be called once with the
/// answer.
using TakeEvent = std::function<void(
    const TriggerEvent &event, const core::SecretPtr &secret, std::function<void(EventAnswer)> done)>;

QJsonObject toJson(const TriggerEvent &event); ///< without tenant, peer, hashes
TriggerEvent triggerEventFromJson(const QJsonObject &json);

namespace trigger {
inline const QString identityCreated = QStringLiteral("idn:identity-created");
inline const QString attributesChanged = QStringLiteral("idn:identity-attributes-changed");
inline const QString accessRequested = QStringLiteral("idn:access-request-pre-approval");
inline const QString approverAsked = QStringLiteral("idn:access-request-dynamic-approver");
inline const QString accessDecided = QStringLiteral("idn:access-request-post-approval");
inline const QString campaignActivated = QStringLiteral("idn:campaign-activated");
} // namespace trigger

} // namespace domain
