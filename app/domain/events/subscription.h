#pragma once
#include "core/result.h"
#include "domain/tenants/tenant.h"
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

// Subscriptions to SailPoint's event triggers (contract 10).
namespace domain {

enum class TriggerAuth { None, Basic, Bearer };
enum class DispatchMode { Sync, Async, Dynamic };
enum class SubscriptionType { Http, EventBridge, Inline, Script, Workflow };

/// What SailPoint holds. A member without a value: nothing stands there, or nothing that is known.
struct Subscription
{
    QString id;
    QString name;
    QString description;
    QString triggerId;
    std::optional<SubscriptionType> type;
    QString typeWord;           ///< as it came
    bool hasHttpConfig = false; ///< otherwise SailPoint delivers it in ways of its own
    QString url;
    std::optional<TriggerAuth> auth;
    QString authWord; ///< as it came
    QString userName;
    std::optional<DispatchMode> mode;
    QString modeWord; ///< as it came
    std::optional<QString> deadline;
    QString filter;
    std::optional<bool> isEnabled;
    QJsonObject raw; ///< as it came, without password and token
};

/// SailPoint calls it: what does not say that it is off is on, as SailPoint's own default.
bool isOn(const Subscription &subscription);

/// What a subscription is to be, without its secret.
struct SubscriptionDraft
{
    QString name;
    QString description;
    QString triggerId;
    bool isRequestResponse = false; ///< of the trigger
    QString url;
    TriggerAuth auth = TriggerAuth::Bearer;
    QString userName; ///< Basic
    DispatchMode mode = DispatchMode::Sync;
    QString deadline = QStringLiteral("PT1H"); ///< ISO 8601; Async and Dynamic
    QString filter;                            ///< JSONPath; empty: everything
    bool isEnabled = true;
};

std::optional<TriggerAuth> triggerAuthFromKey(const QString &key); ///< "none", "basic", "bearer"
QString triggerAuthWord(TriggerAuth a); ///< SailPoint's: "NO_AUTH", "BASIC_AUTH", "BEARER_TOKEN"
std::optional<TriggerAuth> triggerAuthFromWord(const QString &word);
QString dispatchModeKey(DispatchMode m); ///< "sync", "async", "dynamic"
std::optional<DispatchMode> dispatchModeFromKey(const QString &key);
QString subscriptionTypeKey(SubscriptionType t); ///< SailPoint's: "HTTP", "EVENTBRIDGE", …
std::optional<SubscriptionType> subscriptionTypeFromKey(const QString &key);

/// A duration of ISO 8601 such as PT1H or P1DT30M, as seconds; nothing for what is none, or 0.
std::optional<qint64> durationSeconds(const QString &iso);

/// Does the address lead to this console: loopback, this receiver, or the tenant's callback address?
bool isOwnReceiver(const QString &url, const Tenant &tenant);
/// Every fault with its field: name, trigger, url, user, deadline, filter. Outside simulator and sandbox our own
/// receiver must not answer a request-response trigger (a sleeping computer would stop the tenant's access requests),
/// and anything that SailPoint is to reach needs a callback address.
QList<core::Error> validate(const SubscriptionDraft &draft, const Tenant &tenant);
/// The request's body; `secret` is the password or token.
QJsonObject subscriptionBody(const SubscriptionDraft &draft, const QString &secret);

/// What a subscription is now, as a draft. Where it says nothing that is known: no sign-in, Sync, an hour, switched on.
/// `isRequestResponse` is of its trigger.
SubscriptionDraft draftFrom(const Subscription &subscription, bool isRequestResponse);
/// JSON Patch with what differs; empty when nothing does. The sign-in is one whole: where address, mode or sign-in
/// change, or a new secret is given, all of httpConfig is replaced.
QJsonArray subscriptionPatch(const Subscription &now, const SubscriptionDraft &wanted, const QString &secret);
/// JSON Patch that switches a subscription on or off.
QJsonArray enablingPatch(bool isEnabled);
/// Address, mode and sign-in are written as one: where one of them is of a kind that is not known here, a change of
/// another would overwrite it with something else.
core::Status httpChangeFault(const Subscription &now, const SubscriptionDraft &wanted, const QString &secret);
/// A changed address or sign-in needs the secret once more: SailPoint does not hand it out.
bool needsSecret(const Subscription &now, const SubscriptionDraft &wanted);

} // namespace domain
