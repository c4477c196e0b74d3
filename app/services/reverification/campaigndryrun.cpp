#include "services/reverification/campaigndryrun.h"
#include "domain/identities/contact.h"
#include "domain/reverification/campaignsteps.h"
#include "domain/verification/writeback/storedresult.h"
#include "services/identities/identitydirectory.h"
#include "services/reverification/campaignrecords.h"
#include "services/reverification/campaigntext.h"
#include "services/reverification/exemptions.h"
#include "services/reverification/reverification.h"
#include "services/sync/syncer.h"
#include "services/tenants/context.h"
#include "services/tenants/internal/stores.h"
#include "services/verification/sessionstarter.h"
#include "services/verification/verifier.h"
#include <QCoreApplication>

namespace services {

using core::Async;
using core::Result;
using core::Unit;
using domain::Campaign;
using domain::CampaignPerson;
using domain::DryRun;
using domain::ExclusionReason;
using Rows = std::shared_ptr<const domain::RowIds>;

static QString textOf(std::string_view t)
{
    return QString::fromUtf8(t.data(), qsizetype(t.size()));
}

/// The people whom the campaign selects, one after the other. Thread: one at a time, the directory's or its own.
class CampaignDryRun::Selection
{
public:
    Selection(
        const Campaign &campaign, const Known &known, SessionStarter &starter, int intervalDays, core::Instant now)
        : m_campaign(campaign), m_known(known),
          m_exceptions(campaign.plan.exceptions.begin(), campaign.plan.exceptions.end()),
          m_canSms(starter.canSend(domain::Delivery::Sms)), m_canEmail(starter.canSend(domain::Delivery::Email)),
          m_intervalDays(intervalDays), m_now(now)
    {
    }
    void accept(const domain::PersonCells &cells);
    /// One of a list whom the local copy does not have.
    void acceptGone(const QString &id);
    const DryRun &found() const { return m_found; }
    std::shared_ptr<QList<CampaignPerson>> people() const { return m_people; }

private:
    domain::Candidate candidate(const QString &id, const domain::PersonCells &cells) const;
    void add(CampaignPerson person, bool isPastGrace);

