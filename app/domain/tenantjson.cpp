#include "domain/tenant.h"
#include <QJsonArray>

namespace domain {

QJsonObject tenantToJson(const Tenant &t)
{
    const auto list = [](const QStringList &l) { return QJsonArray::fromStringList(l); };
    QJsonObject words;
    for (auto it = t.provider.documentWords.begin(); it != t.provider.documentWords.end(); ++it)
        words.insert(it.key(), it.value());
    const QJsonObject provider{{QStringLiteral("kind"), providerKindKey(t.provider.kind)},
                               {QStringLiteral("dvcId"), t.provider.dvcId},
                               {QStringLiteral("tenantTag"), t.provider.tenantTag},
                               {QStringLiteral("curve"), t.provider.curve},
                               {QStringLiteral("documentWords"), words},
                               {QStringLiteral("createPath"), t.provider.createPath},
                               {QStringLiteral("statusPath"), t.provider.statusPath},
                               {QStringLiteral("cancelPath"), t.provider.cancelPath},
                               {QStringLiteral("resendPath"), t.provider.resendPath},
                               {QStringLiteral("sessionIdAt"), list(t.provider.sessionIdAt)},
                               {QStringLiteral("invitationAt"), list(t.provider.invitationAt)},
                               {QStringLiteral("expiresAt"), list(t.provider.expiresAt)},
                               {QStringLiteral("linkLifetimeMinutes"), t.provider.linkLifetimeMinutes}};
    return {{QStringLiteral("id"), t.id.str()},
            {QStringLiteral("name"), t.name},
            {QStringLiteral("environment"), environmentKey(t.environment)},
            {QStringLiteral("product"), productKey(t.product)},
            {QStringLiteral("identityIq"), toJson(t.identityIq)},
            {QStringLiteral("sailpointUrl"), t.sailpointUrl},
            {QStringLiteral("clientId"), t.clientId},
            {QStringLiteral("pathStyle"), pathStyleKey(t.pathStyle)},
            {QStringLiteral("idvUrl"), t.idvUrl},
            {QStringLiteral("communityId"), t.communityId},
            {QStringLiteral("provider"), provider},
            {QStringLiteral("writeBack"), writeBackStrategyKey(t.writeBack)},
            {QStringLiteral("confirmWriteBack"), t.confirmWriteBack},
            {QStringLiteral("failedClearsVerified"), t.failedClearsVerified},
            {QStringLiteral("writesPending"), t.writesPending},
            {QStringLiteral("idvSourceId"), t.idvSourceId},
            {QStringLiteral("workflowId"), t.workflowId},
            {QStringLiteral("map"), t.map.toJson()},
            {QStringLiteral("statusWords"), toJson(t.statusWords)},
            {QStringLiteral("callbackBaseUrl"), t.callbackBaseUrl},
            {QStringLiteral("proxy"), t.proxy},
            {QStringLiteral("caFile"), t.caFile},
            {QStringLiteral("timeZone"), t.timeZone},
            {QStringLiteral("readOnly"), t.readOnly},
            {QStringLiteral("secretsMissing"), t.secretsMissing},
            {QStringLiteral("receiver"), toJson(t.receiver)},
            {QStringLiteral("intervalDays"), t.freshness.intervalDays},
            {QStringLiteral("warnDays"), t.freshness.warnDays},
            {QStringLiteral("graceDays"), t.freshness.graceDays},
            {QStringLiteral("addedAt"), t.addedAt}};
}

core::Result<Tenant> tenantFromJson(const QJsonObject &j)
{
    Tenant t;
    const auto text = [&j](const char *key) { return j.value(QLatin1String(key)).toString(); };
    t.id = core::TenantId(text("id"));
    t.name = text("name");
    const auto environment = environmentFromKey(text("environment"));
    const auto product = productFromKey(j.value(QLatin1String("product")).toString(productKey(Product::SecurityCloud)));
    const auto identityIq = identityIqFromJson(j.value(QLatin1String("identityIq")).toObject());
    const auto style = pathStyleFromKey(text("pathStyle"));
    const auto strategy = writeBackStrategyFromKey(text("writeBack"));
    // What is there and cannot be read is refused: by default lists a withdrawn verification might pass for one in force.
    const QJsonValue statusWords = j.value(QLatin1String("statusWords"));
    const auto status = statusWords.isUndefined() || statusWords.isObject() ? statusWordsFromJson(statusWords.toObject()) : core::makeError(core::ErrorCode::Storage, {});
    const auto map = AttributeMap::fromJson(j.value(QLatin1String("map")).toObject());
    if (t.id.isEmpty() || !environment || !style || !strategy || !map || !product || !identityIq || !status)
        return core::makeError(core::ErrorCode::Storage, QStringLiteral("The stored description of a tenant cannot be read."));
    const auto receiver = receiverFromJson(j.value(QLatin1String("receiver")).toObject());
    if (!receiver)
        return receiver.error();
    t.receiver = *receiver;
    t.environment = *environment;
    t.product = *product;
    t.identityIq = *identityIq;
    t.pathStyle = *style;
    t.writeBack = *strategy;
    t.map = *map;
    t.statusWords = *status;
    t.sailpointUrl = text("sailpointUrl");
    t.clientId = text("clientId");
    t.idvUrl = text("idvUrl");
    t.communityId = text("communityId");
    const QJsonObject p = j.value(QLatin1String("provider")).toObject();
    const auto list = [&p](const char *key, QStringList &out) {
        const auto a = p.value(QLatin1String(key)).toArray();
        if (!a.isEmpty())
            out.clear();
        for (const auto &v : a)
            out << v.toString();
    };
    t.provider.createPath = p.value(QLatin1String("createPath")).toString(t.provider.createPath);
    t.provider.statusPath = p.value(QLatin1String("statusPath")).toString(t.provider.statusPath);
    const auto kind = providerKindFromKey(p.value(QLatin1String("kind")).toString(providerKindKey(ProviderKind::Seed)));
    if (!kind)
        return core::makeError(core::ErrorCode::Storage, QStringLiteral("The stored description of a tenant cannot be read."));
    t.provider.kind = *kind;
    t.provider.dvcId = p.value(QLatin1String("dvcId")).toString();
    t.provider.tenantTag = p.value(QLatin1String("tenantTag")).toString();
    t.provider.curve = p.value(QLatin1String("curve")).toString(t.provider.curve);
    const QJsonObject words = p.value(QLatin1String("documentWords")).toObject();
    for (auto it = words.begin(); it != words.end(); ++it)
        t.provider.documentWords.insert(it.key(), it.value().toString());
    t.provider.cancelPath = p.value(QLatin1String("cancelPath")).toString();
    t.provider.resendPath = p.value(QLatin1String("resendPath")).toString();
    list("sessionIdAt", t.provider.sessionIdAt);
    list("invitationAt", t.provider.invitationAt);
    list("expiresAt", t.provider.expiresAt);
    t.provider.linkLifetimeMinutes = p.value(QLatin1String("linkLifetimeMinutes")).toInt(15);
    t.confirmWriteBack = j.value(QLatin1String("confirmWriteBack")).toBool();
    t.failedClearsVerified = j.value(QLatin1String("failedClearsVerified")).toBool();
    t.writesPending = j.value(QLatin1String("writesPending")).toBool();
    t.idvSourceId = text("idvSourceId");
    t.workflowId = text("workflowId");
    t.callbackBaseUrl = text("callbackBaseUrl");
    t.proxy = text("proxy");
    t.caFile = text("caFile");
    t.timeZone = text("timeZone");
    t.readOnly = j.value(QLatin1String("readOnly")).toBool();
    t.secretsMissing = j.value(QLatin1String("secretsMissing")).toBool();
    t.freshness.intervalDays = j.value(QLatin1String("intervalDays")).toInt(365);
    t.freshness.warnDays = j.value(QLatin1String("warnDays")).toInt(30);
    t.freshness.graceDays = j.value(QLatin1String("graceDays")).toInt(std::min(14, t.freshness.intervalDays));
    t.addedAt = j.value(QLatin1String("addedAt")).toInteger();
    return t;
}

} // namespace domain
