#pragma once
#include "core/async.h"
#include "domain/reverification/campaign.h"
#include <QObject>
#include <chrono>

namespace services {

struct Context;

/// When the next link of the campaign that is sent may leave: its pace, quiet hours, the day's limit, and a vendor that
/// asked to wait. Thread: the GUI's or main.
class SendPace : public QObject
{
    Q_OBJECT
public:
    explicit SendPace(Context &context) : m_context(context) {}

    /// Counted for this campaign and this day.
    bool isOf(const domain::Campaign &campaign) const;
    /// What was sent is counted in the ledger. Errors: Storage.
    core::Async<core::Unit> count(const domain::Campaign &campaign);
    void noteSent(core::Instant at);
    /// How long to wait, five seconds at most, then to be asked again; nothing: it is time.
    std::optional<std::chrono::milliseconds> wait(const domain::Campaign &campaign);
    /// As last found by wait(); nothing while nothing is sent.
    std::optional<domain::SendTime> next() const { return m_next; }
    void sleep() { m_next.reset(); }
    void forget();

private:
    Context &m_context;
    QString m_campaign;
    core::Instant m_day = 0;
    qint64 m_sentToday = 0;
    std::optional<core::Instant> m_lastSent;
    std::optional<domain::SendTime> m_next;
};

} // namespace services
