#pragma once
#include "core/async.h"
#include "domain/audit/audit.h"
#include "domain/reverification/campaign.h"
#include "domain/reverification/exemption.h"
#include "services/readiness/signin.h"
#include <QObject>
#include <QSet>

namespace services {

struct Context;
struct TenantConnections;
class CampaignRunner;
class TenantSession;

/// Renewal campaigns of the open tenant: made, tried without sending, run, paused, stopped. A campaign is rows of the
/// ledger; whoever holds the tenant's lease sends, one link at a time, each with its own durable intent. What a process
/// that died left running is paused. Errors: Usage with the field, Conflict when its state or another process stands in
/// the way, Storage, and SailPoint's own for a dry run. Thread: the GUI's or main.
class Campaigns : public QObject
{
    Q_OBJECT
public:
    Campaigns(TenantConnections &connections, Context &context, TenantSession &tenantSession);
    ~Campaigns() override;

    /// A draft. `people` are kept if the plan is a list.
    core::Async<domain::Campaign> create(domain::CampaignPlan plan, const QStringList &people);
    /// Of a draft; a dry run is needed anew.
    core::Async<domain::Campaign> change(const QString &id, const domain::CampaignPlan &plan);
    /// Reads what changed in SailPoint, then says who would get a link. Nothing is sent.
    core::Async<domain::Campaign> dryRun(const QString &id);
    /// `people` is the number that the person confirmed: it has to be the dry run's.
    core::Async<domain::Campaign> start(const QString &id, qint64 people);
    core::Async<domain::Campaign> pause(const QString &id);
    core::Async<domain::Campaign> resume(const QString &id);
    /// With `cancelOpen` its open sessions are cancelled too, one after the other; how many were. Can be asked again.
    core::Async<int> stop(const QString &id, bool cancelOpen);
    core::Async<domain::Campaign> setPace(const QString &id, int perMinute);

    core::Async<QList<domain::Campaign>> all();
    core::Async<domain::Campaign> one(const QString &id);
    core::Async<domain::CampaignCounts> counts(const QString &id);
    core::Async<QList<domain::CampaignPerson>> people(
        const QString &id, std::optional<domain::CampaignPerson::State> state, domain::ExclusionReason why, int limit);
    core::Async<qint64> sentToday(const domain::Campaign &campaign);
    /// Why idvVerified cannot be cleared here; empty when it can.
    QString clearObstacle() const;

    core::Async<QHash<QString, domain::Exemption>> exemptions();
    /// Whoever allows it signs in with own credentials, used once and kept nowhere; an approver's name in `exemption`
    /// counts for nothing. Usage with the field at fault (a reason, an end within a year, credentials), Unauthorized,
    /// NotFound for somebody whom the copy does not have, Conflict: the operator, the owner of the tenant's
    /// credentials, the exempted person, or a time in doubt.
    core::Async<core::Unit> exempt(
        domain::Exemption exemption, const core::SecretPtr &clientId, const core::SecretPtr &clientSecret);
    core::Async<core::Unit> endExemption(const core::IdentityId &id);

    /// Pauses what a process that died left running; how many.
    core::Async<int> recover();
    /// Stops sending without a pause, for another connection of this process that takes it over; true when it was
    /// sending.
    bool handOver();
    void takeOver();
    /// Pauses what this process sends, now.
    void halt();
    /// This process sends: it may not be let go without pausing.
    bool isSending() const;
    /// When this process sends the next link, and why not now.
    std::optional<domain::SendTime> next() const;

Q_SIGNALS:
    void changed();
    /// This process has nothing more to send.
    void idle();
    /// Nothing could be kept any more: sending ended.
    void failed(const core::Error &error);

private:
    /// In days: of all rules of the policy in force. Whoever was verified longer ago than this is asked again.
    int shortestInterval() const;
    friend class CampaignRunner;
    using Step = std::function<core::Status(domain::Campaign &)>;
    /// `step` may refuse; the audit record is "campaign.<word>".
    core::Async<domain::Campaign> advance(const QString &id, const char *word, Step step);
    core::Async<domain::Campaign> startNow(const QString &id, qint64 people);
    core::Async<core::Unit> levelFits(const domain::CampaignPlan &plan);
    core::Async<domain::Campaign> begin(const QString &id, const char *word, Step step);
    core::Async<domain::DryRun> evaluate(const domain::Campaign &campaign,
        const QHash<QString, domain::Exemption> &exempt, const QHash<QString, core::Instant> &passes);
    core::Async<QStringList> listed(const QString &id);
    core::Async<core::Unit> keep(
        const domain::Campaign &campaign, std::shared_ptr<QList<domain::CampaignPerson>> people, qsizetype from);
    core::Async<core::Unit> freshCopy();
    core::Async<core::Unit> keepExemption(domain::Exemption exemption);
    domain::AuditEvent event(const domain::Campaign &campaign, const QString &action, const QString &outcome) const;
    core::Async<int> cancelSessions(const QList<core::SessionId> &open);
    QString lease() const;

    TenantConnections &m_connections;
    Context &m_context;
    TenantSession &m_tenantSession;
    SignIn m_signIn;
    std::unique_ptr<CampaignRunner> m_runner;
    QSet<QString> m_cancelling; ///< campaigns whose open links are cancelled
};

} // namespace services
