#pragma once
#include "core/clock.h"
#include <QHash>
#include <QString>

namespace net {

/// A token bucket for everyone and one a peer, and a pause for a peer that fails to sign in again and again.
class Limiter
{
public:
    /// `perSecond` a peer; everyone together may send twice that. Bursts of four seconds' worth.
    explicit Limiter(int perSecond) : m_rate(perSecond) {}
    /// Seconds to wait, or 0 when the request may pass.
    int take(const QString &peer, core::Instant now);
    /// True when this failure is the one that starts a pause.
    bool failed(const QString &peer, core::Instant now);

    static constexpr int failuresAllowed = 20;          ///< in a minute
    static constexpr core::Instant pauseMs = 60'000;

private:
    struct Bucket
    {
        double tokens = 0;
        core::Instant at = 0;
        int failures = 0;
        core::Instant failuresSince = 0;
        core::Instant pausedUntil = 0;
    };
    bool takeFrom(Bucket &b, double rate, core::Instant now) const;
    void forgetOld(core::Instant now);
    int m_rate;
    Bucket m_all;
    QHash<QString, Bucket> m_peers;
};

} // namespace net
