#include "services/reverification/campaignrunner.h"
#include "core/killpoint.h"
#include "domain/identities/contact.h"
#include "domain/text/messages.h"
#include "domain/verification/storedresult.h"
#include "services/identities/identitydirectory.h"
#include "services/recovery/timecheck.h"
#include "services/reverification/campaigns.h"
#include "services/tenants/tenantconnections.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessions.h"
#include "services/verification/sessionstarter.h"
#include "services/verification/verifier.h"
#include "services/verification/writeback.h"
#include <QCoreApplication>

namespace services {

using core::ErrorCode;
using core::Result;
using domain::Campaign;
using domain::CampaignPerson;
using domain::CampaignState;
using domain::ExclusionReason;
using domain::SessionState;
using store::Reminded;
using namespace std::chrono_literals;

static QString sayCampaigns(const char *text)
{
    return QCoreApplication::translate("Campaigns", text);
}

CampaignRunner::CampaignRunner(Campaigns &campaigns) : m_campaigns(campaigns)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &CampaignRunner::poll);
    m_leaseTimer.setInterval(5000);
    connect(&m_leaseTimer, &QTimer::timeout, this, [this] {
        const core::Instant now = m_campaigns.m_context.clock->now();
        core::whenDone<bool>(
            m_campaigns.m_context.ledger.leases().take(m_campaigns.lease(), m_campaigns.m_context.holder, leaseFor),
            this, [this, now](const Result<bool> &isOurs) {
                m_leaseUntil = isOurs && *isOurs ? now + std::chrono::milliseconds(leaseFor).count() : 0;
            });
    });
    // A pause by another process is seen before the next link.
    connect(&campaigns.m_context.ledger, &store::Ledger::changedElsewhere, this, [this] {
        if (m_isActive)
            wake();
    });
}

void CampaignRunner::stop()
{
    m_isStopped = true;
    m_isActive = false;
    m_timer.stop();
    m_leaseTimer.stop();
    m_next.reset();
}

void CampaignRunner::wake()
{
    if (m_isStopped)
        return;
    m_isActive = true;
    if (!m_leaseTimer.isActive())
        m_leaseTimer.start();
    m_isWoken = m_isBusy;
    if (!m_isBusy)
        again(0ms);
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
    m_leaseTimer.stop();
    m_leaseUntil = 0;
    m_paceOf.clear();
    m_next.reset();
    core::whenDone<core::Unit>(
        m_campaigns.m_context.ledger.leases().release(m_campaigns.lease(), m_campaigns.m_context.holder), this,
        [](const core::Status &) {});
    if (std::exchange(m_isActive, false))
        Q_EMIT m_campaigns.idle();
}

// Nothing can be recorded, so nothing is done.
void CampaignRunner::endWith(const core::Error &error)
{
    m_isWoken = false;
    end();
    // Nobody sends it now; as soon as something can be kept again, it says so.
    m_campaigns.recover();
    Q_EMIT m_campaigns.failed(error);
}

void CampaignRunner::poll()
{
    if (m_isBusy)
        return;
    m_isBusy = true;
    auto &ledger = m_campaigns.m_context.ledger;
    const core::Instant now = m_campaigns.m_context.clock->now();
    const auto lease = now < m_leaseUntil - 10 * core::secondMs
                           ? core::ready<bool>(true)
                           : ledger.leases().take(m_campaigns.lease(), m_campaigns.m_context.holder, leaseFor);
    core::whenDone<bool>(lease, this, [this, now](const Result<bool> &isOurs) {
        if (!isOurs)
            return endWith(isOurs.error());
        if (!*isOurs)
            return end();
        if (now >= m_leaseUntil - 10 * core::secondMs)
            m_leaseUntil = now + std::chrono::milliseconds(leaseFor).count();
        core::whenDone<QList<Campaign>>(m_campaigns.all(), this, [this](const Result<QList<Campaign>> &all) {
            if (!all)
                return endWith(all.error());
            const Campaign *first = nullptr;
            for (const Campaign &k : *all) {
                if (k.state == CampaignState::Running && (!first || k.startedAt < first->startedAt))
                    first = &k;
            }
            if (!first)
                return end();
            work(*first);
        });
    });
}

