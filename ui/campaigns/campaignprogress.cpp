#include "ui/campaigns/campaignprogress.h"
#include "ui/campaigns/campaigncard.h"
#include <QDateTime>
#include <QLocale>
#include <algorithm>

namespace ui {

using domain::CampaignState;

// With the day where it is not today.
static QString clockText(core::Instant at, core::Instant now)
{
    const QDateTime t = QDateTime::fromMSecsSinceEpoch(at);
    return t.date() == QDateTime::fromMSecsSinceEpoch(now).date() ? t.toString(QStringLiteral("HH:mm:ss"))
                                                                  : QLocale().toString(t, QLocale::ShortFormat);
}

static QString waitText(const domain::Campaign &campaign, core::Instant now)
{
    const QString until = clockText(campaign.waitsUntil, now);
    return campaign.waitsFor == QLatin1String("provider")
               ? CampaignCard::tr("waiting until %1, asked by 1Kosmos").arg(until)
               : CampaignCard::tr("waiting until %1, asked by SailPoint").arg(until);
}

static QString leftText(const domain::Campaign &campaign, qint64 toSend, qint64 sentToday, core::Instant now)
{
    if (toSend == 0)
        return CampaignCard::tr("finishing");
    const qint64 minutes =
        (domain::estimatedEnd(campaign.plan, now, toSend, sentToday) - now + core::minuteMs - 1) / core::minuteMs;
    return CampaignCard::tr("about %Ln minute(s) left", nullptr, int(std::max<qint64>(1, minutes)));
}

static QString runningText(const domain::Campaign &campaign, qint64 toSend, qint64 sentToday,
    const std::optional<domain::SendTime> &next, core::Instant now)
{
    if (campaign.waitsUntil > now)
        return waitText(campaign, now);
    if (next && next->why == domain::SendTime::QuietHours)
        return CampaignCard::tr("quiet hours until %1").arg(clockText(next->at, now));
    if (next && next->why == domain::SendTime::DayIsFull)
        return CampaignCard::tr("today’s limit is reached; goes on at %1").arg(clockText(next->at, now));
    return leftText(campaign, toSend, sentToday, now);
}

QString campaignProgress(const domain::Campaign &campaign, const domain::CampaignCounts &n, qint64 sentToday,
    const std::optional<domain::SendTime> &next, core::Instant now)
{
    const QLocale locale;
    const qint64 all = n.sent() + n.toSend;
    const QString progress = CampaignCard::tr("%1 of %2 sent").arg(locale.toString(n.sent()), locale.toString(all));
    switch (campaign.state) {
    case CampaignState::Draft:
        return campaign.checkedAt ? QString() : CampaignCard::tr("Nothing was tried or sent yet.");
    case CampaignState::Paused:
        return campaign.why.isEmpty() ? progress : campaign.why + QStringLiteral(" · ") + progress;
    case CampaignState::Running:
        return progress + QStringLiteral(" · ") + runningText(campaign, n.toSend, sentToday, next, now);
    default: return progress;
    }
}

} // namespace ui
