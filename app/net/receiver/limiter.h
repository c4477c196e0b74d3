#pragma once
#include "core/clock.h"
#include <QHash>
#include <QString>

namespace net {

/// The key of a peer: its address, of IPv6 the first 64 bits, which one person commands.
QString peerKey(const QString &address);

/// A token bucket for everyone and one a peer, and a pause for a peer that fails to sign in again and again.
class Limiter
{
public:
    /// `perSecond` a peer; everyone together may send twice that. Bursts of four seconds' worth.
    explicit Limiter(int perSecond) : m_rate(perSecond) {}
    /// Seconds to wait, or 0 when the request may be looked at.
    int take(const QString &peer, core::Instant now);
    /// Notes a failed sign-in. While a peer is paused only what fails is told to wait: a relay's address is
    /// everybody's, and who signs in well passes. `starts` says whether this failure starts the pause. Returns the
    /// seconds to wait.
    int failed(const QString &peer, core::Instant now, bool &starts);

    static constexpr int failuresAllowed = 20; ///< in a minute
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
    static constexpr qsizetype mostPeers = 65'536;
    Bucket &bucketOf(const QString &peer);
    void forgetOld(core::Instant now);
    int m_rate;
    core::Instant m_sweptAt = 0;
    Bucket m_all;
    Bucket m_others; ///< of all addresses beyond mostPeers
    QHash<QString, Bucket> m_peers;
};

} // namespace net
