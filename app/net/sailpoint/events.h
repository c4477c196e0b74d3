#pragma once
#include "net/sailpoint/identityactions.h"
#include <QJsonArray>
#include <QJsonObject>

// Event triggers (contract 10) and workflows (contract 11). Objects stay as SailPoint sent them; secrets come back
// null.
namespace net::sailpoint {

core::Async<QJsonArray> listTriggers(Api &api);
/// There is no call for one of them: an id is a filter.
core::Async<QJsonArray> listSubscriptions(Api &api, const QString &id = {});
core::Async<QJsonObject> createSubscription(Api &api, const QJsonObject &subscription);
/// RFC 6902. Never PUT: what was read has no secrets, and would wipe them.
core::Async<QJsonObject> patchSubscription(Api &api, const QString &id, const QJsonArray &patch);
core::Async<Accepted> deleteSubscription(Api &api, const QString &id);
struct FilterVerdict
{
    bool isValid = false, isJsonPath = false, isPathThere = false;
};
core::Async<FilterVerdict> validateFilter(Api &api, const QJsonObject &input, const QString &filter);
/// The invocations that were started, each with its secret; empty when nobody subscribed (204).
core::Async<QJsonArray> testInvocation(
    Api &api, const QString &trigger, const QJsonObject &input, const QStringList &subscriptions);
/// Newest first; SailPoint keeps a day (failures two), at most 2,000.
core::Async<QJsonArray> invocationStatus(Api &api, const QString &subscription = {});
core::Async<Accepted> completeInvocation(
    Api &api, const QString &id, const QString &secret, const QJsonObject &output, const QString &error);

core::Async<QJsonArray> listWorkflows(Api &api);
core::Async<QJsonObject> workflow(Api &api, const QString &id);
core::Async<QJsonArray> workflowExecutions(Api &api, const QString &id);
/// Takes an object or an array of one.
core::Async<QJsonObject> workflowExecution(Api &api, const QString &execution);
core::Async<QJsonArray> executionHistory(Api &api, const QString &execution);
/// Runs for real; only while the workflow is disabled. The execution's id.
core::Async<QString> testWorkflow(Api &api, const QString &id, const QJsonObject &input);
/// {id, secret, url}: the secret is shown this once.
core::Async<QJsonObject> createExternalClient(Api &api, const QString &workflow);

} // namespace net::sailpoint
