#include "net/sailpoint/events/subscriptions.h"
#include "net/sailpoint/calls.h"
#include "net/sailpoint/events/listreader.h"
#include "net/sailpoint/events/subscriptionreader.h"
#include "net/sailpoint/paths.h"

namespace net::sailpoint {

using core::Async;
using core::Result;
using domain::Invocation;
using domain::StartedInvocation;
using domain::Subscription;
using domain::Trigger;

static const QString subscriptionCalls = QStringLiteral("/trigger-subscriptions");
static const QString invocationCalls = QStringLiteral("/trigger-invocations");

// 204 has no body to read.
static Result<QList<StartedInvocation>> startedFrom(const HttpResponse &r)
{
    return r.status == 204 ? Result<QList<StartedInvocation>>(QList<StartedInvocation>())
                           : listReader(startedInvocationFrom)(r);
}

Async<QList<Trigger>> listTriggers(Api &api)
{
    const QString service = QStringLiteral("/triggers");
    return core::mapped<QList<Trigger>, HttpResponse>(
        api.send(readCall(service, {}, service, "limit=250")), &api, listReader(triggerFrom));
}

Async<QList<Subscription>> listSubscriptions(Api &api, const QString &id)
{
    QByteArray query = "limit=250";
    if (!id.isEmpty())
        query += '&' + queryItem("filters", QStringLiteral("id eq ") + quoted(id));
    return core::mapped<QList<Subscription>, HttpResponse>(
        api.send(readCall(subscriptionCalls, {}, subscriptionCalls, query)), &api, listReader(subscriptionFrom));
}

Async<Subscription> createSubscription(Api &api, const QJsonObject &body)
{
    return core::mapped<Subscription, HttpResponse>(
        api.send(bodyCall("POST", subscriptionCalls, {}, QJsonDocument(body))), &api, objectReader(subscriptionFrom));
}

Async<Subscription> patchSubscription(Api &api, const QString &id, const QJsonArray &patch)
{
    Call c = bodyCall("PATCH", subscriptionCalls, idSegment(id), QJsonDocument(patch));
    c.operation = subscriptionCalls + QStringLiteral("/{id}");
    c.contentType = "application/json-patch+json";
    return core::mapped<Subscription, HttpResponse>(api.send(c), &api, objectReader(subscriptionFrom));
}

Async<Accepted> deleteSubscription(Api &api, const QString &id)
{
    Call c = readCall(subscriptionCalls, idSegment(id), subscriptionCalls + QStringLiteral("/{id}"));
    c.method = "DELETE";
    c.repeatable = false;
    return core::mapped<Accepted, HttpResponse>(api.send(c), &api, accepted);
}

Async<FilterVerdict> validateFilter(Api &api, const QJsonObject &input, const QString &filter)
{
    Call c = bodyCall("POST", subscriptionCalls, QStringLiteral("/validate-filter"),
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

Async<QList<StartedInvocation>> testInvocation(
    Api &api, const QString &trigger, const QJsonObject &input, const QStringList &only)
{
    QJsonObject body{{QStringLiteral("triggerId"), trigger}, {QStringLiteral("contentJson"), QJsonObject{}},
        {QStringLiteral("input"), input}};
    if (!only.isEmpty())
        body.insert(QStringLiteral("subscriptionIds"), QJsonArray::fromStringList(only));
    return core::mapped<QList<StartedInvocation>, HttpResponse>(
        api.send(bodyCall("POST", invocationCalls, QStringLiteral("/test"), QJsonDocument(body))), &api, startedFrom);
}

Async<QList<Invocation>> invocationStatus(Api &api, const QString &subscription)
{
    QByteArray query = "limit=250&" + queryItem("sorters", QStringLiteral("-created"));
    if (!subscription.isEmpty())
        query += '&' + queryItem("filters", QStringLiteral("subscriptionId eq ") + quoted(subscription));
    return core::mapped<QList<Invocation>, HttpResponse>(api.send(readCall(invocationCalls, QStringLiteral("/status"),
                                                             invocationCalls + QStringLiteral("/status"), query)),
        &api, listReader(invocationFrom));
}

Async<Accepted> completeInvocation(
    Api &api, const QString &id, const QString &secret, const QJsonObject &output, const QString &error)
{
    QJsonObject body{{QStringLiteral("secret"), secret}, {QStringLiteral("output"), output}};
    if (!error.isEmpty())
        body.insert(QStringLiteral("error"), error);
    Call c = bodyCall("POST", invocationCalls, idSegment(id) + QStringLiteral("/complete"), QJsonDocument(body));
    c.operation = invocationCalls + QStringLiteral("/{id}/complete");
    return core::mapped<Accepted, HttpResponse>(api.send(c), &api, accepted);
}

} // namespace net::sailpoint
