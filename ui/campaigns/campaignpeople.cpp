#include "ui/campaigns/campaignpeople.h"
#include "domain/verification/sessionlog.h"
#include "services/reverification/campaigns.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessions.h"
#include "services/verification/verifier.h"
#include "ui/common/appcontext.h"
#include "ui/identities/namelist.h"
#include <QWidget>

namespace ui {

using core::Result;
using domain::CampaignPerson;
using domain::SessionState;

/// One more than the list shows.
static constexpr int mostCampaignPeople = 1001;

// Nothing for those who have a session.
static std::optional<CampaignPerson::State> stateOf(const QString &part)
{
    if (part == QLatin1String("left"))
        return CampaignPerson::Left;
    if (part == QLatin1String("reminded"))
        return CampaignPerson::Started;
    if (part == QLatin1String("to-send"))
        return CampaignPerson::ToSend;
    return std::nullopt;
}

static QList<SessionState> sessionStatesOf(const QString &part)
{
    if (part == QLatin1String("verified"))
        return {SessionState::Verified};
    if (part == QLatin1String("held"))
        return {SessionState::NeedsReview};
    if (part == QLatin1String("failed"))
        return {SessionState::Failed, SessionState::Declined, SessionState::Abandoned, SessionState::Expired,
            SessionState::Cancelled};
    return domain::openStates();
}

static void showThose(AppContext &app, QWidget *parent, const domain::Campaign &campaign, CampaignPerson::State state)
{
    const QString title = campaign.plan.name;
    core::whenDone<QList<CampaignPerson>>(app.tenantSession()->campaigns().records().people(
                                              campaign.id, state, domain::ExclusionReason::Nothing, mostCampaignPeople),
        parent, [&app, parent, title](const Result<QList<CampaignPerson>> &people) {
            QList<core::IdentityId> ids;
            for (const auto &p : people ? *people : QList<CampaignPerson>())
                ids << p.identity;
            showPeople(app, parent, title, ids);
        });
}

void showCampaignPeople(AppContext &app, QWidget *parent, const domain::Campaign &campaign, const QString &part)
{
    auto *w = app.tenantSession();
    if (!w)
        return;
    if (const auto state = stateOf(part))
        return showThose(app, parent, campaign, *state);
    const QString title = campaign.plan.name;
    domain::SessionFilter f;
    f.campaign = campaign.id;
    f.states = sessionStatesOf(part);
    f.limit = mostCampaignPeople;
    core::whenDone<QList<domain::Session>>(w->verifier().sessions().list(f), parent,
        [&app, parent, title](const Result<QList<domain::Session>> &sessions) {
            QList<core::IdentityId> ids;
            for (const auto &s : sessions ? *sessions : QList<domain::Session>())
                ids << s.request.identity;
            showPeople(app, parent, title, ids);
        });
}

} // namespace ui
