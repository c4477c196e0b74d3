#pragma once
#include "domain/events/invocation.h"
#include "domain/events/subscription.h"
#include "domain/events/trigger.h"
#include "net/sailpoint/identityactions.h"

// Event triggers and who is told of them (contract 10). Secrets come back null.
namespace net::sailpoint {

core::Async<QList<domain::Trigger>> listTriggers(Api &api);
/// There is no call for one of them: an id is a filter.
core::Async<QList<domain::Subscription>> listSubscriptions(Api &api, const QString &id = {});
/// `body`: domain::subscriptionBody().
core::Async<domain::Subscription> createSubscription(Api &api, const QJsonObject &body);
/// RFC 6902. Never PUT: what was read has no secrets, and would wipe them.
core::Async<domain::Subscription> patchSubscription(Api &api, const QString &id, const QJsonArray &patch);
core::Async<Accepted> deleteSubscription(Api &api, const QString &id);
struct FilterVerdict
{
    bool isValid = false, isJsonPath = false, isPathThere = false;
};
core::Async<FilterVerdict> validateFilter(Api &api, const QJsonObject &input, const QString &filter);
/// The invocations that were started; empty when nobody subscribed (204).
core::Async<QList<domain::StartedInvocation>> testInvocation(
    Api &api, const QString &trigger, const QJsonObject &input, const QStringList &subscriptions);
/// Newest first; SailPoint keeps a day (failures two), at most 2,000.
core::Async<QList<domain::Invocation>> invocationStatus(Api &api, const QString &subscription = {});
core::Async<Accepted> completeInvocation(
    Api &api, const QString &id, const QString &secret, const QJsonObject &output, const QString &error);

} // namespace net::sailpoint
