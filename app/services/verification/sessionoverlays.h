#pragma once
#include "core/clock.h"
#include <QObject>
#include <QTimer>
#include <memory>

namespace services {

class Stores;
struct TenantConnections;

/// Brings what the ledger knows of open, held and failed sessions into the local copy of the people. Thread: the GUI's
/// or main.
class SessionOverlays : public QObject
{
    Q_OBJECT
public:
    SessionOverlays(TenantConnections &connections, Stores &ledger, std::shared_ptr<core::Clock> clock);
    /// All sessions decide together; a quarter of the time at most, however many of them end at once.
    void apply();

Q_SIGNALS:
    void applied();

private:
    void read();
    TenantConnections &m_connections;
    Stores &m_ledger;
    std::shared_ptr<core::Clock> m_clock;
    QTimer m_soon;
    bool m_isStale = false;
};

} // namespace services
