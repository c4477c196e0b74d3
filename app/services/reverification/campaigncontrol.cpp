#include "services/reverification/campaigncontrol.h"
#include "domain/reverification/campaignsteps.h"
#include "domain/tenants/principal.h"
#include "domain/tenants/tenantguard.h"
#include "services/recovery/timecheck.h"
#include "services/reverification/campaignrunner.h"
#include "services/reverification/openlinks.h"
#include "services/reverification/reverification.h"
#include "services/tenants/context.h"
#include "services/tenants/internal/tenantconnections.h"
#include "services/verification/verificationpolicy.h"
#include <QCoreApplication>

namespace services {

using core::Async;
using core::ErrorCode;
using core::Result;
using core::Unit;
using domain::Campaign;

static core::Error campaignConflict(const char *text)
{
    return core::makeError(ErrorCode::Conflict, QCoreApplication::translate("Campaigns", text));
}

CampaignControl::CampaignControl(TenantConnections &connections, Context &context, Parts parts)
    : m_connections(connections), m_context(context), m_parts(parts)
{
}

Async<Campaign> CampaignControl::start(const QString &id, qint64 people)
{
    const auto counted = core::mapped<Unit, domain::CampaignCounts>(
        m_parts.records.counts(id), this, [people](const domain::CampaignCounts &n) -> core::Status {
            // What would be sent is what was shown: another dry run may have come between.
            return n.toSend == 0 ? core::ok() : domain::confirmedCount(n.toSend, people);
        });
    return core::andThen<Unit>(counted, this, [this, id, people](Unit) {
        return begin(id, "start",
            [this, people](Campaign &k) { return domain::startCampaign(k, people, m_context.clock->now()); });
    });
}

Async<Campaign> CampaignControl::resume(const QString &id)
{
    return begin(id, "resume", domain::resumeCampaign);
}

Async<Campaign> CampaignControl::pause(const QString &id)
{
    return m_parts.records.advance(id, "pause", domain::pauseCampaign);
}

Async<int> CampaignControl::stop(const QString &id, bool cancelOpen)
{
    const auto stopped = m_parts.records.advance(id, "stop", [this](Campaign &k) -> core::Status {
        domain::stopCampaign(k, m_context.clock->now());
        return core::ok();
    });
    return core::andThen<Campaign>(stopped, this, [this, cancelOpen](const Campaign &k) {
        return cancelOpen ? m_parts.links.cancelAll(k.id) : core::ready<int>(0);
    });
}

Async<Campaign> CampaignControl::setPace(const QString &id, int perMinute)
{
    const auto done = m_parts.records.advance(id, "pace", [perMinute](Campaign &k) -> core::Status {
        k.plan.perMinute = perMinute;
        if (const auto faults = domain::validate(k.plan); !faults.isEmpty())
            return faults.first();
        return core::ok();
    });
    core::whenDone<Campaign>(done, this, [this](const Result<Campaign> &) { m_parts.runner.wakeIfSending(); });
    return done;
}

// The lease first: a campaign never runs without a process that sends it.
Async<Campaign> CampaignControl::begin(const QString &id, const char *word, Step step)
{
    if (const auto locked = domain::lockFault(m_connections.tenant))
        return core::ready<Campaign>(*locked);
    // Whose exemption has ended is said by the clock: where that is in doubt, nobody is sent anything.
    const auto time = core::andThen<Unit>(
        settingsFit(id), this, [this](Unit) { return requireTime(m_connections, m_context, this); });
    // What a process that died left running is paused first: it does not go on because something else begins.
    const auto recovered = core::andThen<Unit>(time, this, [this](Unit) { return m_parts.records.recover(); });
    const auto leased = core::andThen<int>(recovered, this, [this](int) { return takeLease(); });
    return core::andThen<bool>(leased, this, [this, id, word, step = std::move(step)](bool isOurs) {
        if (isOurs)
            return release(id, word, step);
        return core::ready<Campaign>(
            campaignConflict(QT_TRANSLATE_NOOP("Campaigns", "Another window, or idvctl, sends this tenant's campaigns "
                                                            "at the moment. Pause there, or wait until it is done.")));
    });
}

Async<Unit> CampaignControl::settingsFit(const QString &id)
{
    const auto known =
        core::andThen<Unit>(m_parts.reverification.load(), this, [this, id](Unit) { return m_parts.records.one(id); });
    return core::andThen<Campaign>(known, this, [this](const Campaign &k) {
        return core::mapped<Unit, domain::VerificationPolicy>(readPolicy(m_context, this), this,
            [plan = k.plan](const domain::VerificationPolicy &p) { return domain::campaignLevelFits(plan, p); });
    });
}

Async<bool> CampaignControl::takeLease()
{
    return m_context.ledger->leases().take(m_parts.records.lease(), m_context.holder, CampaignLease::length);
}

// Who releases it is frozen: whoever that is decides about none of its results.
Async<Campaign> CampaignControl::release(const QString &id, const char *word, Step step)
{
    const auto known =
        m_context.ledger->settings().value(domain::operatorSetting(m_connections.tenant.id, m_context.operatorName));
    return core::andThen<QString>(known, this, [this, id, word, step = std::move(step)](const QString &who) {
        const Step releasing = [step, who](Campaign &k) -> core::Status {
            const bool wasStarted = k.startedAt.has_value();
            if (const auto r = step(k); !r)
                return r;
            domain::noteRelease(k, who, wasStarted);
            return core::ok();
        };
        // Whose start was refused for certain, and could not be noted any more, has their turn again.
        const auto done = core::andThen<Unit>(m_context.ledger->campaigns().recipients().returnUnlaunched(id), this,
            [this, id, word, releasing](Unit) { return m_parts.records.advance(id, word, releasing); });
        core::whenDone<Campaign>(done, this, [this](const Result<Campaign> &) { m_parts.runner.wake(); });
        return done;
    });
}

} // namespace services
