#pragma once
#include "core/async.h"
#include "core/clock.h"
#include "domain/callbacks/requestcollection.h"
#include <QObject>
#include <memory>

namespace services {

class CallbackReceiver;

/// Laboratories: requests that the console sends to its own receiver. Simulated tenants only: with a real one's secret
/// anybody could be verified. Thread: the GUI's or main.
class RequestReplay : public QObject
{
    Q_OBJECT
public:
    RequestReplay(CallbackReceiver &receiver, std::shared_ptr<core::Clock> clock);
    ~RequestReplay() override;
    /// The captured request once more, bit for bit, to this receiver; the answer's status. NotFound when it is no
    /// longer kept.
    core::Async<int> sendAgain(quint64 number);
    /// One of a collection, signed anew with the receiver's own secret, to `url` (empty: this receiver); the answer's
    /// status.
    core::Async<int> send(const domain::SavedRequest &request, const QString &url = {});

private:
    struct Sender;
    Sender &sender();
    CallbackReceiver &m_receiver;
    std::shared_ptr<core::Clock> m_clock;
    std::unique_ptr<Sender> m_sender;
};

} // namespace services
