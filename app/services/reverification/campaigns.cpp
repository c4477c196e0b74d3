#include "services/reverification/campaigns.h"
#include "domain/tenants/principal.h"
#include "services/recovery/timecheck.h"
#include "services/reverification/campaignrunner.h"
#include "services/reverification/reverification.h"
#include "services/tenants/tenantconnections.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessioncontrol.h"
#include "services/verification/sessions.h"
#include "services/verification/verificationpolicy.h"
#include "services/verification/verifier.h"
#include <QCoreApplication>
#include <QUuid>

namespace services {

using core::Async;
using core::ErrorCode;
using core::Result;
using core::Unit;
using domain::Campaign;
using domain::CampaignPlan;
using domain::CampaignState;

static QString sayCampaigns(const char *text)
{
    return QCoreApplication::translate("Campaigns", text);
}
static core::Error conflict(const char *text)
{
    return core::makeError(ErrorCode::Conflict, sayCampaigns(text));
}

Campaigns::Campaigns(TenantConnections &connections, Context &context, TenantSession &tenantSession)
    : m_connections(connections), m_context(context), m_tenantSession(tenantSession), m_signIn(connections, context),
      m_runner(std::make_unique<CampaignRunner>(*this))
{
    connect(&context.ledger.campaigns(), &store::CampaignStore::changed, this, &Campaigns::changed);
    connect(&context.ledger, &store::Ledger::changedElsewhere, this, &Campaigns::changed);
}

// Closing the console is no crash: what it sends is paused, and says so.
Campaigns::~Campaigns()
{
    halt();
    m_context.ledger.drain(); // steps that are queued there read the runner and this
    m_runner.reset();
}

bool Campaigns::handOver()
{
    const bool wasActive = m_runner->isActive();
    m_runner->stop();
    return wasActive;
}

void Campaigns::takeOver()
{
    m_runner->wake();
}

void Campaigns::halt()
{
    if (m_runner->isActive()) {
        const auto a = event({}, QStringLiteral("campaign.pause"), QStringLiteral("done"));
        m_context.ledger.leases().release(lease(), m_context.holder);
        m_context.ledger.campaigns().interrupt(m_connections.tenant.id, lease(),
            sayCampaigns(QT_TRANSLATE_NOOP("Campaigns", "The console was closed.")), a);
    }
    m_runner->stop();
}

int Campaigns::shortestInterval() const
{
    const auto &policy = m_tenantSession.reverification().policy();
    int days = policy.standard.intervalDays;
    for (const auto &r : policy.rules)
        days = std::min(days, r.rule.intervalDays);
    return days;
}

QString Campaigns::lease() const
{
    return QStringLiteral("campaigns:") + m_connections.tenant.id.str();
}
bool Campaigns::isSending() const
{
    return m_runner->isActive();
}
std::optional<domain::SendTime> Campaigns::next() const
{
    return m_runner->next();
}

domain::AuditEvent Campaigns::event(const Campaign &k, const QString &action, const QString &outcome) const
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

Async<Campaign> Campaigns::advance(const QString &id, const char *word, Step step)
{
    return m_context.ledger.campaigns().change(
        id, [this, word, step = std::move(step)](const Campaign &now) -> Result<store::CampaignStep> {
            if (now.tenant != m_connections.tenant.id)
                return core::makeError(ErrorCode::NotFound,
                    sayCampaigns(QT_TRANSLATE_NOOP("Campaigns", "This campaign belongs to another tenant.")));
            store::CampaignStep to{now, {}};
            if (const auto r = step(to.campaign); !r)
                return r.error();
            to.audit = event(to.campaign, QLatin1String("campaign.") + QLatin1String(word), QStringLiteral("done"));
            if (to.campaign.dryRun)
                to.audit->data.insert(QStringLiteral("dryRun"), domain::toJson(*to.campaign.dryRun));
            if (!to.campaign.why.isEmpty())
                to.audit->data.insert(QStringLiteral("why"), to.campaign.why);
            return to;
        });
}

QString Campaigns::clearObstacle() const
{
    return m_connections.tenant.writeBack == domain::WriteBackStrategy::None
               ? sayCampaigns(QT_TRANSLATE_NOOP(
                     "Campaigns", "This console does not write to SailPoint for this tenant (write-back: none)."))
               : QString();
}

Async<Campaign> Campaigns::create(CampaignPlan plan, const QStringList &people)
{
    plan.name = plan.name.trimmed();
    plan.query.text.clear();
    if (plan.timeZone.isEmpty())
        plan.timeZone = m_connections.tenant.timeZone;
    if (const auto faults = domain::validate(plan); !faults.isEmpty())
        return core::ready<Campaign>(faults.first());
    if (plan.clearsVerified && !clearObstacle().isEmpty())
        return core::ready<Campaign>(core::fieldError(QStringLiteral("clearsVerified"), clearObstacle()));
    if (m_connections.tenant.readOnly)
        return core::ready<Campaign>(conflict(QT_TRANSLATE_NOOP("Campaigns", "This tenant is locked: read only.")));
    Campaign k;
    k.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    k.tenant = m_connections.tenant.id;
    k.plan = plan;
    k.operatorName = m_context.operatorName;
    k.createdAt = m_context.clock->now();
    auto a = event(k, QStringLiteral("campaign.create"), QStringLiteral("done"));
    a.data.insert(QStringLiteral("plan"), domain::toJson(plan));
    auto listedPeople = std::make_shared<QList<domain::CampaignPerson>>();
    for (const QString &id : people)
        listedPeople->append(
            {core::IdentityId(id), domain::CampaignPerson::ToSend, domain::ExclusionReason::Nothing, plan.prefers, {}});
    const auto added = core::andThen<Unit>(
        levelFits(plan), this, [this, k, a](Unit) { return m_context.ledger.campaigns().add(k, a); });
    return core::andThen<Unit>(added, this, [this, k, listedPeople](Unit) {
        return core::andThen<Unit>(keep(k, listedPeople, 0), this, [this, k](Unit) { return one(k.id); });
    });
}

Async<Campaign> Campaigns::change(const QString &id, const CampaignPlan &plan)
{
    if (const auto faults = domain::validate(plan); !faults.isEmpty())
        return core::ready<Campaign>(faults.first());
    if (plan.clearsVerified && !clearObstacle().isEmpty())
        return core::ready<Campaign>(core::fieldError(QStringLiteral("clearsVerified"), clearObstacle()));
    return advance(id, "change", [plan](Campaign &k) -> core::Status {
        if (k.state != CampaignState::Draft)
            return conflict(QT_TRANSLATE_NOOP("Campaigns", "The campaign was started: only its pace can be changed."));
        const bool isList = k.plan.isList;
        k.plan = plan;
        k.plan.isList = isList;
        k.checkedAt.reset();
        k.dryRun.reset();
        return core::ok();
    });
}

Async<Campaign> Campaigns::setPace(const QString &id, int perMinute)
{
    const auto done = advance(id, "pace", [perMinute](Campaign &k) -> core::Status {
        k.plan.perMinute = perMinute;
        if (const auto faults = domain::validate(k.plan); !faults.isEmpty())
            return faults.first();
        return core::ok();
    });
    core::whenDone<Campaign>(done, this, [this](const Result<Campaign> &) {
        if (m_runner->isActive())
            m_runner->wake();
    });
    return done;
}

// Everybody would be refused one by one otherwise.
Async<Unit> Campaigns::levelFits(const CampaignPlan &plan)
{
    return core::mapped<Unit, domain::VerificationPolicy>(
        readPolicy(m_context, this), this, [plan](const domain::VerificationPolicy &p) -> core::Status {
            if (!plan.isReminder() && plan.requiredIal < domain::leastIal(p, domain::Reason::Periodic))
                return core::fieldError(
                    QStringLiteral("ial"), sayCampaigns(QT_TRANSLATE_NOOP("Campaigns",
                                               "By the settings a periodic verification asks for IAL2 at least.")));
            return core::ok();
        });
}

// The lease first: a campaign never runs without a process that sends it.
Async<Campaign> Campaigns::begin(const QString &id, const char *word, Step step)
{
    if (m_connections.tenant.readOnly)
        return core::ready<Campaign>(conflict(QT_TRANSLATE_NOOP("Campaigns", "This tenant is locked: read only.")));
    const auto policy =
        core::andThen<Unit>(m_tenantSession.reverification().load(), this, [this, id](Unit) { return one(id); });
    const auto level = core::andThen<Campaign>(policy, this, [this](const Campaign &k) { return levelFits(k.plan); });
    // Whose exemption has ended is said by the clock: where that is in doubt, nobody is sent anything.
    const auto time =
        core::andThen<Unit>(level, this, [this](Unit) { return requireTime(m_connections, m_context, this); });
    // What a process that died left running is paused first: it does not go on because something else begins.
    const auto recovered = core::andThen<Unit>(time, this, [this](Unit) { return recover(); });
    const auto lease_ = core::andThen<int>(recovered, this,
        [this](int) { return m_context.ledger.leases().take(lease(), m_context.holder, CampaignRunner::leaseFor); });
    const auto released = core::andThen<bool>(lease_, this, [this](bool isOurs) {
        return core::mapped<std::pair<bool, QString>, QString>(
            m_context.ledger.settings().value(domain::operatorSetting(m_connections.tenant.id, m_context.operatorName)),
            this, [isOurs](const QString &who) -> Result<std::pair<bool, QString>> { return std::pair(isOurs, who); });
    });
    return core::andThen<std::pair<bool, QString>>(
        released, this, [this, id, word, given = std::move(step)](const std::pair<bool, QString> &known) {
            const bool isOurs = known.first;
            // Who releases it is frozen: whoever that is decides about none of its results.
            const Step releasing = [given, who = known.second.isEmpty() ? QStringLiteral("?") : known.second](
                                       Campaign &k) -> core::Status {
                const bool wasStarted = k.startedAt.has_value();
                if (const auto r = given(k); !r)
                    return r;
                QStringList all = k.releasedBy.split(QLatin1Char(' '), Qt::SkipEmptyParts);
                if (wasStarted && all.isEmpty()) // by somebody, before that was kept
                    all << QStringLiteral("?");
                if (!all.contains(who))
                    all << who;
                k.releasedBy = all.join(QLatin1Char(' '));
                return core::ok();
            };
            if (!isOurs)
                return core::ready<Campaign>(
                    conflict(QT_TRANSLATE_NOOP("Campaigns", "Another window, or idvctl, sends this tenant's campaigns "
                                                            "at the moment. Pause there, or wait until it is done.")));
            // Whose start was refused for certain, and could not be noted any more, has their turn again.
            const auto done = core::andThen<Unit>(m_context.ledger.campaigns().recipients().returnUnlaunched(id), this,
                [this, id, word, releasing](Unit) { return advance(id, word, releasing); });
            core::whenDone<Campaign>(done, this, [this](const Result<Campaign> &) { m_runner->wake(); });
            return done;
        });
}

Async<Campaign> Campaigns::start(const QString &id, qint64 people)
{
    const auto counted = core::mapped<Unit, domain::CampaignCounts>(
        counts(id), this, [people](const domain::CampaignCounts &n) -> core::Status {
            // What would be sent is what was shown: another dry run may have come between.
            return n.toSend == people || n.toSend == 0
                       ? core::ok()
                       : core::Status(core::fieldError(QStringLiteral("people"),
                             sayCampaigns(QT_TRANSLATE_NOOP("Campaigns",
                                              "The dry run found %1 people; the number that was confirmed is %2."))
                                 .arg(n.toSend)
                                 .arg(people)));
        });
    return core::andThen<Unit>(counted, this, [this, id, people](Unit) { return startNow(id, people); });
}

Async<Campaign> Campaigns::startNow(const QString &id, qint64 people)
{
    return begin(id, "start", [this, people](Campaign &k) -> core::Status {
        const core::Instant now = m_context.clock->now();
        if (k.state != CampaignState::Draft)
            return conflict(QT_TRANSLATE_NOOP("Campaigns", "The campaign was started already."));
        if (!k.checkedAt || !k.dryRun || now - *k.checkedAt > domain::dryRunFor || now < *k.checkedAt)
            return conflict(QT_TRANSLATE_NOOP("Campaigns",
                "A campaign starts within ten minutes of its dry run. Run it again: the people may have changed."));
        if (k.dryRun->toSend() == 0)
            return conflict(QT_TRANSLATE_NOOP("Campaigns", "Nobody would get a link."));
        if (people != k.dryRun->toSend())
            return core::fieldError(QStringLiteral("people"),
                sayCampaigns(
                    QT_TRANSLATE_NOOP("Campaigns", "The dry run found %1 people; the number that was confirmed is %2."))
                    .arg(k.dryRun->toSend())
                    .arg(people));
        k.state = CampaignState::Running;
        k.startedAt = now;
        return core::ok();
    });
}

Async<Campaign> Campaigns::resume(const QString &id)
{
    return begin(id, "resume", [](Campaign &k) -> core::Status {
        if (k.state != CampaignState::Paused)
            return conflict(QT_TRANSLATE_NOOP("Campaigns", "Only a paused campaign can be continued."));
        k.state = CampaignState::Running;
        k.why.clear();
        k.waitsUntil = 0;
        return core::ok();
    });
}

Async<Campaign> Campaigns::pause(const QString &id)
{
    return advance(id, "pause", [](Campaign &k) -> core::Status {
        if (k.state != CampaignState::Running)
            return conflict(QT_TRANSLATE_NOOP("Campaigns", "Only a running campaign can be paused."));
        k.state = CampaignState::Paused;
        k.why = sayCampaigns(QT_TRANSLATE_NOOP("Campaigns", "Paused by hand."));
        return core::ok();
    });
}

Async<int> Campaigns::stop(const QString &id, bool cancelOpen)
{
    const auto stopped = advance(id, "stop", [this](Campaign &k) -> core::Status {
        if (k.state == CampaignState::Done || k.state == CampaignState::Stopped)
            return core::ok(); // only what is open is left to be cancelled
        k.state = CampaignState::Stopped;
        k.endedAt = m_context.clock->now();
        return core::ok();
    });
    return core::andThen<Campaign>(stopped, this, [this, cancelOpen](const Campaign &k) {
        if (!cancelOpen)
            return core::ready<int>(0);
        m_cancelling.insert(k.id);
        domain::SessionFilter f;
        f.tenant = m_connections.tenant.id;
        f.campaign = k.id;
        f.states = {
            domain::SessionState::LaunchUnknown, domain::SessionState::Pending, domain::SessionState::Provisional};
        f.limit = 1'000'000;
        return core::andThen<QList<domain::Session>>(
            m_context.ledger.sessions().list(f), this, [this](const QList<domain::Session> &open) {
                QList<core::SessionId> ids;
                for (const auto &s : open)
                    ids << s.id;
                return cancelSessions(ids);
            });
    });
}

// One after the other; one that cannot be cancelled does not keep the others from it.
Async<int> Campaigns::cancelSessions(const QList<core::SessionId> &open)
{
    struct Walk
    {
        QList<core::SessionId> open;
        core::Deferred<int> out;
        int at = 0;
        int cancelled = 0;
        std::function<void()> step;
    };
    auto walk = std::make_shared<Walk>();
    walk->open = open;
    walk->step = [this, weak = std::weak_ptr(walk)] {
        const auto w = weak.lock();
        if (!w || w->at == w->open.size())
            return w ? w->out.resolve(w->cancelled) : void();
        const auto stopped = m_tenantSession.verifier().control().stop(
            w->open.at(w->at++), sayCampaigns(QT_TRANSLATE_NOOP("Campaigns", "The campaign was stopped.")));
        core::whenDone<domain::Session>(stopped, this, [w](const Result<domain::Session> &s) {
            w->cancelled += s ? 1 : 0;
            w->step();
        });
    };
    walk->step();
    return walk->out.future();
}

Async<QList<Campaign>> Campaigns::all()
{
    return m_context.ledger.campaigns().list(m_connections.tenant.id);
}
Async<Campaign> Campaigns::one(const QString &id)
{
    return m_context.ledger.campaigns().campaign(m_connections.tenant.id, id);
}
Async<domain::CampaignCounts> Campaigns::counts(const QString &id)
{
    return m_context.ledger.campaigns().recipients().counts(id);
}

Async<QList<domain::CampaignPerson>> Campaigns::people(
    const QString &id, std::optional<domain::CampaignPerson::State> state, domain::ExclusionReason why, int limit)
{
    return m_context.ledger.campaigns().recipients().list({id, state, why, -1, limit});
}

Async<qint64> Campaigns::sentToday(const Campaign &k)
{
    return core::mapped<qint64, store::CampaignPace>(
        m_context.ledger.campaigns().recipients().pace(k.id, domain::dayStart(k.plan, m_context.clock->now())), this,
        [](const store::CampaignPace &p) -> Result<qint64> { return p.sent; });
}

Async<int> Campaigns::recover()
{
    return m_context.ledger.campaigns().interrupt(m_connections.tenant.id, lease(),
        sayCampaigns(QT_TRANSLATE_NOOP(
            "Campaigns", "The console ended while it was sending. Nobody gets a second link when it goes on.")),
        event({}, QStringLiteral("campaign.interrupted"), QStringLiteral("noted")));
}

} // namespace services
