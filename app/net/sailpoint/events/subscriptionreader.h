#pragma once
#include "domain/events/invocation.h"
#include "domain/events/subscription.h"
#include "domain/events/trigger.h"

// Event triggers, subscriptions and invocations as SailPoint sends them (contract 10). What is missing, null or of
// another type is empty, and a word that is not known stands for nothing. Pure.
namespace net::sailpoint {

domain::Trigger triggerFrom(const QJsonObject &trigger);
/// A password or token that an answer held after all is not handed on.
domain::Subscription subscriptionFrom(const QJsonObject &subscription);
/// Times in ISO 8601.
domain::Invocation invocationFrom(const QJsonObject &invocation);
domain::StartedInvocation startedInvocationFrom(const QJsonObject &invocation);

} // namespace net::sailpoint
