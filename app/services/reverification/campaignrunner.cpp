#include "services/reverification/campaignrunner.h"
#include "core/logfailure.h"
#include "domain/reverification/campaignsteps.h"
#include "domain/text/messages.h"
#include "services/reverification/campaignrecords.h"
#include "services/reverification/campaignsender.h"
#include "services/reverification/openlinks.h"
#include "services/tenants/context.h"
#include "services/tenants/internal/stores.h"
#include <QCoreApplication>

namespace services {

using core::ErrorCode;
using core::Result;
using domain::Campaign;
using domain::CampaignPerson;
using domain::ExclusionReason;
using domain::SendOutcome;
using namespace std::chrono_literals;

CampaignRunner::CampaignRunner(Context &context, CampaignRecords &records, CampaignSender &sender, OpenLinks &links)
    : m_context(context), m_records(records), m_sender(sender), m_links(links), m_lease(context, records),
      m_pace(context)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &CampaignRunner::poll);
    // A pause by another process is seen before the next link.
    connect(&context.ledger->file(), &store::Ledger::changedElsewhere, this, &CampaignRunner::wakeIfSending);
}

bool CampaignRunner::handOver()
{
    const bool wasActive = m_isActive;
    stop();
    return wasActive;
}

void CampaignRunner::halt()
{
    if (m_isActive) {
        const auto a = m_records.entry({}, QStringLiteral("campaign.pause"), QStringLiteral("done"));
        m_lease.release();
        m_context.ledger->campaigns().interrupt(m_records.tenant(), m_records.lease(),
            QCoreApplication::translate("Campaigns", "The console was closed."), a);
    }
    stop();
}

void CampaignRunner::stop()
{
    m_isStopped = true;
    m_isActive = false;
    m_timer.stop();
    m_lease.let();
    m_pace.sleep();
}

void CampaignRunner::wake()
{
    if (m_isStopped)
        return;
    m_isActive = true;
    m_lease.keep();
    m_isWoken = m_isBusy;
    if (!m_isBusy)
        again(0ms);
}

void CampaignRunner::wakeIfSending()
{
    if (m_isActive)
        wake();
}

void CampaignRunner::again(std::chrono::milliseconds wait)
{
    m_isBusy = false;
    if (m_isStopped)
        return;
    m_timer.start(std::exchange(m_isWoken, false) ? 0ms : wait);
}

void CampaignRunner::end()
{
    m_isBusy = false;
    if (m_isStopped)
        return;
    if (std::exchange(m_isWoken, false))
        return again(0ms);
    m_timer.stop();
    m_lease.release();
    m_pace.forget();
    if (std::exchange(m_isActive, false))
        Q_EMIT idle();
}

// Nothing can be recorded, so nothing is done; as soon as something can be kept again, it says so.
void CampaignRunner::endWith(const core::Error &error)
{
    m_isWoken = false;
    end();
    core::logFailure(m_records.recover(), this, lcService, "What was being sent could not be paused.");
    Q_EMIT failed(error);
}

void CampaignRunner::poll()
{
    if (m_isBusy)
        return;
    m_isBusy = true;
    core::whenDone<bool>(m_lease.hold(), this, [this](const Result<bool> &isOurs) {
        if (!isOurs)
            return endWith(isOurs.error());
        if (!*isOurs)
            return end();
        workOnFirst();
    });
}

void CampaignRunner::workOnFirst()
{
    core::whenDone<QList<Campaign>>(m_records.all(), this, [this](const Result<QList<Campaign>> &all) {
        if (!all)
            return endWith(all.error());
        const auto first = domain::firstRunning(*all);
        first ? work(*first) : end();
    });
}

void CampaignRunner::work(const Campaign &k)
{
    if (!m_pace.isOf(k)) {
        core::whenDone<core::Unit>(m_pace.count(k), this, [this, k](const core::Status &counted) {
            if (!counted)
                return endWith(counted.error());
            m_streak = {};
            work(k);
        });
        return;
    }
    // Whoever has nobody left is done, whatever the hour.
    core::whenDone<QList<CampaignPerson>>(m_records.people(k.id, CampaignPerson::ToSend, ExclusionReason::Nothing, 1),
        this, [this, k](const Result<QList<CampaignPerson>> &turn) {
            if (!turn)
                return endWith(turn.error());
            if (turn->isEmpty())
                return change(
                    k, "done", [this](Campaign &now) { domain::completeCampaign(now, m_context.clock->now()); });
            if (!waits(k))
                send(k, turn->first());
        });
}

// Pace, quiet hours, the day's limit, or a vendor that asked to wait: looked at again when it is over.
bool CampaignRunner::waits(const Campaign &k)
{
    const auto wait = m_pace.wait(k);
    if (wait)
        again(*wait);
    return wait.has_value();
}

void CampaignRunner::send(const Campaign &k, const CampaignPerson &p)
{
    core::whenDone<CheckedRecipient>(
        m_sender.check(k, p.identity), this, [this, k, p](const Result<CheckedRecipient> &recipient) {
            recipient ? checked(k, p, *recipient) : endWith(recipient.error());
        });
}

void CampaignRunner::checked(const Campaign &k, const CampaignPerson &p, const CheckedRecipient &recipient)
{
    switch (recipient.found) {
    case CheckedRecipient::Gone:
        return finalize(
            k, p, CampaignPerson::Left, ExclusionReason::Gone, [this, k] { goOnAfter(k, SendOutcome::Gone); });
    case CheckedRecipient::Unreadable: return hindered(k, recipient.error, false);
    case CheckedRecipient::InDoubt: return pauseFor(k, recipient.error.text);
    case CheckedRecipient::NotLooked: return endWith(recipient.error);
    case CheckedRecipient::Excluded: return finalize(k, p, CampaignPerson::Left, recipient.why, [this] { again(0ms); });
    case CheckedRecipient::Eligible: break;
    }
    // Reading may have taken its time: the hour may be another one by now.
    if (!waits(k))
        launch(k, p, recipient);
}