void CampaignRunner::work(const Campaign &k)
{
    const core::Instant now = m_campaigns.m_context.clock->now();
    const core::Instant day = domain::dayStart(k.plan, now);
    if (m_paceOf != k.id || m_day != day) {
        core::whenDone<store::CampaignPace>(m_campaigns.m_context.ledger.campaigns().recipients().pace(k.id, day), this,
            [this, k, day](const Result<store::CampaignPace> &pace) {
                if (!pace)
                    return endWith(pace.error());
                m_paceOf = k.id;
                m_day = day;
                m_sentToday = pace->sent;
                m_lastSent = pace->last;
                m_hindered = m_refused = 0;
                work(k);
            });
        return;
    }
    // Whoever has nobody left is done, whatever the hour.
    core::whenDone<QList<CampaignPerson>>(m_campaigns.people(k.id, CampaignPerson::ToSend, ExclusionReason::Nothing, 1),
        this, [this, k](const Result<QList<CampaignPerson>> &turn) {
            if (!turn)
                return endWith(turn.error());
            if (turn->isEmpty())
                return finish(k);
            if (!waits(k))
                send(k, turn->first());
        });
}

// Pace, quiet hours, the day's limit, or a vendor that asked to wait: looked at again when it is over.
bool CampaignRunner::waits(const Campaign &k)
{
    const core::Instant now = m_campaigns.m_context.clock->now();
    m_next = domain::nextSend(k.plan, now, m_lastSent, m_sentToday);
    if (k.waitsUntil > now)
        m_next->at = std::max(m_next->at, k.waitsUntil);
    if (m_next->at <= now)
        return false;
    again(std::chrono::milliseconds(std::min<core::Instant>(m_next->at - now, 5 * core::secondMs)));
    return true;
}

void CampaignRunner::send(const Campaign &k, const CampaignPerson &p)
{
    core::whenDone<domain::Identity>(m_campaigns.m_tenantSession.directory().refresh(p.identity), this,
        [this, k, p](const Result<domain::Identity> &person) {
            if (!person && person.error().code == ErrorCode::NotFound)
                return finalize(k, p, CampaignPerson::Left, ExclusionReason::Gone, [this, k] {
                    // One may have left. Five in a row are a wrong address.
                    if (++m_refused >= 5)
                        return pauseFor(
                            k, sayCampaigns(QT_TRANSLATE_NOOP("Campaigns",
                                   "SailPoint knew none of five people in a row. Is it the right address?")));
                    again(0ms);
                });
            if (!person)
                return hindered(k, person.error(), false);
            using Exemptions = QHash<QString, domain::Exemption>;
            core::whenDone<Exemptions>(
                exemptNow(), this, [this, k, p, person = *person](const Result<Exemptions> &exempt) {
                    if (!exempt && exempt.error().code == ErrorCode::Conflict)
                        return pauseFor(k, exempt.error().text);
                    if (!exempt)
                        return endWith(exempt.error());
                    core::whenDone<QList<domain::Session>>(
                        m_campaigns.m_tenantSession.verifier().sessions().of(p.identity), this,
                        [this, k, p, person, isExempt = exempt->contains(p.identity.str())](
                            const Result<QList<domain::Session>> &earlier) {
                            if (!earlier)
                                return endWith(earlier.error());
                            auto &verifier = m_campaigns.m_tenantSession.verifier();
                            domain::Candidate c{domain::hasContact(person, domain::Delivery::Sms),
                                domain::hasContact(person, domain::Delivery::Email),
                                domain::isActiveLifecycle(person.lifecycle), isExempt, person.kind, person.idv.date.at,
                                person.lapse};
                            std::optional<core::Instant> passedAt;
                            for (const domain::Session &s : *earlier) {
                                if (s.state == SessionState::Verified && s.completedAt)
                                    passedAt = std::max(passedAt.value_or(0), *s.completedAt);
                            }
                            c.isVerifiedHereOnly = domain::isVerifiedHereOnly(passedAt, person.idv.date.at,
                                m_campaigns.shortestInterval(), m_campaigns.m_context.clock->now());
                            const auto verdict = domain::campaignEligibility(c, k.plan, k.createdAt,
                                verifier.starter().canSend(domain::Delivery::Sms),
                                verifier.starter().canSend(domain::Delivery::Email));
                            if (verdict.why != ExclusionReason::Nothing)
                                return finalize(k, p, CampaignPerson::Left, verdict.why, [this] { again(0ms); });
                            // Reading may have taken its time: the hour may be another one by now.
                            if (waits(k))
                                return;
                            CampaignPerson now = p;
                            now.delivery = verdict.delivery;
                            launch(k, now, person);
                        });
                });
        });
}

// A clock that was set back would prolong every exemption: who is exempt is known only while the time is.
core::Async<QHash<QString, domain::Exemption>> CampaignRunner::exemptNow()
{
    const auto time = requireTime(m_campaigns.m_connections, m_campaigns.m_context, this);
    return core::andThen<core::Unit>(time, this, [this](core::Unit) { return m_campaigns.exemptions(); });
}

