#include "cli/tenants/tenantoptions.h"
#include "cli/shell/jsonoutput.h"
#include "cli/shell/shell.h"
#include "domain/tenants/callbackaddress.h"
#include "services/tenants/tenants.h"

namespace cli {

using core::Result;
using Fault = std::optional<core::Error>;

QList<QCommandLineOption> tenantOptionList()
{
    return {valueOption("sailpoint-url", "URL"), valueOption("client-id", "ID"), valueOption("idv-url", "URL"),
        valueOption("community", "ID"), valueOption("path-style", "STYLE"), valueOption("write-back", "STRATEGY"),
        valueOption("idv-source", "ID"), valueOption("workflow-id", "ID"), valueOption("session-path", "PATH"),
        valueOption("status-path", "PATH"), valueOption("session-id-at", "POINTERS"),
        valueOption("invitation-at", "POINTERS"), valueOption("expires-at", "POINTERS"),
        valueOption("link-lifetime", "MINUTES"), valueOption("map", "FILE"), valueOption("callback-base-url", "URL"),
        valueOption("proxy", "PROXY"), flagOption("proxy-sign-in"), flagOption("no-proxy-sign-in"),
        valueOption("ca", "FILE"), valueOption("time-zone", "IANA"), valueOption("provider", "seed|docuverify"),
        valueOption("dvc-id", "ID"), valueOption("tenant-tag", "TAG"), valueOption("curve", "NAME"),
        valueOption("cancel-path", "PATH"), valueOption("resend-path", "PATH"), valueOption("environment", "KIND"),
        flagOption("tunnel"), flagOption("no-tunnel"), valueOption("product", "PRODUCT"),
        valueOption("plugin-url", "URL"), valueOption("operator-id", "ID"), valueOption("work-item-method", "put|post"),
        valueOption("approved-state", "WORD"), valueOption("denied-state", "WORD"), valueOption("signed-state", "WORD"),
        flagOption("decide-for-others"), flagOption("decide-for-own-only"), flagOption("confirm-write-back"),
        flagOption("no-confirm-write-back"), flagOption("failed-clears-verified"),
        flagOption("no-failed-clears-verified"), flagOption("no-test")};
}

static QString addressIn(Shell &s, const char *option)
{
    QString address = s.value(option).trimmed();
    while (address.endsWith(QLatin1Char('/')))
        address.chop(1);
    return address;
}

static void takeConnection(Shell &s, domain::Tenant &t)
{
    for (const auto &[option, to] : {std::pair{"sailpoint-url", &t.sailpointUrl}, std::pair{"idv-url", &t.idvUrl}}) {
        if (s.isSet(option))
            *to = addressIn(s, option);
    }
    if (const QString api = domain::suggestedApiUrl(t.sailpointUrl); !api.isEmpty() && !domain::isIdentityIq(t)) {
        s.output().note(QStringLiteral("--sailpoint-url: taken as the API's address, %1").arg(api));
        t.sailpointUrl = api;
    }
    for (const auto &[option, to] : {std::pair{"client-id", &t.clientId}, std::pair{"community", &t.communityId},
             std::pair{"idv-source", &t.idvSourceId}, std::pair{"workflow-id", &t.workflowId},
             std::pair{"proxy", &t.proxy}, std::pair{"ca", &t.caFile}, std::pair{"time-zone", &t.timeZone}}) {
        if (s.isSet(option))
            *to = s.value(option).trimmed();
    }
    if (s.isSet("callback-base-url"))
        t.callbackBaseUrl = domain::callbackBaseFrom(s.value("callback-base-url"), t.receiver);
    t.proxySignsIn = (t.proxySignsIn || s.isSet("proxy-sign-in")) && !s.isSet("no-proxy-sign-in");
    t.isTunnel = (t.isTunnel || s.isSet("tunnel")) && !s.isSet("no-tunnel");
    t.confirmWriteBack = (t.confirmWriteBack || s.isSet("confirm-write-back")) && !s.isSet("no-confirm-write-back");
    t.failedClearsVerified =
        (t.failedClearsVerified || s.isSet("failed-clears-verified")) && !s.isSet("no-failed-clears-verified");
}

// What the answer to a start holds.
static Fault takeAnswerPlaces(Shell &s, domain::ProviderProfile &provider)
{
    for (const auto &[option, to] : {std::pair{"session-id-at", &provider.sessionIdAt},
             std::pair{"invitation-at", &provider.invitationAt}, std::pair{"expires-at", &provider.expiresAt}}) {
        if (s.isSet(option))
            *to = domain::wordList(s.value(option));
    }
    if (!s.isSet("link-lifetime"))
        return std::nullopt;
    bool isNumber = false;
    provider.linkLifetimeMinutes = s.value("link-lifetime").toInt(&isNumber);
    if (!isNumber)
        return core::fieldError(QStringLiteral("link-lifetime"), QStringLiteral("a whole number of minutes."));
    return std::nullopt;
}

static Fault takeProvider(Shell &s, domain::ProviderProfile &provider)
{
    if (s.isSet("provider")) {
        const auto kind = domain::providerKindFromKey(s.value("provider"));
        if (!kind)
            return core::fieldError(QStringLiteral("provider"), QStringLiteral("seed or docuverify."));
        provider.kind = *kind;
    }
    for (const auto &[option, to] : {std::pair{"dvc-id", &provider.dvcId}, std::pair{"tenant-tag", &provider.tenantTag},
             std::pair{"curve", &provider.curve}, std::pair{"cancel-path", &provider.cancelPath},
             std::pair{"resend-path", &provider.resendPath}, std::pair{"session-path", &provider.createPath},
             std::pair{"status-path", &provider.statusPath}}) {
        if (s.isSet(option))
            *to = s.value(option).trimmed();
    }
    return takeAnswerPlaces(s, provider);
}

/// A word of a fixed list; `parse` gives nothing for another.
template <class Parse, class Value>
static Fault takeWord(Shell &s, const char *option, const Parse &parse, Value &out, const char *choices)
{
    if (!s.isSet(option))
        return std::nullopt;
    const auto v = parse(s.value(option));
    if (!v)
        return core::fieldError(QLatin1String(option),
            QStringLiteral("\"%1\" is not one of %2.").arg(s.value(option), QLatin1String(choices)));
    out = *v;
    return std::nullopt;
}

static Fault takeIdentityIq(Shell &s, domain::Tenant &t)
{
    if (const QString base = domain::identityIqBase(t.sailpointUrl); !base.isEmpty())
        t.sailpointUrl = base;
    if (const auto e = takeWord(s, "work-item-method", domain::workItemMethodFromKey, t.identityIq.method, "put, post"))
        return e;
    for (const auto &[option, to] :
        {std::pair{"plugin-url", &t.identityIq.pluginUrl}, std::pair{"operator-id", &t.identityIq.operatorId},
            std::pair{"approved-state", &t.identityIq.approvedState},
            std::pair{"denied-state", &t.identityIq.deniedState},
            std::pair{"signed-state", &t.identityIq.signedState}}) {
        if (s.isSet(option))
            *to = s.value(option).trimmed();
    }
    t.identityIq.decidesForOthers =
        (t.identityIq.decidesForOthers || s.isSet("decide-for-others")) && !s.isSet("decide-for-own-only");
    return std::nullopt;
}

static Fault refuseIdentityIq(Shell &s)
{
    for (const char *option : {"plugin-url", "operator-id", "work-item-method", "approved-state", "denied-state",
             "signed-state", "decide-for-others"}) {
        if (s.isSet(option))
            return core::fieldError(
                QLatin1String(option), QStringLiteral("is IdentityIQ's: say --product identityiq."));
    }
    return std::nullopt;
}

static Fault takeProduct(Shell &s, domain::Tenant &t)
{
    if (const auto e = takeWord(s, "product", domain::productFromKey, t.product, "identity-security-cloud, identityiq"))
        return e;
    return domain::isIdentityIq(t) ? takeIdentityIq(s, t) : refuseIdentityIq(s);
}

static Fault takeStyles(Shell &s, domain::Tenant &t)
{
    domain::PathStyle style = t.pathStyle;
    if (const auto e = takeWord(s, "path-style", domain::pathStyleFromKey, style, "auto, v2024, v2025, v2026, v1"))
        return e;
    if (s.isSet("path-style"))
        domain::choosePaths(t, style);
    if (const auto e = takeWord(
            s, "write-back", domain::writeBackStrategyFromKey, t.writeBack, "none, workflow, account, seed, scim"))
        return e;
    return takeWord(s, "environment", domain::environmentFromKey, t.environment, "production, sandbox, simulator");
}

static Fault takeMap(Shell &s, domain::Tenant &t)
{
    if (!s.isSet("map"))
        return std::nullopt;
    const auto given = settingIn(s.value("map"));
    if (!given)
        return core::fieldError(QStringLiteral("map"), given.error().text);
    const auto map = domain::AttributeMap::fromJson(*given);
    if (!map)
        return map.error();
    t.map = *map;
    return std::nullopt;
}

Fault takeTenantOptions(Shell &s, domain::Tenant &t)
{
    takeConnection(s, t);
    if (const auto e = takeProvider(s, t.provider))
        return e;
    for (const auto &take : {takeProduct, takeStyles, takeMap}) {
        if (const auto e = take(s, t))
            return e;
    }
    return std::nullopt;
}

Result<domain::Tenant> tenantFromOptions(Shell &s)
{
    domain::Tenant t;
    t.name = s.positional().value(0);
    if (const auto e = takeTenantOptions(s, t))
        return *e;
    if (const auto faults = domain::validate(t); !faults.isEmpty())
        return services::allFaults(faults);
    if (const auto unsaid = domain::environmentFault(t))
        return *unsaid;
    return t;
}

} // namespace cli
