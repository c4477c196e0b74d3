#pragma once
#include "core/async.h"
#include "domain/reverification/campaign.h"
#include "domain/reverification/sendstep.h"
#include "services/reverification/campaignlease.h"
#include "services/reverification/sendpace.h"
#include <QObject>
#include <QTimer>
#include <chrono>

namespace services {

struct CheckedRecipient;
struct ReminderOutcome;
struct Context;
class CampaignRecords;
class CampaignSender;
class OpenLinks;

/// Sends the running campaigns of a tenant, the one that was started first before the next; one person at a time, each
/// read from SailPoint again right before. Ends when nothing runs, when the lease is lost, or when nothing can be kept.
/// Thread: the GUI's or main.
class CampaignRunner : public QObject
{
    Q_OBJECT
public:
    CampaignRunner(Context &context, CampaignRecords &records, CampaignSender &sender, OpenLinks &links);

    /// Something was started, paused or changed: looks at once.
    void wake();
    /// Wakes one that sends; another one stays still.
    void wakeIfSending();
    /// Stops sending without a pause, for another connection of this process that takes it over with wake(); true when
    /// it was sending. A step that is on its way records its outcome and is the last.
    bool handOver();
    /// Pauses what this process sends, now and for good.
    void halt();
    /// This process sends: it may not be let go without pausing.
    bool isSending() const { return m_isActive; }
    /// When this process sends the next link, and why not now.
    std::optional<domain::SendTime> next() const { return m_pace.next(); }

Q_SIGNALS:
    /// This process has nothing more to send.
    void idle();
    /// Nothing could be kept any more: sending ended.
    void failed(const core::Error &error);

private:
    void stop();
    void poll();
    void workOnFirst();
    void work(const domain::Campaign &campaign);
    /// True when it is not time: then it looks again later.
    bool waits(const domain::Campaign &campaign);
    void send(const domain::Campaign &campaign, const domain::CampaignPerson &person);
    void checked(
        const domain::Campaign &campaign, const domain::CampaignPerson &person, const CheckedRecipient &recipient);
    void launch(
        const domain::Campaign &campaign, const domain::CampaignPerson &person, const CheckedRecipient &recipient);
    void notStarted(const domain::Campaign &campaign, const domain::CampaignPerson &person, const core::Error &error);
    void launched(
        const domain::Campaign &campaign, const domain::CampaignPerson &person, const domain::Session &session);
    void launchFailed(
        const domain::Campaign &campaign, const domain::CampaignPerson &person, const domain::Session &session);
    void reminded(const domain::Campaign &campaign, const ReminderOutcome &outcome);
    void goOnAfter(const domain::Campaign &campaign, domain::SendOutcome outcome);
    /// A vendor does not serve us at the moment: waits, pauses or goes on, by what it said.
    void hindered(const domain::Campaign &campaign, const core::Error &error, bool isProvider);
    void finalize(const domain::Campaign &campaign, const domain::CampaignPerson &person,
        domain::CampaignPerson::State to, domain::ExclusionReason why, std::function<void()> then);
    void pauseFor(const domain::Campaign &campaign, const QString &why);
    /// Goes on when it is kept.
    void change(const domain::Campaign &campaign, const char *word, std::function<void(domain::Campaign &)> step);
    void again(std::chrono::milliseconds wait);
    void end();
    void endWith(const core::Error &error);

    Context &m_context;
    CampaignRecords &m_records;
    CampaignSender &m_sender;
    OpenLinks &m_links;
    QTimer m_timer;
    CampaignLease m_lease;
    SendPace m_pace;
    domain::SendStreak m_streak; ///< of the campaign that is sent at the moment
    bool m_isActive = false;
    bool m_isBusy = false;
    bool m_isWoken = false;
    bool m_isStopped = false;
};

} // namespace services
