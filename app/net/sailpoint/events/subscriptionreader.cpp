#include "net/sailpoint/events/subscriptionreader.h"
#include <QDateTime>

namespace net::sailpoint {

domain::Trigger triggerFrom(const QJsonObject &o)
{
    domain::Trigger t;
    t.id = o.value(QLatin1String("id")).toString();
    t.typeWord = o.value(QLatin1String("type")).toString();
    t.type = domain::triggerTypeFromKey(t.typeWord);
    t.exampleInput = o.value(QLatin1String("exampleInput")).toObject();
    t.raw = o;
    return t;
}

static void emptySecret(QJsonObject &http, const char *config, const char *secret)
{
    QJsonObject held = http.value(QLatin1String(config)).toObject();
    const QJsonValue said = held.value(QLatin1String(secret));
    if (said.isUndefined() || said.isNull() || said == QJsonValue(QString()))
        return;
    held.insert(QLatin1String(secret), QJsonValue());
    http.insert(QLatin1String(config), held);
}

static QJsonObject subscriptionWithoutSecrets(QJsonObject subscription)
{
    const QJsonValue before = subscription.value(QLatin1String("httpConfig"));
    QJsonObject http = before.toObject();
    emptySecret(http, "basicAuthConfig", "password");
    emptySecret(http, "bearerTokenAuthConfig", "bearerToken");
    if (before.isObject())
        subscription.insert(QStringLiteral("httpConfig"), http);
    return subscription;
}

domain::Subscription subscriptionFrom(const QJsonObject &o)
{
    const QJsonObject http = o.value(QLatin1String("httpConfig")).toObject();
    const QJsonValue deadline = o.value(QLatin1String("responseDeadline")),
                     isEnabled = o.value(QLatin1String("enabled"));
    domain::Subscription s;
    s.id = o.value(QLatin1String("id")).toString();
    s.name = o.value(QLatin1String("name")).toString();
    s.description = o.value(QLatin1String("description")).toString();
    s.triggerId = o.value(QLatin1String("triggerId")).toString();
    s.typeWord = o.value(QLatin1String("type")).toString();
    s.type = domain::subscriptionTypeFromKey(s.typeWord);
    s.hasHttpConfig = !http.isEmpty();
    s.url = http.value(QLatin1String("url")).toString();
    s.authWord = http.value(QLatin1String("httpAuthenticationType")).toString();
    s.auth = domain::triggerAuthFromWord(s.authWord);
    s.userName = http.value(QLatin1String("basicAuthConfig")).toObject().value(QLatin1String("userName")).toString();
    s.mode = domain::dispatchModeFromKey(http.value(QLatin1String("httpDispatchMode")).toString().toLower());
    if (deadline.isString())
        s.deadline = deadline.toString();
    s.filter = o.value(QLatin1String("filter")).toString();
    if (isEnabled.isBool())
        s.isEnabled = isEnabled.toBool();
    s.raw = subscriptionWithoutSecrets(o);
    return s;
}

domain::Invocation invocationFrom(const QJsonObject &o)
{
    const QJsonObject end = o.value(QLatin1String("completeInvocationInput")).toObject();
    const QDateTime created = QDateTime::fromString(o.value(QLatin1String("created")).toString(), Qt::ISODateWithMs);
    domain::Invocation i;
    i.id = o.value(QLatin1String("id")).toString();
    i.subscriptionId = o.value(QLatin1String("subscriptionId")).toString();
    i.subscriptionName = o.value(QLatin1String("subscriptionName")).toString();
    i.typeWord = o.value(QLatin1String("type")).toString();
    i.type = domain::invocationTypeFromKey(i.typeWord);
    if (created.isValid())
        i.created = created.toMSecsSinceEpoch();
    i.completed = o.value(QLatin1String("completed")).toString();
    i.error = end.value(QLatin1String("localizedError")).toObject().value(QLatin1String("message")).toString();
    i.output = end.value(QLatin1String("output")).toObject();
    i.raw = o;
    i.raw.remove(QStringLiteral("secret"));
    return i;
}

domain::StartedInvocation startedInvocationFrom(const QJsonObject &o)
{
    const QJsonValue id = o.value(QLatin1String("id")), trigger = o.value(QLatin1String("triggerId"));
    return {id.toString(), trigger.toString(),
        QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("triggerId"), trigger}}};
}

} // namespace net::sailpoint
