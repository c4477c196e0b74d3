#include "net/sailpoint/events.h"
#include "net/sailpoint/answers.h"
#include "net/sailpoint/calls.h"
#include "net/sailpoint/paths.h"

namespace net::sailpoint {

using core::Async;
using core::Result;

static const QString subscriptions = QStringLiteral("/trigger-subscriptions");
static const QString invocations = QStringLiteral("/trigger-invocations");
static const QString workflows = QStringLiteral("/workflows");

static QString segment(const QString &id)
{
    return QLatin1Char('/') + QString::fromLatin1(QUrl::toPercentEncoding(id));
}

static Call reading(const QString &service, const QString &rest, const QString &operation, const QByteArray &query = {})
{
    Call c;
    c.service = service;
    c.rest = rest;
    c.operation = operation;
    c.query = query;
    c.repeatable = true;
    return c;
}

// 204 has no body to read.
static Result<QJsonArray> arrayOrNothing(const HttpResponse &r)
{
    return r.status == 204 ? Result<QJsonArray>(QJsonArray()) : arrayFrom(r);
}

Async<QJsonArray> listTriggers(Api &api)
{
    const QString service = QStringLiteral("/triggers");
    return core::mapped<QJsonArray, HttpResponse>(
        api.send(reading(service, {}, service, "limit=250")), &api, arrayFrom);
}

Async<QJsonArray> listSubscriptions(Api &api, const QString &id)
{
    QByteArray query = "limit=250";
    if (!id.isEmpty())
        query += '&' + queryItem("filters", QStringLiteral("id eq ") + quoted(id));
    return core::mapped<QJsonArray, HttpResponse>(
        api.send(reading(subscriptions, {}, subscriptions, query)), &api, arrayFrom);
}

Async<QJsonObject> createSubscription(Api &api, const QJsonObject &subscription)
{
    return core::mapped<QJsonObject, HttpResponse>(
        api.send(bodyCall("POST", subscriptions, {}, QJsonDocument(subscription))), &api, objectFrom);
}

Async<QJsonObject> patchSubscription(Api &api, const QString &id, const QJsonArray &patch)
{
    Call c = bodyCall("PATCH", subscriptions, segment(id), QJsonDocument(patch));
    c.operation = subscriptions + QStringLiteral("/{id}");
    c.contentType = "application/json-patch+json";
    return core::mapped<QJsonObject, HttpResponse>(api.send(c), &api, objectFrom);
}

Async<Accepted> deleteSubscription(Api &api, const QString &id)
{
    Call c = reading(subscriptions, segment(id), subscriptions + QStringLiteral("/{id}"));
    c.method = "DELETE";
    c.repeatable = false;
    return core::mapped<Accepted, HttpResponse>(api.send(c), &api, accepted);
}

Async<FilterVerdict> validateFilter(Api &api, const QJsonObject &input, const QString &filter)
{
    Call c = bodyCall("POST", subscriptions, QStringLiteral("/validate-filter"),
        QJsonDocument(QJsonObject{{QStringLiteral("input"), input}, {QStringLiteral("filter"), filter}}));
    c.repeatable = true; // it only looks
    return core::mapped<FilterVerdict, HttpResponse>(
        api.send(c), &api, [](const HttpResponse &r) -> Result<FilterVerdict> {
            const auto o = objectFrom(r);
            if (!o)
                return o.error();
            return FilterVerdict{o->value(QLatin1String("isValid")).toBool(),
                o->value(QLatin1String("isValidJSONPath")).toBool(), o->value(QLatin1String("isPathExist")).toBool()};
        });
}

Async<QJsonArray> testInvocation(Api &api, const QString &trigger, const QJsonObject &input, const QStringList &only)
{
    QJsonObject body{{QStringLiteral("triggerId"), trigger}, {QStringLiteral("contentJson"), QJsonObject{}},
        {QStringLiteral("input"), input}};
    if (!only.isEmpty())
        body.insert(QStringLiteral("subscriptionIds"), QJsonArray::fromStringList(only));
    return core::mapped<QJsonArray, HttpResponse>(
        api.send(bodyCall("POST", invocations, QStringLiteral("/test"), QJsonDocument(body))), &api, arrayOrNothing);
}

Async<QJsonArray> invocationStatus(Api &api, const QString &subscription)
{
    QByteArray query = "limit=250&" + queryItem("sorters", QStringLiteral("-created"));
    if (!subscription.isEmpty())
        query += '&' + queryItem("filters", QStringLiteral("subscriptionId eq ") + quoted(subscription));
    return core::mapped<QJsonArray, HttpResponse>(
        api.send(reading(invocations, QStringLiteral("/status"), invocations + QStringLiteral("/status"), query)), &api,
        arrayFrom);
}

Async<Accepted> completeInvocation(
    Api &api, const QString &id, const QString &secret, const QJsonObject &output, const QString &error)
{
    QJsonObject body{{QStringLiteral("secret"), secret}, {QStringLiteral("output"), output}};
    if (!error.isEmpty())
        body.insert(QStringLiteral("error"), error);
    Call c = bodyCall("POST", invocations, segment(id) + QStringLiteral("/complete"), QJsonDocument(body));
    c.operation = invocations + QStringLiteral("/{id}/complete");
    return core::mapped<Accepted, HttpResponse>(api.send(c), &api, accepted);
}

Async<QJsonArray> listWorkflows(Api &api)
{
    return core::mapped<QJsonArray, HttpResponse>(
        api.send(reading(workflows, {}, workflows, "limit=250&offset=0")), &api, arrayFrom);
}

Async<QJsonObject> workflow(Api &api, const QString &id)
{
    return core::mapped<QJsonObject, HttpResponse>(
        api.send(reading(workflows, segment(id), workflows + QStringLiteral("/{id}"))), &api, objectFrom);
}

Async<QJsonArray> workflowExecutions(Api &api, const QString &id)
{
    return core::mapped<QJsonArray, HttpResponse>(
        api.send(reading(workflows, segment(id) + QStringLiteral("/executions"),
            workflows + QStringLiteral("/{id}/executions"), "limit=100&offset=0")),
        &api, arrayFrom);
}

Async<QJsonObject> workflowExecution(Api &api, const QString &execution)
{
    const QString service = QStringLiteral("/workflow-executions");
    return core::mapped<QJsonObject, HttpResponse>(
        api.send(reading(service, segment(execution), service + QStringLiteral("/{id}"))), &api,
        [](const HttpResponse &r) -> Result<QJsonObject> {
            if (const auto list = arrayFrom(r); list)
                return list->at(0).toObject();
            return objectFrom(r);
        });
}

Async<QJsonArray> executionHistory(Api &api, const QString &execution)
{
    const QString service = QStringLiteral("/workflow-executions");
    return core::mapped<QJsonArray, HttpResponse>(
        api.send(reading(service, segment(execution) + QStringLiteral("/history"),
            service + QStringLiteral("/{id}/history"), "limit=250&offset=0")),
        &api, arrayFrom);
}

Async<QString> testWorkflow(Api &api, const QString &id, const QJsonObject &input)
{
    Call c = bodyCall("POST", workflows, segment(id) + QStringLiteral("/test"),
        QJsonDocument(QJsonObject{{QStringLiteral("input"), input}}));
    c.operation = workflows + QStringLiteral("/{id}/test");
    return core::mapped<QString, HttpResponse>(api.send(c), &api, [](const HttpResponse &r) -> Result<QString> {
        const auto o = objectFrom(r);
        if (!o)
            return o.error();
        return o->value(QLatin1String("workflowExecutionId")).toString();
    });
}

Async<QJsonObject> createExternalClient(Api &api, const QString &id)
{
    Call c = bodyCall("POST", workflows, segment(id) + QStringLiteral("/external/oauth-clients"), QJsonDocument());
    c.operation = workflows + QStringLiteral("/{id}/external/oauth-clients");
    c.body.clear();
    c.contentType.clear();
    return core::mapped<QJsonObject, HttpResponse>(api.send(c), &api, objectFrom);
}

} // namespace net::sailpoint