    const Campaign m_campaign;
    const Known m_known;
    const QSet<QString> m_exceptions;
    const bool m_canSms, m_canEmail;
    const int m_intervalDays;
    const core::Instant m_now;
    DryRun m_found;
    std::shared_ptr<QList<CampaignPerson>> m_people = std::make_shared<QList<CampaignPerson>>();
};

domain::Candidate CampaignDryRun::Selection::candidate(const QString &id, const domain::PersonCells &p) const
{
    using C = domain::PeopleColumn;
    domain::Candidate c;
    c.hasPhone = !p.mobile.empty() && !domain::e164(textOf(p.mobile)).isEmpty();
    c.hasEmail = domain::isEmail(textOf(p.text[size_t(C::Email)]));
    c.isActive = domain::isActiveLifecycle(textOf(p.text[size_t(C::Lifecycle)]));
    c.isExempt = m_known.exempt.contains(id);
    c.kind = p.kind;
    c.lapse = p.lapse;
    c.verifiedAt = p.verifiedAt;
    if (const auto pass = m_known.passes.constFind(id); pass != m_known.passes.constEnd())
        c.isVerifiedHereOnly = domain::isVerifiedHereOnly(*pass, p.verifiedAt, m_intervalDays, m_now);
    return c;
}

void CampaignDryRun::Selection::accept(const domain::PersonCells &p)
{
    const QString id = textOf(p.text[size_t(domain::PeopleColumn::Id)]);
    if (m_exceptions.contains(id))
        return;
    const auto v =
        domain::campaignEligibility(candidate(id, p), m_campaign.plan, m_campaign.createdAt, m_canSms, m_canEmail);
    const bool isPastGrace = p.graceEnds && *p.graceEnds <= m_now;
    add({core::IdentityId(id), CampaignPerson::ToSend, v.why, v.delivery, {}}, isPastGrace);
}

void CampaignDryRun::Selection::acceptGone(const QString &id)
{
    add({core::IdentityId(id), CampaignPerson::Left, ExclusionReason::Gone, m_campaign.plan.prefers, {}}, false);
}

void CampaignDryRun::Selection::add(CampaignPerson p, bool isPastGrace)
{
    ++m_found.selected;
    p.state = p.why == ExclusionReason::Nothing ? CampaignPerson::ToSend : CampaignPerson::Left;
    if (p.state == CampaignPerson::Left)
        ++m_found.leftOut[size_t(p.why)];
    else if (m_campaign.plan.isReminder())
        ++m_found.byWorkflow;
    else
        ++(p.delivery == domain::Delivery::Sms ? m_found.byPhone : m_found.byEmail);
    m_found.pastGrace += p.state == CampaignPerson::ToSend && isPastGrace ? 1 : 0;
    *m_people << p;
}

CampaignDryRun::CampaignDryRun(
    CampaignServices services, Context &context, CampaignRecords &records, Exemptions &exemptions)
    : m_services(services), m_context(context), m_records(records), m_exemptions(exemptions)
{
}

Async<Campaign> CampaignDryRun::run(const QString &id)
{
    return core::andThen<Campaign>(m_records.one(id), this, [this](const Campaign &k) {
        if (k.state != domain::CampaignState::Draft)
            return core::ready<Campaign>(core::makeError(core::ErrorCode::Conflict,
                sayCampaigns(QT_TRANSLATE_NOOP("Campaigns", "The campaign was started already."))));
        const auto fresh =
            core::andThen<Unit>(m_services.reverification.load(), this, [this](Unit) { return freshCopy(); });
        const auto facts = core::andThen<Unit>(fresh, this, [this](Unit) { return known(); });
        const auto found =
            core::andThen<Known>(facts, this, [this, k](const Known &everything) { return evaluate(k, everything); });
        return core::andThen<DryRun>(found, this, [this, k](const DryRun &run) { return keep(k, run); });
    });
}

// SailPoint is read first: a list from yesterday invites whoever verified this morning.
Async<Unit> CampaignDryRun::freshCopy()
{
    core::Deferred<Unit> out;
    auto &syncer = m_services.syncer;
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

Async<CampaignDryRun::Known> CampaignDryRun::known()
{
    using Exempt = QHash<QString, domain::Exemption>;
    using Passes = QHash<QString, core::Instant>;
    return core::andThen<Exempt>(m_exemptions.active(), this, [this](const Exempt &exempt) {
        const int days = domain::shortestInterval(m_services.reverification.policy());
        const core::Instant since = m_context.clock->now() - days * core::dayMs;
        return core::mapped<Known, Passes>(m_context.ledger->sessions().passesSince(m_records.tenant(), since), this,
            [exempt](const Passes &passes) -> Result<Known> {
                return Known{exempt, passes};
            });
    });
}

Async<QStringList> CampaignDryRun::listed(const QString &id)
{
    return core::mapped<QStringList, QList<CampaignPerson>>(
        m_records.people(id, {}, ExclusionReason::Nothing, 1'000'000), this,
        [](const QList<CampaignPerson> &all) -> Result<QStringList> {
            QStringList ids;
            ids.reserve(all.size());
            for (const auto &p : all)
                ids << p.identity.str();
            return ids;
        });
}

Async<Rows> CampaignDryRun::rowsOf(const Campaign &k, const std::shared_ptr<Selection> &selection)
{
    if (!k.plan.isList)
        return core::mapped<Rows, domain::PeopleResult>(m_services.directory.all(k.plan.query), this,
            [](const domain::PeopleResult &r) -> Result<Rows> { return r.rows; });
    return core::andThen<QStringList>(listed(k.id), this, [this, selection](const QStringList &ids) {
        return core::mapped<Rows, Rows>(
            m_services.directory.rowsOf(ids), this, [ids, selection](const Rows &all) -> Result<Rows> {
                auto there = std::make_shared<domain::RowIds>();
                for (size_t i = 0; i < all->size(); ++i) {
                    if (all->at(i) > 0)
                        there->push_back(all->at(i));
                    else
                        selection->acceptGone(ids.at(qsizetype(i)));
                }
                return Rows(there);
            });
    });
}

Async<DryRun> CampaignDryRun::evaluate(const Campaign &k, const Known &everything)
{
    const auto selection = std::make_shared<Selection>(k, everything, m_services.verifier.starter(),
        domain::shortestInterval(m_services.reverification.policy()), m_context.clock->now());
    const auto visited = core::andThen<Rows>(rowsOf(k, selection), this, [this, selection](const Rows &rows) {
        return m_services.directory.visit(rows, [selection](const domain::PersonCells &p) {
            selection->accept(p);
            return true;
        });
    });
    return core::andThen<qint64>(visited, this, [this, selection, k](qint64) {
        return core::mapped<DryRun, Unit>(m_records.setPeople(k, selection->people()), this,
            [selection](Unit) -> Result<DryRun> { return selection->found(); });
    });
}

Async<Campaign> CampaignDryRun::keep(const Campaign &k, const DryRun &found)
{
    return m_records.advance(k.id, "dry-run", [this, found, version = k.version](Campaign &now) {
        return domain::noteDryRun(now, found, version, m_context.clock->now());
    });
}

} // namespace services
