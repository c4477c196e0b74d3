#pragma once
#include "core/async.h"
#include "domain/reverification/campaign.h"
#include "domain/reverification/exemption.h"
#include <QObject>
#include <QTimer>
#include <chrono>

namespace services {

class Campaigns;

/// Sends the running campaigns of a tenant, the one that was started first before the next; one person at a time, each
/// read from SailPoint again right before. Ends when nothing runs, when the lease is lost, or when nothing can be kept.
class CampaignRunner : public QObject
{
    Q_OBJECT
public:
    explicit CampaignRunner(Campaigns &campaigns);
    /// Something was started, paused or changed: looks at once.
    void wake();
    /// For good: a step that is on its way records its outcome and is the last.
    void stop();
    bool isActive() const { return m_isActive; }
    std::optional<domain::SendTime> next() const { return m_next; }
    static constexpr std::chrono::seconds leaseFor{20};

private:
    enum class After { NextPerson, Wait };
    void poll();
    void work(const domain::Campaign &campaign);
    /// True when it is not time: then it looks again later.
    bool waits(const domain::Campaign &campaign);
    /// Conflict where the time is in doubt, or where one of them cannot be read.
    core::Async<QHash<QString, domain::Exemption>> exemptNow();
    void send(const domain::Campaign &campaign, const domain::CampaignPerson &person);
    void launch(
        const domain::Campaign &campaign, const domain::CampaignPerson &person, const domain::Identity &identity);
    void remind(
        const domain::Campaign &campaign, const domain::CampaignPerson &person, const domain::Identity &identity);
    void launched(
        const domain::Campaign &campaign, const domain::CampaignPerson &person, const domain::Session &session);
    /// A vendor does not serve us at the moment: waits, pauses or goes on, by what it said.
    void hindered(const domain::Campaign &campaign, const core::Error &error, bool isProvider);
    void finalize(const domain::Campaign &campaign, const domain::CampaignPerson &person,
        domain::CampaignPerson::State to, domain::ExclusionReason why, std::function<void()> then);
    void pauseFor(const domain::Campaign &campaign, const QString &why);
    void finish(const domain::Campaign &campaign);
    void again(std::chrono::milliseconds wait);
    void end();
    void endWith(const core::Error &error);

    Campaigns &m_campaigns;
    QTimer m_timer;
    QTimer m_leaseTimer; ///< renews it however long a step takes
    bool m_isActive = false;
    bool m_isBusy = false;
    bool m_isWoken = false;
    bool m_isStopped = false;
    core::Instant m_leaseUntil = 0;
    // Of the campaign that is sent at the moment.
    QString m_paceOf;
    core::Instant m_day = 0;
    qint64 m_sentToday = 0;
    std::optional<core::Instant> m_lastSent;
    std::optional<domain::SendTime> m_next;
    int m_hindered = 0; ///< in a row
    int m_refused = 0;  ///< in a row
};

} // namespace services
