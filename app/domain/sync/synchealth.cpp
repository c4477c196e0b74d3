#include "domain/sync/synchealth.h"
#include "domain/sync/copyage.h"
#include "domain/text/messages.h"
#include <QCoreApplication>
#include <QDateTime>
#include <array>

namespace domain {

static QString saySyncHealth(const char *text)
{
    return QCoreApplication::translate("SyncHealth", text);
}

QJsonObject toJson(const SyncFailure &f)
{
    return {{QStringLiteral("since"), f.since}, {QStringLiteral("at"), f.at},
        {QStringLiteral("code"), core::codeName(f.error.code)}, {QStringLiteral("text"), f.error.text},
        {QStringLiteral("httpStatus"), f.error.httpStatus}, {QStringLiteral("isVendors"), f.error.isVendors}};
}

std::optional<SyncFailure> syncFailureFromJson(const QJsonObject &o)
{
    if (o.isEmpty())
        return std::nullopt;
    SyncFailure f;
    f.since = o.value(QLatin1String("since")).toInteger();
    f.at = o.value(QLatin1String("at")).toInteger(f.since);
    f.error.text = o.value(QLatin1String("text")).toString();
    f.error.httpStatus = o.value(QLatin1String("httpStatus")).toInt();
    f.error.isVendors = o.value(QLatin1String("isVendors")).toBool();
    const QString word = o.value(QLatin1String("code")).toString();
    for (int i = 0; i <= int(core::ErrorCode::Internal); ++i) {
        if (core::codeName(core::ErrorCode(i)) == word)
            f.error.code = core::ErrorCode(i);
    }
    return f;
}

QString syncLineKey(SyncLine::Kind k)
{
    static constexpr std::array<const char *, 4> keys{"never", "fresh", "old", "failed"};
    return QString::fromLatin1(keys[size_t(k)]);
}

static QString timeText(core::Instant at, core::Instant now)
{
    const QDateTime t = QDateTime::fromMSecsSinceEpoch(at);
    return t.toString(t.date() == QDateTime::fromMSecsSinceEpoch(now).date() ? QStringLiteral("HH:mm")
                                                                             : QStringLiteral("yyyy-MM-dd HH:mm"));
}

SyncLine syncLine(const SyncHealth &h, Product product, bool isOffline, core::Instant now)
{
    SyncLine l;
    const bool hasCopy = h.state.lastSyncAt > 0;
    const QString at = timeText(h.state.lastSyncAt, now);
    l.copy = hasCopy ? saySyncHealth(QT_TRANSLATE_NOOP("SyncHealth", "Copy from %1")).arg(at)
                     : saySyncHealth(QT_TRANSLATE_NOOP("SyncHealth", "Not synchronised yet"));
    if (h.failure) {
        const auto m = userMessage(h.failure->error, Vendor::SailPoint);
        l.kind = SyncLine::Failed;
        l.text = saySyncHealth(QT_TRANSLATE_NOOP("SyncHealth", "Cannot synchronise since %1: %2"))
                     .arg(timeText(h.failure->since, now), m.headline);
        l.advice = m.advice;
        return l;
    }
    if (!hasCopy) {
        l.text = l.copy;
        return l;
    }
    l.kind = isOffline || isCopyOld(product, h.state.lastSyncAt, now) ? SyncLine::Old : SyncLine::Fresh;
    l.text =
        l.kind == SyncLine::Old ? l.copy : saySyncHealth(QT_TRANSLATE_NOOP("SyncHealth", "Up to date · %1")).arg(at);
    return l;
}

} // namespace domain
