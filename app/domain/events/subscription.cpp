#include "domain/events/subscription.h"
#include "domain/text/wordlist.h"
#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

namespace domain {

static QString saySubscription(const char *text)
{
    return QCoreApplication::translate("Subscription", text);
}

static constexpr std::array<const char *, 3> triggerAuthKeys{"none", "basic", "bearer"};
static constexpr std::array<const char *, 3> triggerAuthWords{"NO_AUTH", "BASIC_AUTH", "BEARER_TOKEN"};
static constexpr std::array<const char *, 3> dispatchModeKeys{"sync", "async", "dynamic"};
static constexpr std::array<const char *, 5> subscriptionTypeWords{
    "HTTP", "EVENTBRIDGE", "INLINE", "SCRIPT", "WORKFLOW"};

std::optional<TriggerAuth> triggerAuthFromKey(const QString &key)
{
    return valueOfWord<TriggerAuth>(triggerAuthKeys, key);
}
QString triggerAuthWord(TriggerAuth a)
{
    return wordOfValue(triggerAuthWords, a);
}
std::optional<TriggerAuth> triggerAuthFromWord(const QString &word)
{
    return valueOfWord<TriggerAuth>(triggerAuthWords, word);
}
QString dispatchModeKey(DispatchMode m)
{
    return wordOfValue(dispatchModeKeys, m);
}
std::optional<DispatchMode> dispatchModeFromKey(const QString &key)
{
    return valueOfWord<DispatchMode>(dispatchModeKeys, key);
}
QString subscriptionTypeKey(SubscriptionType t)
{
    return wordOfValue(subscriptionTypeWords, t);
}
std::optional<SubscriptionType> subscriptionTypeFromKey(const QString &key)
{
    return valueOfWord<SubscriptionType>(subscriptionTypeWords, key);
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
        {QStringLiteral("httpAuthenticationType"), triggerAuthWord(d.auth)}};
    if (d.auth == TriggerAuth::Basic)
        http.insert(QStringLiteral("basicAuthConfig"),
            QJsonObject{{QStringLiteral("userName"), d.userName.trimmed()}, {QStringLiteral("password"), secret}});
    if (d.auth == TriggerAuth::Bearer)
        http.insert(QStringLiteral("bearerTokenAuthConfig"), QJsonObject{{QStringLiteral("bearerToken"), secret}});
    QJsonObject o{{QStringLiteral("name"), d.name.trimmed()}, {QStringLiteral("description"), d.description},
        {QStringLiteral("triggerId"), d.triggerId},
        {QStringLiteral("type"), subscriptionTypeKey(SubscriptionType::Http)}, {QStringLiteral("httpConfig"), http},
        {QStringLiteral("enabled"), d.isEnabled}};
    if (!d.filter.isEmpty())
        o.insert(QStringLiteral("filter"), d.filter);
    if (d.isRequestResponse && d.mode != DispatchMode::Sync)
        o.insert(QStringLiteral("responseDeadline"), d.deadline);
    return o;
}

bool isOn(const Subscription &s)
{
    return s.isEnabled.value_or(true);
}

SubscriptionDraft draftFrom(const Subscription &s, bool isRequestResponse)
{
    SubscriptionDraft d;
    d.name = s.name;
    d.description = s.description;
    d.triggerId = s.triggerId;
    d.isRequestResponse = isRequestResponse;
    d.url = s.url;
    d.auth = s.auth.value_or(TriggerAuth::None);
    d.userName = s.userName;
    d.mode = s.mode.value_or(DispatchMode::Sync);
    d.deadline = s.deadline.value_or(QStringLiteral("PT1H"));
    d.filter = s.filter;
    d.isEnabled = isOn(s);
    return d;
}

static bool isHttpChanged(const SubscriptionDraft &a, const SubscriptionDraft &b)
{
    return a.url != b.url || a.auth != b.auth || (b.auth == TriggerAuth::Basic && a.userName != b.userName.trimmed()) ||
           (b.isRequestResponse && a.mode != b.mode);
}

bool needsSecret(const Subscription &now, const SubscriptionDraft &wanted)
{
    return wanted.auth != TriggerAuth::None && isHttpChanged(draftFrom(now, wanted.isRequestResponse), wanted);
}

static bool replacesHttp(const SubscriptionDraft &before, const SubscriptionDraft &wanted, const QString &secret)
{
    return isHttpChanged(before, wanted) || !secret.isEmpty();
}

core::Status httpChangeFault(const Subscription &now, const SubscriptionDraft &wanted, const QString &secret)
{
    const bool isAuthUnknown = !now.auth && !now.authWord.isEmpty();
    const bool isModeUnknown = !now.mode && !now.modeWord.isEmpty();
    if ((!isAuthUnknown && !isModeUnknown) || !replacesHttp(draftFrom(now, wanted.isRequestResponse), wanted, secret))
        return core::ok();
    return core::fieldError(isAuthUnknown ? QStringLiteral("auth") : QStringLiteral("mode"),
        saySubscription(QT_TRANSLATE_NOOP("Subscription",
                            "SailPoint calls this subscription in a way that this program does not know (%1), and a "
                            "change here would overwrite it. Change its address and sign-in in SailPoint."))
            .arg(isAuthUnknown ? now.authWord : now.modeWord));
}

QJsonArray subscriptionPatch(const Subscription &now, const SubscriptionDraft &wanted, const QString &secret)
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
    if (replacesHttp(before, wanted, secret))
        put("/httpConfig", subscriptionBody(wanted, secret).value(QLatin1String("httpConfig")));
    if (before.isEnabled != wanted.isEnabled)
        put("/enabled", wanted.isEnabled);
    return patch;
}

QJsonArray enablingPatch(bool isEnabled)
{
    return {QJsonObject{{QStringLiteral("op"), QStringLiteral("replace")},
        {QStringLiteral("path"), QStringLiteral("/enabled")}, {QStringLiteral("value"), isEnabled}}};
}

} // namespace domain
