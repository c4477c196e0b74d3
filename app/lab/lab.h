#pragma once
#include "core/clock.h"
#include "core/result.h"
#include "lab/options.h"
#include <QJsonObject>
#include <functional>
#include <memory>

namespace lab {

/// The simulated vendors (SailPoint's cloud, IdentityIQ, the IDV provider) on loopback, on a thread of their own.
/// Nothing leaves the computer.
class Lab
{
public:
    static core::Result<std::unique_ptr<Lab>> start(const Options &options, std::shared_ptr<core::Clock> clock);
    ~Lab();
    const Endpoints &endpoints() const;
    /// Counters of "sailpoint", "identityiq" and "provider". Waits for the lab's thread.
    QJsonObject counters() const;
    /// Replaces the faults that are injected; Usage, and nothing changes, when one is not understood.
    core::Status setFaults(const QStringList &rules);
    /// Something happens in the simulated tenant: whoever subscribed to it is told.
    void raise(const QString &triggerId, const QJsonObject &input);
    /// Somebody else decides about an access request.
    void decideElsewhere(const QString &approval, bool isApproved, const QString &by);
    /// The same of IdentityIQ's work items.
    void completeElsewhere(const QString &workItem, bool isApproved, const QString &by);
    /// A callback of the newest session, as CallbackSender::Change says in JSON: {"faults": [], "clockOffsetS": 0,
    /// "body": {}} or {"repeat": true}. `done` with the receiver's HTTP status, 0 without one; on the lab's thread.
    void sendCallback(const QJsonObject &change, std::function<void(int)> done);

private:
    struct Private;
    explicit Lab(std::unique_ptr<Private> p);
    std::unique_ptr<Private> d;
};

} // namespace lab
