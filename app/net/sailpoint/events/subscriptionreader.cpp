#include "net/sailpoint/events/subscriptionreader.h"
#include "net/http/members.h"

namespace net::sailpoint {

domain::Trigger triggerFrom(const QJsonObject &o)
{
    domain::Trigger t;
    t.id = memberText(o, "id");
    t.typeWord = memberText(o, "type");
    t.type = domain::triggerTypeFromKey(t.typeWord);
    t.exampleInput = memberObject(o, "exampleInput");
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
    const QJsonObject http = memberObject(o, "httpConfig");
    const QJsonValue deadline = o.value(QLatin1String("responseDeadline"));
    domain::Subscription s;
    s.id = memberText(o, "id");
    s.name = memberText(o, "name");
    s.description = memberText(o, "description");
    s.triggerId = memberText(o, "triggerId");
    s.typeWord = memberText(o, "type");
    s.type = domain::subscriptionTypeFromKey(s.typeWord);
    s.hasHttpConfig = !http.isEmpty();
    s.url = memberText(http, "url");
    s.authWord = memberText(http, "httpAuthenticationType");
    s.auth = domain::triggerAuthFromWord(s.authWord);
    s.userName = memberObject(http, "basicAuthConfig").value(QLatin1String("userName")).toString();
    s.modeWord = memberText(http, "httpDispatchMode");
    s.mode = domain::dispatchModeFromKey(s.modeWord.toLower());
    if (deadline.isString())
        s.deadline = deadline.toString();
    s.filter = memberText(o, "filter");
    s.isEnabled = memberFlag(o, "enabled");
    s.raw = subscriptionWithoutSecrets(o);
    return s;
}

// One that says that it failed, and not why, has failed all the same.
static QString errorIn(const QJsonValue &said)
{
    if (said.isString())
        return said.toString();
    const QString message = memberText(said.toObject(), "message");
    const bool isNone = said.isNull() || said.isUndefined() || (said.isObject() && said.toObject().isEmpty());
    return message.isEmpty() && !isNone ? QStringLiteral("?") : message;
}

domain::Invocation invocationFrom(const QJsonObject &o)
{
    const QJsonObject end = memberObject(o, "completeInvocationInput");
    domain::Invocation i;
    i.id = memberText(o, "id");
    i.subscriptionId = memberText(o, "subscriptionId");
    i.subscriptionName = memberText(o, "subscriptionName");
    i.typeWord = memberText(o, "type");
    i.type = domain::invocationTypeFromKey(i.typeWord);
    i.created = memberInstantText(o, "created");
    i.completed = memberText(o, "completed");
    i.error = errorIn(end.value(QLatin1String("localizedError")));
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
