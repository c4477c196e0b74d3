#pragma once
#include "core/async.h"
#include "domain/reverification/campaign.h"
#include <QObject>

namespace services {

struct Context;
struct TenantConnections;
class CampaignRecords;

/// What a campaign is to do: kept, changed until it was started. Errors: Usage with the field at fault, Conflict when
/// the tenant is locked or the campaign was started, Storage. Thread: the GUI's or main.
class CampaignDrafts : public QObject
{
    Q_OBJECT
public:
    CampaignDrafts(TenantConnections &connections, Context &context, CampaignRecords &records);

    /// A draft. `people` are kept if the plan is a list.
    core::Async<domain::Campaign> create(domain::CampaignPlan plan, const QStringList &people);
    /// Of a draft; a dry run is needed anew.
    core::Async<domain::Campaign> change(const QString &id, const domain::CampaignPlan &plan);
    /// Why idvVerified cannot be cleared here; empty when it can.
    QString clearObstacle() const;

private:
    core::Status planFits(const domain::CampaignPlan &plan) const;
    domain::Campaign newDraft(const domain::CampaignPlan &plan) const;
    TenantConnections &m_connections;
    Context &m_context;
    CampaignRecords &m_records;
};

} // namespace services
