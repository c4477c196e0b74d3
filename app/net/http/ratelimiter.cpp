#include "net/http/ratelimiter.h"
#include <QFile>
#include <QLockFile>

namespace net {

WindowLimiter::WindowLimiter(int limit, std::chrono::milliseconds window, QString sharedFile)
    : m_limit(size_t(limit)), m_window(window), m_file(std::move(sharedFile))
{
}

std::chrono::milliseconds WindowLimiter::reserveIn(std::vector<core::Instant> &times, core::Instant now) const
{
    // A clock that was set back must not block for longer than one window.
    for (core::Instant &t : times) {
        if (t > now + 60 * core::secondMs)
            t = now;
    }
    core::Instant at = now;
    if (times.size() >= m_limit) {
        at = std::max(now, times[times.size() - m_limit] + m_window.count());
        times.erase(times.begin(), times.end() - qsizetype(m_limit) + 1);
    }
    if (!times.empty())
        at = std::max(at, times.back());
    times.push_back(at);
    return std::chrono::milliseconds(at - now);
}

std::chrono::milliseconds WindowLimiter::reserve(core::Instant now)
{
    if (m_file.isEmpty())
        return reserveIn(m_slots, now);
    QLockFile lock(m_file + QStringLiteral(".lock"));
    lock.setStaleLockTime(2000);
    QFile file(m_file);
    if (!lock.tryLock(500) || !file.open(QIODevice::ReadWrite))
        return reserveIn(m_slots, now);
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const QByteArray bytes = file.readAll();
    std::vector<core::Instant> times(size_t(bytes.size()) / sizeof(core::Instant));
    if (!times.empty())
        memcpy(times.data(), bytes.constData(), times.size() * sizeof(core::Instant));
    const auto wait = reserveIn(times, now);
    file.seek(0);
    file.write(reinterpret_cast<const char *>(times.data()), qint64(times.size()) * qint64(sizeof(core::Instant)));
    file.resize(qint64(times.size()) * qint64(sizeof(core::Instant)));
    return wait;
}

} // namespace net
