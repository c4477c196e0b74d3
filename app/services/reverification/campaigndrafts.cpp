#include "services/reverification/campaigndrafts.h"
#include "domain/reverification/campaignsteps.h"
#include "domain/tenants/tenantguard.h"
#include "services/reverification/campaignrecords.h"
#include "services/reverification/campaigntext.h"
#include "services/tenants/context.h"
#include "services/tenants/internal/tenantconnections.h"
#include "services/verification/verificationpolicy.h"
#include <QCoreApplication>
#include <QUuid>

namespace services {

using core::Async;
using core::Unit;
using domain::Campaign;
using domain::CampaignPlan;

CampaignDrafts::CampaignDrafts(TenantConnections &connections, Context &context, CampaignRecords &records)
    : m_connections(connections), m_context(context), m_records(records)
{
}

QString CampaignDrafts::clearObstacle() const
{
    if (m_connections.tenant.writeBack != domain::WriteBackStrategy::None)
        return {};
    return sayCampaigns(
        QT_TRANSLATE_NOOP("Campaigns", "This console does not write to SailPoint for this tenant (write-back: none)."));
}

core::Status CampaignDrafts::planFits(const CampaignPlan &plan) const
{
    if (const auto faults = domain::validate(plan); !faults.isEmpty())
        return faults.first();
    if (plan.clearsVerified && !clearObstacle().isEmpty())
        return core::fieldError(QStringLiteral("clearsVerified"), clearObstacle());
    return core::ok();
}

Campaign CampaignDrafts::newDraft(const CampaignPlan &plan) const
{
    Campaign k;
    k.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    k.tenant = m_connections.tenant.id;
    k.plan = plan;
    k.operatorName = m_context.operatorName;
    k.createdAt = m_context.clock->now();
    return k;
}

Async<Campaign> CampaignDrafts::create(CampaignPlan plan, const QStringList &people)
{
    plan.name = plan.name.trimmed();
    plan.query.text.clear();
    if (plan.timeZone.isEmpty())
        plan.timeZone = m_connections.tenant.timeZone;
    if (const auto fits = planFits(plan); !fits)
        return core::ready<Campaign>(fits.error());
    if (const auto locked = domain::lockFault(m_connections.tenant))
        return core::ready<Campaign>(*locked);
    const Campaign k = newDraft(plan);
    auto a = m_records.entry(k, QStringLiteral("campaign.create"), QStringLiteral("done"));
    a.data.insert(QStringLiteral("plan"), domain::toJson(plan));
    auto listedPeople = std::make_shared<QList<domain::CampaignPerson>>();
    for (const QString &id : people)
        listedPeople->append(
            {core::IdentityId(id), domain::CampaignPerson::ToSend, domain::ExclusionReason::Nothing, plan.prefers, {}});
    // Everybody would be refused one by one otherwise.
    const auto level = core::mapped<Unit, domain::VerificationPolicy>(readPolicy(m_context, this), this,
        [plan](const domain::VerificationPolicy &p) { return domain::campaignLevelFits(plan, p); });
    const auto added =
        core::andThen<Unit>(level, this, [this, k, a](Unit) { return m_context.ledger->campaigns().add(k, a); });
    const auto kept = core::andThen<Unit>(
        added, this, [this, k, listedPeople](Unit) { return m_records.setPeople(k, listedPeople); });
    return core::andThen<Unit>(kept, this, [this, k](Unit) { return m_records.one(k.id); });
}

Async<Campaign> CampaignDrafts::change(const QString &id, const CampaignPlan &plan)
{
    if (const auto fits = planFits(plan); !fits)
        return core::ready<Campaign>(fits.error());
    return m_records.advance(id, "change", [plan](Campaign &k) { return domain::changePlan(k, plan); });
}

} // namespace services
