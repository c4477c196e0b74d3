#pragma once
#include "core/async.h"
#include "core/clock.h"
#include <QHash>
#include <QNetworkProxy>
#include <QObject>
#include <chrono>
#include <memory>

namespace net {

/// Asks an HTTP proxy for a way to a host before a request goes through it. Qt answers a proxy that wants NTLM again
/// and again, thousands of times a second, for as long as the request may take; it is left alone here after the first
/// answer. Thread: the object's.
class ProxyCheck : public QObject
{
    Q_OBJECT
public:
    explicit ProxyCheck(std::shared_ptr<core::Clock> clock, QObject *parent = nullptr);
    /// Offline with the cause ProxyUnreachable or ProxySignIn; whatever else the proxy says, the request itself is
    /// told. What let one through is not asked again for a minute. `within`: until the proxy's first line.
    core::Async<core::Unit> ask(
        const QNetworkProxy &proxy, const QString &host, int port, std::chrono::milliseconds within);

private:
    std::shared_ptr<core::Clock> m_clock;
    QHash<QString, core::Instant> m_open; ///< proxy and host, and until when that is believed
};

} // namespace net
