#include "domain/tenants/callbackaddress.h"
#include "domain/tenants/tenant.h"
#include "domain/text/strictjson.h"
#include "domain/verification/verification.h"
#include <QCoreApplication>
#include <QJsonArray>

namespace domain {

static QString sayTenantJson(const char *text)
{
    return QCoreApplication::translate("TenantJson", text);
}

QJsonObject tenantToJson(const Tenant &t)
{
    const auto list = [](const QStringList &l) { return QJsonArray::fromStringList(l); };
    QJsonObject words;
    for (auto it = t.provider.documentWords.begin(); it != t.provider.documentWords.end(); ++it)
        words.insert(it.key(), it.value());
    QJsonObject provider{{QStringLiteral("kind"), providerKindKey(t.provider.kind)},
        {QStringLiteral("dvcId"), t.provider.dvcId}, {QStringLiteral("tenantTag"), t.provider.tenantTag},
        {QStringLiteral("curve"), t.provider.curve}, {QStringLiteral("documentWords"), words},
        {QStringLiteral("createPath"), t.provider.createPath}, {QStringLiteral("statusPath"), t.provider.statusPath},
        {QStringLiteral("cancelPath"), t.provider.cancelPath}, {QStringLiteral("resendPath"), t.provider.resendPath},
        {QStringLiteral("sessionIdAt"), list(t.provider.sessionIdAt)},
        {QStringLiteral("invitationAt"), list(t.provider.invitationAt)},
        {QStringLiteral("expiresAt"), list(t.provider.expiresAt)},
        {QStringLiteral("linkLifetimeMinutes"), t.provider.linkLifetimeMinutes}};
    if (const QJsonObject results = toJson(t.provider.results); !results.isEmpty())
        provider.insert(QStringLiteral("results"), results);
    return {{QStringLiteral("id"), t.id.str()}, {QStringLiteral("name"), t.name},
        {QStringLiteral("environment"), environmentKey(t.environment)}, {QStringLiteral("tunnel"), t.isTunnel},
        {QStringLiteral("product"), productKey(t.product)}, {QStringLiteral("identityIq"), toJson(t.identityIq)},
        {QStringLiteral("organisation"), t.organisation}, {QStringLiteral("sailpointUrl"), t.sailpointUrl},
        {QStringLiteral("clientId"), t.clientId}, {QStringLiteral("pathStyle"), pathStyleKey(t.pathStyle)},
        {QStringLiteral("movedToV1At"), t.movedToV1At}, {QStringLiteral("idvUrl"), t.idvUrl},
        {QStringLiteral("communityId"), t.communityId}, {QStringLiteral("provider"), provider},
        {QStringLiteral("writeBack"), writeBackStrategyKey(t.writeBack)},
        {QStringLiteral("confirmWriteBack"), t.confirmWriteBack},
        {QStringLiteral("failedClearsVerified"), t.failedClearsVerified},
        {QStringLiteral("writesPending"), t.writesPending}, {QStringLiteral("idvSourceId"), t.idvSourceId},
        {QStringLiteral("workflowId"), t.workflowId}, {QStringLiteral("map"), t.map.toJson()},
        {QStringLiteral("statusWords"), toJson(t.statusWords)}, {QStringLiteral("callbackBaseUrl"), t.callbackBaseUrl},
        {QStringLiteral("proxy"), t.proxy}, {QStringLiteral("proxySignsIn"), t.proxySignsIn},
        {QStringLiteral("caFile"), t.caFile}, {QStringLiteral("timeZone"), t.timeZone},
        {QStringLiteral("readOnly"), t.readOnly}, {QStringLiteral("sailpointSecrets"), t.sailpointSecrets},
        {QStringLiteral("providerSecrets"), t.providerSecrets}, {QStringLiteral("proxySecrets"), t.proxySecrets},
        {QStringLiteral("secretsMissing"), t.secretsMissing}, {QStringLiteral("receiver"), toJson(t.receiver)},
        {QStringLiteral("intervalDays"), t.reverification.intervalDays},
        {QStringLiteral("warnDays"), t.reverification.warnDays},
        {QStringLiteral("graceDays"), t.reverification.graceDays}, {QStringLiteral("addedAt"), t.addedAt}};
}

// The fault of a part, under the key of the part.
static core::Error within(const char *part, core::Error e)
{
    e.field = QLatin1String(part) + QLatin1Char('.') + e.field;
    return e;
}

static void readProvider(StrictObject p, ProviderProfile &to)
{
    p.word<ProviderKind>("kind", to.kind, providerKindFromKey);
    for (const auto &[key, text] : {std::pair{"createPath", &to.createPath}, std::pair{"statusPath", &to.statusPath},
             std::pair{"cancelPath", &to.cancelPath}, std::pair{"resendPath", &to.resendPath},
             std::pair{"dvcId", &to.dvcId}, std::pair{"tenantTag", &to.tenantTag}, std::pair{"curve", &to.curve}})
        p.text(key, *text);
    for (const auto &[key, list] : {std::pair{"sessionIdAt", &to.sessionIdAt},
             std::pair{"invitationAt", &to.invitationAt}, std::pair{"expiresAt", &to.expiresAt}}) {
        QStringList given;
        p.texts(key, given);
        if (!given.isEmpty())
            *list = given;
    }
    p.number("linkLifetimeMinutes", to.linkLifetimeMinutes);
    const QJsonValue results = p.take("results");
    const auto mapping = resultMappingFromJson(results.toObject());
    if (!results.isUndefined() && !results.isObject())
        p.fault(core::fieldError(p.place(QStringLiteral("results")),
            QCoreApplication::translate("StrictJson", "“%1” is no object.").arg(p.place(QStringLiteral("results")))));
    else if (!mapping)
        p.fault(within("provider.results", mapping.error()));
    else
        to.results = *mapping;
    StrictObject words = p.object("documentWords");
    for (const QString &type : documentTypes()) {
        const QByteArray key = type.toLatin1();
        if (words.has(key.constData()))
            words.text(key.constData(), to.documentWords[type]);
    }
}

static void readMembers(StrictObject &j, Tenant &t)
{
    QString id;
    for (const char *key : {"id", "environment", "pathStyle", "writeBack"})
        j.need(key);
    j.text("id", id);
    t.id = core::TenantId(id);
    j.word<Environment>("environment", t.environment, environmentFromKey,
        {QStringLiteral("production"), QStringLiteral("sandbox"), QStringLiteral("simulator")});
    j.flag("tunnel", t.isTunnel);
    j.word<Product>("product", t.product, productFromKey);
    j.word<PathStyle>("pathStyle", t.pathStyle, pathStyleFromKey);
    j.word<WriteBackStrategy>("writeBack", t.writeBack, writeBackStrategyFromKey);
    for (const auto &[key, to] : {std::pair{"name", &t.name}, std::pair{"organisation", &t.organisation},
             std::pair{"sailpointSecrets", &t.sailpointSecrets}, std::pair{"providerSecrets", &t.providerSecrets},
             std::pair{"sailpointUrl", &t.sailpointUrl}, std::pair{"clientId", &t.clientId},
             std::pair{"idvUrl", &t.idvUrl}, std::pair{"communityId", &t.communityId},
             std::pair{"idvSourceId", &t.idvSourceId}, std::pair{"workflowId", &t.workflowId},
             std::pair{"callbackBaseUrl", &t.callbackBaseUrl}, std::pair{"proxy", &t.proxy},
             std::pair{"proxySecrets", &t.proxySecrets}, std::pair{"caFile", &t.caFile},
             std::pair{"timeZone", &t.timeZone}})
        j.text(key, *to);
    for (const auto &[key, to] :
        {std::pair{"confirmWriteBack", &t.confirmWriteBack}, std::pair{"failedClearsVerified", &t.failedClearsVerified},
            std::pair{"writesPending", &t.writesPending}, std::pair{"readOnly", &t.readOnly},
            std::pair{"proxySignsIn", &t.proxySignsIn}, std::pair{"secretsMissing", &t.secretsMissing}})
        j.flag(key, *to);
    readProvider(j.object("provider"), t.provider);
    j.number("intervalDays", t.reverification.intervalDays, 1, 1095);
    j.number("warnDays", t.reverification.warnDays, 0, 1095);
    t.reverification.graceDays = std::min(14, t.reverification.intervalDays);
    j.number("graceDays", t.reverification.graceDays, 0, 1095);
    j.number("addedAt", t.addedAt);
    j.number("movedToV1At", t.movedToV1At);
}

// What senders may do here is a setting of its own: it is mended on its page, and the rest of the tenant goes on.
static ReceiverSettings receiverOf(const QJsonObject &json)
{
    const auto read = receiverFromJson(json);
    if (read)
        return *read;
    ReceiverSettings settings;
    settings.problem = unreadableSetting(
        {sayTenantJson(QT_TRANSLATE_NOOP("TenantJson", "What is stored of the callback receiver")),
            sayTenantJson(QT_TRANSLATE_NOOP("TenantJson", "Settings, Callback receiver, Reset this page"))},
        read.error())
                           .text;
    settings.stored = json;
    return settings;
}

core::Result<Tenant> tenantFromJson(const QJsonObject &json)
{
    StrictObject j(json);
    Tenant t;
    readMembers(j, t);
    QJsonObject parts[4];
    const char *const names[] = {"identityIq", "map", "receiver", "statusWords"};
    for (int i = 0; i < 4; ++i) {
        const QJsonValue v = j.take(names[i]);
        parts[i] = v.toObject();
        if (!v.isUndefined() && !v.isObject())
            j.fault(core::fieldError(QLatin1String(names[i]),
                QCoreApplication::translate("StrictJson", "“%1” is no object.").arg(QLatin1String(names[i]))));
    }
    if (const auto read = j.status(); !read)
        return read.error();
    if (t.id.isEmpty())
        return core::fieldError(QStringLiteral("id"),
            QCoreApplication::translate("StrictJson", "“%1” is missing.").arg(QStringLiteral("id")));
    const auto identityIq = identityIqFromJson(parts[0]);
    if (!identityIq)
        return within(names[0], identityIq.error());
    t.identityIq = *identityIq;
    const auto map = AttributeMap::fromJson(parts[1]);
    if (!map)
        return map.error();
    t.map = *map;
    // By default lists a withdrawn verification might pass for one in force: what is there and cannot be read is
    // refused.
    const auto status = statusWordsFromJson(parts[3]);
    if (!status)
        return within(names[3], status.error());
    t.statusWords = *status;
    t.receiver = receiverOf(parts[2]);
    t.callbackBaseUrl = callbackBaseFrom(t.callbackBaseUrl, t.receiver); // it once held the whole address
    return t;
}

Tenant unreadableTenant(const core::TenantId &id, const QString &name, const core::Error &why)
{
    Tenant t;
    t.id = id;
    t.name = name;
    t.readOnly = true;
    t.problem =
        unreadableSetting({sayTenantJson(QT_TRANSLATE_NOOP("TenantJson", "The tenant “%1”")).arg(name),
                              sayTenantJson(QT_TRANSLATE_NOOP("TenantJson",
                                  "remove it and add it again, in Settings, Tenants, or with idvctl tenant remove"))},
            why)
            .text;
    return t;
}

core::Error problemOf(const Tenant &t)
{
    return core::conflict(core::ErrorReason::UnreadableSetting, t.problem);
}

} // namespace domain
