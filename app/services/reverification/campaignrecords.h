#pragma once
#include "core/async.h"
#include "domain/audit/audit.h"
#include "domain/reverification/campaign.h"
#include <QObject>
#include <functional>

namespace services {

struct Context;
struct TenantConnections;

/// Campaigns of the open tenant as the ledger has them: read, and moved from state to state, each move with its audit
/// entry in the same transaction. Errors: NotFound for another tenant's, what a step refuses, Storage. Thread: the
/// GUI's or main.
class CampaignRecords : public QObject
{
    Q_OBJECT
public:
    CampaignRecords(TenantConnections &connections, Context &context);

    core::Async<QList<domain::Campaign>> all();
    core::Async<domain::Campaign> one(const QString &id);
    core::Async<domain::CampaignCounts> counts(const QString &id);
    core::Async<QList<domain::CampaignPerson>> people(
        const QString &id, std::optional<domain::CampaignPerson::State> state, domain::ExclusionReason why, int limit);
    core::Async<qint64> sentToday(const domain::Campaign &campaign);

    using Step = std::function<core::Status(domain::Campaign &)>;
    /// `step` may refuse; the audit record is "campaign.<word>".
    core::Async<domain::Campaign> advance(const QString &id, const char *word, Step step);
    /// Who is in a draft, as long as it is of this version.
    core::Async<core::Unit> setPeople(
        const domain::Campaign &campaign, const std::shared_ptr<QList<domain::CampaignPerson>> &people);
    /// Pauses what a process that died left running; how many.
    core::Async<int> recover();
    domain::AuditEvent entry(const domain::Campaign &campaign, const QString &action, const QString &outcome) const;
    const core::TenantId &tenant() const;
    /// Of whoever sends this tenant's campaigns.
    QString lease() const;

private:
    core::Async<core::Unit> setPeopleFrom(
        const domain::Campaign &campaign, const std::shared_ptr<QList<domain::CampaignPerson>> &people, qsizetype from);
    TenantConnections &m_connections;
    Context &m_context;
};

} // namespace services
