#pragma once
#include "core/async.h"
#include "core/clock.h"
#include "core/ids.h"
#include "domain/rehearsal/seenmessage.h"
#include "domain/tenants/rights.h"
#include <QObject>
#include <chrono>
#include <memory>

namespace services {

struct TenantConnections;

enum class Reach { Unknown, Online, Offline };

/// How a vendor answers at the moment.
struct Link
{
    Reach reach = Reach::Unknown;
    qint64 roundTripMs = 0;
    core::Instant offlineSince = 0;
    qint64 skewMs = 0; ///< the vendor's clock less ours
};

/// Whether the vendors of the open tenant answer, how fast, and what their clocks say; from the answers to whatever is
/// asked. Thread: the GUI's or main.
class VendorReach : public QObject
{
    Q_OBJECT
public:
    VendorReach(TenantConnections &connections, std::shared_ptr<core::Clock> clock);
    const Link &sailpoint() const { return m_sailpoint; }
    const Link &provider() const { return m_provider; }
    /// What the current token says it may do; not known before the first call.
    domain::TokenRights rights() const;
    /// Asks SailPoint for a sign of life.
    void check();
    /// Sees the provider's answers as they come; what they hold of a person may not be kept. Empty: nobody looks.
    void watchProvider(domain::MessageWatch watch);
    /// One status query, whatever became of the session here; decides nothing. Of a provider without one nobody is
    /// asked.
    core::Async<core::Unit> askProvider(const core::ProviderSessionId &session);

Q_SIGNALS:
    void changed();

private:
    void noteReach(Link &link, bool isReached, std::chrono::milliseconds took);
    void noteSkew(Link &link, qint64 skewMs);
    TenantConnections &m_connections;
    std::shared_ptr<core::Clock> m_clock;
    Link m_sailpoint;
    Link m_provider;
};

} // namespace services
