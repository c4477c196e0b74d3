#include "domain/reverification/campaignsteps.h"
#include <QCoreApplication>

namespace domain {

static QString sayCampaignStep(const char *text)
{
    return QCoreApplication::translate("Campaigns", text);
}
static core::Error stepConflict(const char *text)
{
    return core::makeError(core::ErrorCode::Conflict, sayCampaignStep(text));
}

core::Status changePlan(Campaign &k, const CampaignPlan &plan)
{
    if (k.state != CampaignState::Draft)
        return stepConflict(QT_TRANSLATE_NOOP("Campaigns", "The campaign was started: only its pace can be changed."));
    const bool isList = k.plan.isList;
    k.plan = plan;
    k.plan.isList = isList;
    k.checkedAt.reset();
    k.dryRun.reset();
    return core::ok();
}

core::Status noteDryRun(Campaign &k, const DryRun &run, int version, core::Instant now)
{
    if (k.version != version)
        return stepConflict(
            QT_TRANSLATE_NOOP("Campaigns", "The campaign was changed during the dry run. Run it again."));
    k.checkedAt = now;
    k.dryRun = run;
    return core::ok();
}

core::Status confirmedCount(qint64 toSend, qint64 people)
{
    if (toSend == people)
        return core::ok();
    return core::fieldError(QStringLiteral("people"),
        sayCampaignStep(
            QT_TRANSLATE_NOOP("Campaigns", "The dry run found %1 people; the number that was confirmed is %2."))
            .arg(toSend)
            .arg(people));
}

core::Status startCampaign(Campaign &k, qint64 people, core::Instant now)
{
    if (k.state != CampaignState::Draft)
        return stepConflict(QT_TRANSLATE_NOOP("Campaigns", "The campaign was started already."));
    if (!k.checkedAt || !k.dryRun || now - *k.checkedAt > dryRunFor || now < *k.checkedAt)
        return stepConflict(QT_TRANSLATE_NOOP("Campaigns",
            "A campaign starts within ten minutes of its dry run. Run it again: the people may have changed."));
    if (k.dryRun->toSend() == 0)
        return stepConflict(QT_TRANSLATE_NOOP("Campaigns", "Nobody would get a link."));
    if (const auto counted = confirmedCount(k.dryRun->toSend(), people); !counted)
        return counted;
    k.state = CampaignState::Running;
    k.startedAt = now;
    return core::ok();
}

core::Status resumeCampaign(Campaign &k)
{
    if (k.state != CampaignState::Paused)
        return stepConflict(QT_TRANSLATE_NOOP("Campaigns", "Only a paused campaign can be continued."));
    k.state = CampaignState::Running;
    k.why.clear();
    k.waitsUntil = 0;
    return core::ok();
}

core::Status pauseCampaign(Campaign &k)
{
    if (k.state != CampaignState::Running)
        return stepConflict(QT_TRANSLATE_NOOP("Campaigns", "Only a running campaign can be paused."));
    pauseCampaignFor(k, sayCampaignStep(QT_TRANSLATE_NOOP("Campaigns", "Paused by hand.")));
    return core::ok();
}

void pauseCampaignFor(Campaign &k, const QString &why)
{
    if (k.state != CampaignState::Running)
        return;
    k.state = CampaignState::Paused;
    k.why = why;
}

void stopCampaign(Campaign &k, core::Instant now)
{
    if (k.state == CampaignState::Done || k.state == CampaignState::Stopped)
        return;
    k.state = CampaignState::Stopped;
    k.endedAt = now;
}

void completeCampaign(Campaign &k, core::Instant now)
{
    if (k.state != CampaignState::Running)
        return;
    k.state = CampaignState::Done;
    k.endedAt = now;
}

std::optional<Campaign> firstRunning(const QList<Campaign> &campaigns)
{
    const Campaign *first = nullptr;
    for (const Campaign &k : campaigns) {
        if (k.state == CampaignState::Running && (!first || k.startedAt < first->startedAt))
            first = &k;
    }
    return first ? std::optional(*first) : std::nullopt;
}

void noteRelease(Campaign &k, const QString &identity, bool wasStarted)
{
    const QString nobodyKnown = QStringLiteral("?");
    QStringList all = k.releasedBy.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (wasStarted && all.isEmpty()) // by somebody, before that was kept
        all << nobodyKnown;
    const QString who = identity.isEmpty() ? nobodyKnown : identity;
    if (!all.contains(who))
        all << who;
    k.releasedBy = all.join(QLatin1Char(' '));
}

core::Status campaignLevelFits(const CampaignPlan &plan, const VerificationPolicy &policy)
{
    if (plan.isReminder() || plan.requiredIal >= leastIal(policy, Reason::Periodic))
        return core::ok();
    return core::fieldError(QStringLiteral("ial"),
        sayCampaignStep(
            QT_TRANSLATE_NOOP("Campaigns", "By the settings a periodic verification asks for IAL2 at least.")));
}

} // namespace domain
