#include "domain/reverification/campaign.h"
#include <QDateTime>
#include <QTimeZone>
#include <algorithm>

// When a campaign may send: pace, quiet hours and the day's limit, in the plan's time zone.
namespace domain {

static QTimeZone zoneOf(const CampaignPlan &p)
{
    const QTimeZone zone(p.timeZone.toUtf8());
    return zone.isValid() ? zone : QTimeZone::systemTimeZone();
}

static bool isQuiet(const CampaignPlan &p, const QTime &t)
{
    const int m = t.hour() * 60 + t.minute();
    if (p.quietFrom == p.quietTo)
        return false;
    return p.quietFrom < p.quietTo ? m >= p.quietFrom && m < p.quietTo : m >= p.quietFrom || m < p.quietTo;
}

// The first instant at or after `at` that is not quiet. A clock change moves the hours with the clock on the wall.
static core::Instant afterQuiet(const CampaignPlan &p, const QTimeZone &zone, core::Instant at)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(at, zone);
    if (!isQuiet(p, local.time()))
        return at;
    const QTime end = QTime(0, 0).addSecs(p.quietTo * 60);
    QDate day = local.date();
    if (local.time() >= end)
        day = day.addDays(1);
    return std::max(at, QDateTime(day, end, zone).toMSecsSinceEpoch());
}

static core::Instant midnightAfter(const QTimeZone &zone, core::Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at, zone).date().addDays(1).startOfDay(zone).toMSecsSinceEpoch();
}

static core::Instant pauseOf(const CampaignPlan &p)
{
    return (core::minuteMs + p.perMinute - 1) / p.perMinute;
}

core::Instant dayStart(const CampaignPlan &p, core::Instant now)
{
    const QTimeZone zone = zoneOf(p);
    return QDateTime::fromMSecsSinceEpoch(now, zone).date().startOfDay(zone).toMSecsSinceEpoch();
}

SendTime nextSend(const CampaignPlan &p, core::Instant now, std::optional<core::Instant> lastSent, qint64 sentToday)
{
    const QTimeZone zone = zoneOf(p);
    // A last one that lies ahead means that the clock was set back: the pace starts anew.
    const core::Instant paced = lastSent && *lastSent <= now ? std::max(now, *lastSent + pauseOf(p)) : now;
    if (p.perDay > 0 && sentToday >= p.perDay)
        return {SendTime::DayIsFull, afterQuiet(p, zone, midnightAfter(zone, now))};
    const core::Instant open = afterQuiet(p, zone, paced);
    if (open > paced)
        return {SendTime::QuietHours, open};
    return {paced > now ? SendTime::Pace : SendTime::Now, paced};
}

core::Instant estimatedEnd(const CampaignPlan &p, core::Instant now, qint64 count, qint64 sentToday)
{
    const QTimeZone zone = zoneOf(p);
    const core::Instant pause = pauseOf(p);
    const core::Instant horizon = now + 3653 * core::dayMs;
    core::Instant at = now;
    core::Instant last = now;
    qint64 today = sentToday;
    while (count > 0 && at < horizon) {
        const core::Instant midnight = midnightAfter(zone, at);
        const core::Instant from = afterQuiet(p, zone, at);
        const qint64 room = p.perDay > 0 ? p.perDay - today : count;
        if (from >= midnight || room <= 0) {
            at = midnight;
            today = 0;
            continue;
        }
        // Open until the quiet hours begin, or the day ends.
        core::Instant until = midnight;
        if (p.quietFrom != p.quietTo) {
            const core::Instant quiet = QDateTime(
                QDateTime::fromMSecsSinceEpoch(from, zone).date(), QTime(0, 0).addSecs(p.quietFrom * 60), zone)
                                            .toMSecsSinceEpoch();
            if (quiet > from)
                until = std::min(until, quiet);
        }
        const qint64 sent = std::min({count, room, std::max<qint64>(1, (until - from + pause - 1) / pause)});
        last = from + (sent - 1) * pause;
        count -= sent;
        today += sent;
        at = std::max(until, last + 1);
        if (sent == room && count > 0)
            at = midnight;
        if (at >= midnight)
            today = 0;
    }
    return std::min(last, horizon);
}

} // namespace domain
