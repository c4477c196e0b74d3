#pragma once
#include "core/async.h"
#include "domain/reverification/campaign.h"
#include "domain/reverification/exemption.h"
#include "services/reverification/campaignservices.h"
#include <QHash>
#include <QObject>

namespace services {

struct Context;
class CampaignRecords;
class Exemptions;

/// What a campaign would do now: who would get a link, and why others would not. Nothing is sent. Errors: Conflict when
/// the campaign was started or changed meanwhile, SailPoint's own, Storage. Thread: the GUI's or main.
class CampaignDryRun : public QObject
{
    Q_OBJECT
public:
    CampaignDryRun(CampaignServices services, Context &context, CampaignRecords &records, Exemptions &exemptions);

    /// Reads what changed in SailPoint first; what is found is kept with the campaign.
    core::Async<domain::Campaign> run(const QString &id);

private:
    /// What is known of people beside the local copy.
    struct Known
    {
        QHash<QString, domain::Exemption> exempt;
        QHash<QString, core::Instant> passes; ///< of this console, by identity
    };
    class Selection;
    core::Async<core::Unit> freshCopy();
    core::Async<Known> known();
    core::Async<domain::DryRun> evaluate(const domain::Campaign &campaign, const Known &known);
    core::Async<std::shared_ptr<const domain::RowIds>> rowsOf(
        const domain::Campaign &campaign, const std::shared_ptr<Selection> &selection);
    core::Async<QStringList> listed(const QString &id);
    core::Async<domain::Campaign> keep(const domain::Campaign &campaign, const domain::DryRun &found);

    CampaignServices m_services;
    Context &m_context;
    CampaignRecords &m_records;
    Exemptions &m_exemptions;
};

} // namespace services
