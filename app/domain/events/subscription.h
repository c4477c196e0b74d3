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

QString triggerAuthKey(TriggerAuth a); ///< "none", "basic", "bearer"
std::optional<TriggerAuth> triggerAuthFromKey(const QString &key);
QString dispatchModeKey(DispatchMode m); ///< "sync", "async", "dynamic"
std::optional<DispatchMode> dispatchModeFromKey(const QString &key);

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

/// What a subscription is now, as a draft. `isRequestResponse` is of its trigger.
SubscriptionDraft draftFrom(const QJsonObject &subscription, bool isRequestResponse);
/// JSON Patch with what differs; empty when nothing does. The sign-in is one whole: where address, mode or sign-in
/// change, or a new secret is given, all of httpConfig is replaced.
QJsonArray subscriptionPatch(const QJsonObject &now, const SubscriptionDraft &wanted, const QString &secret);
/// A changed address or sign-in needs the secret once more: SailPoint does not hand it out.
bool needsSecret(const QJsonObject &now, const SubscriptionDraft &wanted);

/// How one invocation ended, in one word of ours: "completed", "failed", "in-progress".
QString invocationState(const QJsonObject &invocation);

} // namespace domain
