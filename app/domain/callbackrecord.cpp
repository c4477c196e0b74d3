#include "domain/callbackrecord.h"

namespace domain {

QJsonObject resultToJson(const ProviderResult &r)
{
    QJsonObject o{{QStringLiteral("status"), int(r.status)}, {QStringLiteral("word"), r.statusWord}, {QStringLiteral("session"), r.session.str()},
                  {QStringLiteral("name"), r.verifiedName}, {QStringLiteral("document"), r.documentType}, {QStringLiteral("reason"), r.failureReason},
                  {QStringLiteral("completedQuality"), int(r.completedAt.quality)}};
    if (r.ial)
        o.insert(QStringLiteral("ial"), *r.ial);
    if (r.completedAt.at)
        o.insert(QStringLiteral("completedAt"), *r.completedAt.at);
    return o;
}

ProviderResult resultFromJson(const QJsonObject &o)
{
    ProviderResult r;
    r.status = ProviderStatus(qBound(o.value(QLatin1String("status")).toInt(int(ProviderStatus::Unknown)), 0, int(ProviderStatus::Unknown)));
    r.statusWord = o.value(QLatin1String("word")).toString();
    r.session = core::ProviderSessionId(o.value(QLatin1String("session")).toString());
    r.verifiedName = o.value(QLatin1String("name")).toString();
    r.documentType = o.value(QLatin1String("document")).toString();
    r.failureReason = o.value(QLatin1String("reason")).toString();
    r.completedAt.quality = DateQuality(o.value(QLatin1String("completedQuality")).toInt());
    if (const auto v = o.value(QLatin1String("ial")); v.isDouble())
        r.ial = v.toInt();
    if (const auto v = o.value(QLatin1String("completedAt")); v.isDouble())
        r.completedAt.at = v.toInteger();
    return r;
}

} // namespace domain
