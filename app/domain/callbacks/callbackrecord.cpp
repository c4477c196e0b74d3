#include "domain/callbacks/callbackrecord.h"
#include <QCoreApplication>

namespace domain {

QJsonObject resultToJson(const ProviderResult &r)
{
    QJsonObject o{{QStringLiteral("status"), int(r.status)}, {QStringLiteral("word"), r.statusWord},
        {QStringLiteral("session"), r.session.str()}, {QStringLiteral("name"), r.verifiedName},
        {QStringLiteral("document"), r.documentType}, {QStringLiteral("reason"), r.failureReason},
        {QStringLiteral("completedQuality"), int(r.completedAt.quality)}};
    if (providerStatus(r.statusWord) != r.status)
        o.insert(QStringLiteral("meaning"), providerStatusKey(r.status)); // by the tenant's own words
    if (!r.userHash.isEmpty())
        o.insert(QStringLiteral("user"), r.userHash);
    if (r.ial)
        o.insert(QStringLiteral("ial"), *r.ial);
    if (r.completedAt.at)
        o.insert(QStringLiteral("completedAt"), *r.completedAt.at);
    return o;
}

ProviderResult resultFromJson(const QJsonObject &o)
{
    ProviderResult r;
    r.status = ProviderStatus(
        qBound(o.value(QLatin1String("status")).toInt(int(ProviderStatus::Unknown)), 0, int(ProviderStatus::Unknown)));
    r.statusWord = o.value(QLatin1String("word")).toString();
    // Kept by a version that read words more freely: what is no exact word today, and none of the tenant's own, decides
    // nothing today.
    const auto meaning = providerStatusFromKey(o.value(QLatin1String("meaning")).toString());
    if (meaning.value_or(providerStatus(r.statusWord)) != r.status)
        r.status = ProviderStatus::Unknown;
    r.session = core::ProviderSessionId(o.value(QLatin1String("session")).toString());
    r.verifiedName = o.value(QLatin1String("name")).toString();
    r.documentType = o.value(QLatin1String("document")).toString();
    r.failureReason = o.value(QLatin1String("reason")).toString();
    r.userHash = o.value(QLatin1String("user")).toString();
    r.completedAt.quality = DateQuality(qBound(
        0, o.value(QLatin1String("completedQuality")).toInt(int(DateQuality::Unreadable)), int(DateQuality::Future)));
    if (const auto v = o.value(QLatin1String("ial")); v.isDouble())
        r.ial = v.toInt();
    if (const auto v = o.value(QLatin1String("completedAt")); v.isDouble())
        r.completedAt.at = v.toInteger();
    return r;
}

const char *assignmentFault(const InboxEntry &e, const Session &s)
{
    if (e.state != QLatin1String("quarantined"))
        return QT_TRANSLATE_NOOP("UnmatchedCallbacks", "Somebody has decided about this callback already.");
    if (namesAnotherUser(e.callback.result, s))
        return QT_TRANSLATE_NOOP("UnmatchedCallbacks", "The callback names another user than this session's.");
    if (!s.providerId.isEmpty())
        return s.providerId == e.callback.result.session
                   ? nullptr
                   : QT_TRANSLATE_NOOP("UnmatchedCallbacks", "The provider knows this session by another id.");
    if (s.state != SessionState::LaunchUnknown)
        return QT_TRANSLATE_NOOP("UnmatchedCallbacks", "Nothing is open for this session at the provider.");
    // A wrong guess here would let somebody else's verification count: the user has to be the one that was sent.
    if (e.callback.result.userHash.isEmpty() || s.userHash.isEmpty() || e.callback.result.session.isEmpty())
        return QT_TRANSLATE_NOOP("UnmatchedCallbacks",
            "The callback does not name the user, so nothing shows that it belongs to this session.");
    return nullptr;
}

} // namespace domain