// No vendor has a call to remind: a workflow of the tenant's own does. Asked once; without an answer it stays so.
static Reminded outcomeOf(const core::Status &ran)
{
    if (ran)
        return Reminded::Done;
    if (ran.error().mayHaveReachedServer)
        return Reminded::Unknown;
    const bool isAboutPerson = ran.error().code == ErrorCode::Rejected || ran.error().code == ErrorCode::NotFound;
    return isAboutPerson ? Reminded::Refused : Reminded::NotAsked;
}

static QString wordOf(Reminded outcome)
{
    if (outcome == Reminded::Done)
        return QStringLiteral("done");
    return outcome == Reminded::Unknown ? QStringLiteral("unknown") : QStringLiteral("failed");
}

void CampaignRunner::remind(const Campaign &k, const CampaignPerson &p, const domain::Identity &person)
{
    const auto event = [this, k, p](const QString &outcome) {
        auto a = m_campaigns.event(k, QStringLiteral("verification.remind"), outcome);
        a.subject = p.identity.str();
        a.data = {{QStringLiteral("campaign"), k.id}, {QStringLiteral("workflow"), k.plan.workflow}};
        return a;
    };
    auto intent = event(QStringLiteral("intent"));
    intent.personal << domain::personal(QStringLiteral("name"), person.name);
    core::whenDone<core::Unit>(
        m_campaigns.m_context.ledger.campaigns().recipients().beginReminder(k.id, p.identity, intent), this,
        [this, k, p, person, event](const core::Status &begun) {
            if (!begun && begun.error().field == QLatin1String("campaign"))
                return again(0ms);
            if (!begun && begun.error().field.startsWith(QLatin1String("tenant-")))
                return pauseFor(k, begun.error().text);
            if (!begun)
                return endWith(begun.error());
            core::killPoint("reminder-stored");
            m_lastSent = m_campaigns.m_context.clock->now();
            ++m_sentToday;
            const QJsonObject input{{QStringLiteral("identityId"), p.identity.str()},
                {QStringLiteral("reason"), QStringLiteral("idv-renewal-due")},
                {QStringLiteral("due"), person.due ? QJsonValue(domain::formatInstant(*person.due)) : QJsonValue()}};
            core::whenDone<core::Unit>(
                m_campaigns.m_tenantSession.verifier().writeBack().writer().runWorkflow(k.plan.workflow, input), this,
                [this, k, p, event](const core::Status &ran) {
                    const Reminded outcome = outcomeOf(ran);
                    core::whenDone<core::Unit>(m_campaigns.m_context.ledger.campaigns().recipients().endReminder(
                                                   k.id, p.identity, outcome, event(wordOf(outcome))),
                        this, [this, k, ran, outcome](const core::Status &kept) {
                            if (!kept)
                                return endWith(kept.error());
                            if (outcome == Reminded::NotAsked)
                                return hindered(k, ran.error(), false);
                            if (outcome == Reminded::Refused && ++m_refused >= 5)
                                return pauseFor(k, sayCampaigns(QT_TRANSLATE_NOOP("Campaigns",
                                                       "SailPoint did not run the workflow five times in a row. Is it "
                                                       "switched on, and does it have an external trigger?")));
                            if (outcome == Reminded::Unknown && ++m_hindered >= 3)
                                return pauseFor(k, sayCampaigns(QT_TRANSLATE_NOOP("Campaigns",
                                                       "SailPoint did not answer three times in a row. Those three may "
                                                       "have been reminded; nobody is reminded twice.")));
                            if (ran)
                                m_refused = m_hindered = 0;
                            again(0ms);
                        });
                });
        });
}

void CampaignRunner::launch(const Campaign &k, const CampaignPerson &p, const domain::Identity &person)
{
    if (m_isStopped)
        return;
    if (k.plan.isReminder())
        return remind(k, p, person);
    domain::VerificationRequest r;
    r.reason = domain::Reason::Periodic;
    r.requiredIal = k.plan.requiredIal;
    r.documents = k.plan.documents;
    r.delivery = p.delivery;
    r.campaign = k.id;
    r.linkMinutes = k.plan.linkHours * 60;
    r.clearsVerified = k.plan.clearsVerified;
    core::whenDone<domain::Session>(m_campaigns.m_tenantSession.verifier().starter().start(person, r), this,
        [this, k, p](const Result<domain::Session> &s) {
            if (s)
                return launched(k, p, *s);
            const core::Error &e = s.error();
            if (e.field == QLatin1String("campaign"))
                return again(0ms); // paused or stopped meanwhile, or somebody else's turn
            if (e.field == QLatin1String("open-session"))
                return finalize(k, p, CampaignPerson::Left, ExclusionReason::InRenewal, [this] { again(0ms); });
            if (e.code == ErrorCode::Storage)
                return endWith(e);
            // Our own rules refuse the request as such: it would be refused for everybody.
            pauseFor(k, e.text);
        });
}

