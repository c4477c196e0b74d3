#include "cli/reverification/campaignoutput.h"
#include "cli/shell/shell.h"
#include "core/async.h"
#include "domain/text/instant.h"
#include "services/reverification/campaigns.h"
#include "services/tenantsession/tenantsession.h"

namespace cli {

using core::Result;
using domain::Campaign;

static QJsonValue when(const std::optional<core::Instant> &at)
{
    return at ? QJsonValue(domain::formatInstant(*at)) : QJsonValue();
}

static QJsonObject campaignJson(const Campaign &k, const domain::CampaignCounts &n)
{
    QJsonObject sessions, left;
    for (int i = 0; i < domain::sessionStateCount; ++i) {
        if (n.sessions[size_t(i)] > 0)
            sessions.insert(domain::stateKey(domain::SessionState(i)), n.sessions[size_t(i)]);
    }
    for (int i = 1; i < domain::leftOutCount; ++i) {
        if (n.why[size_t(i)] > 0)
            left.insert(domain::leftOutKey(domain::ExclusionReason(i)), n.why[size_t(i)]);
    }
    return {{QStringLiteral("campaign"), k.id}, {QStringLiteral("name"), k.plan.name},
        {QStringLiteral("state"), domain::campaignStateKey(k.state)}, {QStringLiteral("why"), k.why},
        {QStringLiteral("plan"), domain::toJson(k.plan)},
        {QStringLiteral("createdAt"), domain::formatInstant(k.createdAt)},
        {QStringLiteral("checkedAt"), when(k.checkedAt)}, {QStringLiteral("startedAt"), when(k.startedAt)},
        {QStringLiteral("endedAt"), when(k.endedAt)},
        {QStringLiteral("dryRun"), k.dryRun ? QJsonValue(domain::toJson(*k.dryRun)) : QJsonValue()},
        {QStringLiteral("counts"),
            QJsonObject{{QStringLiteral("toSend"), n.toSend}, {QStringLiteral("sent"), n.sent()},
                {QStringLiteral("waiting"), n.waiting()}, {QStringLiteral("reminded"), n.reminded},
                {QStringLiteral("remindUnknown"), n.remindUnknown}, {QStringLiteral("sessions"), sessions},
                {QStringLiteral("leftOut"), left}}}};
}

void showCampaign(
    Shell &s, services::TenantSession &w, const Campaign &k, std::function<void(const domain::CampaignCounts &)> then)
{
    core::whenDone<domain::CampaignCounts>(w.campaigns().records().counts(k.id), &s,
        [&s, k, then = std::move(then)](const Result<domain::CampaignCounts> &n) {
            if (!n)
                return s.fail(n.error());
            if (s.isJson())
                s.output().print(campaignJson(k, *n));
            else
                s.output().line(QStringLiteral("%1  %2  %3  %4 to send, %5 sent, %6 waiting, %7 verified%8")
                                    .arg(k.id, domain::campaignStateKey(k.state), k.plan.name)
                                    .arg(n->toSend)
                                    .arg(n->sent())
                                    .arg(n->waiting())
                                    .arg(n->of(domain::SessionState::Verified))
                                    .arg(k.why.isEmpty() ? QString() : QStringLiteral("  ") + k.why));
            then(*n);
        });
}

} // namespace cli
