#include "domain/identities/contact.h"
#include "domain/verification/storedresult.h"
#include "services/identities/identitydirectory.h"
#include "services/reverification/campaigns.h"
#include "services/reverification/reverification.h"
#include "services/sync/syncer.h"
#include "services/tenants/tenantconnections.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessionstarter.h"
#include "services/verification/verifier.h"
#include <QCoreApplication>

// The dry run: what a campaign would do now. Nothing is sent.
namespace services {

using core::Async;
using core::Result;
using core::Unit;
using domain::Campaign;
using domain::CampaignPerson;
using domain::ExclusionReason;

static QString sayCampaigns(const char *text)
{
    return QCoreApplication::translate("Campaigns", text);
}
static QString textOf(std::string_view t)
{
    return QString::fromUtf8(t.data(), qsizetype(t.size()));
}

// SailPoint is read first: a list from yesterday invites whoever verified this morning.
Async<Unit> Campaigns::freshCopy()
{
    core::Deferred<Unit> out;
    auto &syncer = m_tenantSession.syncer();
    const auto run = [this, out, &syncer] {
        core::whenDone<SyncResult>(syncer.run({}), this,
            [out](const Result<SyncResult> &r) { r ? out.resolve(core::ok()) : out.resolve(r.error()); });
    };
    if (!syncer.isRunning()) {
        run();
        return out.future();
    }
    auto *once = new QObject(this);
    connect(&syncer, &Syncer::ended, once, [this, once, run] {
        once->deleteLater();
        QMetaObject::invokeMethod(this, run, Qt::QueuedConnection);
    });
    return out.future();
}

Async<QStringList> Campaigns::listed(const QString &id)
{
    return core::mapped<QStringList, QList<CampaignPerson>>(
        m_context.ledger.campaigns().recipients().list({id, {}, ExclusionReason::Nothing, -1, 1'000'000}), this,
        [](const QList<CampaignPerson> &all) -> Result<QStringList> {
            QStringList ids;
            ids.reserve(all.size());
            for (const auto &p : all)
                ids << p.identity.str();
            return ids;
        });
}

// In one piece up to a hundred thousand, within a second; beyond that in slices, so that whatever else wants the ledger
// gets its turn. Of a campaign that was changed meanwhile nothing is kept.
Async<Unit> Campaigns::keep(const Campaign &k, std::shared_ptr<QList<CampaignPerson>> people, qsizetype from)
{
    constexpr qsizetype slice = 100'000;
    const bool isLast = from + slice >= people->size();
    const auto written =
        m_context.ledger.campaigns().recipients().replace(k.id, k.version, people->mid(from, slice), from, from == 0);
    if (isLast)
        return written;
    return core::andThen<Unit>(written, this, [this, k, people, from](Unit) { return keep(k, people, from + slice); });
}

Async<domain::DryRun> Campaigns::evaluate(
    const Campaign &k, const QHash<QString, domain::Exemption> &exempt, const QHash<QString, core::Instant> &passes)
{
    struct Found
    {
        domain::DryRun run;
        std::shared_ptr<QList<CampaignPerson>> people = std::make_shared<QList<CampaignPerson>>();
        QSet<QString> exempt, exceptions;
    };
    auto found = std::make_shared<Found>();
    for (auto it = exempt.begin(); it != exempt.end(); ++it)
        found->exempt.insert(it.key());
    found->exceptions = QSet<QString>(k.plan.exceptions.begin(), k.plan.exceptions.end());
    const bool canSms = m_tenantSession.verifier().starter().canSend(domain::Delivery::Sms);
    const bool canEmail = m_tenantSession.verifier().starter().canSend(domain::Delivery::Email);
    const auto take = [found, isReminder = k.plan.isReminder()](CampaignPerson p, bool isPastGrace) {
        ++found->run.selected;
        p.state = p.why == ExclusionReason::Nothing ? CampaignPerson::ToSend : CampaignPerson::Left;
        if (p.state == CampaignPerson::Left)
            ++found->run.leftOut[size_t(p.why)];
        else if (isReminder)
            ++found->run.byWorkflow;
        else
            ++(p.delivery == domain::Delivery::Sms ? found->run.byPhone : found->run.byEmail);
        found->run.pastGrace += p.state == CampaignPerson::ToSend && isPastGrace ? 1 : 0;
        *found->people << p;
    };
    const auto visitor = [found, take, k, canSms, canEmail, passes, days = shortestInterval(),
                             now = m_context.clock->now()](const domain::PersonCells &p) {
        using C = domain::PeopleColumn;
        const QString id = textOf(p.text[size_t(C::Id)]);
        if (found->exceptions.contains(id))
            return true;
        domain::Candidate c;
        c.hasPhone = !p.mobile.empty() && !domain::e164(textOf(p.mobile)).isEmpty();
        c.hasEmail = domain::isEmail(textOf(p.text[size_t(C::Email)]));
        c.isActive = domain::isActiveLifecycle(textOf(p.text[size_t(C::Lifecycle)]));
        c.isExempt = found->exempt.contains(id);
        c.kind = p.kind;
        c.lapse = p.lapse;
        c.verifiedAt = p.verifiedAt;
        if (const auto pass = passes.constFind(id); pass != passes.constEnd())
            c.isVerifiedHereOnly = domain::isVerifiedHereOnly(*pass, p.verifiedAt, days, now);
        const auto v = domain::campaignEligibility(c, k.plan, k.createdAt, canSms, canEmail);
        take({core::IdentityId(id), CampaignPerson::ToSend, v.why, v.delivery, {}}, p.graceEnds && *p.graceEnds <= now);
        return true;
    };
    using Rows = std::shared_ptr<const domain::RowIds>;
    Async<Rows> rows;
    if (k.plan.isList) {
        rows = core::andThen<QStringList>(listed(k.id), this, [this, take, k](const QStringList &ids) {
            return core::mapped<Rows, Rows>(
                m_tenantSession.directory().rowsOf(ids), this, [ids, take, k](const Rows &all) -> Result<Rows> {
                    auto known = std::make_shared<domain::RowIds>();
                    for (size_t i = 0; i < all->size(); ++i) {
                        if (all->at(i) > 0)
                            known->push_back(all->at(i));
                        else
                            take({core::IdentityId(ids.at(qsizetype(i))), CampaignPerson::Left, ExclusionReason::Gone,
                                     k.plan.prefers, {}},
                                false);
                    }
                    return Rows(known);
                });
        });
    } else {
        rows = core::mapped<Rows, domain::PeopleResult>(m_tenantSession.directory().all(k.plan.query), this,
            [](const domain::PeopleResult &r) -> Result<Rows> { return r.rows; });
    }
    const auto visited = core::andThen<Rows>(
        rows, this, [this, visitor](const Rows &r) { return m_tenantSession.directory().visit(r, visitor); });
    return core::andThen<qint64>(visited, this, [this, found, k](qint64) {
        return core::mapped<domain::DryRun, Unit>(
            keep(k, found->people, 0), this, [found](Unit) -> Result<domain::DryRun> { return found->run; });
    });
}

Async<Campaign> Campaigns::dryRun(const QString &id)
{
    return core::andThen<Campaign>(one(id), this, [this](const Campaign &k) {
        if (k.state != domain::CampaignState::Draft)
            return core::ready<Campaign>(core::makeError(core::ErrorCode::Conflict,
                sayCampaigns(QT_TRANSLATE_NOOP("Campaigns", "The campaign was started already."))));
        const auto policy =
            core::andThen<Unit>(m_tenantSession.reverification().load(), this, [this](Unit) { return freshCopy(); });
        const auto fresh = core::andThen<Unit>(policy, this, [this](Unit) { return exemptions(); });
        const auto run = core::andThen<QHash<QString, domain::Exemption>>(
            fresh, this, [this, k](const QHash<QString, domain::Exemption> &exempt) {
                const core::Instant since = m_context.clock->now() - shortestInterval() * core::dayMs;
                return core::andThen<QHash<QString, core::Instant>>(
                    m_context.ledger.sessions().passesSince(m_connections.tenant.id, since), this,
                    [this, k, exempt](
                        const QHash<QString, core::Instant> &passes) { return evaluate(k, exempt, passes); });
            });
        return core::andThen<domain::DryRun>(run, this, [this, k](const domain::DryRun &found) {
            return advance(k.id, "dry-run", [this, found, version = k.version](Campaign &now) -> core::Status {
                if (now.version != version)
                    return core::makeError(
                        core::ErrorCode::Conflict, sayCampaigns(QT_TRANSLATE_NOOP("Campaigns",
                                                       "The campaign was changed during the dry run. Run it again.")));
                now.checkedAt = m_context.clock->now();
                now.dryRun = found;
                return core::ok();
            });
        });
    });
}

} // namespace services