void CampaignRunner::launched(const Campaign &k, const CampaignPerson &p, const domain::Session &s)
{
    if (s.state != SessionState::LaunchFailed && m_campaigns.m_cancelling.contains(k.id))
        m_campaigns.cancelSessions({s.id}); // it was on its way when the campaign was stopped
    if (s.state != SessionState::LaunchFailed) {
        m_lastSent = s.createdAt;
        ++m_sentToday;
        m_refused = 0;
        if (s.state != SessionState::LaunchUnknown) {
            m_hindered = 0;
            return again(0ms);
        }
        // It is not sent again. But whoever does not answer gets no next one at once.
        if (++m_hindered >= 3)
            return pauseFor(
                k, sayCampaigns(QT_TRANSLATE_NOOP("Campaigns", "The provider did not answer three times in a row. "
                                                               "Those three may have a link; the others have none.")));
        return again(2s);
    }
    const auto fault = m_campaigns.m_tenantSession.verifier().starter().takeLaunchFault(s.id);
    const bool isAboutPerson = fault && (fault->code == ErrorCode::Rejected || fault->code == ErrorCode::NotFound ||
                                            fault->code == ErrorCode::Conflict);
    if (isAboutPerson) {
        const bool isEverybody = ++m_refused >= 5;
        return finalize(k, p, CampaignPerson::Left, ExclusionReason::Refused, [this, k, isEverybody] {
            isEverybody
                ? pauseFor(k, sayCampaigns(QT_TRANSLATE_NOOP("Campaigns",
                                  "The provider refused five requests in a row. Look at the sessions for its reason.")))
                : again(0ms);
        });
    }
    // Certainly no link: the person's turn comes again.
    const core::Error error = fault.value_or(core::makeError(ErrorCode::Server, s.closingReason));
    finalize(k, p, CampaignPerson::ToSend, ExclusionReason::Nothing, [this, k, error] { hindered(k, error, true); });
}

void CampaignRunner::hindered(const Campaign &k, const core::Error &e, bool isProvider)
{
    const auto vendor = isProvider ? domain::Vendor::Provider : domain::Vendor::SailPoint;
    const bool isForNow = e.code == ErrorCode::RateLimited || e.code == ErrorCode::Offline ||
                          e.code == ErrorCode::Timeout || e.code == ErrorCode::Server;
    m_hindered += e.code == ErrorCode::RateLimited ? 0 : 1;
    if (!isForNow || m_hindered >= 10) {
        return pauseFor(k, domain::inOneText(domain::userMessage(e, vendor)));
    }
    const core::Instant wait =
        (e.retryAfter ? std::clamp<qint64>(e.retryAfter->count(), 1, 3600) : 30) * core::secondMs;
    const auto noted = m_campaigns.advance(k.id, "wait", [this, wait, isProvider](Campaign &now) -> core::Status {
        now.waitsUntil = m_campaigns.m_context.clock->now() + wait;
        now.waitsFor = isProvider ? QStringLiteral("provider") : QStringLiteral("sailpoint");
        return core::ok();
    });
    core::whenDone<Campaign>(noted, this, [this](const Result<Campaign> &r) { r ? again(0ms) : endWith(r.error()); });
}

void CampaignRunner::finalize(const Campaign &k, const CampaignPerson &p, CampaignPerson::State to, ExclusionReason why,
    std::function<void()> then)
{
    core::whenDone<core::Unit>(
        m_campaigns.m_context.ledger.campaigns().recipients().finalize(k.id, p.identity, to, why), this,
        [this, then = std::move(then)](const core::Status &r) { r ? then() : endWith(r.error()); });
}

void CampaignRunner::pauseFor(const Campaign &k, const QString &why)
{
    m_hindered = m_refused = 0;
    const auto paused = m_campaigns.advance(k.id, "pause", [why](Campaign &now) -> core::Status {
        if (now.state == CampaignState::Running) {
            now.state = CampaignState::Paused;
            now.why = why;
        }
        return core::ok();
    });
    core::whenDone<Campaign>(paused, this, [this](const Result<Campaign> &r) { r ? again(0ms) : endWith(r.error()); });
}

void CampaignRunner::finish(const Campaign &k)
{
    const auto done = m_campaigns.advance(k.id, "done", [this](Campaign &now) -> core::Status {
        if (now.state == CampaignState::Running) {
            now.state = CampaignState::Done;
            now.endedAt = m_campaigns.m_context.clock->now();
        }
        return core::ok();
    });
    core::whenDone<Campaign>(done, this, [this](const Result<Campaign> &r) { r ? again(0ms) : endWith(r.error()); });
}

} // namespace services
