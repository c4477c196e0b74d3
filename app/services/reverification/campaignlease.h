#pragma once
#include "core/async.h"
#include "core/clock.h"
#include <QObject>
#include <QTimer>
#include <chrono>

namespace services {

struct Context;
class CampaignRecords;

/// Whoever holds it sends the tenant's campaigns: renewed every five seconds while it is kept, however long a step
/// takes. Errors: Storage. Thread: the GUI's or main.
class CampaignLease : public QObject
{
    Q_OBJECT
public:
    CampaignLease(Context &context, CampaignRecords &records);

    static constexpr std::chrono::seconds length{20};
    /// False: another process holds it.
    core::Async<bool> take();
    /// As take(), asked only where what is held ends within ten seconds.
    core::Async<bool> hold();
    /// Goes on with the renewal.
    void keep();
    /// No renewal; it ends by itself.
    void let();
    /// Ends now, for whoever comes next.
    void release();

private:
    Context &m_context;
    CampaignRecords &m_records;
    QTimer m_renewal;
    core::Instant m_until = 0;
};

} // namespace services
