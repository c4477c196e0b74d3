#include "domain/events/subscription.h"
#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>
#include <array>

namespace domain {

static QString saySubscription(const char *text)
{
    return QCoreApplication::translate("Subscription", text);
}

static constexpr std::array<const char *, 3> authKeys{"none", "basic", "bearer"};
static constexpr std::array<const char *, 3> authWords{"NO_AUTH", "BASIC_AUTH", "BEARER_TOKEN"};
static constexpr std::array<const char *, 3> modeKeys{"sync", "async", "dynamic"};

template <class E>
static std::optional<E> keyed(const std::array<const char *, 3> &keys, const QString &key)
{
    for (size_t i = 0; i < keys.size(); ++i) {
        if (key == QLatin1String(keys[i]))
            return E(i);
    }
    return std::nullopt;
}

QString triggerAuthKey(TriggerAuth a)
{
    return QLatin1String(authKeys[size_t(a)]);
}
std::optional<TriggerAuth> triggerAuthFromKey(const QString &key)
{
    return keyed<TriggerAuth>(authKeys, key);
}
QString dispatchModeKey(DispatchMode m)
{
    return QLatin1String(modeKeys[size_t(m)]);
}
std::optional<DispatchMode> dispatchModeFromKey(const QString &key)
{
    return keyed<DispatchMode>(modeKeys, key);
}

std::optional<qint64> durationSeconds(const QString &iso)
{
    static const QRegularExpression form(QStringLiteral(
        "^P(?:(\\d{1,4})W)?(?:(\\d{1,4})D)?(?:T(?=\\d)(?:(\\d{1,5})H)?(?:(\\d{1,6})M)?(?:(\\d{1,8})S)?)?\\z"));
    const auto m = form.match(iso);
    if (!m.hasMatch())
        return std::nullopt;
    const qint64 seconds = m.captured(1).toLongLong() * 604'800 + m.captured(2).toLongLong() * 86'400 +
                           m.captured(3).toLongLong() * 3600 + m.captured(4).toLongLong() * 60 +
                           m.captured(5).toLongLong();
    return seconds > 0 ? std::optional(seconds) : std::nullopt;
}

bool isOwnReceiver(const QString &url, const Tenant &tenant)
{
    const QUrl u(url), own(tenant.callbackBaseUrl);
    if (isLoopback(u))
        return true;
    if (!tenant.callbackBaseUrl.isEmpty() && u.host().compare(own.host(), Qt::CaseInsensitive) == 0 &&
        u.port(443) == own.port(443))
        return true;
    return u.host() == tenant.receiver.address;
}

QList<core::Error> validate(const SubscriptionDraft &d, const Tenant &tenant)
{
    QList<core::Error> faults;
    const auto fault = [&faults](const char *field, const char *text) {
        faults << core::fieldError(QLatin1String(field), saySubscription(text));
    };
    if (d.name.trimmed().isEmpty())
        fault("name", QT_TRANSLATE_NOOP("Subscription", "A subscription needs a name."));
    if (d.triggerId.isEmpty())
        fault("trigger", QT_TRANSLATE_NOOP("Subscription", "Choose a trigger."));
    const QUrl url(d.url, QUrl::StrictMode);
    const bool isSimulated = tenant.environment == Environment::Simulator;
    if (!url.isValid() || url.host().isEmpty() ||
        (url.scheme() != QLatin1String("https") && !(isSimulated && url.scheme() == QLatin1String("http"))))
        fault("url", QT_TRANSLATE_NOOP("Subscription", "SailPoint calls an https address that it can reach."));
    else if (!url.userInfo().isEmpty())
        fault("url", QT_TRANSLATE_NOOP("Subscription", "An address holds no user name and no password."));
    else if (isOwnReceiver(d.url, tenant) && !isSimulated) {
        if (d.isRequestResponse && tenant.environment == Environment::Production)
            fault("url", QT_TRANSLATE_NOOP("Subscription",
                             "This console must not answer a request-response trigger of a production tenant: while "
                             "the computer sleeps, access requests would fail. Use a service that is always there."));
        else if (tenant.callbackBaseUrl.isEmpty() || isLoopback(url))
            fault("url", QT_TRANSLATE_NOOP("Subscription", "SailPoint cannot reach this computer. Enter the tenant's "
                                                           "public callback address first, and use it here."));
    }
    if (d.auth == TriggerAuth::Basic && d.userName.trimmed().isEmpty())
        fault("user", QT_TRANSLATE_NOOP("Subscription", "Basic sign-in needs a user name."));
    if (d.auth == TriggerAuth::None && !isSimulated)
        fault("auth", QT_TRANSLATE_NOOP("Subscription",
                          "Without a sign-in anybody can invent events: choose a bearer token or basic sign-in."));
    const auto seconds = durationSeconds(d.deadline);
    if (d.isRequestResponse && d.mode != DispatchMode::Sync && (!seconds || *seconds > 14 * 86'400))
        fault("deadline",
            QT_TRANSLATE_NOOP("Subscription", "The deadline is an ISO 8601 duration such as PT1H, at most 14 days."));
    if (!d.filter.isEmpty() && !d.filter.startsWith(QLatin1Char('$')))
        fault("filter", QT_TRANSLATE_NOOP("Subscription", "A filter is a JSONPath and begins with $."));
    return faults;
}

QJsonObject subscriptionBody(const SubscriptionDraft &d, const QString &secret)
{
    QJsonObject http{{QStringLiteral("url"), d.url},
        {QStringLiteral("httpDispatchMode"),
            dispatchModeKey(d.isRequestResponse ? d.mode : DispatchMode::Sync).toUpper()},
        {QStringLiteral("httpAuthenticationType"), QLatin1String(authWords[size_t(d.auth)])}};
    if (d.auth == TriggerAuth::Basic)
        http.insert(QStringLiteral("basicAuthConfig"),
            QJsonObject{{QStringLiteral("userName"), d.userName.trimmed()}, {QStringLiteral("password"), secret}});
    if (d.auth == TriggerAuth::Bearer)
        http.insert(QStringLiteral("bearerTokenAuthConfig"), QJsonObject{{QStringLiteral("bearerToken"), secret}});
    QJsonObject o{{QStringLiteral("name"), d.name.trimmed()}, {QStringLiteral("description"), d.description},
        {QStringLiteral("triggerId"), d.triggerId}, {QStringLiteral("type"), QStringLiteral("HTTP")},
        {QStringLiteral("httpConfig"), http}, {QStringLiteral("enabled"), d.isEnabled}};
    if (!d.filter.isEmpty())
        o.insert(QStringLiteral("filter"), d.filter);
    if (d.isRequestResponse && d.mode != DispatchMode::Sync)
        o.insert(QStringLiteral("responseDeadline"), d.deadline);
    return o;
}

SubscriptionDraft draftFrom(const QJsonObject &s, bool isRequestResponse)
{
    const QJsonObject http = s.value(QLatin1String("httpConfig")).toObject();
    SubscriptionDraft d;
    d.name = s.value(QLatin1String("name")).toString();
    d.description = s.value(QLatin1String("description")).toString();
    d.triggerId = s.value(QLatin1String("triggerId")).toString();
    d.isRequestResponse = isRequestResponse;
    d.url = http.value(QLatin1String("url")).toString();
    d.auth = keyed<TriggerAuth>(authWords, http.value(QLatin1String("httpAuthenticationType")).toString())
                 .value_or(TriggerAuth::None);
    d.userName = http.value(QLatin1String("basicAuthConfig")).toObject().value(QLatin1String("userName")).toString();
    d.mode = keyed<DispatchMode>(modeKeys, http.value(QLatin1String("httpDispatchMode")).toString().toLower())
                 .value_or(DispatchMode::Sync);
    d.deadline = s.value(QLatin1String("responseDeadline")).toString(QStringLiteral("PT1H"));
    d.filter = s.value(QLatin1String("filter")).toString();
    d.isEnabled = s.value(QLatin1String("enabled")).toBool(true);
    return d;
}

static bool isHttpChanged(const SubscriptionDraft &a, const SubscriptionDraft &b)
{
    return a.url != b.url || a.auth != b.auth || (b.auth == TriggerAuth::Basic && a.userName != b.userName.trimmed()) ||
           (b.isRequestResponse && a.mode != b.mode);
}

bool needsSecret(const QJsonObject &now, const SubscriptionDraft &wanted)
{
    return wanted.auth != TriggerAuth::None && isHttpChanged(draftFrom(now, wanted.isRequestResponse), wanted);
}

QJsonArray subscriptionPatch(const QJsonObject &now, const SubscriptionDraft &wanted, const QString &secret)
{
    const SubscriptionDraft before = draftFrom(now, wanted.isRequestResponse);
    QJsonArray patch;
    const auto put = [&patch](const char *path, const QJsonValue &value) {
        patch.append(QJsonObject{{QStringLiteral("op"), QStringLiteral("replace")},
            {QStringLiteral("path"), QLatin1String(path)}, {QStringLiteral("value"), value}});
    };
    if (before.name != wanted.name.trimmed())
        put("/name", wanted.name.trimmed());
    if (before.filter != wanted.filter) {
        if (wanted.filter.isEmpty())
            patch.append(QJsonObject{
                {QStringLiteral("op"), QStringLiteral("remove")}, {QStringLiteral("path"), QStringLiteral("/filter")}});
        else
            patch.append(QJsonObject{
                {QStringLiteral("op"), before.filter.isEmpty() ? QStringLiteral("add") : QStringLiteral("replace")},
                {QStringLiteral("path"), QStringLiteral("/filter")}, {QStringLiteral("value"), wanted.filter}});
    }
    if (wanted.isRequestResponse && wanted.mode != DispatchMode::Sync && before.deadline != wanted.deadline)
        put("/responseDeadline", wanted.deadline);
    if (isHttpChanged(before, wanted) || !secret.isEmpty())
        put("/httpConfig", subscriptionBody(wanted, secret).value(QLatin1String("httpConfig")));
    if (before.isEnabled != wanted.isEnabled)
        put("/enabled", wanted.isEnabled);
    return patch;
}

QString invocationState(const QJsonObject &i)
{
    if (i.value(QLatin1String("completed")).toString().isEmpty())
        return QStringLiteral("in-progress");
    const QJsonValue error =
        i.value(QLatin1String("completeInvocationInput")).toObject().value(QLatin1String("localizedError"));
    return error.isObject() && !error.toObject().value(QLatin1String("message")).toString().isEmpty()
               ? QStringLiteral("failed")
               : QStringLiteral("completed");
}

} // namespace domain
