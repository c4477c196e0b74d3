#pragma once
#include "core/async.h"
#include "core/ids.h"
#include "domain/tenants/privacy.h"
#include <QObject>
#include <QTimer>

namespace services {

struct Context;
struct TenantConnections;

/// The retention clock of the open tenant: personal data of closed verifications is removed when its time is over, in
/// small steps, and what was removed is an entry of the log. Nothing is removed while the time is in doubt: it cannot
/// be undone. Errors: Usage with the field, Storage, Conflict. Thread: the GUI's or main.
class Privacy : public QObject
{
    Q_OBJECT
public:
    Privacy(TenantConnections &connections, Context &context);
    core::Async<domain::Retention> retention();
    core::Async<core::Unit> setRetention(const domain::Retention &retention);
    /// How many verifications would lose their personal data now; nothing is changed.
    core::Async<qint64> due(const domain::Retention &retention);
    /// Removes what is due; how many. Nothing while retention is off.
    core::Async<int> sweep();
    /// Everything personal about one person, now. Conflict while a verification of theirs is open or held.
    core::Async<int> forget(const core::IdentityId &person);
    /// Sweeps now and once a day; within the hour again where the time was in doubt.
    void watch();

Q_SIGNALS:
    /// What watch() wanted to remove was not, and why; once until it goes again.
    void refused(const core::Error &why);

private:
    void sweepOnTime();
    core::Async<int> sweepOn(const domain::Retention &retention, int soFar);
    QString setting() const;
    TenantConnections &m_connections;
    Context &m_context;
    QTimer m_timer;
    bool m_isRefused = false;
};

} // namespace services
