#include "domain/verification/sessionwatch.h"
#include "domain/text/messages.h"
#include <QCoreApplication>
#include <QDateTime>
#include <array>

namespace domain {

static QString saySessionWatch(const char *text)
{
    return QCoreApplication::translate("SessionWatch", text);
}

std::chrono::milliseconds longestPause(const Session &s, core::Instant now)
{
    using namespace std::chrono_literals;
    return s.campaign.isEmpty() && now - s.createdAt < core::hourMs ? 10s : 60s;
}

Watch watchOf(const Session &s, const WatchSigns &signs, core::Instant now)
{
    Watch w;
    w.checkedAt = s.lastCheckedAt.value_or(s.createdAt);
    if (!isAskedAbout(s.state))
        return w;
    if (!signs.hasQuery) {
        w.state = WatchState::NotAsked;
        return w;
    }
    w.fault = signs.fault;
    const auto pause = std::max(longestPause(s, now), signs.pause.value_or(std::chrono::milliseconds(0)));
    // A clock that was set back says nothing about how long ago it was.
    const bool isRecent = now - w.checkedAt <= 3 * pause.count() && w.checkedAt <= now + core::minuteMs;
    if (w.fault || !isRecent)
        w.state = WatchState::NotChecked;
    else
        w.state = s.lastCheckedAt ? WatchState::Live : WatchState::FirstAsk;
    return w;
}

Watch worstOf(const QList<Watch> &all)
{
    Watch worst;
    for (const Watch &w : all) {
        const bool isOlder =
            w.state == WatchState::NotChecked && worst.state == WatchState::NotChecked && w.checkedAt < worst.checkedAt;
        if (w.state > worst.state || isOlder)
            worst = w;
    }
    return worst;
}

QString watchKey(WatchState s)
{
    static constexpr std::array<const char *, 5> keys{"over", "not-asked", "first-ask", "live", "not-checked"};
    return QString::fromLatin1(keys[size_t(s)]);
}

QString notCheckedText(const Watch &w, core::Instant now)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(w.checkedAt);
    const bool isToday = at.date() == QDateTime::fromMSecsSinceEpoch(now).date();
    return saySessionWatch(QT_TRANSLATE_NOOP("SessionWatch", "Not checked since %1"))
        .arg(at.toString(isToday ? QStringLiteral("HH:mm") : QStringLiteral("yyyy-MM-dd HH:mm")));
}

QString notCheckedReason(const Watch &w)
{
    if (w.state != WatchState::NotChecked)
        return {};
    if (!w.fault)
        return saySessionWatch(QT_TRANSLATE_NOOP(
            "SessionWatch", "No answer of the provider since then. Whether the caller has finished is not known."));
    core::Error e;
    e.code = *w.fault;
    e.isVendors = true; // a status query failed: nobody else was asked
    const bool isLocal = e.code == core::ErrorCode::Storage || e.code == core::ErrorCode::Conflict;
    const QString why = isLocal ? saySessionWatch(QT_TRANSLATE_NOOP("SessionWatch", "The answer could not be recorded"))
                                : userMessage(e, Vendor::Provider).headline;
    return saySessionWatch(QT_TRANSLATE_NOOP("SessionWatch", "%1. Whether the caller has finished is not known."))
        .arg(why);
}

} // namespace domain
