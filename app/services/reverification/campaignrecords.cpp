#include "services/reverification/campaignrecords.h"
#include "services/reverification/campaigntext.h"
#include "services/tenants/context.h"
#include "services/tenants/internal/tenantconnections.h"
#include <QCoreApplication>

namespace services {

using core::Async;
using core::Result;
using core::Unit;
using domain::Campaign;
using domain::CampaignPerson;

CampaignRecords::CampaignRecords(TenantConnections &connections, Context &context)
    : m_connections(connections), m_context(context)
{
}

Async<QList<Campaign>> CampaignRecords::all()
{
    return m_context.ledger->campaigns().list(m_connections.tenant.id);
}
Async<Campaign> CampaignRecords::one(const QString &id)
{
    return m_context.ledger->campaigns().campaign(m_connections.tenant.id, id);
}
Async<domain::CampaignCounts> CampaignRecords::counts(const QString &id)
{
    return m_context.ledger->campaigns().recipients().counts(id);
}

Async<QList<CampaignPerson>> CampaignRecords::people(
    const QString &id, std::optional<CampaignPerson::State> state, domain::ExclusionReason why, int limit)
{
    return m_context.ledger->campaigns().recipients().list({id, state, why, -1, limit});
}

Async<qint64> CampaignRecords::sentToday(const Campaign &k)
{
    return core::mapped<qint64, store::CampaignPace>(
        m_context.ledger->campaigns().recipients().pace(k.id, domain::dayStart(k.plan, m_context.clock->now())), this,
        [](const store::CampaignPace &p) -> Result<qint64> { return p.sent; });
}

const core::TenantId &CampaignRecords::tenant() const
{
    return m_connections.tenant.id;
}
QString CampaignRecords::lease() const
{
    return QStringLiteral("campaigns:") + tenant().str();
}

domain::AuditEvent CampaignRecords::entry(const Campaign &k, const QString &action, const QString &outcome) const
{
    domain::AuditEvent a;
    a.actor = m_context.operatorName;
    a.action = action;
    a.tenant = m_connections.tenant.id.str();
    a.subject = k.id;
    a.outcome = outcome;
    if (!k.id.isEmpty())
        a.data = {{QStringLiteral("name"), k.plan.name}, {QStringLiteral("state"), domain::campaignStateKey(k.state)}};
    return a;
}

Async<Campaign> CampaignRecords::advance(const QString &id, const char *word, Step step)
{
    return m_context.ledger->campaigns().change(
        id, [this, word, step = std::move(step)](const Campaign &now) -> Result<store::CampaignStep> {
            if (now.tenant != m_connections.tenant.id)
                return core::makeError(core::ErrorCode::NotFound,
                    sayCampaigns(QT_TRANSLATE_NOOP("Campaigns", "This campaign belongs to another tenant.")));
            store::CampaignStep to{now, {}};
            if (const auto r = step(to.campaign); !r)
                return r.error();
            to.audit = entry(to.campaign, QLatin1String("campaign.") + QLatin1String(word), QStringLiteral("done"));
            if (to.campaign.dryRun)
                to.audit->data.insert(QStringLiteral("dryRun"), domain::toJson(*to.campaign.dryRun));
            if (!to.campaign.why.isEmpty())
                to.audit->data.insert(QStringLiteral("why"), to.campaign.why);
            return to;
        });
}

Async<Unit> CampaignRecords::setPeople(const Campaign &k, const std::shared_ptr<QList<CampaignPerson>> &people)
{
    return setPeopleFrom(k, people, 0);
}

// In one piece up to a hundred thousand, within a second; beyond that in slices, so that whatever else wants the ledger
// gets its turn. Of a campaign that was changed meanwhile nothing is kept.
Async<Unit> CampaignRecords::setPeopleFrom(
    const Campaign &k, const std::shared_ptr<QList<CampaignPerson>> &people, qsizetype from)
{
    constexpr qsizetype slice = 100'000;
    const bool isLast = from + slice >= people->size();
    const auto written =
        m_context.ledger->campaigns().recipients().replace(k.id, k.version, people->mid(from, slice), from, from == 0);
    if (isLast)
        return written;
    return core::andThen<Unit>(
        written, this, [this, k, people, from](Unit) { return setPeopleFrom(k, people, from + slice); });
}

Async<int> CampaignRecords::recover()
{
    return m_context.ledger->campaigns().interrupt(m_connections.tenant.id, lease(),
        sayCampaigns(QT_TRANSLATE_NOOP(
            "Campaigns", "The console ended while it was sending. Nobody gets a second link when it goes on.")),
        entry({}, QStringLiteral("campaign.interrupted"), QStringLiteral("noted")));
}

} // namespace services
