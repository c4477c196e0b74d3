#include "net/receiver/limiter.h"
#include <algorithm>

namespace net {

QString peerKey(const QString &address)
{
    if (!address.contains(QLatin1Char(':')) || address.startsWith(QLatin1String("::ffff:")))
        return address;
    return address.split(QLatin1Char(':')).mid(0, 4).join(QLatin1Char(':'));
}

bool Limiter::takeFrom(Bucket &b, double rate, core::Instant now) const
{
    const double most = rate * 4;
    if (b.at == 0)
        b.tokens = most;
    else
        b.tokens = std::min(most, b.tokens + rate * double(std::max<core::Instant>(0, now - b.at)) / 1000);
    b.at = now;
    if (b.tokens < 1)
        return false;
    b.tokens -= 1;
    return true;
}

int Limiter::take(const QString &peer, core::Instant now)
{
    forgetOld(now);
    Bucket &b = bucketOf(peer);
    if (!takeFrom(b, m_rate, now) || !takeFrom(m_all, 2.0 * m_rate, now))
        return 1;
    return 0;
}

int Limiter::failed(const QString &peer, core::Instant now, bool &starts)
{
    starts = false;
    Bucket &b = bucketOf(peer);
    if (now < b.pausedUntil)
        return int((b.pausedUntil - now + 999) / 1000);
    if (now - b.failuresSince > core::minuteMs) {
        b.failuresSince = now;
        b.failures = 0;
    }
    if (++b.failures < failuresAllowed)
        return 0;
    b.failures = 0;
    b.pausedUntil = now + pauseMs;
    starts = true;
    return 0;
}

// More addresses than that are one crowd.
Limiter::Bucket &Limiter::bucketOf(const QString &peer)
{
    if (m_peers.size() >= mostPeers && !m_peers.contains(peer))
        return m_others;
    return m_peers[peer];
}

// At most once a second, however many come.
void Limiter::forgetOld(core::Instant now)
{
    if (m_peers.size() <= 4096 || (now >= m_sweptAt && now - m_sweptAt < 1000))
        return;
    m_sweptAt = now;
    erase_if(m_peers, [now](const auto &e) { return now > e->pausedUntil && now - e->at > core::minuteMs; });
}

} // namespace net