void CampaignRunner::launch(const Campaign &k, const CampaignPerson &p, const CheckedRecipient &recipient)
{
    if (m_isStopped)
        return;
    if (k.plan.isReminder()) {
        core::whenDone<ReminderOutcome>(
            m_sender.remind(k, recipient.person), this, [this, k](const Result<ReminderOutcome> &outcome) {
                outcome ? reminded(k, *outcome) : endWith(outcome.error());
            });
        return;
    }
    core::whenDone<domain::Session>(m_sender.launch(k, recipient.delivery, recipient.person), this,
        [this, k, p](const Result<domain::Session> &s) { s ? launched(k, p, *s) : notStarted(k, p, s.error()); });
}

void CampaignRunner::notStarted(const Campaign &k, const CampaignPerson &p, const core::Error &e)
{
    if (e.reason == core::ErrorReason::NotTheirTurn)
        return again(0ms); // paused or stopped meanwhile, or somebody else's turn
    if (e.reason == core::ErrorReason::OpenSession)
        return finalize(k, p, CampaignPerson::Left, ExclusionReason::InRenewal, [this] { again(0ms); });
    if (e.code == ErrorCode::Storage)
        return endWith(e);
    // Our own rules refuse the request as such: it would be refused for everybody.
    pauseFor(k, e.text);
}

void CampaignRunner::launched(const Campaign &k, const CampaignPerson &p, const domain::Session &s)
{
    if (s.state == domain::SessionState::LaunchFailed)
        return launchFailed(k, p, s);
    m_links.noteLaunched(k.id, s.id);
    m_pace.noteSent(s.createdAt);
    // One without an answer is not sent again.
    goOnAfter(k, s.state == domain::SessionState::LaunchUnknown ? SendOutcome::Unanswered : SendOutcome::Sent);
}

void CampaignRunner::launchFailed(const Campaign &k, const CampaignPerson &p, const domain::Session &s)
{
    const auto fault = m_sender.takeLaunchFault(s.id);
    if (fault && domain::isAboutPerson(*fault))
        return finalize(
            k, p, CampaignPerson::Left, ExclusionReason::Refused, [this, k] { goOnAfter(k, SendOutcome::Refused); });
    // Certainly no link: the person's turn comes again.
    const core::Error error = fault.value_or(core::makeError(ErrorCode::Server, s.closingReason));
    finalize(k, p, CampaignPerson::ToSend, ExclusionReason::Nothing, [this, k, error] { hindered(k, error, true); });
}

void CampaignRunner::reminded(const Campaign &k, const ReminderOutcome &o)
{
    if (!o.begun && o.begun.error().reason == core::ErrorReason::NotTheirTurn)
        return again(0ms);
    if (!o.begun && core::isTenantClosed(o.begun.error()))
        return pauseFor(k, o.begun.error().text);
    if (!o.begun)
        return endWith(o.begun.error());
    m_pace.noteSent(o.at);
    if (!o.kept)
        return endWith(o.kept.error());
    if (o.reminded == domain::Reminded::NotAsked)
        return hindered(k, o.ran.error(), false);
    if (o.reminded == domain::Reminded::Refused)
        return goOnAfter(k, SendOutcome::ReminderRefused);
    goOnAfter(k, o.reminded == domain::Reminded::Unknown ? SendOutcome::ReminderUnanswered : SendOutcome::Reminded);
}

void CampaignRunner::goOnAfter(const Campaign &k, SendOutcome outcome)
{
    const auto step = domain::stepAfter(outcome, m_streak);
    if (step == domain::SendStep::Pause)
        return pauseFor(k, domain::pauseReason(outcome));
    again(step == domain::SendStep::NextAfterBreath ? 2s : 0ms);
}

void CampaignRunner::hindered(const Campaign &k, const core::Error &e, bool isProvider)
{
    const auto wait = domain::waitAfter(e, m_streak);
    if (!wait) {
        const auto vendor = isProvider ? domain::Vendor::Provider : domain::Vendor::SailPoint;
        return pauseFor(k, domain::inOneText(domain::userMessage(e, vendor)));
    }
    change(k, "wait", [this, wait = *wait, isProvider](Campaign &now) {
        now.waitsUntil = m_context.clock->now() + wait;
        now.waitsFor = isProvider ? QStringLiteral("provider") : QStringLiteral("sailpoint");
    });
}

void CampaignRunner::finalize(const Campaign &k, const CampaignPerson &p, CampaignPerson::State to, ExclusionReason why,
    std::function<void()> then)
{
    core::whenDone<core::Unit>(m_context.ledger->campaigns().recipients().finalize(k.id, p.identity, to, why), this,
        [this, then = std::move(then)](const core::Status &r) { r ? then() : endWith(r.error()); });
}

void CampaignRunner::pauseFor(const Campaign &k, const QString &why)
{
    m_streak = {};
    change(k, "pause", [why](Campaign &now) { domain::pauseCampaignFor(now, why); });
}

void CampaignRunner::change(const Campaign &k, const char *word, std::function<void(Campaign &)> step)
{
    const auto changed = m_records.advance(k.id, word, [step = std::move(step)](Campaign &now) {
        step(now);
        return core::ok();
    });
    core::whenDone<Campaign>(changed, this, [this](const Result<Campaign> &r) { r ? again(0ms) : endWith(r.error()); });
}

} // namespace services
